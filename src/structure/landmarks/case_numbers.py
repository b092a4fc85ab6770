"""Case numbers (diarienummer) of every family in use, found after a label or standing alone.

Nothing is corrected: a number is given as written, but for white space.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..text.passage import Passage

LABEL = (
    r"(?:(?:lt-?|ks-?|kf-?|ert |vårt )?dnr(?: [A-ZÅÄÖ]{2,4}(?=:))?|d[.-]nr|diarium|dossié|"
    r"(?:diarie|ärende|akt|doss)[- ]?(?:nr|nummer|id|beteckning)|(?:vår |er )?(?:beteckning|referens)|"
    r"(?:vår|er) ref)"
)

ORGAN = (
    r"(?!(?:Dnr|DNR|Nr|NR|Tel|Org|Sid|Art|Box|Blad|Sal|Rum|Kap|PROTOKOLL|KALLELSE|BILAGA)\b)"
    r"(?:[A-ZÅÄÖ]{1,9}|[A-ZÅÄÖ][a-zåäö]{1,3}[A-ZÅÄÖ]{0,3})"
)
_FAMILIES = (
    rf"{ORGAN} ?(?:19|20)\d{{2}}-\d{{3}}-\d{{3,6}}",  # T2012-050-05828
    rf"(?:(?!SOU |SFS )[A-ZÅÄÖ]{{2,3}}[ -](?=[A-ZÅÄÖ]{{2,5}}[ -]\d))?"  # MK KS 2022/00512
    rf"{ORGAN}[ /-]?(?:19|20)\d{{2}}[/:-]\d{{1,6}}(?::?[-.:]\d{{1,4}}(?:\.\d{{1,3}}){{0,2}})?",  # KS 2023/456
    rf"{ORGAN}[ /]\d{{1,6}}/(?:19|20)\d{{2}}(?:-\d{{2,4}}(?![\d-]))?",  # Ks 123/2024, KS 123/2003-133
    rf"{ORGAN}[ /-]\d{{2}}/\d{{3,6}}(?:-\d{{1,3}})?",  # SN 18/0098, RD23/01234
    r"[A-ZÅÄÖ]{2,5}[ /-]\d{2}:\d{3,6}(?:-\d{1,3})?",  # SN 18:098, but not the property Åhus 42:118
    r"[a-zåäö]{2,4}/(?:19|20)\d{2}[:/-]\d{1,6}",  # un/2022:144
    rf"{ORGAN}\d{{2}}[/:]\d{{3,6}}",
    rf"{ORGAN}(?:19|20)\d{{2}}-\d{{3,6}}",  # GVN2016-00781
    r"(?:19|20)\d{2}/[A-ZÅÄÖ]{2,6} ?\d{3,6}(?: \d{2,3})?",  # 2023/BUN 0214, 2010/KS0514 109
    r"(?:19|20)\d{2}/\d{3,6} [A-ZÅÄÖ]{2,4}-\d{1,3}(?![\w/-])",  # 2022/0119 KS-1
    r"(?:19|20)\d{2}-[A-ZÅÄÖ]{2,5}[ ]?\d{1,6}",  # 2021-POL000123, 2012-KS123
    r"(?:19|20)?\d{2}[A-ZÅÄÖ]{1,4}\d{1,6}(?:-\d+)?",  # 24RS1234, 23RS3-280, 2023KS611
    r"\d{2}/[A-ZÅÄÖ]{2,6} ?\d{3,6}",  # 05/KS0211
    rf"{ORGAN}[ /.-]?(?:19|20)\d{{2}}\.\d{{1,6}}(?:[.-]\d{{1,4}})?",  # SN 2017.101, KS2016.0156-1
    r"\d{2}\.\d{3,5}-\d{3}",  # 87.0093-622
    r"(?:19|20)\d{2}(?:\.\d{1,6}|-\d{3,6}) [A-ZÅÄÖ]{2,5}",  # 2023.311 KS, 2020-00311 KS
    r"[A-ZÅÄÖ]{1,5}/?\d{6}",  # RV180949, RS/240911
    r"[A-ZÅÄÖ]{1,4} \d{4}-\d{4}",  # LS 1411-1337
    r"(?!(?:19|20)\d{2}/)\d{4,6}/(?:19|20)\d{2}",  # 00322/2026, but not the school year 2023/2024
    r"\d{1,3}(?:\.\d{1,2}){1,2}[-/]\d{1,5}[-/](?:19|20)\d{2}",  # 1.2.4-182-2013, 1.5.3/301-2022
    r"\d{1,4}-\d{1,5}/(?:19|20)\d{2}",  # 111-123/2017
    r"\d{3}-\d{3,6}-(?:(?:19|20)\d{2}|\d{2})(?:-\d{1,3})?",  # 551-1234-2018 of a county board
)
_SPACED = rf"{ORGAN} (?:19|20)\d{{2}}:? \d{{1,6}}"
"""Year and number apart: "KS 2023 118", "KS 2023: 118"."""

GROUP = (
    rf"(?:(?:{ORGAN}[ /-]?)?\d{{1,6}}(?:[-/:]\d{{1,6}}){{1,3}}(?:\.\d{{1,4}})?"
    rf"|{ORGAN} \d{{2,4}}\.\d{{1,5}}|{_SPACED})"
)
"""The form of any series: letters and digits with signs between, "OMN 8505-593", "2019:0409", "78/840"."""

_OTHER = re.compile(
    r"(?:19|20)\d{2}-[01]\d-[0-3]\d|\d{1,2}:\d{2}|\d{1,3}(?:\.\d{1,2}){1,2}|\d{1,2}\.\d{1,2}\.\d{4}|[0-3]?\d/[01]?\d(?:[-/]\d{2,4})?|\d{1,2}-\d{1,2}"
    r"|(?:19|20)\d{2}[-/](?:19|20)\d{2}|\d{6,9}"
)
"""Dates, times, numbers of headings, ages, years and sums have that form too."""

_STATUTE = re.compile(r"(?:19|20)\d{2}:[1-9]\d{0,3}")
_TWO_YEARS = re.compile(r"(?:19|20)(?P<first>\d{2})(?P<sign>[/-])(?P<second>\d{2})")
"""The school year 2023/24 and the plan for 2023-26, but the cases 2021/61 and 2021-07."""

LONGEST_PLAN = 15
"""Years that a plan runs over, at most."""

_LABELLED_ONLY = (
    _SPACED,
    # SN 2022.118, 2013.0417.311, 2019.33-KS
    rf"(?:{ORGAN}[ /-]?)?\d{{1,6}}(?:[-/:.]\d{{1,6}}){{1,5}}(?:-[A-ZÅÄÖ]{{1,5}})?",
    r"[A-ZÅÄÖ]{1,5}[ -]?\d{1,6}(?![-:.]\d)|\d{6,9}",
    # Whatever else stands behind a label, but no word: "400-årsjubileum".
    r"(?=\S*\d)(?=\S*[/:.-])(?!\S*[a-zåäö]{5})[A-ZÅÄÖ\d][\w./:-]{3,24}(?<![.:/-])",
)
PLAN = re.compile(r" \d{3}(?:[.-]\d{1,3})?(?=\s*(?:$|[),;\]]|[A-ZÅÄÖ\"”]))")
"""A code of the filing plan, which stands behind a case number and belongs to it: "Dnr 2009.188 008"."""

_EDGE, _END = r"(?<![\w/.§-])", rf"(?![\w/])(?:{PLAN.pattern})?"
_ALONE = re.compile(rf"{_EDGE}(?:{'|'.join(_FAMILIES)}){_END}")
_ANY = rf"(?:{'|'.join((*_FAMILIES, *_LABELLED_ONLY))})"
_APART = rf"{ORGAN}[ /-]?(?:1 ?9|2 ?0) ?\d ?\d ?[/:-] ?\d{{2,6}}"
"""What a reader parts: \"KS-201 1-00374\"."""

_LABEL_READ = rf"(?:(?i:{LABEL})|D[a-z]r(?= [A-ZÅÄÖ]{{1,5}}[ /-]?[12]))"
"""A label, or what "Dnr" is read as before a number."""

_AFTER_LABEL = re.compile(rf"(?<!\w){_LABEL_READ}\s*[.:]*\s*((?:{_ANY}|{_APART}){_END})(?! \d+-\d)")
_VALUE, _PARTED, _SPACE_WITHIN = re.compile(_ANY), re.compile(_APART), re.compile(r"(?<=\d) (?=\d)")
_MORE = re.compile(rf"\s*(?:,|och|samt|;)\s*({_ANY}{_END})")
_LABEL_ONLY = re.compile(rf"(?i:{LABEL})\s*[.:]*", re.IGNORECASE)
_LABEL_END = re.compile(rf"(?<!\w)(?i:{LABEL})\s*[.:]*\s*$")
_DATE = re.compile(r"(?:19|20)\d{2}-[01]\d-[0-3]\d")
_CURRENCY = re.compile(
    r"(?:SEK|EUR|BFNAR|BFN|AFS|BBR|SOSFS|HSLF|SKOLFS|NFS|SJVFS|TSFS|EKS|KOM|COM|Dir|RFR|ISA|"
    r"SFS|SOU|Ds|Prop|KL|SS|ISO|EN|EU|COVID|RÅ|NJA|HFD)\b",
    re.IGNORECASE,
)


def find(passage: Passage, *, alone: bool = True) -> list[Passage]:
    """Case numbers in order of place.

    Args:
        passage: where to look.
        alone: whether numbers without a label count.
    """
    spans: list[tuple[int, int]] = []
    for match in _AFTER_LABEL.finditer(passage.text):
        spans.append(match.span(1))
        more = _MORE.match(passage.text, match.end())
        while more:
            spans.append(more.span(1))
            more = _MORE.match(passage.text, more.end())
    if alone:
        spans += [span for span in _alone(passage.text) if not _overlaps(span, spans)]
    return [_mended(passage.part(*span)) for span in sorted(spans)]


def _mended(number: Passage) -> Passage:
    """A number without the space that a reader left in its year."""
    if not _PARTED.fullmatch(number.text) or not _SPACE_WITHIN.search(number.text):
        return number
    return Passage(_SPACE_WITHIN.sub("", number.text), number.spans)


_SPEECHES = re.compile(r"\s*\bAnf(?:\.|öranden?)? ?\d[\d ,–-]*$")


def without_speeches(text: str) -> str:
    """The text without the numbers of the speeches that councils put behind: "Lt 451/98  Anf. 14-22"."""
    return _SPEECHES.sub("", text)


def whole(text: str) -> bool:
    """Whether the text says nothing but case numbers, with labels or without."""
    text = without_speeches(text)
    rest = _AFTER_LABEL.sub("", text)
    for start, end in reversed(list(_alone(rest))):
        rest = rest[:start] + rest[end:]
    return rest != text and not rest.strip(" ,.:;()")


def is_value(text: str) -> bool:
    """Whether the text has a form that is a case number's behind a label, or in a series."""
    return _VALUE.fullmatch(text.strip()) is not None and not _DATE.fullmatch(text.strip())


def may_be(text: str, *, in_series: bool = False) -> bool:
    """Whether the text is a case number where one is expected: of its form, and no date, time or years.

    Args:
        text: which may be one.
        in_series: whether its like stand in the heads of other items, as no statute ("2023:118") does.
    """
    own = in_series and _STATUTE.fullmatch(text.strip()) is not None
    return is_value(text) and (own or not _is_other(text.strip())) and not _CURRENCY.match(text)


def _is_other(text: str) -> bool:
    """Dates, times, years and statutes, alone or behind a word: "Val 2023-2026", but not "KS 2023-2026"."""
    organ = re.match(r"[^\d]*", text)
    at = organ.end() if organ else 0
    of_organ = text[:at].strip(" /-").isupper() or text[:at].endswith("/")
    other = any(form.fullmatch(text, at) for form in (_OTHER, _STATUTE))
    return (other or _are_years(text[at:])) and not of_organ


def _are_years(text: str) -> bool:
    """Whether two numbers are a year and one soon after it."""
    years = _TWO_YEARS.fullmatch(text)
    if years is None:
        return False
    apart = (int(years["second"]) - int(years["first"])) % 100
    return 1 <= apart <= (1 if years["sign"] == "/" else LONGEST_PLAN)


def begins(text: str) -> bool:
    """Whether a text begins with a labelled case number: "Dnr 2018-000112 041"."""
    return bool(_AFTER_LABEL.match(text))


def label_before(text: str, at: int) -> int:
    """Where the label of a number that stands at `at` begins; `at` itself where there is none."""
    label = _LABEL_END.search(text, 0, at)
    return label.start() if label else at


def labelled(text: str) -> bool:
    """Whether the text is a label that waits for its number."""
    return bool(_LABEL_ONLY.fullmatch(text.strip()))


def _alone(text: str) -> Iterator[tuple[int, int]]:
    for match in _ALONE.finditer(text):
        number = match.group()
        if not (_CURRENCY.match(number) or _DATE.search(number) or _is_other(number)):
            yield match.span()


def _overlaps(span: tuple[int, int], others: list[tuple[int, int]]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)

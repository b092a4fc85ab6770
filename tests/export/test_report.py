"""The report's HTML: complete, in two languages, and deaf to what a page says."""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from tests.export import made

from justera import export
from justera.errors import (
    DamagedInput,
)
from justera.exit_code import ExitCode
from justera.export import notes
from justera.export.remark import Remark
from justera.export.report import document_page, index_page, index_table, phrases
from justera.export.report.html import address, tag
from justera.export.report.marks import marked
from justera.export.report.pictures import Pictures
from justera.export.report.summary import Summary, Unread, count_skipped, summaries
from justera.schema import Box, Line, Page, PageOrigin, Reason, Word, WordSource, faults
from justera.schema.record import Authority, Delegation, Finding, Person, Section, Signature, Statement

VOID = {"img", "input", "meta", "br"}
REPORT = Path(phrases.__file__).parent


class Parsed(HTMLParser):
    """Elements with their attributes, and whether they nest."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(text)
        assert self.open == [], self.open

    def handle_starttag(self, name: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((name, dict(attrs)))
        if name not in VOID:
            self.open.append(name)

    def handle_endtag(self, name: str) -> None:
        assert self.open.pop() == name

    def all(self, name: str) -> list[dict[str, str | None]]:
        return [attributes for found, attributes in self.found if found == name]


def document_html(folder: Path, **fields: object) -> str:
    reading = made.reading(**fields)  # type: ignore[arg-type]
    return document_page.html(reading, folder, Pictures({1: (909, 1286)}, {}))


def summary(**fields: object) -> Summary:
    values: dict[str, object] = {
        "folder": "a.pdf", "title": "T", "name": "a.pdf", "kind": "protokoll", "authority": "", "body": "",
        "date": "",
        "grade": "god", "pages": (0.9,), "items": 1, "decisions": 1, "repairs": 0, "doubtful": 0, "errors": 0,
        "warnings": 0, "worst": (), "has_page": True, "has_thumbnail": False,
    }  # fmt: skip
    return Summary(**values | fields)  # type: ignore[arg-type]


def test_a_document_shows_what_was_decided_and_where(tmp_path: Path) -> None:
    text = document_html(tmp_path)
    page = Parsed(text)
    assert "Nämnden beslutar att höja bidraget till 3 500 kr." in text and "7 ja, 4 nej" in text
    names = [attributes.get("id") for _, attributes in page.found if attributes.get("id")]
    assert len(names) == len(set(names))
    goals = [link["href"][1:] for link in page.all("a") if (link["href"] or "").startswith("#")]  # type: ignore[index]
    assert goals and set(goals) <= set(names)
    assert "items-0-decisions-0-p1" in names and "items-0-sections-0-p1" in names


def test_a_repair_is_marked_with_what_stood_there(tmp_path: Path) -> None:
    change = made.change("NämndeD", "SAMMANTRÄDESPROTOKOLL", offset=0)
    text = document_html(tmp_path, changes=[change])
    assert '<mark id="w1-0-0" class="repair">SAMMANTRÄDESPROTOKOLL' in text and "(lästes: NämndeD)" in text
    assert '<del lang="sv">NämndeD</del>' in text and 'data-of="w1-0-0"' in text


def test_marks_follow_the_ledgers_offsets() -> None:
    lines = (
        Line((Word("Ett", space="  "), Word("tvä", space="\t"))),
        Line(),
        Line((Word("tre"), Word("fyra", doubt=made.DOUBT))),
    )
    page = Page(1, 0, 0, lines, PageOrigin.TEXT_LAYER)
    text = page.text
    changes = [
        made.change("x", "tvä", offset=text.index("tvä")),
        made.change("y", "tre", offset=text.index("tre")),
    ]
    found = [(mark.word.text, mark.change) for mark in marked(page, changes).marks]
    assert found == [("tvä", changes[0]), ("tre", changes[1]), ("fyra", None)]


def test_a_change_over_several_words_marks_each_of_them() -> None:
    page = Page(1, 0, 0, (Line((Word("i"), Word("kommun", space=" "), Word("nu"))),), PageOrigin.OCR)
    marks = marked(page, [made.change("ikommun", "i kommun", offset=1)]).marks
    assert [mark.word.text for mark in marks] == ["i", "kommun"]


def test_doubtful_words_are_listed_with_their_picture(tmp_path: Path) -> None:
    page = Page(1, 595, 842, made.boxed_lines(["kr 3 500"], doubt=made.DOUBT), PageOrigin.OCR, dpi=100)
    text = document_html(tmp_path, pages=[page])
    assert made.DOUBT.en in text and made.DOUBT.sv in text and "background-image:url(&#39;" not in text
    assert "background-image:url('pictures/page-0001.jpg')" in text


def test_what_was_not_read_is_drawn_on_the_picture(tmp_path: Path) -> None:
    page = Page(1, 600, 800, made.boxed_lines(["Vid protokollet"]), PageOrigin.OCR)
    assert "not-read" not in document_html(tmp_path, pages=[page])
    text = document_html(tmp_path, pages=[replace(page, unread=(Box(60, 400, 180, 440),))])
    (drawn,) = [one for one in Parsed(text).all("div") if (one.get("id") or "").startswith("not-read")]
    assert drawn["style"] == "left:10.00%;top:50.00%;width:20.00%;height:5.00%"


@pytest.mark.parametrize(
    "hostile", [made.HOSTILE, "--><script>1</script>", "\x00</textarea>", "javascript:alert(1)", "{page}"]
)
def test_hostile_text_is_only_text(tmp_path: Path, hostile: str) -> None:
    word = hostile.replace(" ", "")
    line = Line(
        (Word(word, Box(1, 1, 9, 9), 0.5, WordSource.OCR, doubt=made.DOUBT, alternatives=(hostile,)),)
    )
    page = Page(
        1, 595, 842, (line,), PageOrigin.OCR, (Reason.of("layer_broken", cause=hostile),), fault=hostile
    )
    finding = Finding(rule="R10", severity="error", message=hostile, at="/title")
    reading = made.reading(
        pages=[page], title=hostile, name=f"{hostile}/a.pdf", changes=[made.change(hostile, word, offset=0)],
        findings=[finding],
    )  # fmt: skip
    person = Person(name=hostile, party=hostile)
    item = reading.record.items[0].model_copy(
        update={
            "title": hostile,
            "suffix": hostile,
            "sections": (Section(kind="annat", heading=hostile, text=hostile),),
            "reservations": (Statement(by=(person,), text=hostile),),
            "recusals": (person,),
            "recipients": (hostile,),
        }
    )
    record = reading.record.model_copy(
        update={"items": (item,), "body": hostile, "authority": Authority(name=hostile, kind="kommun")}
    )
    reading = type(reading)(record, reading.document, reading.changes)
    notes.keep(tmp_path, ["pdf"], {"pdf": Remark(hostile, hostile)})
    text = document_page.html(reading, tmp_path, Pictures({}, {1: Remark(hostile, hostile)}))
    _assert_no_stranger(Parsed(text), text)


def _assert_no_stranger(page: Parsed, text: str) -> None:
    assert len(page.all("script")) == 1 and text.count("<script") == 1
    assert page.all("script")[0] == {} and not page.all("iframe")
    for name, attributes in page.found:
        assert not [key for key in attributes if key.startswith("on")], name
        assert not (attributes.get("href") or "").lower().startswith(("javascript:", "data:", "http"))


@pytest.mark.parametrize(
    "hostile", [made.HOSTILE, "--><script>1</script>", "a#b?c%d", "javascript:alert(1)", "../../x"]
)
def test_hostile_names_are_only_names_in_the_index(hostile: str) -> None:
    row = summary(
        folder=hostile,
        title=hostile,
        name=hostile,
        body=hostile,
        worst=((hostile, hostile),),
        grade="granska",
    )
    unread = Unread(hostile, hostile, hostile, hostile)
    text = index_page.html(index_page.collect([row, unread]))
    page = Parsed(text)
    _assert_no_stranger(page, text)
    assert page.all("tr")[1]["data-words"] is not None


def test_addresses_are_relative_and_quoted() -> None:
    assert address("a b/c#d?e%f.pdf") == "a%20b/c%23d%3Fe%25f.pdf"
    assert address("javascript:x/\ud800.pdf") == "javascript%3Ax/%EF%BF%BD.pdf"


def test_no_page_asks_for_anything_from_a_network(tmp_path: Path) -> None:
    for text in (document_html(tmp_path), index_page.html(index_page.collect([summary()]))):
        assert "default-src 'none'" in text
        assert not re.search(r"(src|href|url\()\s*=?\s*[\"'(]?(https?:)?//", text)


def test_the_policy_lets_in_this_script_and_no_other(tmp_path: Path) -> None:
    import base64
    import hashlib

    text = document_html(tmp_path)
    script = text.split("<script>")[1].split("</script>")[0]
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"script-src &#x27;sha256-{digest}" in text or f"script-src 'sha256-{digest}'" in text


def test_every_phrase_is_in_both_languages_with_the_same_placeholders() -> None:
    table = tomllib.loads((REPORT / "phrases.toml").read_text(encoding="utf-8"))
    phrases_ = [value for value in table.values() if "sv" in value]
    phrases_ += [phrase for value in table.values() if "sv" not in value for phrase in value.values()]
    for phrase in phrases_:
        assert phrase.keys() == {"sv", "en"}
        assert re.findall(r"{\w+}", phrase["sv"]) == re.findall(r"{\w+}", phrase["en"])


def test_every_word_of_the_vocabularies_has_a_phrase() -> None:
    from justera.schema.record import Grade, Kind, Outcome, Role, SectionKind, Severity

    known = phrases._phrases()
    wanted = {
        "kinds": Kind, "outcomes": Outcome, "sections": SectionKind, "severity": Severity, "grade": Grade,
        "grade_meaning": Grade, "origins": PageOrigin, "roles": Role,
    }  # fmt: skip
    assert [
        f"{name}.{code}" for name, codes in wanted.items() for code in codes if f"{name}.{code}" not in known
    ] == []


def test_every_rule_of_repair_is_told_in_swedish() -> None:
    told = Path(__file__).parents[2] / "docs" / "repair.md"
    rules = re.findall(
        r"^\| `(\w+)` \| ", told.read_text(encoding="utf-8").split("| rule |")[1], re.MULTILINE
    )
    table = tomllib.loads((REPORT / "phrases.toml").read_text(encoding="utf-8"))
    assert rules and set(rules) <= set(table["repair_rule"])


def test_every_phrase_is_used() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in REPORT.glob("*.py"))
    names = [
        name for name, value in tomllib.loads((REPORT / "phrases.toml").read_text()).items() if "sv" in value
    ]
    prefixes = ("column_", "layer_", "legend_", "repair_", "file_")
    unused = [name for name in names if f'"{name}"' not in code and not name.startswith(prefixes)]
    assert unused == []


def test_the_most_urgent_come_first_and_all_are_counted() -> None:
    rows = [
        summary(folder="a", grade="god", repairs=3),
        summary(folder="b", grade="granska", warnings=1),
        summary(folder="c", grade="bristfallig"),
        summary(folder="d", grade="granska", errors=2),
    ]
    run = index_page.collect([*rows, Unread("e.pdf", "failed", "truncated", "scan again")])
    assert [row.folder for row in run.rows] == ["c", "d", "b", "a"]
    assert (run.counts["documents"], run.counts["repairs"], run.counts["findings"], run.counts["unread"]) == (
        4,
        3,
        3,
        1,
    )


def test_a_huge_run_shows_the_worst_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index_page, "MOST_ROWS", 10)
    run = index_page.collect(summary(folder=f"{number:03}", errors=number) for number in range(50))
    text = index_page.html(run)
    assert len(run.rows) == 10 and run.rows[0].errors == 49
    assert "de 10 dokument" in text and "av 50" in text and len(Parsed(text).all("tr")) == 11


def test_documents_without_a_record_are_shown_with_their_reason(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").mkdir()
    outcome = {
        "name": "a.pdf",
        "outcome": "failed",
        "reason": "the file is truncated",
        "next_step": "scan again",
        "code": 13,
    }
    (tmp_path / "a.pdf" / "outcome.json").write_text(json.dumps(outcome))
    (tmp_path / "b.pdf").mkdir()
    (tmp_path / "b.pdf" / "record.json").write_text("{")
    broken: list[object] = []
    found = list(summaries(tmp_path, broken.append))
    assert found[0] == Unread("a.pdf", "failed", "the file is truncated", "scan again", ExitCode.DAMAGED)
    assert isinstance(found[1], Unread) and found[1].code == ExitCode.RECORD_INVALID and len(broken) == 1
    export.write_run(tmp_path, ["report"])
    assert "Filen är trasig eller avklippt" in (tmp_path / "index.html").read_text(encoding="utf-8")


def test_every_code_of_a_document_is_told_in_swedish() -> None:
    of_documents = [code for code in ExitCode if ExitCode.MISSING_INPUT <= code <= ExitCode.MEMORY_LIMIT]
    for code in (*of_documents, ExitCode.OUTPUT, ExitCode.INTERNAL):
        assert 'class="sv"' in str(phrases.fault(code, "in English"))


def test_inputs_that_were_no_documents_are_counted(tmp_path: Path) -> None:
    assert count_skipped(tmp_path) == 0
    rows = "name,outcome\na.pdf,ok\nREADME.md,skipped\n"
    (tmp_path / "documents.csv").write_bytes(b"\xef\xbb\xbf" + rows.encode())
    export.write_run(tmp_path, ["report"])
    assert "Filer i mappen som inte är dokument: 1." in (tmp_path / "index.html").read_text(encoding="utf-8")


def test_a_delegated_decision_says_who_decided(tmp_path: Path) -> None:
    delegation = Delegation(decided_by=(Signature(name="Åsa Ek", title="enhetschef"),), authority="punkt 3.1")
    reading = made.reading()
    record = reading.record.model_copy(update={"delegation": delegation})
    text = document_page.html(type(reading)(record, reading.document, ()), tmp_path, Pictures({}, {}))
    assert "Åsa Ek, enhetschef" in text and "punkt 3.1" in text


def test_attributes_and_children_are_escaped() -> None:
    assert tag("a", "<b>", ["x", None, 3], href='"&', hidden=True, title=None) == (
        "<a href='\"&amp;' hidden>&lt;b&gt;x3</a>"
    )


def test_long_documents_get_bars_of_their_worst_pages() -> None:
    run = index_page.collect([summary(pages=(*(0.99,) * 400, 0.2))])
    text = index_page.html(run)
    high, low = Parsed(text).all("path")
    assert (high["class"], low["class"]) == ("high", "low")
    assert f"{high['d']}{low['d']}".count("M") <= index_table.MOST_BARS


def test_a_page_for_each_document_and_one_for_the_run(tmp_path: Path) -> None:
    source = made.scan(tmp_path / "in.pdf")
    folder = tmp_path / "out" / "sub" / "a.pdf"
    folder.mkdir(parents=True)
    reading = made.reading(source, name="sub/a.pdf")
    assert export.write_document(reading, folder, source, ["report"]) == ()
    export.write_run(tmp_path / "out", ["report"])
    text = (folder / "index.html").read_text(encoding="utf-8")
    assert 'href="../../index.html"' in text
    assert {path.name for path in (folder / "pictures").iterdir()} == {"page-0001.jpg", "thumbnail.jpg"}
    index = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    assert 'href="sub/a.pdf/index.html"' in index and 'src="sub/a.pdf/pictures/thumbnail.jpg"' in index


def test_without_its_source_a_page_is_written_without_pictures(tmp_path: Path) -> None:
    (note,) = export.export_document(made.reading(), tmp_path, tmp_path / "gone.pdf", ["report"])
    assert "without a picture" in note.text and not note.skipped
    text = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert "Ingen bild" in text and "filen som lästes kan inte öppnas" in text


def test_what_fell_short_is_told_in_swedish_too(tmp_path: Path) -> None:
    problem = DamagedInput("sidan a.pdf: page 1 is broken")
    page = Page(1, 595, 842, (), PageOrigin.EMPTY, (faults.reason(problem),), fault=str(problem))
    notes.keep(tmp_path, ["pdf"], {"pdf": Remark.of("no_archive", why=Remark.of("font", name="Helvetica"))})
    text = document_page.html(made.reading(pages=[page]), tmp_path, Pictures({}, {}))
    for swedish in ("sidan är trasig i filen", "inte PDF/A: typsnittet Helvetica är inte inbäddat"):
        assert f'<span class="sv" lang="sv">{swedish}' in text
    assert "not PDF/A: the font Helvetica is not embedded" in text

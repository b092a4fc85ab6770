"""What cells say that decides how they are read: who a person is, what is a label, a figure, a mark.

Geometry is nearly the same in a list of names, a label table and a letterhead; the words are not.
"""

from __future__ import annotations

import re

MEMBER = re.compile(r"[A-ZÅÄÖÉ][^()]{2,45} \([\w–-]{1,5}\)[\w ,.:;§–*/()-]*")
"""Someone with a party, and what is said of them: "Åke Örnhäll (C), ordförande", "Sara Ek (S) §§ 3–14"."""

PERSON = re.compile(
    r"[^\W\d].*\([\w–-]{1,5}\)[\w ,.:;§–*/()-]*"
    r"|[A-ZÅÄÖ][\w-]+( (von|af|de|[A-ZÅÄÖ][\w-]*\.?))+(, [a-zåäö].*)?"
)
"""Anyone, with a party or by names alone: "Anna Ek", "Per af Ström, kanslichef"."""

ROLE = re.compile(r"[a-zåäö].*")
"""What stands beside a name in a row of its own: ledamot, suppleant."""

FIGURE = re.compile(r"\S*\d.*")
"""The first word has a digit: a sum, a year, a case number."""

NUMBERED = re.compile(r"(§+ ?)?\d{1,3} ?[a-z]?[.)]?( .*)?")
"""A point of an agenda or a contents page, whose case number or page stands beside it."""

PAGE = re.compile(r"(^|\s)([Ss]id(a|an|\.)?:? ?)?\d{1,3} ?([(\[]\d{1,3}[)\]]|/\d{1,3}|av \d{1,3}|\.)?$")
"""A page's number at the end of its first row."""

ADDRESS = re.compile(
    r"(Post|Besöks|E-post|Leverans|Faktura)?[Aa]dress|Besök|Tele?fo|Tel\b|Tfn|Växel|Fax|Telefax|E-?post"
    r"|Webb|Hemsida|Internet|Org|Bank|Plusgiro|Postgiro|Giro"
)
"""What stands above the columns of an address at a page's foot."""

LABEL = re.compile(
    r"(Plats|Tid\b|Datum|Dag\b|Justerin|Utse|Paragraf|Närvar|Beslutande|Tjänstgörande|Ersättare|Sekreterare"
    r"|Ordförande|Justera|Ärende|Diarie|Dnr|Handläggare|Organ\b|Nämnd\b|Förvaring|Anslag|Underskrift|Sista"
    r"|Sammanträde|Övriga|Sökande|Fastighet|Mötes|Omedelbart|Protokoll(et|förare)|Avser|Delegat|Beslut(s|\b))"
)
"""What stands at the left of a value on a first page."""

MARK = re.compile(r"[xX×✓✗](, .*)?|[*–-]|[Jj]a|JA|[Nn]ej|NEJ|[Aa]vst\S*|\(?[A-ZÅÄÖ]{1,3}\)?|\d{1,3}")
"""A vote, a party or a count in a table's narrow column; who was there, "X, §§ 3–5"."""

VALUE_END = re.compile(r".*\d[).]?")
"""The end of a value: "2021-09-22", "§§ 3–14"."""

LABEL_VALUE = re.compile(r"[A-ZÅÄÖ][^\d]{3,45}\d\S*( [\d.:–-]+)*")
"""A label with its value: "Datum då anslaget tas ned 2021-10-14"."""

PLAIN = re.compile(r"[A-ZÅÄÖ][^\d.]{3,45}")
"""Words without a figure, as a label has them."""

DATE_END = re.compile(r"(.* )?\d{4}-\d{2}-\d{2}")
"""A date, or a label with one."""

ENTRY = re.compile(r"[A-ZÅÄÖÉ§(\d*].*")
"""What may begin an entry of a column."""

"""The chair's course of business in running text: no heading tells it, and it belongs to no motion."""

from __future__ import annotations

from justera.schema.record import SectionKind

from .written import structured

HEAD = """\
Åsmåla kommun                   PROTOKOLLSUTDRAG               Blad 7
Socialnämndens arbetsutskott    2019-02-05

"""

OLD = f"""{HEAD}§ 201
Taxa för renhållning år 1979

Rune Bäckåsen yrkade att taxan skulle vara oförändrad.

Ordföranden ställde proposition på arbetsutskottets förslag och Bäckåsens yrkande och
fann att arbetsutskottet bifallit det förra.

Omröstning begärdes och verkställdes. Därvid avgavs 3 ja-
röster och 1 nej-röst.

Mot beslutet reserverade sig Rune Bäckåsen.
"""

ASKS = f"""{HEAD}§ 198
Bidrag till idrottsplatsen

Idrottsföreningen har anhållit om ett bidrag.

Arbetsutskottet hemställer att kommunstyrelsen måtte besluta
  att bevilja ett bidrag med 12.000 kronor, samt
  att anvisa medlen ur anslaget för oförutsedda behov.

                      - - - - -
"""

EXCERPT = f"""{HEAD}SNau § 22/2019         SN/2018:411-709

Bidrag till Kvinnojouren Lyktan

Socialnämndens arbetsutskotts förslag till socialnämnden
Socialnämnden beslutar att bevilja ett bidrag om 385 000 kronor.

Förslag till beslut på sammanträdet
Lars-Åke Dybeck (M) föreslår att bidraget ska vara 300 000 kronor.

Ordföranden ställer förvaltningens förslag mot Lars-Åke Dybecks förslag och finner att
arbetsutskottet beslutar enligt förvaltningens förslag.
"""


def test_running_text_of_older_minutes() -> None:
    (item,) = structured(OLD).items
    assert [motion.by[0].name for motion in item.motions] == ["Rune Bäckåsen"]
    assert item.proposition_order is not None
    assert item.proposition_order.startswith("Ordföranden ställde proposition")
    assert [(vote.yes, vote.no) for vote in item.votes] == [(3, 1)]


def test_what_a_committee_asks_of_its_board_is_a_proposal_to_it() -> None:
    (item,) = structured(ASKS).items
    (decision,) = item.decisions
    assert decision.level == "forslag_till_hogre_organ"
    assert [point.text for point in decision.points] == [
        "att bevilja ett bidrag med 12.000 kronor, samt",
        "att anvisa medlen ur anslaget för oförutsedda behov.",
    ]


def test_a_series_with_its_year_and_a_proposal_to_any_body() -> None:
    (item,) = structured(EXCERPT).items
    assert (item.number, item.suffix, item.title) == (22, None, "Bidrag till Kvinnojouren Lyktan")
    assert item.sections[0].kind is SectionKind.BESLUT
    assert item.sections[0].heading == "Socialnämndens arbetsutskotts förslag till socialnämnden"


def test_a_motion_ends_where_the_chair_puts_it() -> None:
    (item,) = structured(EXCERPT).items
    assert [motion.text for motion in item.motions] == [
        "Lars-Åke Dybeck (M) föreslår att bidraget ska vara 300 000 kronor."
    ]
    assert item.proposition_order is not None
    assert item.proposition_order.endswith("enligt förvaltningens förslag.")

from __future__ import annotations

import io

import pdfplumber
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from tools.content.generate import MAKERS
from tools.content.world import WORLDS as FOLDER
from tools.content.world import world
from tools.layouts.bundle import bundle
from tools.layouts.catalogue import LAYOUTS, set_script
from tools.layouts.invent import Invented, invent, layouts_for
from tools.paper import missing

from justera.schema.record import Record

pytestmark = pytest.mark.skipif(bool(missing()), reason=f"fonts are missing: {', '.join(missing())}")

KINDS = sorted(MAKERS)
WORLDS = sorted(path.stem for path in FOLDER.glob("*.toml"))


def squeezed(text: str) -> str:
    return "".join(text.split())


def values(one: Record) -> list[str]:
    """All that the record says in the document's own words."""
    said = [one.body or "", one.authority.name if one.authority else ""]
    said += [person.name for person in one.attendance] + [signature.name for signature in one.signatures]
    for item in one.items:
        said += [item.title or "", *item.case_numbers, *item.recipients]
        said += [section.heading or "" for section in item.sections]
        said += [line for section in item.sections for line in section.text.split("\n")]
        said += [point.text for decision in item.decisions for point in decision.points]
        said += [document.title for document in item.basis_documents]
    return said


def printed(made: Invented) -> str:
    """The text without page breaks and what repeats there."""
    with pdfplumber.open(io.BytesIO(made.data)) as document:
        return squeezed(" ".join(page.extract_text() for page in document.pages))


# An invented document costs too much to be made smaller.
@settings(max_examples=25, deadline=None, phases=(Phase.explicit, Phase.generate))
@given(st.integers(0, 10_000), st.sampled_from(KINDS), st.booleans())
def test_every_word_of_the_record_stands_in_the_document(seed: int, kind: str, held_out: bool) -> None:
    made = invent(seed, kind=kind, held_out=held_out or not layouts_for(kind))
    text = squeezed(made.text).casefold()
    for value in values(made.record):
        assert all(word in text for word in value.casefold().split()), value


@pytest.mark.parametrize("layout", sorted(LAYOUTS))
def test_a_layout_prints_its_truth(layout: str) -> None:
    made = invent(11, kind=LAYOUTS[layout].kinds[0], layout=layout)
    said, truth = printed(made), squeezed(made.text)
    assert sorted(said) == sorted(truth)
    assert made.record.quality.pages[0].words == len(made.text.split("\f")[0].split())


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_seed_invents_the_same_document(kind: str) -> None:
    held_out = not layouts_for(kind)
    one, again = (invent(5, kind=kind, held_out=held_out) for _ in range(2))
    assert one == again
    assert one.text != invent(6, kind=kind, held_out=held_out).text


def test_layouts_held_out_are_never_chosen_for_tuning() -> None:
    held_out = {name for name, layout in LAYOUTS.items() if layout.held_out}
    assert len(held_out) >= 2
    assert {kind for kind in KINDS if not layouts_for(kind, held_out=True)} == set()
    for kind in KINDS:
        assert not held_out & set(layouts_for(kind))
    for layout in LAYOUTS.values():
        assert not layout.world.startswith("heldout_") or layout.held_out


def test_a_contents_page_names_the_pages_where_items_begin() -> None:
    paper = set_script(MAKERS["protokoll"](3), "classic")
    for title, page in paper.outline:
        entry = squeezed(title.split(" ", 2)[2])
        assert entry in squeezed(paper.pages[page - 1])
        (row,) = [
            row for row in paper.pages[1].split("\n") if row.startswith(" ".join(title.split()[:2]) + " ")
        ]
        assert row.endswith(f" {page}") or squeezed(row) in squeezed(title)


@pytest.mark.parametrize("name", WORLDS)
def test_no_blank_is_left_open_in_any_world(name: str) -> None:
    for kind in KINDS:
        if kind != "ovrigt" or name.endswith("agency"):
            for seed in range(12):
                texts = [p.section.text for m in MAKERS[kind](seed, world(name)).matters for p in m.parts]
                assert not any("{" in text or "None" in text for text in texts)


@pytest.mark.parametrize("name", [name for name in WORLDS if not name.endswith("agency")])
def test_roll_calls_add_up(name: str) -> None:
    told = world(name)
    votes = [v for seed in range(25) for i in MAKERS["protokoll"](seed, told).matters for v in i.item.votes]
    assert len(votes) > 5
    for vote in votes:
        if vote.roll:
            assert (vote.yes or 0) + (vote.no or 0) + (vote.abstain or 0) == len(vote.roll)


@pytest.mark.parametrize("held_out", [False, True])
def test_a_bundle_tells_where_each_document_begins(held_out: bool) -> None:
    made = bundle(3, held_out=held_out)
    pages = made.text.split("\f")
    assert made.record.source.pages == len(pages) == len(made.record.quality.pages)
    assert made.record.parts[-1].pages_to == len(pages)
    starts = [1, *(part.pages_from for part in made.record.parts)]
    assert starts == sorted(set(starts))
    for part in made.record.parts:
        text = squeezed(" ".join(pages[part.pages_from - 1 : part.pages_to])).casefold()
        assert all(squeezed(item.title or "").casefold() in text for item in part.items)


@pytest.mark.parametrize("quality", ["clean", "office", "poor"])
def test_a_scanned_invention_keeps_its_truth(quality: str) -> None:
    scanned = invent(2, kind="delegationsbeslut", quality=quality, layer="good")
    assert squeezed(scanned.text) == squeezed(invent(2, kind="delegationsbeslut").text)
    assert scanned.record.quality.pages[0].origin == "text_layer"
    assert invent(2, kind="delegationsbeslut", quality=quality).record.quality.pages[0].origin == "ocr"

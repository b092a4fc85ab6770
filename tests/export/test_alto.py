"""ALTO and hOCR: valid, complete, and deaf to hostile text."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from tests.export import made

from justera import export
from justera.export import alto, hocr
from justera.schema import Box, Document, Line, Page, PageOrigin, Reason, Word, WordSource

SPACE = "{http://www.loc.gov/standards/alto/ns-v4#}"
SCHEMAS = Path(__file__).parents[3] / "shared" / "schemas"

STRANGE = Page(
    3,
    0,
    0,
    (Line((Word("<&\"'>\x0b\ud800", alternatives=("]]>",), doubt=made.DOUBT),)), Line()),
    PageOrigin.EMPTY,
    (Reason.of("layer_broken", cause=made.HOSTILE),),
    fault="broken <b>",
)


def xml(page: Page, *, repaired: bool = False) -> ElementTree.Element:
    return ElementTree.fromstring(alto.page_xml(made.reading().document, page, repaired=repaired))


def test_words_stand_where_they_were_read() -> None:
    root = xml(made.page())
    first = next(root.iter(f"{SPACE}String"))
    assert first.attrib["CONTENT"] == "SAMMANTRÄDESPROTOKOLL"
    # 60 points at 100 pixels per inch
    assert (first.attrib["HPOS"], first.attrib["VPOS"], first.attrib["WC"]) == ("83", "111", "0.9500")
    assert root.find(f".//{SPACE}Page").attrib["LANG"] == "sv"  # type: ignore[union-attr]


def test_the_whole_text_is_there_in_order() -> None:
    words = [word.attrib["CONTENT"] for word in xml(made.page()).iter(f"{SPACE}String")]
    assert words == " ".join(made.LINES).split()


def test_repairs_and_doubts_are_told() -> None:
    page = Page(1, 595, 842, made.boxed_lines(["kr 3 500"], doubt=made.DOUBT), PageOrigin.OCR, dpi=300)
    root = xml(page, repaired=True)
    categories = [step.text for step in root.iter(f"{SPACE}processingCategory")]
    assert categories == ["contentGeneration", "contentModification"]
    (tag,) = root.iter(f"{SPACE}OtherTag")
    marked = [word for word in root.iter(f"{SPACE}String") if word.attrib.get("TAGREFS") == tag.attrib["ID"]]
    assert tag.attrib["LABEL"] == made.DOUBT.en and [word.attrib["CONTENT"] for word in marked] == ["500"]


def test_hostile_text_stays_text() -> None:
    root = xml(STRANGE)
    word = next(root.iter(f"{SPACE}String"))
    assert word.attrib["CONTENT"] == "<&\"'>\ufffd\ufffd"
    assert [element.text for element in word] == ["]]>"]


@pytest.mark.shared
@pytest.mark.skipif(not (SCHEMAS / "alto").is_dir(), reason="the schemas are not beside the checkout")
@pytest.mark.parametrize("page", [made.page(), STRANGE, Page(2, 0, 0, (), PageOrigin.EMPTY)], ids=str)
def test_pages_are_valid_alto_4_4(page: Page) -> None:
    from lxml import etree

    class Local(etree.Resolver):  # type: ignore[misc]
        def resolve(self, url: str, name: str, context: object) -> object:
            return (
                self.resolve_filename(str(SCHEMAS / "mets-local" / "xlink.xsd"), context)
                if "xlink" in url
                else None
            )

    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(Local())
    schema = etree.XMLSchema(etree.parse(str(SCHEMAS / "alto" / "alto-4-4.xsd"), parser))
    text = alto.page_xml(made.reading().document, page, repaired=True)
    schema.assertValid(etree.fromstring(text.encode()))


def test_a_file_for_every_page(tmp_path: Path) -> None:
    export.export_document(made.reading(pages=[made.page(1), made.page(2)]), tmp_path, Path("x"), ["alto"])
    assert sorted(path.name for path in (tmp_path / "alto").iterdir()) == ["0001.xml", "0002.xml"]


def test_hocr_is_well_formed_and_escaped() -> None:
    line = Line((Word(made.HOSTILE.replace(" ", ""), Box(1, 2, 3, 4), 0.5, WordSource.OCR),))
    page = Page(1, 595, 842, (line,), PageOrigin.OCR)
    document = Document('a"b<c>.pdf', "0" * 64, "application/pdf", (page,))
    body = hocr.document_html(document).split("\n", 1)[1]
    root = ElementTree.fromstring(body)
    (word,) = [one for one in root.iter() if one.attrib.get("class") == "ocrx_word"]
    assert word.text == made.HOSTILE.replace(" ", "") and word.attrib["title"] == "bbox 4 8 12 17; x_wconf 50"


def test_hocr_of_a_text_file_is_left_out_with_a_reason(tmp_path: Path) -> None:
    plain = Page(1, 0, 0, (Line((Word("ord"),)),), PageOrigin.TEXT_LAYER)
    reading = made.reading(pages=[plain], media_type="text/plain")
    (note,) = export.export_document(reading, tmp_path, Path("x"), ["hocr"])
    assert note.skipped and "places" in note.text and not (tmp_path / "document.hocr").exists()

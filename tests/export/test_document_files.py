"""What a document leaves on disk, and that it can be read back."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.export import made

from justera import export
from justera.errors import OutputError, RecordError, UnknownSchemaVersion, UsageError
from justera.export import files, ledger, naming, notes, pages
from justera.export.remark import Remark
from justera.schema import Box, Document, Line, OutlineEntry, Page, PageOrigin, Reason, Word, WordSource
from justera.schema.record import Kind

HUNDREDTHS = st.integers(0, 60_000).map(lambda value: value / 100)
TEXT = st.text(st.characters(exclude_categories=["Cs", "Zs", "Zl", "Zp", "Cc"]), min_size=1, max_size=12)

REASONS = st.sampled_from([Reason("as_likely"), Reason.of("layer_known", percent=93)]) | st.builds(
    lambda cause: Reason.of("layer_broken", cause=cause), TEXT
)
WORDS = st.builds(
    Word,
    text=TEXT,
    box=st.none() | st.builds(Box, HUNDREDTHS, HUNDREDTHS, HUNDREDTHS, HUNDREDTHS),
    confidence=st.none() | st.integers(0, 10_000).map(lambda value: value / 10_000),
    source=st.sampled_from(WordSource),
    space=st.sampled_from(["", " ", "\t", "   ", "\u00a0"]),
    font=st.none() | TEXT,
    size=st.none() | HUNDREDTHS,
    bold=st.booleans(),
    doubt=st.none() | REASONS,
    alternatives=st.lists(TEXT, max_size=2).map(tuple),
)
LINES = st.builds(Line, words=st.lists(WORDS, max_size=4).map(tuple), block=st.integers(0, 9))
PAGES = st.builds(
    Page,
    number=st.integers(1, 999),
    width=HUNDREDTHS,
    height=HUNDREDTHS,
    lines=st.lists(LINES, max_size=4).map(tuple),
    origin=st.sampled_from(PageOrigin),
    reasons=st.lists(REASONS, max_size=2).map(tuple),
    rotation=st.sampled_from([0, 90, 180, 270]),
    dpi=st.none() | HUNDREDTHS,
    fault=st.none() | TEXT,
)
DOCUMENTS = st.builds(
    Document,
    name=TEXT,
    sha256=st.just("0" * 64),
    media_type=st.just("application/pdf"),
    pages=st.lists(PAGES, max_size=3).map(tuple),
    outline=st.lists(
        st.builds(OutlineEntry, TEXT, st.none() | st.integers(1, 9), st.integers(0, 3)), max_size=2
    ).map(tuple),
)


def written(folder: Path, *formats: str) -> Path:
    export.write_document(made.reading(), folder, Path("a.pdf"), formats)
    return folder


def test_the_contract_is_written_whatever_is_chosen(tmp_path: Path) -> None:
    assert {path.name for path in written(tmp_path).iterdir()} == {"record.json", "text.txt", "changes.jsonl"}


def test_a_document_is_read_back_as_it_was(tmp_path: Path) -> None:
    change = made.change("NämndeD", "Nämnden", offset=0)
    reading = made.reading(changes=[change])
    export.write_document(reading, tmp_path, Path("a.pdf"), ["pages"])
    assert export.load_reading(tmp_path) == reading


@given(DOCUMENTS)
def test_any_pages_survive_the_way_to_the_disk_and_back(document: Document) -> None:
    assert pages.loads(pages.dumps(document)) == document


def test_equal_readings_give_equal_bytes(tmp_path: Path) -> None:
    one, two = tmp_path / "1", tmp_path / "2"
    for folder in (one, two):
        folder.mkdir()
        written(folder, "pages", "alto", "hocr")
    names = sorted(path.relative_to(one) for path in one.rglob("*") if path.is_file())
    assert len(names) == 6
    assert [(one / name).read_bytes() for name in names] == [(two / name).read_bytes() for name in names]


def test_files_written_now_and_later_are_the_same(tmp_path: Path) -> None:
    word = Word("Ågatan", Box(60.00042, 80.123456, 100.98765, 90.5), 0.912345678, WordSource.OCR)
    page = Page(1, 595, 842, (Line((word,)),), PageOrigin.OCR, dpi=300)
    now, later = tmp_path / "now", tmp_path / "later"
    for folder in (now, later):
        folder.mkdir()
    export.write_document(made.reading(pages=[page]), now, Path("a.pdf"), ["pages", "alto", "hocr"])
    export.export_document(export.load_reading(now), later, Path("a.pdf"), ["alto", "hocr"])
    for file in ("alto/0001.xml", "document.hocr"):
        assert (later / file).read_bytes() == (now / file).read_bytes()


def test_record_is_utf8_in_schema_order_with_a_last_newline(tmp_path: Path) -> None:
    data = (written(tmp_path) / "record.json").read_bytes()
    assert "Hälsoskyddsnämnden".encode() in data and data.endswith(b"}\n")
    assert list(json.loads(data))[:3] == ["schema_version", "source", "kind"]


def test_pages_carry_no_time_stamp(tmp_path: Path) -> None:
    data = (written(tmp_path, "pages") / "pages.jsonl.gz").read_bytes()
    assert data[4:8] == b"\0\0\0\0"
    head, first = gzip.decompress(data).decode().split("\n")[:2]
    assert json.loads(head)["name"] == "a.pdf"
    assert json.loads(first)["lines"][0]["words"][0] == {
        "text": "SAMMANTRÄDESPROTOKOLL", "box": [60, 80, 186, 90], "confidence": 0.95, "source": "ocr",
    }  # fmt: skip


def test_text_keeps_pages_apart_so_that_offsets_hold(tmp_path: Path) -> None:
    reading = made.reading(pages=[made.page(1), made.page(2, ["andra sidan"])])
    export.write_document(reading, tmp_path, Path("a.pdf"), [])
    assert (tmp_path / "text.txt").read_text(encoding="utf-8").split("\f")[1] == "andra sidan"


def test_a_word_with_an_odd_line_separator_does_not_tear_the_ledger(tmp_path: Path) -> None:
    change = made.change("a\u2028b\x85", "ab", offset=0)
    export.write_document(made.reading(changes=[change]), tmp_path, Path("a.pdf"), [])
    assert ledger.load(tmp_path) == (change,)


def test_an_unknown_format_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="docx"):
        export.write_document(made.reading(), tmp_path, Path("a.pdf"), ["docx"])


def test_missing_pages_say_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="--format pages"):
        export.load_reading(written(tmp_path))


@pytest.mark.parametrize(
    "damage", [b"", b"\x1f\x8b\x08nonsense", gzip.compress(b"[]\n"), gzip.compress(b"{}\n{}\n")]
)
def test_damaged_pages_are_one_clear_error(tmp_path: Path, damage: bytes) -> None:
    (written(tmp_path, "pages") / "pages.jsonl.gz").write_bytes(damage)
    with pytest.raises(RecordError, match="damaged"):
        export.load_reading(tmp_path)


def test_a_record_of_another_version_is_told_from_a_broken_one(tmp_path: Path) -> None:
    path = written(tmp_path) / "record.json"
    record = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(record | {"schema_version": "9.0"}), encoding="utf-8")
    with pytest.raises(UnknownSchemaVersion, match=r"9\.0"):
        export.load_record(tmp_path)
    path.write_text(json.dumps(record | {"kind": "roman"}), encoding="utf-8")
    with pytest.raises(RecordError, match="/kind"):
        export.load_record(tmp_path)


def test_a_failed_write_leaves_the_old_file_and_no_scraps(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_text("old")
    with pytest.raises(RuntimeError), files.replacing(path) as temporary:
        temporary.write_text("half")
        raise RuntimeError
    assert path.read_text() == "old" and list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_gone_or_none_is_an_output_error(tmp_path: Path) -> None:
    (tmp_path / "none").write_text("")
    for folder in (tmp_path / "gone", tmp_path / "none"):
        with pytest.raises(OutputError, match="cannot be written"):
            files.write_text(folder / "file", "text")
        with pytest.raises(OutputError, match="cannot be written"):
            files.make_folder(folder / "folder")


def test_notes_are_kept_until_the_format_succeeds(tmp_path: Path) -> None:
    signed = Remark.of("signed")
    notes.keep(tmp_path, ["pdf"], {"pdf": signed})
    notes.keep(tmp_path, ["alto"], {})
    assert notes.load(tmp_path) == {"pdf": signed}
    notes.keep(tmp_path, ["pdf"], {})
    assert list(tmp_path.iterdir()) == []


def test_every_format_can_be_loaded_and_writes_something() -> None:
    assert all(form.document_writer or form.run_writer for form in export.FORMATS.values())
    assert all(bool(form.document_writer) == form.of_document for form in export.FORMATS.values())


def test_document_folders_come_in_order_without_the_runs_own(tmp_path: Path) -> None:
    for name in ("b.pdf", "a/c.pdf", ".justera/x", "a.pdf"):
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / "record.json").write_text("{}")
    found = [str(folder.relative_to(tmp_path)) for folder in export.document_folders(tmp_path)]
    assert found == ["a/c.pdf", "a.pdf", "b.pdf"]


def test_a_document_without_a_title_is_called_by_what_is_known() -> None:
    record = made.reading().record.model_copy(update={"title": None})
    assert naming.document_title(record) == "Protokoll Hälsoskyddsnämnden 2024-05-16"
    bare = record.model_copy(update={"body": None, "date": None, "meeting": None, "kind": Kind.OVRIGT})
    assert naming.document_title(bare) == "a.pdf"
    assert naming.KINDS.keys() == set(Kind)

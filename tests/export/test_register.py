"""The register: every item in it once, no cell that calculates, the same in each kind of file."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.export import made

from justera import export
from justera.errors import UsageError
from justera.export import stored
from justera.export.cells import cell
from justera.export.register import COLUMNS, record_rows, rows
from justera.schema.record import Finding, Item, Part, Record

FORMULA_STARTS = "=+-@＝＋－＠−"


def run_folder(out: Path, *titles: str) -> Path:
    for number, title in enumerate(titles):
        folder = out / f"{number:03}.pdf"
        folder.mkdir(parents=True)
        reading = made.reading(name=folder.name)
        record = reading.record.model_copy(
            update={"items": (reading.record.items[0].model_copy(update={"title": title}),)}
        )
        (folder / "record.json").write_text(record.model_dump_json(indent=2), encoding="utf-8")
        (folder / "text.txt").write_text("text", encoding="utf-8")
    return out


def table(out: Path) -> list[dict[str, str]]:
    text = (out / "register.csv").read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def test_a_row_says_what_was_decided(tmp_path: Path) -> None:
    assert export.write_run(run_folder(tmp_path, "Åtgärder"), ["register"]) == ()
    assert (tmp_path / "register.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    (row,) = table(tmp_path)
    assert row == {
        "document": "000.pdf",
        "kind": "protokoll",
        "authority": "Ärlinge kommun",
        "body": "Hälsoskyddsnämnden",
        "date": "2024-05-16",
        "paragraph": "87",
        "title": "Åtgärder",
        "case_numbers": "HSN 2024/12",
        "decision": "Nämnden beslutar att höja bidraget till 3 500 kr.",
        "status": "beslutat",
        "outcome": "bifall",
        "votes": "7 ja, 4 nej",
        "reservations": "Åsa Öhrnström (C)",
        "page": "1",
        "grade": "god",
        "findings": "0",
        "link": "000.pdf/text.txt",
    }


def test_columns_are_documented() -> None:
    page = (Path(__file__).parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")
    assert [name for name in COLUMNS if f"| `{name}` |" not in page] == []


def test_every_format_is_documented() -> None:
    page = (Path(__file__).parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")
    assert [name for name in export.FORMATS if f"| `{name}` |" not in page] == []


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+46",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r\n=1",
        " =1",
        "\ufeff=1",
        "\u200b=1",
        "＝1",
        "a;=1",
        "a; \u00a0@x",
        "'=1;-2",
    ],
)
def test_nothing_that_calculates_gets_through(text: str) -> None:
    assert not _calculates(cell(text))


@given(st.text())
def test_no_text_at_all_calculates(text: str) -> None:
    shown = cell(text)
    assert not _calculates(shown) and "\n" not in shown and "\t" not in shown


@given(st.text(alphabet=st.characters(categories=["L", "N", "Zs"], include_characters=".,()/§%")))
def test_ordinary_text_is_left_as_it_is(text: str) -> None:
    assert cell(text) == text.strip()


def _calculates(shown: str) -> bool:
    """As a reader with commas, and as one with semicolons, would see it."""
    starts = [re.sub(r"^[\s\ufeff\u200b]*", "", part)[:1] for part in shown.split(";")]
    return any(start in FORMULA_STARTS for start in starts if start)


def test_the_check_of_this_test_can_fail() -> None:
    assert (
        all(map(_calculates, ("=1", " =1", "a;=1", "a; -1")))
        and not _calculates("'=1")
        and not _calculates("a-1")
    )


def test_a_document_without_items_has_a_row_all_the_same() -> None:
    record = made.reading().record.model_copy(update={"items": ()})
    (row,) = record_rows(record, "x")
    assert (row.title, row.paragraph, row.case_numbers) == ("Protokoll 2024-05-16", "", "HSN 2024/12")


def test_findings_are_counted_where_they_belong() -> None:
    findings = [
        Finding(rule="R10", severity="error", message="m", at="/items/1/number"),
        Finding(rule="R02", severity="warning", message="m", at="/date"),
        Finding(rule="R45", severity="info", message="m", at="/items/0"),
    ]
    record = made.reading(findings=findings).record
    record = record.model_copy(update={"items": (*record.items, Item(number=88, suffix="a", title="T"))})
    assert [(row.paragraph, row.findings) for row in record_rows(record, "x")] == [("87", 1), ("88 a", 2)]


def test_a_broken_record_costs_its_own_rows_and_is_named_once(tmp_path: Path) -> None:
    run_folder(tmp_path, "A", "B", "C")
    (tmp_path / "001.pdf" / "record.json").write_text("{", encoding="utf-8")
    problems = export.write_run(tmp_path, ["register", "jsonl", "xlsx"])
    assert [row["title"] for row in table(tmp_path)] == ["A", "C"]
    assert [problem.what.split()[0] for problem in problems] == [str(tmp_path / "001.pdf" / "record.json")]


def test_the_best_file_is_linked(tmp_path: Path) -> None:
    run_folder(tmp_path, "A")
    (tmp_path / "000.pdf" / "document.pdf").touch()
    export.write_run(tmp_path, ["register"])
    assert table(tmp_path)[0]["link"] == "000.pdf/document.pdf"


@pytest.mark.parametrize("form", ["register", "xlsx", "jsonl"])
def test_the_same_records_give_the_same_bytes(tmp_path: Path, form: str) -> None:
    path = run_folder(tmp_path, "A", "=B") / f"register.{form.replace('register', 'csv')}"
    export.write_run(tmp_path, [form])
    before = path.read_bytes()
    export.write_run(tmp_path, [form])
    assert path.read_bytes() == before


def test_json_lines_keep_the_text_as_it_stands(tmp_path: Path) -> None:
    export.write_run(run_folder(tmp_path, "=1+1"), ["jsonl"])
    (line,) = (tmp_path / "register.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["title"] == "=1+1" and json.loads(line)["page"] == 1


def test_the_workbook_has_text_and_links_but_no_formula(tmp_path: Path) -> None:
    export.write_run(run_folder(tmp_path, "=HYPERLINK(1)", "\x01\x1b[31m", "å" * 40_000), ["xlsx"])
    with zipfile.ZipFile(tmp_path / "register.xlsx") as book:
        sheet = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    space = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    texts = [element.text or "" for element in sheet.iter(f"{space}t")]
    assert list(sheet.iter(f"{space}f")) == [] and "=HYPERLINK(1)" in texts
    assert len(list(sheet.iter(f"{space}hyperlink"))) == 3
    assert max(map(len, texts)) <= 32_767 and any("cut here" in text for text in texts)


def test_parquet_is_typed_or_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run_folder(tmp_path, "A")
    with monkeypatch.context() as without:
        without.setitem(__import__("sys").modules, "pyarrow", None)
        with pytest.raises(UsageError, match=r"justera\[analysis\]"):
            export.write_run(tmp_path, ["parquet"])
    parquet = pytest.importorskip("pyarrow.parquet", reason="the extra analysis is not installed")
    export.write_run(tmp_path, ["parquet"])
    rows = parquet.read_table(tmp_path / "register.parquet")
    assert rows.column_names == list(COLUMNS) and rows.to_pylist()[0]["page"] == 1


def test_items_of_further_documents_in_the_file_have_rows_of_their_own() -> None:
    record = made.reading().record
    second = Part(
        pages_from=2, pages_to=3, kind="protokollsutdrag", body="Byggnadsnämnden", date="2024-06-01",
        items=(Item(number=3, title="Bygglov"),),
    )  # fmt: skip
    finding = Finding(rule="R10", severity="error", message="m", at="/parts/0/items/0/number")
    evidence = dict(record.evidence) | {"/parts/0/items/0/title": (made.evidence(1, 1, 2, 2, page=2),)}
    record = record.model_copy(update={"parts": (second,), "findings": (finding,), "evidence": evidence})
    first, other = record_rows(record, "x")
    assert (first.body, first.page, first.findings) == ("Hälsoskyddsnämnden", 1, 0)
    assert (other.body, other.date, other.paragraph) == ("Byggnadsnämnden", "2024-06-01", "3")
    assert (other.kind, other.page, other.findings) == ("protokollsutdrag", 2, 1)


def test_records_are_read_one_at_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run_folder(tmp_path, *("A" * 30))
    read: list[Path] = []
    original = stored.load_record

    def load(folder: Path) -> Record:
        read.append(folder)
        return original(folder)

    monkeypatch.setattr(stored, "load_record", load)
    next(rows(tmp_path, lambda error: None))
    assert len(read) == 1

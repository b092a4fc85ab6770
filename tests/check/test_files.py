from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from justera.check.files import source_changed
from justera.check.folder import run_findings
from justera.check.subjects import of_record, verdicts
from justera.errors import DamagedInput, MissingInput, OcrUnavailable
from justera.schema import Reading, Record

Make = Callable[..., Record]
Put = Callable[..., Path]

CHANGE = {
    "page": 1,
    "offset": 0,
    "box": None,
    "before": "2O24",
    "after": "2024",
    "rule": "x",
    "evidence": "y",
    "confidence": 0.99,
}


def found(path: Path) -> list[tuple[str, str]]:
    return [(finding.rule, finding.message) for finding in of_record(path).findings]


def test_whole_files_say_nothing(record: Record, put: Put) -> None:
    path = put(record, text__txt="§ 11 Ärende", changes__jsonl="", alto__xml="<alto/>")
    assert found(path) == []


def test_a_repaired_digit_in_the_ledger(record: Record, put: Put) -> None:
    assert [rule for rule, _ in found(put(record, changes__jsonl=json.dumps(CHANGE) + "\n"))] == ["R91"]


def test_a_broken_ledger_and_broken_xml(record: Record, put: Put) -> None:
    path = put(record, changes__jsonl='{"page":', alto__xml="<alto>")
    assert [rule for rule, _ in found(path)] == ["R86", "R86"]


def test_text_that_is_not_utf_8_or_not_in_normal_form(record: Record, put: Put) -> None:
    path = put(record, text__txt="fo\u0308re")
    assert [rule for rule, _ in found(path)] == ["R83"]
    (path.parent / "text.txt").write_bytes("före".encode("latin-1"))
    assert "text.txt is not UTF-8" in found(path)[0][1]


def test_checksums_of_a_manifest(record: Record, put: Put) -> None:
    digest = hashlib.sha256("då".encode()).hexdigest()
    manifest = f"{digest}  text.txt\n{digest}  gone.txt\n"
    path = put(record, text__txt="då", **{"manifest-sha256__txt": manifest})
    assert ["gone.txt, named in" in message for _, message in found(path)] == [True]
    (path.parent / "text.txt").write_text("nu", encoding="utf-8")
    assert [rule for rule, _ in found(path)] == ["R86", "R86"]


def test_a_package_marked_for_disposal(record: Record, put: Put) -> None:
    assert [rule for rule, _ in found(put(record, fgs__xml='<arkiv Gallras="true"/>'))] == ["R85"]


def pdf(path: Path, *, claim: str | None, intent: bool, font: bool) -> None:
    with pikepdf.new() as new:
        new.add_blank_page()
        if font:
            fonts = pikepdf.Dictionary(
                F1=pikepdf.Dictionary(Type=pikepdf.Name.Font, BaseFont=pikepdf.Name("/Helvetica"))
            )
            new.pages[0].Resources = pikepdf.Dictionary(Font=fonts)
        if claim:
            with new.open_metadata() as metadata:
                metadata["pdfaid:part"] = claim[0]
                metadata["pdfaid:conformance"] = claim[1]
        if intent:
            new.Root.OutputIntents = pikepdf.Array([])
        new.save(path)


@pytest.mark.parametrize(
    ("claim", "intent", "font", "words"),
    [
        (None, False, True, None),
        ("2B", True, False, None),
        ("2B", False, False, "claims PDF/A-2b, but it has no colour profile"),
        ("3B", True, True, "claims PDF/A-3b, but the font /Helvetica is not embedded"),
    ],
)
def test_a_claim_of_pdf_a(
    claim: str | None, intent: bool, font: bool, words: str | None, record: Record, put: Put
) -> None:
    path = put(record)
    pdf(path.parent / "document.pdf", claim=claim, intent=intent, font=font)
    messages = [message for rule, message in found(path) if rule == "R82"]
    assert (words is None and not messages) or (words is not None and words in messages[0])


def test_a_broken_pdf(record: Record, put: Put) -> None:
    path = put(record)
    (path.parent / "document.pdf").write_bytes(b"%PDF-1.7 nothing")
    assert [rule for rule, _ in found(path)] == ["R86"]


def test_the_source_is_still_the_same(make: Make, tmp_path: Path) -> None:
    (tmp_path / "sn.pdf").write_bytes(b"scan")
    source = {"name": "sn.pdf", "pages": 1, "media_type": "application/pdf"}
    same = make(source=source | {"sha256": hashlib.sha256(b"scan").hexdigest()})
    assert list(source_changed(same, tmp_path)) == []
    other = make(source=source | {"sha256": "0" * 64})
    assert [f.at for f in source_changed(other, tmp_path)] == ["/source/sha256"]
    gone = make(source=source | {"name": "x.pdf", "sha256": "0" * 64})
    assert [f.at for f in source_changed(gone, tmp_path)] == ["/source/name"]


def test_a_run_whose_counts_are_not_its_files(record: Record, put: Put, tmp_path: Path) -> None:
    verdict = of_record(put(record))
    out = tmp_path / "out"
    (out / "run.json").write_text('{"outcomes": {"ok": 1, "failed": 0, "skipped": 2}}', encoding="utf-8")
    (out / "register.csv").write_text("\ufeffdocument,item\nsn,11\nsn,12\n", encoding="utf-8")
    assert run_findings(out, [verdict]) == []
    (out / "run.json").write_text('{"outcomes": {"ok": 1, "review": 1}}', encoding="utf-8")
    (out / "register.csv").write_text("document,item\nsn,11\n", encoding="utf-8")
    assert [f.rule for f in run_findings(out, [verdict])] == ["R90", "R90"]
    (out / "run.json").write_text('{"outcomes": {"ok": 1, "failed": 2, "oom": 1}}', encoding="utf-8")
    (out / "register.csv").unlink()
    assert (
        "3 documents of the run have no record (failed 2, oom 1)" in run_findings(out, [verdict])[0].message
    )
    (out / "run.json").write_text("[]", encoding="utf-8")
    assert run_findings(out, [verdict]) == []


def test_documents_are_read_first(record: Record, tmp_path: Path) -> None:
    from justera.schema import Document

    for name in ("b.pdf", "a.PDF", "notes.odt", "~$b.pdf", "README"):
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "z.bak").write_bytes(b"%PDF-1.7 a scan under a name of its own")
    (tmp_path / "record.json").mkdir()
    (tmp_path / ".cache").mkdir()
    (tmp_path / ".cache" / "c.pdf").write_bytes(b"")

    def reader(path: Path) -> Reading:
        if path.name == "b.pdf":
            raise DamagedInput("b.pdf is truncated")
        return Reading(record, Document("", "", "", ()), ())

    first, second, third = verdicts([tmp_path], reader)
    assert third.file.name == "z.bak"
    assert first.record is not None and first.findings == ()
    assert [(f.rule, f.message) for f in second.findings] == [
        ("R80", "the document cannot be read: b.pdf is truncated")
    ]


def test_troubles_of_our_own_are_no_verdict(tmp_path: Path) -> None:
    def reader(path: Path) -> Reading:
        raise OcrUnavailable("no Tesseract")

    with pytest.raises(MissingInput):
        list(verdicts([tmp_path], reader))
    with pytest.raises(MissingInput):
        list(verdicts([tmp_path / "nothing"], reader))
    (tmp_path / "a.png").write_bytes(b"")
    with pytest.raises(OcrUnavailable):
        list(verdicts([tmp_path], reader))


def test_verdicts_keep_little_of_a_record(record: Record, put: Put) -> None:
    kept = of_record(put(record)).record
    assert kept is not None
    assert [item.number for item in kept.items] == [11, 12]
    assert kept.source == record.source
    assert len(kept.model_dump_json()) < len(record.model_dump_json()) / 2

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from tools.paper import missing
from tools.samples.make import Made, make
from tools.samples.plan import SAMPLES, SOURCES, Sample

from justera.schema.record import Record

pytestmark = pytest.mark.skipif(bool(missing()), reason=f"fonts are missing: {', '.join(missing())}")

COMMITTED = Path(__file__).parents[2] / "samples"
QUICK = [sample for sample in SAMPLES if not sample.runs_tesseract and sample.form != "scan"]


def by_source(sample: Sample) -> str:
    return sample.source


def test_every_source_is_a_sample_and_every_sample_is_committed() -> None:
    assert {path.stem for path in SOURCES.glob("*-*.toml")} == {sample.source for sample in SAMPLES}
    assert {path.name for path in (COMMITTED / "documents").iterdir()} == {s.name for s in SAMPLES}
    assert {path.name for path in (COMMITTED / "truth").iterdir()} == {s.source for s in SAMPLES}
    readme = (COMMITTED / "README.md").read_text("utf-8")
    assert all(f"`{sample.name}`" in readme for sample in SAMPLES)


def test_the_committed_set_is_small() -> None:
    assert sum(path.stat().st_size for path in (COMMITTED / "documents").iterdir()) < 6_000_000


@pytest.mark.parametrize("sample", SAMPLES, ids=by_source)
def test_golden_records_are_valid_and_name_the_committed_file(sample: Sample) -> None:
    import hashlib

    folder = COMMITTED / "truth" / sample.source
    golden = Record.model_validate_json((folder / "record.json").read_text("utf-8"))
    data = (COMMITTED / "documents" / sample.name).read_bytes()
    assert golden.source.name == sample.name
    assert golden.source.sha256 == hashlib.sha256(data).hexdigest()
    assert golden.source.pages == (folder / "text.txt").read_text("utf-8").count("\f") + 1


@pytest.mark.parametrize("sample", QUICK, ids=by_source)
def test_samples_are_made_again_as_they_are_committed(sample: Sample) -> None:
    made = make(sample)
    folder = COMMITTED / "truth" / sample.source
    assert made.text == (folder / "text.txt").read_text("utf-8")
    golden = Record.model_validate_json((folder / "record.json").read_text("utf-8"))
    assert golden.model_copy(update={"source": made.record.source}) == made.record
    assert make(sample).data == made.data
    assert_same_picture(made)


def assert_same_picture(made: Made) -> None:
    """Bytes may differ with the versions of the compressors; what is seen may not."""
    committed = (COMMITTED / "documents" / made.sample.name).read_bytes()
    if committed == made.data:
        return
    a, b = (np.asarray(picture(data, made.sample.form), np.float32) for data in (committed, made.data))
    assert a.shape == b.shape
    assert np.abs(a - b).mean() < 1.0


def picture(data: bytes, form: str) -> Image.Image:
    if form != "print":
        return Image.open(io.BytesIO(data)).convert("L")
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    try:
        return document[0].render(grayscale=True).to_pil().convert("L")  # type: ignore[no-any-return]
    finally:
        document.close()

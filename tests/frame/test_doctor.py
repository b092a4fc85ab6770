from __future__ import annotations

import pytest

from justera.errors import OcrUnavailable
from justera.ingest.engine import installation, tesseract


def test_without_tesseract_every_system_gets_its_command(monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing() -> str:
        raise OcrUnavailable("Tesseract is not installed")

    monkeypatch.setattr(tesseract, "command", nothing)
    found = installation.examine()
    assert found.version is None
    assert found.missing == ("Latin", "swe", "eng", "osd")
    advice = "\n".join(found.advice())
    assert all(word in advice for word in ("apt", "dnf", "brew"))


@pytest.mark.ocr
def test_the_installed_models_are_judged_by_what_they_print() -> None:
    found = installation.examine()
    if found.missing:
        pytest.skip("Tesseract or a model of it is not installed")
    prints = {model.name: model.prints for model in found.models}
    assert set("§%åäö") <= set(prints["Latin"])
    assert not set("§%") & set(prints["swe"])
    assert not set("åäö") & set(prints["eng"])
    assert not tuple(found.advice())
    assert any("cannot print § %" in line for line in found.lines())

from __future__ import annotations

from pathlib import Path

import pytest

from justera.errors import SettingsError
from justera.exit_code import ExitCode
from justera.ocr_mode import OcrMode
from justera.settings import environment_name, resolve, setting_names


def test_every_setting_has_a_default_and_says_so(tmp_path: Path) -> None:
    resolved = resolve(environment={}, folder=tmp_path)
    assert set(resolved.sources.values()) == {"default"}
    assert set(resolved.sources) == set(setting_names())


def test_flag_beats_environment_beats_file_beats_default(tmp_path: Path) -> None:
    (tmp_path / "justera.toml").write_text('[ocr]\nmode = "keep"\ndpi = 200\nmax_pixels = 5\n')
    resolved = resolve(
        {"ocr.mode": "force", "ocr.dpi": None},
        environment={"JUSTERA_OCR_MODE": "redo", "JUSTERA_OCR_DPI": "150"},
        folder=tmp_path,
    )
    assert (resolved.settings.ocr.mode, resolved.sources["ocr.mode"]) == (OcrMode.FORCE, "flag")
    assert (resolved.settings.ocr.dpi, resolved.sources["ocr.dpi"]) == (150, "environment JUSTERA_OCR_DPI")
    assert resolved.settings.ocr.max_pixels == 5
    assert resolved.sources["ocr.max_pixels"] == str(tmp_path / "justera.toml")


def test_environment_lists_are_comma_separated(tmp_path: Path) -> None:
    resolved = resolve(environment={"JUSTERA_EXPORT_FORMATS": "json,pdf"}, folder=tmp_path)
    assert resolved.settings.export.formats == ("json", "pdf")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("[ocr]\ndpi = 5\n", "ocr.dpi"),
        ("[ocr]\nspeed = 5\n", "unknown setting ocr.speed"),
        ("[orc]\ndpi = 300\n", "unknown setting orc.dpi"),
        ("ocr = 3\n", "must be a table"),
        ("[ocr\n", "cannot be read"),
        ("[ocr]\n[ocr.dpi]\nx = 1\n", "ocr.dpi"),
    ],
)
def test_a_bad_file_is_one_clear_error(tmp_path: Path, content: str, said: str) -> None:
    (tmp_path / "justera.toml").write_text(content)
    with pytest.raises(SettingsError) as caught:
        resolve(environment={}, folder=tmp_path)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)
    assert caught.value.exit_code is ExitCode.SETTINGS


def test_a_misspelt_variable_is_not_passed_over(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"JUSTERA_OCR_DIP.*did you mean ocr\.dpi"):
        resolve(environment={"JUSTERA_OCR_DIP": "150"}, folder=tmp_path)
    assert resolve(environment={"JUSTERA_TRACE": "1"}, folder=tmp_path)


def test_environment_names_are_predictable() -> None:
    assert environment_name("ocr.max_pixels") == "JUSTERA_OCR_MAX_PIXELS"

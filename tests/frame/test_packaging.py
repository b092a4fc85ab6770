from __future__ import annotations

import importlib.util
import tomllib
from pathlib import Path

import justera

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_every_package_on_disk_is_declared() -> None:
    on_disk = {
        ".".join(("justera", *path.parent.relative_to(ROOT / "src").parts))
        for path in (ROOT / "src").rglob("__init__.py")
    }
    declared = PROJECT["tool"]["setuptools"]["packages"]
    assert set(declared) == on_disk
    assert declared == sorted(declared)


def test_every_data_file_is_packaged() -> None:
    patterns = PROJECT["tool"]["setuptools"]["package-data"]["*"]
    data = [
        path
        for path in (ROOT / "src").rglob("*")
        if path.is_file() and path.suffix != ".py" and "__pycache__" not in path.parts
    ]
    lost = [path for path in data if not any(path.match(pattern) for pattern in patterns)]
    assert lost == []
    assert all((path.parent / "__init__.py").exists() for path in data)


def test_the_rooms_are_no_top_level_packages() -> None:
    for room in ("ingest", "normalize", "schema", "structure"):
        assert importlib.util.find_spec(room) is None


def test_the_version_stands_once_for_users_and_once_for_pip() -> None:
    assert PROJECT["project"]["version"] == justera.__version__


def test_lock_files_name_no_index_and_hash_everything() -> None:
    for name in ("requirements.lock", "requirements-dev.lock"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert "index-url" not in text and "://" not in text
        pins = [line for line in text.splitlines() if "==" in line and not line.lstrip().startswith("--")]
        assert pins and all(line.endswith("\\") for line in pins)

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from justera.language import store


def test_arrays_come_back_as_they_were(tmp_path: Path) -> None:
    arrays = {
        "a": np.arange(5, dtype=np.uint16),
        "b": np.array([1.5, -2.0]),
        "none": np.zeros(0, dtype=np.uint8),
    }
    store.write(tmp_path / "x.bin", arrays, {"source": "å"})
    read = store.read(tmp_path / "x.bin")
    assert read.keys() == arrays.keys()
    for name, array in arrays.items():
        assert read[name].dtype == array.dtype
        assert read[name].tolist() == array.tolist()


def test_same_arrays_give_same_bytes(tmp_path: Path) -> None:
    arrays = {"a": np.arange(100, dtype=np.uint32)}
    for name in ("x", "y"):
        store.write(tmp_path / name, arrays, {"b": 1, "a": 2})
    assert (tmp_path / "x").read_bytes() == (tmp_path / "y").read_bytes()


def test_a_foreign_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.bin").write_bytes(b"something else\n")
    with pytest.raises(ValueError, match="no language file"):
        store.read(tmp_path / "x.bin")


def test_data_files_are_small_enough_to_ship() -> None:
    folder = Path(store.__file__).parent
    assert sum(path.stat().st_size for path in folder.glob("*.bin")) < 20_000_000

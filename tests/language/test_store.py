from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from tools.language import storing

from justera.language import store


def test_arrays_come_back_as_they_were(tmp_path: Path) -> None:
    arrays: dict[str, np.ndarray] = {
        "a": np.arange(5, dtype=np.uint16),
        "b": np.array([0, 1 << 31], dtype=np.uint32),
        "none": np.zeros(0, dtype=np.uint8),
    }
    storing.write(tmp_path / "x.bin", arrays, {"source": "å"})
    read = store.read(tmp_path / "x.bin")
    assert read.keys() == arrays.keys()
    for name, array in arrays.items():
        assert read[name].itemsize == array.itemsize
        assert read[name].tolist() == array.tolist()


def test_same_arrays_give_same_bytes(tmp_path: Path) -> None:
    arrays = {"a": np.arange(100, dtype=np.uint32)}
    for name in ("x", "y"):
        storing.write(tmp_path / name, arrays, {"b": 1, "a": 2})
    assert (tmp_path / "x").read_bytes() == (tmp_path / "y").read_bytes()


def test_an_array_that_could_not_be_read_is_not_written(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="float64"):
        storing.write(tmp_path / "x", {"a": np.array([1.5])}, {})


def test_a_foreign_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.bin").write_bytes(b"something else\n")
    with pytest.raises(ValueError, match="no language file"):
        store.read(tmp_path / "x.bin")


def test_data_files_are_small_enough_to_ship() -> None:
    folder = Path(store.__file__).parent
    assert sum(path.stat().st_size for path in folder.glob("*.bin")) < 20_000_000

from __future__ import annotations

import numpy as np

from justera.ingest.ruling.dark_runs import connected, covered, stretches


def _mask(*rows: str) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    return np.array([[place == "#" for place in row] for row in rows])


def test_stretches_reach_to_both_edges_of_a_row() -> None:
    assert stretches(_mask("##..#.##")[0]) == [(0, 2), (4, 5), (6, 8)]
    assert stretches(_mask("....")[0]) == []


def test_a_run_may_have_holes_up_to_the_share_that_is_no_ink() -> None:
    row = _mask(".#####.###.##......")
    assert stretches(covered(row, 10, 0.8)[0]) == [(0, 13)]
    assert stretches(covered(row, 10, 0.95)[0]) == []


def test_runs_of_any_length_are_counted_as_pixel_by_pixel() -> None:
    ink = np.random.default_rng(7).random((20, 700)) < 0.93
    for length in (1, 2, 27, 40, 100, 255, 256, 300):
        windows = np.lib.stride_tricks.sliding_window_view(ink, length, axis=1)
        expected = np.zeros_like(ink)
        for row, start in np.argwhere(windows.sum(axis=2) >= 0.93 * length):
            expected[row, start : start + length] = True
        assert (covered(ink, length, 0.93) == expected).all()


def test_stretches_that_touch_in_the_next_row_are_one() -> None:
    assert connected(_mask("##....", ".##...", "....##")) == [(0, 1, 0, 3), (2, 2, 4, 6)]

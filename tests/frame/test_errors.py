from __future__ import annotations

import pickle
from collections.abc import Iterator

import pytest

from justera import errors
from justera.errors import JusteraError
from justera.exit_code import ExitCode


def every_error(kind: type[JusteraError] = JusteraError) -> Iterator[type[JusteraError]]:
    yield kind
    for child in kind.__subclasses__():
        yield from every_error(child)


@pytest.mark.parametrize("kind", list(every_error()))
def test_an_error_says_what_is_wrong_and_what_to_do_in_one_line(kind: type[JusteraError]) -> None:
    error = kind("a.pdf is odd")
    assert str(error).startswith("a.pdf is odd; ")
    assert len(str(error)) > len("a.pdf is odd; ")
    assert "\n" not in str(error)


@pytest.mark.parametrize("kind", list(every_error()))
def test_an_error_survives_the_way_from_a_child_process(kind: type[JusteraError]) -> None:
    error = pickle.loads(pickle.dumps(kind("a.pdf is odd", next_step="mend it")))
    assert type(error) is kind
    assert (error.what, error.next_step) == ("a.pdf is odd", "mend it")


def test_the_tree_in_the_docstring_is_the_tree() -> None:
    drawn = {line.split("── ")[1].split()[0] for line in (errors.__doc__ or "").splitlines() if "── " in line}
    assert drawn == {kind.__name__ for kind in every_error()} - {"JusteraError"}


def test_leaf_errors_of_one_document_have_codes_of_their_own() -> None:
    leaves = [kind for kind in every_error(errors.InputError) if not kind.__subclasses__()]
    assert len({kind.exit_code for kind in leaves}) == len(leaves)


def test_exit_codes_fit_a_process() -> None:
    assert all(0 <= code <= 255 for code in ExitCode)

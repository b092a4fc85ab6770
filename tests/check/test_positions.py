from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from justera.check.positions import line_of, lines

TEXT = """{
  "a": [
    1,
    {"b/c": "x, ]}"}
  ],
  "empty": [], "none": {},
  "last": null
}
"""


def test_lines_of_values() -> None:
    known = lines(TEXT)
    assert known == {
        "": 1, "/a": 2, "/a/0": 3, "/a/1": 4, "/a/1/b~1c": 4, "/empty": 6, "/none": 6, "/last": 7
    }  # fmt: skip


def test_a_missing_value_stands_where_its_parent_does() -> None:
    assert line_of("/a/7/title", lines(TEXT)) == 2
    assert line_of("/x", lines(TEXT)) == 1
    assert line_of("/x", {}) == 1


json_values = st.recursive(
    st.none() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
)


@given(json_values)
def test_every_value_of_any_json_has_its_line(value: object) -> None:
    text = json.dumps(value, indent=1, ensure_ascii=False)
    known = lines(text)

    def walk(at: str, part: object) -> None:
        assert 1 <= known[at] <= text.count("\n") + 1
        pairs = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ()
        for key, inner in pairs:
            walk(f"{at}/{str(key).replace('~', '~0').replace('/', '~1')}", inner)

    walk("", value)

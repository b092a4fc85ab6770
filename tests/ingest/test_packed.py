from __future__ import annotations

from PIL import Image
from tests.ingest import papers

from justera.ingest import packed
from justera.ingest.files.sheets import Picture
from justera.ingest.packed import Shelf
from justera.ingest.ready import make_ready


def test_a_page_comes_back_as_it_was() -> None:
    ready = make_ready(Picture(papers.picture().convert("L"), 150), (595, 842))
    shelf = Shelf()
    shelf.put(3, ready)
    again = shelf.get(3)
    assert again is not None
    assert again.prepared.image.tobytes() == ready.prepared.image.tobytes()
    assert (again.plate.frame, again.size, again.prepared.care) == (
        ready.plate.frame,
        ready.size,
        ready.prepared.care,
    )


def test_a_shelf_holds_so_many_pages_and_no_more() -> None:
    ready = make_ready(Picture(Image.new("L", (60, 60), 255), 150), (29, 29))
    shelf = Shelf()
    for number in range(packed.MOST + 1):
        shelf.put(number, ready)
    assert shelf.get(packed.MOST - 1) is not None
    assert shelf.get(packed.MOST) is None

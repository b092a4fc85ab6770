"""The protocol of S3 itself, by a server of the test's own."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from justera.batch import output, remote
from justera.batch.remote import Url

from .conftest import leftovers, tree
from .test_remote import CONTENTS, copied, fill, go

s3fs = pytest.importorskip("s3fs")
server = pytest.importorskip("moto.server")


@pytest.fixture(scope="module")
def endpoint() -> Iterator[str]:
    """A store on this machine, where users' own configuration would look for one."""
    running = server.ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    running.start()
    host, port = running.get_host_and_port()
    yield f"http://{host}:{port}"
    running.stop()


@pytest.fixture
def bucket(endpoint: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Url:
    settings = {
        "AWS_ENDPOINT_URL": endpoint,
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_DEFAULT_REGION": "us-east-1",
        "XDG_STATE_HOME": str(tmp_path / "state"),
    }
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    url = Url(f"s3://archive-{uuid.uuid4().hex}")
    s3fs.S3FileSystem().mkdir(str(url))
    return url


def test_s3_gives_the_bytes_of_a_folder_and_goes_on_with_one_listing(
    documents: Callable[[Mapping[str, str]], Path],
    tame: None,
    bucket: Url,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder, url, out = documents(CONTENTS), fill(bucket / "in"), bucket / "out"
    go(folder, out=tmp_path / "whole")
    assert go(url, out=out).totals.inputs == len(CONTENTS)
    assert copied(out, tmp_path / "copy") == tree(tmp_path / "whole")
    assert leftovers(output.at(out).home) == []
    asked: list[Url] = []
    entry = remote.entry

    def count(place: Url) -> remote.Entry | None:
        asked.append(place)
        return entry(place)

    monkeypatch.setattr(remote, "entry", count)
    plan = go(url, out=out).plan
    assert (plan.waiting, plan.done) == (0, 5)
    assert not [place for place in asked if place.name == "outcome.json"]
    remote.write(url / "b.txt", b"ok")
    remote.remove([out / "a.txt" / "outcome.json"])
    assert go(url, out=out).plan.waiting == 2

"""Inputs and outputs behind URLs: the bytes of a folder, and nothing half where nothing can be renamed."""

from __future__ import annotations

import subprocess
import sys
import uuid
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from justera.batch import Options, Retry, Summary, manifest, output, remote, run, store
from justera.batch.bucket import CLAIM, Bucket
from justera.batch.found import NO_DOCUMENT
from justera.batch.inventory import find
from justera.batch.outcome import Outcome, Result
from justera.batch.rehearsal import write_manifest
from justera.batch.remote import Url
from justera.batch.status import explain, status
from justera.errors import MissingInput, OutputError, UnreachableInput, UsageError

from .conftest import QUICK, STAGE, leftovers, outcomes, tree

fsspec = pytest.importorskip("fsspec")

CONTENTS = {
    "a.txt": "ok",
    "b.txt": "review",
    "c d.txt": "bug",
    "sub/å#ä?ö%.txt": "ok",
    "sub/c.txt": "encrypted",
    "x.docx": "no document",
}


@pytest.fixture(params=["memory", "local"])
def bucket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Iterator[Url]:
    """A store in memory, and one that fsspec keeps in a folder."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    if request.param == "local":
        yield Url(f"local://{tmp_path}/bucket")
        return
    url = Url(f"memory://{uuid.uuid4().hex}")
    yield url
    system = fsspec.filesystem("memory")
    system.rm(str(url), recursive=True) if system.exists(str(url)) else None


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Url:
    """A store that other processes see too."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return Url(f"local://{tmp_path}/bucket")


def fill(url: Url, contents: Mapping[str, str] = CONTENTS) -> Url:
    for name, content in contents.items():
        remote.write(url / name, content.encode())
    return url


def go(*inputs: Path | str, out: Path | str, **options: Any) -> Summary:
    return run(inputs, out, QUICK, Options(**{"stage": STAGE, **options}))


def copied(url: Url, folder: Path) -> dict[str, str]:
    """What lies in a store, as `conftest.tree` has it."""
    for file in remote.files_below(url):
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        remote.fetch(url / file, folder / file)
    return tree(folder)


def test_a_bucket_gives_the_bytes_of_a_folder(
    documents: Callable[[Mapping[str, str]], Path], tame: None, bucket: Url, tmp_path: Path
) -> None:
    folder, url = documents(CONTENTS), fill(bucket / "in")
    summary = go(folder, out=tmp_path / "whole")
    assert summary.totals.inputs == len(CONTENTS)
    ways: list[tuple[Path | Url, Path | Url]] = [
        (folder, bucket / "one"),
        (url, bucket / "two"),
        (url, tmp_path / "three"),
    ]
    for number, (source, out) in enumerate(ways):
        assert go(source, out=out).totals.outcomes == summary.totals.outcomes
        made = copied(out, tmp_path / f"copy{number}") if isinstance(out, Url) else tree(out)
        assert made == tree(tmp_path / "whole")
        assert leftovers(output.at(out).home) == []


def test_an_inventory_behind_a_url_is_that_of_a_folder(
    documents: Callable[[Mapping[str, str]], Path], bucket: Url, tmp_path: Path
) -> None:
    contents = CONTENTS | {".hidden": "", "sub/Thumbs.db": "", "scan.bak": "%PDF-1.7", "sub.txt": "ok"}
    folder, url = documents(contents), fill(bucket / "in", contents)
    local = list(find([folder], tmp_path / "out"))
    far = list(find([url], bucket / "out"))
    seen = [[(one.relative, one.skip, one.hidden) for one in found] for found in (far, local)]
    assert seen[0] == seen[1]
    sizes = [[one.size for one in found if not one.skip and not one.hidden] for found in (far, local)]
    assert sizes[0] == sizes[1]
    assert {one.skip for one in far} == {"", NO_DOCUMENT}
    assert [one.relative for one in find([url / "x.docx"], bucket / "out")] == ["x.docx"], "named, so read"
    assert not any(one.relative.startswith("sub/") for one in find([url], url / "sub")), "the output"


def test_only_what_is_new_or_changed_is_fetched(
    tame: None, bucket: Url, monkeypatch: pytest.MonkeyPatch
) -> None:
    url, out = fill(bucket / "in"), bucket / "out"
    fetched: list[str] = []
    fetch = remote.fetch

    def count(place: Url, target: Path) -> None:
        if place.startswith(url):
            fetched.append(place.removeprefix(f"{url}/"))
        fetch(place, target)

    monkeypatch.setattr(remote, "fetch", count)
    go(url, out=out)
    assert len(fetched) == 5
    fetched.clear()
    go(url, out=out)
    assert fetched == []
    remote.write(url / "b.txt", b"ok")
    remote.remove([out / "a.txt" / "outcome.json"])
    go(url, out=out)
    assert sorted(fetched) == ["a.txt", "b.txt"]
    fetched.clear()
    go(url, out=out, retry=Retry.FAILED)
    assert sorted(fetched) == ["c d.txt", "sub/c.txt"]


def test_a_run_that_goes_on_asks_once_for_many_documents(
    tame: None, bucket: Url, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = fill(bucket / "in", {f"{folder}/{number}.txt": "ok" for folder in "ab" for number in range(6)})
    out = bucket / "out"
    go(url, out=out)
    asked: list[Url] = []
    entry, below = remote.entry, remote.entries_below

    def one(place: Url) -> remote.Entry | None:
        asked.append(place)
        return entry(place)

    def many(place: Url) -> Iterator[tuple[str, remote.Entry]]:
        asked.append(place / "*")
        return below(place)

    monkeypatch.setattr(remote, "entry", one)
    monkeypatch.setattr(remote, "entries_below", many)
    for most, questions in ((20, 1), (6, 2), (5, 12)):
        monkeypatch.setattr("justera.batch.listed.MOST_LISTED", most)
        asked.clear()
        assert go(url, out=out).plan.done == 12
        assert sum(place.name in ("*", "outcome.json") for place in asked) == questions


def test_lost_books_are_made_again_from_the_bucket(tame: None, bucket: Url) -> None:
    url, out = fill(bucket / "in"), bucket / "out"
    go(url, out=out)
    known = outcomes(output.at(out).home)
    for path in sorted(output.at(out).home.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    found = status(out)
    assert sum(found.totals.outcomes.values()) == found.totals.inputs
    assert outcomes(output.at(out).home) == known
    assert (explain(out, "b.txt") or {})["outcome"] == "review"
    assert go(url, out=out).plan.waiting == 0


def private(tmp_path: Path, *names: str) -> Path:
    folder = tmp_path / uuid.uuid4().hex
    folder.mkdir()
    for name in names:
        (folder / name).write_text(f"{name} of {folder.name}")
    return folder


def test_tables_are_made_of_what_the_bucket_has_now(bucket: Url, tmp_path: Path) -> None:
    out = Bucket(bucket)
    for name in ("a.pdf", "sub/b.pdf"):
        out.publish(
            private(tmp_path, "record.json", "text.txt", "big.pdf"), Result(name, Outcome.OK, ""), key="k"
        )
    with out.surface(["a.pdf", "sub/b.pdf"]) as home:
        assert sorted(path.parent.name for path in home.rglob("record.json")) == ["a.pdf", "b.pdf"]
        assert not list(home.rglob("big.pdf"))
        (home / "register.csv").write_text("two")
    assert remote.read(bucket / "register.csv") == b"two"
    out.publish(private(tmp_path), Result("sub/b.pdf", Outcome.FAILED, "broken"), key="k")
    again = private(tmp_path, "record.json")
    text = (again / "record.json").read_text()
    out.publish(again, Result("a.pdf", Outcome.OK, ""), key="k")
    with out.surface(["a.pdf"]) as home:
        (record,) = home.rglob("record.json")
        assert record.read_text() == text and not (record.parent / "text.txt").exists()
    assert remote.files_below(bucket) == [
        "a.pdf/outcome.json", "a.pdf/record.json", "register.csv", "sub/b.pdf/outcome.json"
    ]  # fmt: skip


def test_a_broken_upload_leaves_a_document_that_nobody_trusts(
    bucket: Url, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    result, out = Result("sub/a.pdf", Outcome.OK, "", sha256="00"), Bucket(bucket)
    first = out.publish(private(tmp_path, "record.json", "old.txt"), result, key="k")
    found = out.manifest(result.name)
    assert found is not None and out.is_whole(result.name, found)
    uploads = remote.upload

    def break_at(broken: str) -> None:
        def upload(source: Path, url: Url) -> None:
            if source.name == broken:
                raise UnreachableInput(f"{url}: the cable was cut")
            uploads(source, url)

        monkeypatch.setattr(remote, "upload", upload)

    for broken in ("record.json", "text.txt", "outcome.json"):
        break_at(broken)
        with pytest.raises(OutputError, match="the cable was cut"):
            out.publish(private(tmp_path, "record.json", "text.txt"), result, key="k")
        assert out.manifest(result.name) is None, broken
        assert not out.is_foreign(result.name)
    break_at("")
    assert out.publish(private(tmp_path, "record.json", "text.txt"), result, key="k") != first
    found = out.manifest(result.name)
    assert found is not None and out.is_whole(result.name, found)
    assert remote.files_below(bucket / "sub/a.pdf") == ["outcome.json", "record.json", "text.txt"]
    remote.write(bucket / "sub/a.pdf" / "text.txt", b"torn")
    assert not out.is_whole(result.name, found)


def test_the_manifest_is_the_last_object(
    bucket: Url, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[str] = []
    uploads, writes = remote.upload, remote.write

    def upload(source: Path, url: Url) -> None:
        order.append(url.name)
        uploads(source, url)

    def write(url: Url, data: bytes) -> None:
        order.append(f"claim {url.name}")
        writes(url, data)

    monkeypatch.setattr(remote, "upload", upload)
    monkeypatch.setattr(remote, "write", write)
    result = Result("a.pdf", Outcome.OK, "")
    Bucket(bucket).publish(private(tmp_path, "text.txt", "record.json"), result, key="k")
    assert order == ["claim outcome.json", "record.json", "text.txt", "outcome.json"]
    assert store.parsed(CLAIM) is None


def test_what_others_put_there_is_not_touched(bucket: Url, tame: None) -> None:
    url, out = fill(bucket / "in", {"a.txt": "ok", "b.txt": "ok"}), bucket / "out"
    remote.write(out / "a.txt" / "thesis.doc", b"years of work")
    remote.write(out / "b.txt", b"a file")
    assert go(url, out=out).totals.outcomes["failed"] == 2
    assert remote.read(out / "a.txt" / "thesis.doc") == b"years of work"
    assert remote.read(out / "b.txt") == b"a file"


def test_a_document_that_cannot_be_fetched_is_failed_and_tried_again_by_itself(
    bucket: Url, tame: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    url, out = fill(bucket / "in", {"a.txt": "ok", "b.txt": "ok"}), bucket / "out"
    fetch = remote.fetch

    def refuse(place: Url, target: Path) -> None:
        if place.name == "a.txt":
            raise UnreachableInput(f"{place}: the cable was cut")
        fetch(place, target)

    monkeypatch.setattr(remote, "fetch", refuse)
    totals = go(url, out=out).totals
    assert (totals.outcomes["failed"], totals.outcomes["ok"]) == (1, 1)
    monkeypatch.setattr(remote, "fetch", fetch)
    assert go(url, out=out).totals.outcomes["ok"] == 2


def test_two_buckets_with_the_same_names_do_not_overwrite_each_other(bucket: Url, tame: None) -> None:
    one, two = fill(bucket / "one", {"a.txt": "ok"}), fill(bucket / "two", {"a.txt": "review"})
    go(one, out=bucket / "out")
    go(two, out=bucket / "out")
    assert outcomes(output.at(bucket / "out").home) == {"a.txt": "ok", "a~2.txt": "review"}


@pytest.mark.parametrize(
    ("url", "error", "said"),
    [
        (Url("nonsense://bucket/a"), UsageError, "cannot be reached"),
        (Url("memory://there/is/none"), MissingInput, "nothing here"),
    ],
)
def test_what_cannot_be_reached_is_one_clear_line(
    url: Url, error: type[Exception], said: str, tmp_path: Path, bucket: Url
) -> None:
    with pytest.raises(error, match=said) as raised:
        go(url, out=tmp_path / "out")
    assert "\n" not in str(raised.value)
    assert not (tmp_path / "out").exists()


def test_an_output_that_cannot_be_reached_is_refused_before_anything_is_written(
    documents: Callable[[Mapping[str, str]], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    with pytest.raises(UsageError, match="cannot be reached"):
        go(documents({"a.txt": "ok"}), out="nonsense://bucket/out")
    assert not (tmp_path / "state").exists()


def test_an_input_in_the_output_is_refused(bucket: Url) -> None:
    fill(bucket / "out/in")
    with pytest.raises(UsageError, match="lies in the output"):
        go(bucket / "out/in", out=bucket / "out")


def test_a_missing_extra_is_one_clear_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fsspec", None)
    with pytest.raises(UsageError, match=r"needs fsspec.*justera\[cluster\]"):
        remote.entry(Url("s3://bucket/a"))


def test_fsspec_is_imported_for_urls_only() -> None:
    code = (
        "import sys, justera.batch, justera.cli.run, justera.batch.bucket; assert 'fsspec' not in sys.modules"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("file:///archive/a%20b.pdf", Path("/archive/a b.pdf")),
        ("archive/s3:x", Path("archive/s3:x")),
        ("C:\\scans", Path("C:\\scans")),
        ("s3://bucket/a b", Url("s3://bucket/a b")),
    ],
)
def test_a_path_is_no_url(text: str, place: Path | Url) -> None:
    found = remote.location(text)
    assert found == place and type(found) is type(place)


def test_a_name_may_hold_what_means_something_in_urls(folders: Url, tame: None) -> None:
    url, out = fill(folders / "in", {"sub/a::b?c=d&e%20[f]*#g.txt": "ok"}), folders / "out"
    assert go(url, out=out).totals.outcomes["ok"] == 1
    assert list(Bucket(out).names()) == ["sub/a::b?c=d&e%2520[f]*#g.txt"]
    assert go(url, out=out).plan.waiting == 0


def test_shards_read_from_a_bucket_and_write_to_it(folders: Url, tmp_path: Path) -> None:
    url, out = fill(folders / "in", {f"{number}.txt": "ok" for number in range(5)}), folders / "out"
    small = QUICK.model_copy(update={"batch": QUICK.batch.model_copy(update={"shard_mb": 0.05})})
    plan = tmp_path / "plan.jsonl"
    _, shards = write_manifest([url], out, small, plan)
    assert shards > 1
    for number in range(shards):
        done = manifest.run(plan, number)
        assert done.problem is None
    assert sorted(Bucket(out).names()) == [f"{number}.txt" for number in range(5)]

"""`justera run` as a user meets it: real documents, exit codes, messages, Ctrl-C, no network."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from justera.cli import main, messages

from .conftest import leftovers, outcomes, still_running, tree

JUSTERA = (sys.executable, "-c", "from justera.cli import main; main()")

LETTER = """Exempelstads kommun
Kommunstyrelsen
Tjänsteskrivelse
2031-04-05
KS 2031/17

Ny cykelväg längs Ågatan

Förslag till beslut
Kommunstyrelsen beslutar att anta planen.

Sammanfattning
En ny cykelväg föreslås längs Ågatan.
"""


@dataclass(frozen=True, slots=True)
class Ended:
    """What a command left."""

    returncode: int
    stdout: str
    stderr: str


Here = Callable[..., Ended]


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Here:
    """A command in this process, which takes half a second less to start."""

    def call(*arguments: object) -> Ended:
        monkeypatch.setattr(sys, "argv", ["justera", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main()
        messages.configure(quiet=False, log_format=messages.LogFormat.TEXT)
        said = capsys.readouterr()
        return Ended(int(ended.value.code or 0), said.out, said.err)

    return call


def command(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*JUSTERA, *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        env={**os.environ, **environment},
    )


@pytest.fixture
def letters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("JUSTERA_BATCH_JOBS", "1")
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "brev.txt").write_text(LETTER)
    (folder / "trasig.pdf").write_bytes(b"%PDF-1.7\nnothing more")
    (folder / "tom.txt").write_bytes(b"")
    (folder / "bild.bmp").write_bytes(b"BM")
    return folder


def test_a_run_leaves_what_the_contract_says(letters: Path, out: Path) -> None:
    ended = command("run", letters, "-o", out)
    assert ended.returncode == 3, ended.stderr
    assert ended.stdout == ""
    record = json.loads((out / "brev.txt" / "record.json").read_text())
    assert record["source"]["name"] == "brev.txt"
    assert (out / "brev.txt" / "text.txt").exists() and (out / "brev.txt" / "changes.jsonl").exists()
    assert (out / "register.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    counts = json.loads((out / "run.json").read_text())
    assert counts["inputs"] == sum(counts["outcomes"].values()) == 4
    assert (counts["outcomes"]["failed"], counts["outcomes"]["skipped"]) == (2, 1)
    for word in (
        "3 documents",
        "1 page,",
        "1 decision found",
        "repairs made",
        "What needs a look",
        str(out),
        "trasig.pdf",
    ):
        assert word in ended.stderr, word
    assert "Traceback" not in ended.stderr
    again = command("--quiet", "run", letters, "-o", out)
    assert (again.returncode, again.stdout, again.stderr) == (3, "", "")


def test_messages_for_programs_are_one_object_a_line_without_document_text(
    letters: Path, out: Path, here: Here
) -> None:
    ended = here("--log-format", "json", "run", letters, "-o", out)
    lines = [json.loads(line) for line in ended.stderr.splitlines()]
    assert {"planned", "document", "summary"} <= {line["event"] for line in lines}
    summary = next(line for line in lines if line["event"] == "summary")
    assert summary["inputs"] == 4 and summary["failed"] == 2
    for word in ("cykelväg", "Ågatan", "anta planen"):
        assert word not in ended.stderr


def test_a_format_that_is_asked_for_is_added_to_the_usual(letters: Path, out: Path, here: Here) -> None:
    here("run", letters, "-o", out, "-q", "-f", "jsonl")
    assert (out / "register.csv").is_file() and (out / "register.jsonl").is_file()
    assert all((found.parent / "pages.jsonl.gz").is_file() for found in out.rglob("record.json"))


def test_status_and_dry_run_are_data_on_stdout(letters: Path, out: Path, here: Here) -> None:
    intended = here("run", letters, "-o", out, "--dry-run")
    assert intended.stdout.splitlines()[0].split("\t") == [
        "skip",
        "bild.bmp",
        "not a PDF, TIFF, PNG, JPEG or text file",
    ]
    assert not out.exists()
    here("run", letters, "-o", out)
    told = here("status", out)
    assert "cannot be read" in told.stdout and "the file is empty" in told.stdout and told.stderr == ""
    assert json.loads(here("status", out, "--json").stdout)["totals"]["inputs"] == 4
    assert "outcome: failed" in here("status", out, "--explain", "tom.txt").stdout


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("run", "nothing-here", "-o", "out"), 10),
        (("run", "in", "-o", "in"), 2),
        (("run", "in", "-o", "out", "--format", "papyrus"), 2),
        (("run", "in", "-o", "in/brev.txt"), 40),
        (("run", "in", "-o", "out", "--pages", "first"), 5),
        (("run", "in", "-o", "out", "--engine", "dask", "--address", "tcp://192.0.2.1:8786"), 2),
        (("run", "in", "-o", "out", "--address", "tls://192.0.2.1:8786"), 2),
        (("run", "in", "-o", "out", "--dry-run", "--limit", "1"), 2),
        (("run", "in", "-o", "out", "--plan", "plan.jsonl", "--retry", "failed"), 2),
        (("status", "in"), 10),
        (("status", "a\nb"), 10),
        (("status", "nothing-here"), 10),
        (("export", "in", "-f", "report,register"), 10),
        (("export", "nothing-here", "-f", "report"), 10),
        (("export", "in/brev.txt", "-f", "report"), 10),
        (("search", "in", "plan"), 10),
        (("search", "nothing-here", "plan"), 10),
        (("eval", "nothing-here", "in"), 10),
        (("check", "nothing-here"), 10),
        (("repair", "nothing-here"), 10),
        (("run-shard", "--manifest", "in/brev.txt", "--shard", "0"), 2),
    ],
)
def test_what_cannot_work_is_one_clear_line(
    letters: Path, monkeypatch: pytest.MonkeyPatch, here: Here, arguments: tuple[str, ...], code: int
) -> None:
    monkeypatch.chdir(letters.parent)
    before = tree(letters)
    ended = here(*arguments)
    assert ended.returncode == code, ended.stderr
    assert len(ended.stderr.splitlines()) == 1 and ended.stderr.startswith("justera: ")
    assert tree(letters) == before


def test_a_person_is_told_what_happens_and_what_to_do(letters: Path, out: Path, here: Here) -> None:
    (letters / "kopia.txt").write_text(LETTER)
    (letters / "BREV.TXT").write_text(LETTER.replace("17", "18"))
    (letters / "länk.pdf").symlink_to("borta")
    said = here("run", letters, "-o", out, "--limit", "0").stderr
    assert "7 files: 5 to read, 1 is no document, 1 cannot be opened; 0 of them now" in said
    assert "brev.txt: its results go to brev~2.txt, as another file has that name, or nearly so" in said
    assert "Not read: 1 .bmp; save as PDF, TIFF, PNG or JPEG what is to be read." in said
    assert "länk.pdf: a link that leads nowhere -> mend or remove the link, then run again" in said
    assert "to go on, run the same command again" in here("status", out).stdout
    ended = here("run", letters, "-o", out)
    assert "1 document is a copy of another one here" in ended.stderr
    assert f"justera export {out} -f report" in ended.stderr
    assert "The run is finished" in here("status", out).stdout
    explained = here("status", out, "--explain", "tom.txt").stdout
    assert "next step: fetch or scan the file again" in explained and "base" not in explained
    dry = here("run", letters, "-o", out, "--dry-run")
    assert "5 done before, 1 to skip, 1 cannot be opened; nothing was written" in dry.stderr


def test_shards_give_the_same_bytes_as_one_run(
    letters: Path, out: Path, tmp_path: Path, here: Here, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = tmp_path / "plan.jsonl"
    (letters / "brev2.txt").write_text(LETTER)
    monkeypatch.setenv("JUSTERA_BATCH_SHARD_MB", "0.03")
    here("run", letters, "-o", out, "--plan", plan)
    shards = len(plan.read_text().splitlines()) - 1
    assert shards > 1
    for shard in (*range(shards), 0):
        ended = here("run-shard", "--manifest", plan, "--shard", shard)
        assert ended.returncode == 0, ended.stderr
        assert json.loads(ended.stdout)["shard"] == shard
    assert here("run-shard", "--manifest", plan, "--shard", shards).returncode == 2
    assert "0 to read, 4 done before" in here("run", letters, "-o", out).stderr
    here("run", letters, "-o", tmp_path / "whole")
    assert tree(out) == tree(tmp_path / "whole")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_ends_in_order_and_says_how_to_go_on(
    tmp_path: Path, out: Path, mark: str, number: int
) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for index in range(400):
        (folder / f"{index:03}.txt").write_text(LETTER.replace("17", str(index)))
    run = subprocess.Popen(
        [*JUSTERA, "run", str(folder), "-o", str(out), "-j", "1"],
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    _wait_until(lambda: len(list(out.glob("*/outcome.json"))) > 3)
    run.send_signal(number)
    _, said = run.communicate(timeout=30)
    assert run.returncode == 130
    assert "Stopped. Run the same command again to go on." in said
    assert "Traceback" not in said
    assert still_running(mark) == []
    assert leftovers(out) == []
    states = outcomes(out).values()
    assert "pending" in states and "ok" in {*states} | {"ok"}


def _wait_until(true: Callable[[], bool], seconds: float = 60.0) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not become true"
        time.sleep(0.05)


def test_a_run_uses_no_network(letters: Path, out: Path, tmp_path: Path) -> None:
    """Every Python process of the run gets a socket module that tells on whoever opens a connection."""
    guard = tmp_path / "guard"
    guard.mkdir()
    told = tmp_path / "told"
    (guard / "sitecustomize.py").write_text(
        "import sys\n"
        "def tell(event, arguments):\n"
        "    if event.startswith('socket.') and event not in ('socket.gethostname', 'socket.__new__'):\n"
        f"        open({str(told)!r}, 'a').write(event + '\\n')\n"
        "        raise RuntimeError('no network in a run')\n"
        "sys.addaudithook(tell)\n"
        f"open({str(tmp_path / 'guarded')!r}, 'a').write('x')\n"
    )
    ended = command(
        "run", letters, "-o", out, PYTHONPATH=os.pathsep.join([str(guard), os.environ.get("PYTHONPATH", "")])
    )
    assert ended.returncode == 3, ended.stderr
    assert len((tmp_path / "guarded").read_text()) >= 2, "the run and its reader"
    assert not told.exists(), told.read_text()


def test_readers_leave_no_core_dumps() -> None:
    code = (
        "import resource; from justera.batch import process; process.harden(500);"
        "print(resource.getrlimit(resource.RLIMIT_CORE))"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ended.stdout.strip() == "(0, 0)"

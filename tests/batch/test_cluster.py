"""A scheduler and two workers of our own: the same faults, the same bytes, workers that are shot."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from justera.batch import EngineName, Observer, Options, Result, cluster, manifest, peer, run
from justera.batch.rehearsal import write_manifest
from justera.errors import ClusterError, UsageError

from .conftest import MARK, QUICK, STAGE, go, leftovers, outcomes, still_running, tree
from .test_faults import FAULTS, INNOCENT, MANY, ONE_OF_A_KIND

SMALL_SHARDS = QUICK.model_copy(update={"batch": QUICK.batch.model_copy(update={"shard_mb": 0.05})})
"""Three small documents each."""


SAME_CODE = Path(__file__).with_name("same_code.py")


class Cluster:
    """One scheduler, two workers, each a process group to be killed."""

    def __init__(self, folder: Path, host: str = "127.0.0.1", environment: Mapping[str, str] = {}) -> None:
        self.mark = folder.name + str(os.getpid())
        self._file = folder / "scheduler.json"
        self._host = host
        self._environment = {**os.environ, MARK: self.mark, **environment}
        self._groups = [self._start("scheduler", "--port=0")]
        _wait_until(self._file.exists)
        self.address: str = json.loads(self._file.read_text())["address"]
        self._groups += [self.start_worker(), self.start_worker()]

    def start_worker(self, *through: str, **environment: str) -> subprocess.Popen[bytes]:
        options = ("--nthreads=1", "--nworkers=1", "--memory-limit=0", f"--preload={SAME_CODE}")
        return self._start("worker", *options, through=through, **environment)

    @contextmanager
    def strange_worker(self, *through: str, **environment: str) -> Iterator[None]:
        """One more worker, on a machine that is not like the others."""
        stranger = self.start_worker(*through, **environment)
        try:
            yield
        finally:
            self._shoot(stranger)

    def shoot_worker(self) -> None:
        """The machine is gone, nanny and all; another one comes."""
        self._shoot(self._groups.pop())
        self._groups.append(self.start_worker())

    def close(self) -> None:
        while self._groups:
            self._shoot(self._groups.pop())

    def _start(
        self, kind: str, *arguments: str, through: tuple[str, ...] = (), **environment: str
    ) -> subprocess.Popen[bytes]:
        place = [f"--scheduler-file={self._file}", f"--host={self._host}"]
        command = [sys.executable, "-m", "dask", kind, *place]
        return subprocess.Popen(
            [*through, *command, "--no-dashboard", *arguments],
            env=self._environment | environment,
            cwd=self._file.parent,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    @staticmethod
    def _shoot(process: subprocess.Popen[bytes]) -> None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _wait_until(true: Callable[[], bool], seconds: float = 30.0) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not become true"
        time.sleep(0.05)


@pytest.fixture(scope="module")
def dask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    pytest.importorskip("distributed")
    found = Cluster(tmp_path_factory.mktemp("dask"))
    yield found
    found.close()
    _wait_until(lambda: still_running(found.mark) == [])


def test_each_fault_costs_only_its_own_document_and_the_bytes_are_those_of_one_machine(
    documents: Callable[[Mapping[str, str]], Path], out: Path, tmp_path: Path, dask: Cluster
) -> None:
    folder = documents({name: FAULTS[name][0] for name in ONE_OF_A_KIND} | INNOCENT)
    summary = go(folder, out=out, settings=SMALL_SHARDS, engine=EngineName.DASK, address=dask.address)
    assert outcomes(out) == {name: FAULTS[name][1] for name in ONE_OF_A_KIND} | dict.fromkeys(INNOCENT, "ok")
    assert summary.totals.inputs == sum(summary.totals.outcomes.values())
    assert leftovers(out) == []
    go(folder, out=tmp_path / "local", settings=MANY)
    assert tree(out) == tree(tmp_path / "local")


def test_a_worker_that_is_shot_costs_no_document(
    documents: Callable[[Mapping[str, str]], Path], out: Path, dask: Cluster
) -> None:
    folder = documents({f"{number:02}.txt": "ok 0.1" for number in range(30)})

    class Shooter(Observer):
        shots = 0

        def finished(self, result: Result) -> None:
            if self.shots < 1:
                self.shots += 1
                dask.shoot_worker()

    options = Options(engine=EngineName.DASK, address=dask.address, stage=STAGE)
    summary = run([folder], out, SMALL_SHARDS, options, observer=Shooter())
    assert summary.totals.outcomes["ok"] == 30
    assert not any(path.name.endswith(".tmp") for path in out.rglob("*"))


def test_a_coordinator_that_is_shot_costs_nothing_either(
    documents: Callable[[Mapping[str, str]], Path], out: Path, tmp_path: Path, dask: Cluster
) -> None:
    folder = documents({f"{number:02}.txt": "ok 0.1" for number in range(30)} | {"bug.txt": "bug"})
    launch = Path(__file__).with_name("launch.py")
    shot = subprocess.Popen([sys.executable, str(launch), str(folder), str(out), dask.address])
    _wait_until(lambda: any(out.glob("*.txt/outcome.json")))
    shot.kill()
    shot.wait()
    go(folder, out=out, settings=SMALL_SHARDS, engine=EngineName.DASK, address=dask.address)
    go(folder, out=tmp_path / "whole", settings=SMALL_SHARDS)
    assert tree(out) == tree(tmp_path / "whole")


def test_stopping_a_run_stops_the_workers_children_too(
    documents: Callable[[Mapping[str, str]], Path], out: Path, dask: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("justera.batch.drive.GRACE_SECONDS", 0.2)
    folder = documents({f"{number:02}.txt": "ok 100" for number in range(4)})
    stop = threading.Event()

    def stop_while_they_read() -> None:
        _wait_until(lambda: bool(_children(dask)))
        stop.set()

    threading.Thread(target=stop_while_they_read).start()
    patience = QUICK.limits.model_copy(update={"document_seconds": 200, "idle_seconds": 200})
    patient = SMALL_SHARDS.model_copy(update={"limits": patience})
    options = Options(engine=EngineName.DASK, address=dask.address, stage=STAGE)
    summary = run([folder], out, patient, options, stop=stop)
    assert summary.totals.outcomes["pending"] == 4
    assert leftovers(out) == []
    assert _children(dask) == []


def _children(dask: Cluster) -> list[str]:
    return [line for line in still_running(dask.mark) if "justera.batch.child" in line]


@pytest.mark.parametrize(
    "address",
    ["tcp://10.0.0.1:8786", "tcp://scheduler.example:8786", "ws://192.168.1.1:80", "", "tcp://x", "nonsense"],
)
def test_an_open_address_on_another_machine_is_refused(address: str) -> None:
    with pytest.raises(UsageError):
        cluster.refuse_insecure(address, insecure=False)


@pytest.mark.parametrize(
    "address", ["tls://10.0.0.1:8786", "tcp://127.0.0.1:8786", "tcp://localhost:1", "tcp://[::1]:9"]
)
def test_encrypted_and_local_addresses_are_taken(address: str) -> None:
    cluster.refuse_insecure(address, insecure=False)
    with pytest.raises(UsageError, match="no address"):
        cluster.refuse_insecure(address.rpartition(":")[0], insecure=False)


def test_a_worker_with_another_model_is_turned_away() -> None:
    with pytest.raises(ClusterError, match="model swe"):
        peer.check_equal({"tesseract": "5", "model swe": "a"}, {"tesseract": "5", "model swe": "b"})


def test_a_machine_that_does_not_see_the_output_folder_runs_no_shard(
    documents: Callable[[Mapping[str, str]], Path], out: Path, tmp_path: Path
) -> None:
    plan = tmp_path / "plan.jsonl"
    write_manifest([documents({"a.txt": "Kommunstyrelsen"})], out, QUICK, plan)
    shutil.rmtree(out)
    with pytest.raises(ClusterError, match="this machine does not see"):
        manifest.run(plan, 0)
    assert not out.exists()


def test_no_cluster_at_the_address_is_one_clear_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr(cluster, "CONNECT_SECONDS", 1)
    (tmp_path / "a.txt").write_text("ok")
    with pytest.raises(ClusterError, match="no cluster answers"):
        go(tmp_path / "a.txt", out=tmp_path / "out", engine=EngineName.DASK, address="tcp://127.0.0.1:9")


def test_a_worker_with_another_tesseract_is_turned_away_before_it_reads(
    documents: Callable[[Mapping[str, str]], Path], out: Path, dask: Cluster, tmp_path: Path
) -> None:
    folder = documents({"a.txt": "ok"})
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "tesseract").write_text("#!/bin/sh\necho tesseract 3.05")
    (tmp_path / "bin" / "tesseract").chmod(0o755)
    with dask.strange_worker(PATH=f"{tmp_path / 'bin'}:{os.environ['PATH']}"):
        _wait_until(lambda: _workers(dask.address) == 3)
        with pytest.raises(ClusterError, match=r"tcp://\S+ has (model|tesseract) "):
            go(folder, out=out, engine=EngineName.DASK, address=dask.address)
    _wait_until(lambda: _workers(dask.address) == 2)
    assert outcomes(out) == {"a.txt": "pending"}


def test_a_worker_that_does_not_see_the_output_folder_is_turned_away(
    documents: Callable[[Mapping[str, str]], Path], out: Path, dask: Cluster, tmp_path: Path
) -> None:
    hide = f'mount -t tmpfs tmpfs "{tmp_path}" && exec "$@"'
    through = ("unshare", "--mount", "sh", "-c", hide, "-")
    if subprocess.run([*through, "true"], capture_output=True, check=False).returncode:
        pytest.skip("only root may hide a folder from a process")
    folder = documents({"a.txt": "ok"})
    with dask.strange_worker(*through):
        _wait_until(lambda: _workers(dask.address) == 3)
        with pytest.raises(ClusterError, match=r"tcp://\S+ does not see .*out; put the output"):
            go(folder, out=out, engine=EngineName.DASK, address=dask.address)
    _wait_until(lambda: _workers(dask.address) == 2)
    assert go(folder, out=out, engine=EngineName.DASK, address=dask.address).totals.outcomes["ok"] == 1


def _workers(address: str) -> int:
    from distributed import Client

    with Client(address, set_as_default=False) as client:  # type: ignore[no-untyped-call]
        return len(client.scheduler_info(n_workers=-1)["workers"])


def test_a_cluster_without_a_shared_file_system_reads_from_a_bucket_and_writes_to_it(
    documents: Callable[[Mapping[str, str]], Path],
    tmp_path: Path,
    dask: Cluster,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    folder = documents({"bug.txt": "bug", "die.txt": "die"} | INNOCENT)
    go(folder, out=tmp_path / "whole")
    summary = run(
        [f"local://{folder}"],
        f"local://{tmp_path}/bucket",
        SMALL_SHARDS,
        Options(engine=EngineName.DASK, address=dask.address, stage=STAGE),
    )
    assert summary.totals.inputs == len(INNOCENT) + 2
    assert tree(tmp_path / "bucket") == tree(tmp_path / "whole")


def test_dask_is_imported_for_a_cluster_only() -> None:
    code = "import sys, justera.batch, justera.cli; assert not {'distributed', 'dask'} & sys.modules.keys()"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

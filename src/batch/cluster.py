"""Dask.distributed, an extra: a cluster that already exists reads the shards.

The scheduler only moves small shards and small reports; documents and results travel through the file
system that all machines share. Each worker reads with the same guard as one machine does, so that faults,
limits and bytes are the same. Dask is imported here and nowhere else.
"""

from __future__ import annotations

import asyncio
import ipaddress
import os
from concurrent.futures import Executor, Future
from typing import Any
from urllib.parse import urlsplit

from ..errors import ClusterError, UsageError
from . import peer, shard
from .assignment import Assignment
from .shard import Report, Shard
from .slots import Slots

SHARDS_PER_SLOT = 2

CONNECT_SECONDS = 15
"""For the scheduler to answer."""

WORKER_WAIT_SECONDS = 60
"""For the first worker."""


class DaskEngine:
    """A cluster. `address` is its scheduler's.

    A shard is 5 to 15 minutes of a core: Dask takes 2.4 ms per task, and a worker that is taken away costs
    what it has not finished.
    """

    def __init__(self, assignment: Assignment, address: str, *, insecure: bool) -> None:
        refuse_insecure(address, insecure=insecure)
        self._assignment = assignment
        self.shard_bytes = round(assignment.work.settings.batch.shard_mb * 1e6)
        self._client = _connect(address)
        self._token = peer.leave_token(assignment.store)
        _require_equal(self._client, assignment, self._token)
        threads: dict[str, int] = self._client.nthreads()
        self.window = SHARDS_PER_SLOT * max(1, sum(threads.values()))
        self._executor: Executor = self._client.get_executor(pure=False, retries=2)

    def submit(self, work: Shard) -> Future[Report]:
        """Begin a shard on some worker."""
        return self._executor.submit(run_on_worker, self._assignment, self._token, work)

    def stop(self) -> None:
        """Kill what is being read on all workers."""
        self._client.run(_stop_worker)

    def close(self) -> None:
        """Leave the cluster as it was found."""
        self._client.run(_close_worker)
        self._client.close()
        peer.take_token(self._assignment.store, self._token)


def refuse_insecure(address: str, *, insecure: bool) -> None:
    """Documents and code go over this connection: it must be encrypted unless it stays on this machine.

    Raises:
        UsageError: the address is missing, no address, or not encrypted.
    """
    parts = urlsplit(address)
    if not parts.hostname or not parts.port:
        raise UsageError(
            f'"{address}" is no address of a scheduler',
            next_step="give one such as --address tls://HOST:8786",
        )
    if parts.scheme in ("tls", "wss") or insecure or _is_loopback(parts.hostname):
        return
    raise UsageError(
        f"{address} is not encrypted: whoever reaches it could read documents and run code",
        next_step="use tls:// (see docs/batch.md), or --insecure on a network of your own",
    )


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _connect(address: str) -> Any:
    try:
        from distributed import Client
    except ImportError as error:
        step = "install it with: pip install 'justera[cluster]'"
        raise ClusterError("Dask is not installed", next_step=step) from error
    try:
        asyncio.run(_knock(address))
        client: Any = Client(address, set_as_default=False, timeout=CONNECT_SECONDS)  # type: ignore[no-untyped-call]
        client.wait_for_workers(1, timeout=WORKER_WAIT_SECONDS)
    except (OSError, TimeoutError, TypeError, RuntimeError) as error:
        # A TypeError where no certificate is configured, a RuntimeError where encryption is required.
        raise ClusterError(
            f"no cluster answers at {address} ({type(error).__name__})",
            next_step="check the address, its workers and, for tls://, certificates (distributed.comm.tls)",
        ) from error
    return client


async def _knock(address: str) -> None:
    """Say hello to the scheduler: a Client that cannot prints a traceback of its own when it is let go."""
    from distributed.comm.core import connect
    from distributed.security import Security

    how = Security().get_connection_args("client")  # type: ignore[no-untyped-call]
    comm: Any = await connect(address, timeout=CONNECT_SECONDS, **how)  # type: ignore[no-untyped-call]
    await comm.close()


def _require_equal(client: Any, assignment: Assignment, token: str) -> None:
    """Turn away workers on which bytes would depend on chance, or that would write where nobody looks."""
    found: dict[str, ClusterError | None] = client.run(peer.objection, assignment, token)
    for worker, objection in found.items():
        if objection is not None:
            raise peer.called(objection, worker)


_slots: dict[int, Slots] = {}
"""Of this worker process; one entry, by process id, so that a fork does not inherit it."""


def run_on_worker(assignment: Assignment, token: str, work: Shard) -> Report:
    """In a worker: read a shard, unless this machine differs from the coordinator's.

    That is asked again here, as a worker may join long after the run began.
    """
    objection = peer.objection(assignment, token)
    if objection is not None:
        return Report((), problem=objection)
    return shard.run(assignment, work, _worker_slots(), skip_done=True)


def _worker_slots() -> Slots:
    return _slots.setdefault(os.getpid(), Slots())


def _stop_worker() -> None:
    _worker_slots().stop.set()


def _close_worker() -> None:
    """Let the next run begin with new children."""
    slots = _slots.pop(os.getpid(), None)
    if slots is not None:
        slots.stop.set()
        slots.close()

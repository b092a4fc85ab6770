"""A cluster off this machine's loopback: with certificates of the test's own, and not without."""

from __future__ import annotations

import ipaddress
import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from justera.batch import EngineName
from justera.errors import UsageError
from justera.exit_code import ExitCode

from .conftest import go, still_running, tree
from .test_cluster import SMALL_SHARDS, Cluster, _wait_until

pytest.importorskip("distributed")
x509 = pytest.importorskip("cryptography.x509")


def own_address() -> str:
    """This machine's address on its network; nothing is sent to find it."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError:
            pytest.skip("this machine has no network")
        address: str = probe.getsockname()[0]
    if ipaddress.ip_address(address).is_loopback:
        pytest.skip("this machine has no address but its loopback")
    return address


def certificates(folder: Path, host: str) -> dict[str, str]:
    """An authority and one certificate that it signed, as settings of Dask in the environment."""
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    def signed(name: str, key: ec.EllipticCurvePrivateKey, *, authority: bool) -> bytes:
        called = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
        now = datetime.now(UTC)
        made = (
            x509.CertificateBuilder()
            .subject_name(called)
            .issuer_name(x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "authority")]))
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - timedelta(days=1))
            .not_valid_after(now + timedelta(days=1))
            .add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
            .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(host))]), False)
            .sign(root, hashes.SHA256())
        )
        pem: bytes = made.public_bytes(serialization.Encoding.PEM)
        return pem

    root, own = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    key = own.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    (folder / "ca.pem").write_bytes(signed("authority", root, authority=True))
    (folder / "both.pem").write_bytes(key + signed("machine", own, authority=False))
    both = {
        f"{role}__{part}": "both.pem"
        for role in ("SCHEDULER", "WORKER", "CLIENT")
        for part in ("CERT", "KEY")
    }
    files = {"CA_FILE": "ca.pem"} | both
    settings = {f"DASK_DISTRIBUTED__COMM__TLS__{name}": str(folder / file) for name, file in files.items()}
    return settings | {
        "DASK_DISTRIBUTED__COMM__REQUIRE_ENCRYPTION": "True",
        "DASK_DISTRIBUTED__COMM__DEFAULT_SCHEME": "tls",
    }


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return certificates(tmp_path_factory.mktemp("certificates"), own_address())


@pytest.fixture(scope="module")
def secure(tmp_path_factory: pytest.TempPathFactory, settings: dict[str, str]) -> Iterator[Cluster]:
    found = Cluster(tmp_path_factory.mktemp("dask"), own_address(), settings)
    yield found
    found.close()
    _wait_until(lambda: still_running(found.mark) == [])


Trust = Callable[[Mapping[str, str]], None]


@pytest.fixture
def trust() -> Iterator[Trust]:
    """Let this process find its certificates as a user's would."""
    import dask

    with pytest.MonkeyPatch.context() as patch:

        def set_(settings: Mapping[str, str]) -> None:
            for name, value in settings.items():
                patch.setenv(name, value)
            dask.config.refresh()

        yield set_
    dask.config.refresh()


def test_off_loopback_documents_are_read_over_tls_with_the_same_bytes(
    documents: Callable[[Mapping[str, str]], Path],
    tmp_path: Path,
    secure: Cluster,
    settings: dict[str, str],
    trust: Trust,
) -> None:
    trust(settings)
    folder = documents({f"{number}.txt": "ok" for number in range(8)} | {"bug.txt": "bug", "die.txt": "die"})
    assert secure.address.startswith(f"tls://{own_address()}:")
    far = {"engine": EngineName.DASK, "address": secure.address}
    summary = go(folder, out=tmp_path / "dask", settings=SMALL_SHARDS, **far)
    assert summary.totals.outcomes["ok"] == 8
    go(folder, out=tmp_path / "local", settings=SMALL_SHARDS)
    assert tree(tmp_path / "dask") == tree(tmp_path / "local")


def test_off_loopback_the_same_cluster_is_refused_without_tls(
    documents: Callable[[Mapping[str, str]], Path], out: Path, secure: Cluster
) -> None:
    address = secure.address.replace("tls://", "tcp://")
    with pytest.raises(UsageError, match="not encrypted"):
        go(documents({"a.txt": "ok"}), out=out, engine=EngineName.DASK, address=address)
    assert not out.exists()


IMPATIENT = (
    "from justera.batch import cluster; cluster.CONNECT_SECONDS = 3; from justera.cli import main; main()"
)


@pytest.mark.parametrize("lie", ["no certificate", "another authority's", "no tls, insecurely"])
def test_who_has_no_certificate_is_told_so_in_one_line(
    lie: str,
    documents: Callable[[Mapping[str, str]], Path],
    out: Path,
    tmp_path: Path,
    secure: Cluster,
    settings: dict[str, str],
) -> None:
    given, address = settings, secure.address
    if lie == "another authority's":
        given = certificates(tmp_path, own_address())
    elif lie == "no certificate":
        given = {name: file for name, file in settings.items() if name.endswith("CA_FILE")}
    else:
        address = address.replace("tls://", "tcp://")
    run = ["run", str(documents({"a.txt": "ok"})), "-o", str(out)]
    ended = subprocess.run(
        [sys.executable, "-c", IMPATIENT, *run, "--engine", "dask", "--address", address, "--insecure"],
        env={**os.environ, **given},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == ExitCode.CLUSTER, ended.stderr
    assert "Traceback" not in ended.stderr
    assert "no cluster answers" in ended.stderr and "certificates" in ended.stderr

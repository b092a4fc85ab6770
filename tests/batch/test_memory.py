"""What a child does with the memory that it has freed."""

from __future__ import annotations

import platform
import subprocess
import sys

import pytest

CODE = """
import resource
from justera.batch import process
if {keeps}:
    process.keep_freed_memory()
for _ in range(20):
    several = [bytearray(8_000_000) for _ in range(6)]
    del several
print(resource.getrusage(resource.RUSAGE_SELF).ru_minflt)
"""


def faults(*, keeps: bool) -> int:
    """Pages that the kernel had to hand out."""
    code = CODE.format(keeps=keeps)
    return int(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout)


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="mallopt is glibc's")
def test_freed_memory_is_used_again() -> None:
    pages = 8_000_000 // 4096
    assert faults(keeps=False) - faults(keeps=True) > 50 * pages

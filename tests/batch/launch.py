"""A run in a process of its own, to be killed: python launch.py IN OUT [RETRY]."""

from __future__ import annotations

import sys
from pathlib import Path

from justera.batch import Options, Retry, fingerprint, run
from justera.settings import BatchSettings, ExportSettings, LimitSettings, Settings

SETTINGS = Settings(
    limits=LimitSettings(document_seconds=20, idle_seconds=20),
    batch=BatchSettings(jobs=2, attempts=1),
    export=ExportSettings(formats=()),
)

if __name__ == "__main__":
    fingerprint._code = lambda: "of the test"  # type: ignore[assignment] # someone may be editing meanwhile
    stage = f"{Path(__file__).with_name('doubles.py')}:play"
    run(
        [sys.argv[1]],
        sys.argv[2],
        SETTINGS,
        Options(stage=stage, retry=Retry(*sys.argv[3:] or ["none"])),
    )

"""A run in a process of its own, to be killed: python launch.py IN OUT [ADDRESS]."""

from __future__ import annotations

import sys
from pathlib import Path

import same_code  # type: ignore[import-not-found] # noqa: F401 - beside this file

from justera.batch import EngineName, Options, run
from justera.settings import BatchSettings, ExportSettings, LimitSettings, Settings

SETTINGS = Settings(
    limits=LimitSettings(document_seconds=20, idle_seconds=20),
    batch=BatchSettings(jobs=2, attempts=1),
    export=ExportSettings(formats=()),
)

if __name__ == "__main__":
    stage = f"{Path(__file__).with_name('doubles.py')}:play"
    place, out, *address = sys.argv[1:]
    options = Options(stage=stage)
    if address:
        options = Options(stage=stage, engine=EngineName.DASK, address=address[0])
    run([place], out, SETTINGS, options)

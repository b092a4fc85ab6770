"""What a run does with one document: the pipeline, then the files. Runs in the guarded child."""

from __future__ import annotations

import shutil
from pathlib import Path, PurePath

from .. import progress
from ..errors import DamagedInput
from ..schema import Reading
from ..schema.record import Severity
from ..settings import Settings
from .inventory import signature
from .job import Job
from .outcome import Facts


def warm() -> None:
    """Import and load what every document needs, before the first one's clock runs."""
    from .. import export, pipeline
    from ..language import load

    load()
    del export, pipeline


def read_document(job: Job, settings: Settings, folder: Path) -> Facts:
    """Read a document and write its files into `folder`; or just those that an earlier reading lacks.

    Raises:
        JusteraError: see `pipeline.read_document` and `export.write_document`.
        DamagedInput: the file changed while it was read.
    """
    from .. import export, pipeline

    path = Path(job.path)
    before = signature(path.stat()) if path.exists() else ""
    if job.earlier:
        shutil.copytree(job.earlier, folder, dirs_exist_ok=True)
        reading = export.load_reading(folder)
        progress.pages(len(reading.document.pages))
    else:
        reading = pipeline.read_document(path, settings, name=job.name)
    if signature(path.stat()) != before:
        raise DamagedInput(
            f"{path.name}: the file changed while it was read", next_step="run again when it is complete"
        )
    write = export.export_document if job.earlier else export.write_document
    write(reading, folder, path, job.lacking or settings.export.formats)
    return facts(reading)


def facts(reading: Reading) -> Facts:
    """What a run's books keep of a reading."""
    record = reading.record
    lost = [page for page in reading.document.pages if page.fault is not None]
    return Facts(
        sha256=record.source.sha256,
        pages=record.source.pages,
        decisions=sum(len(item.decisions) for item in record.items),
        repairs=len(reading.changes),
        doubtful=sum(len(page.doubtful) for page in record.quality.pages),
        findings=sum(finding.severity is not Severity.INFO for finding in record.findings),
        lost_pages=tuple(page.number for page in lost),
        fault=(lost[0].fault or "").removeprefix(f"{PurePath(record.source.name).name}: ") if lost else "",
        grade=record.quality.grade.value,
    )

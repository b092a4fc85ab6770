"""The formats, by the name that `--format` takes; a new one is one module and one line here.

A module writes files of a document (`write`), of the whole run (`write_run`), or both. It is imported
when it is used, so that no run loads a library that it does not need.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from ..errors import RecordError, UsageError
from ..schema import Reading
from .remark import Remark


class Skip(Exception):
    """A writer leaves a document out on purpose."""

    def __init__(self, why: Remark) -> None:
        super().__init__(why.en)
        self.why = why


Complain = Callable[[RecordError], None]
"""Takes a record that cannot be read; the run goes on without it."""


class DocumentWriter(Protocol):
    """`write` of a module: the files of one document."""

    def __call__(self, reading: Reading, folder: Path, source: Path) -> Remark | None:
        """Write into `folder`; `source` is the file that was read.

        Gives a remark where the result is not all that was asked for; raises Skip where there is none.
        """


class RunWriter(Protocol):
    """`write_run` of a module: the files of the whole run."""

    def __call__(self, out: Path, complain: Complain) -> None:
        """Write into `out` from the records on disk; `complain` takes each record that cannot be read."""


@dataclass(frozen=True, slots=True)
class Format:
    """One format."""

    name: str
    module: str
    files: str
    """What it writes, for the help."""
    help: str
    needs_source: bool = False
    """Whether the file that was read is opened again."""
    of_document: bool = True
    """Whether it writes files of each document; False for what is only of the whole run."""

    @property
    def document_writer(self) -> DocumentWriter | None:
        """The module's `write`, None where it only writes for the run."""
        return cast(DocumentWriter | None, getattr(self._load(), "write", None))

    @property
    def run_writer(self) -> RunWriter | None:
        """The module's `write_run`, None where it only writes documents."""
        return cast(RunWriter | None, getattr(self._load(), "write_run", None))

    def _load(self) -> object:
        return import_module(f"{__package__}.{self.module}")


_of_run = partial(Format, of_document=False)

FORMATS = {
    form.name: form
    for form in (
        Format("json", "record_json", "record.json", "the decision record"),
        Format("text", "text", "text.txt", "the repaired text"),
        Format("changes", "ledger", "changes.jsonl", "every repair, reversible"),
        Format("pages", "pages", "pages.jsonl.gz", "words with boxes and confidence, for later exports"),
        Format("pdf", "pdf", "document.pdf", "searchable PDF/A-2b with an outline", needs_source=True),
        Format(
            "pdf-with-record",
            "pdf.attached",
            "document-with-record.pdf",
            "PDF/A-3b that carries the record",
            needs_source=True,
        ),
        Format("alto", "alto", "alto/0001.xml, ...", "ALTO 4.4, a file per page"),
        Format("hocr", "hocr", "document.hocr", "hOCR 1.2"),
        _of_run("register", "register_csv", "register.csv", "one row per item, for a spreadsheet"),
        _of_run("xlsx", "register_xlsx", "register.xlsx", "the register as an Excel workbook"),
        _of_run("jsonl", "register_jsonl", "register.jsonl", "the register for analysts"),
        _of_run("parquet", "register_parquet", "register.parquet", "the register for analysts, typed"),
        _of_run("search", "search", "search.sqlite", "what justera search looks in"),
        Format("report", "report", "index.html", "pages to look at, with pictures", needs_source=True),
    )
}

CONTRACT = ("json", "text", "changes")
"""Written for every document whatever is chosen: without them nothing else can be made."""


def of_documents(names: Iterable[str]) -> tuple[str, ...]:
    """Those of these formats that are files of each document, but for what every document has anyway.

    Raises:
        UsageError: a name that is no format.
    """
    return tuple(form.name for form in chosen(names) if form.of_document and form.name not in CONTRACT)


def chosen(names: Iterable[str]) -> tuple[Format, ...]:
    """The formats of these names, in the order of the table.

    Raises:
        UsageError: a name that is no format.
    """
    wanted = {name.strip().lower() for name in names} - {""}
    unknown = sorted(wanted - FORMATS.keys())
    if unknown:
        raise UsageError(
            f"there is no format {', '.join(unknown)}", next_step=f"choose from {', '.join(FORMATS)}"
        )
    return tuple(form for name, form in FORMATS.items() if name in wanted)

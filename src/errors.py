"""What can go wrong, as one tree; each error knows its exit code and the user's next step.

JusteraError
├── UsageError               the command was called with something it cannot use
├── SettingsError            a setting is unknown or has a bad value
├── InputError               one document cannot be read; a folder run goes on
│   ├── MissingInput
│   │   └── NoResults        no run has written to the folder
│   ├── UnreachableInput     a file behind a URL, and whatever its file system raised
│   ├── UnsupportedInput     not a PDF, TIFF, PNG, JPEG or text file
│   ├── EncryptedPdf
│   ├── DamagedInput         truncated or broken beyond repair
│   ├── NoPages
│   ├── PageTooLarge         an absurd page size
│   └── TooManyPixels        an image over the pixel limit
├── OcrUnavailable           Tesseract or a model of it is not installed
├── OcrFailed                Tesseract ran and failed
├── LimitExceeded            a guard stopped the work
│   ├── TimeLimit
│   └── MemoryLimit
├── OutputError              the output folder cannot be written
├── ClusterError             the cluster is missing, silent, or unlike this machine
└── RecordError              a record that does not follow the schema
    └── UnknownSchemaVersion
"""

from __future__ import annotations

import traceback
from pathlib import Path
from typing import ClassVar

from .exit_code import ExitCode


class JusteraError(Exception):
    """Base of every error that justera raises on purpose.

    Args:
        what: what is wrong and where, one line without a full stop.
        next_step: what the user can do about it; the class has a default.
    """

    exit_code: ClassVar[ExitCode] = ExitCode.INTERNAL
    default_next_step: ClassVar[str] = "report this with the command that you ran"

    def __init__(self, what: str, *, next_step: str | None = None) -> None:
        super().__init__(what, next_step)
        self.what = what
        self.next_step = next_step or self.default_next_step

    def __str__(self) -> str:
        return f"{self.what}; {self.next_step}"

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild, (type(self), self.what, self.next_step))


HERE = Path(__file__).parent
"""Where justera's own code lies."""


def unforeseen(error: Exception, document: str = "") -> JusteraError:
    """One line for an error of justera's own, with the document and the place where it happened."""
    frames = traceback.extract_tb(error.__traceback__)
    place = next((one for one in reversed(frames) if HERE in Path(one.filename).parents), frames[-1])
    where = f"{Path(place.filename).name} line {place.lineno}"
    return JusteraError(
        f"{document and f'{document}: '}unforeseen {type(error).__name__} in {where}",
        next_step="report this with what the same command prints under JUSTERA_TRACE=1",
    )


def _rebuild(kind: type[JusteraError], what: str, next_step: str) -> JusteraError:
    """Unpickle an error: the keyword argument does not survive Exception's own pickling."""
    return kind(what, next_step=next_step)


class UsageError(JusteraError):
    """The command was called with something it cannot use."""

    exit_code = ExitCode.USAGE
    default_next_step = "see justera --help"


class SettingsError(JusteraError):
    """A setting is unknown or has a bad value."""

    exit_code = ExitCode.SETTINGS
    default_next_step = "see every setting and where its value came from with: justera config"


class InputError(JusteraError):
    """One document cannot be read."""

    exit_code = ExitCode.DAMAGED


class MissingInput(InputError):
    """There is nothing at the path."""

    exit_code = ExitCode.MISSING_INPUT
    default_next_step = "check the path"


class NoResults(MissingInput):
    """No run has written to the folder, or nothing that can be used."""

    default_next_step = "name the folder that was given to justera run with -o"


class UnreachableInput(InputError):
    """A file behind a URL cannot be reached."""

    exit_code = ExitCode.UNREACHABLE
    default_next_step = "check the address, the credentials and the connection, then run again"


class UnsupportedInput(InputError):
    """The bytes are not of a kind that justera reads, whatever the file's name says."""

    exit_code = ExitCode.UNSUPPORTED_INPUT
    default_next_step = "give a PDF, TIFF, PNG, JPEG or UTF-8 text file"


class EncryptedPdf(InputError):
    """The PDF needs a password."""

    exit_code = ExitCode.ENCRYPTED
    default_next_step = "save a copy without the password, e.g. qpdf --decrypt --password=... IN OUT"


class DamagedInput(InputError):
    """The file is truncated or broken beyond repair."""

    exit_code = ExitCode.DAMAGED
    default_next_step = "fetch or scan the file again; for a PDF, qpdf IN OUT may mend it"


class NoPages(InputError):
    """The document has no pages, or no bytes at all."""

    exit_code = ExitCode.NO_PAGES
    default_next_step = "fetch or scan the file again"


class PageTooLarge(InputError):
    """A page's size is absurd."""

    exit_code = ExitCode.PAGE_TOO_LARGE
    default_next_step = "check the file; raise the limit with ocr.max_page_points if it is right"


class TooManyPixels(InputError):
    """An image is over the pixel limit, which guards against decompression bombs."""

    exit_code = ExitCode.TOO_MANY_PIXELS
    default_next_step = "scan at a lower resolution, or raise the limit with ocr.max_pixels"


class OcrUnavailable(JusteraError):
    """Tesseract, or a model of it, is not installed."""

    exit_code = ExitCode.OCR_UNAVAILABLE
    default_next_step = "see what to install with: justera doctor"


class OcrFailed(JusteraError):
    """Tesseract ran and failed."""

    exit_code = ExitCode.OCR_FAILED
    default_next_step = "look at the page; try again with --ocr keep to use the text layer alone"


class LimitExceeded(JusteraError):
    """A guard stopped the work."""


class TimeLimit(LimitExceeded):
    """The page or document took longer than its limit."""

    exit_code = ExitCode.TIME_LIMIT
    default_next_step = (
        "raise the limit (limits.page_seconds, limits.document_seconds) and run with --retry failed"
    )


class MemoryLimit(LimitExceeded):
    """The document took more memory than its limit."""

    exit_code = ExitCode.MEMORY_LIMIT
    default_next_step = "raise limits.memory_mb or lower --jobs, and run with --retry failed"


class OutputError(JusteraError):
    """The output folder cannot be written."""

    exit_code = ExitCode.OUTPUT
    default_next_step = "check the folder's permissions and the free space"


class ClusterError(JusteraError):
    """The cluster is missing, does not answer, or its machines differ from this one."""

    exit_code = ExitCode.CLUSTER
    default_next_step = "check the scheduler's address and its workers"


class RecordError(JusteraError):
    """A record does not follow the schema."""

    exit_code = ExitCode.RECORD_INVALID
    default_next_step = "run the document again to write a new record"


class UnknownSchemaVersion(RecordError):
    """A record of a schema version that this justera does not read."""

    exit_code = ExitCode.SCHEMA_VERSION
    default_next_step = "use the justera version that wrote it, or run the document again"

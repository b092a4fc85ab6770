"""How a command ends, for scripts."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """Exit codes of every command; `docs/exit-codes.md` has meaning and next step for each."""

    OK = 0
    FINDINGS = 1
    USAGE = 2
    SOME_FAILED = 3
    SOME_NEED_REVIEW = 4
    SETTINGS = 5
    MISSING_INPUT = 10
    UNSUPPORTED_INPUT = 11
    ENCRYPTED = 12
    DAMAGED = 13
    NO_PAGES = 14
    PAGE_TOO_LARGE = 15
    TOO_MANY_PIXELS = 16
    UNREACHABLE = 17
    OCR_UNAVAILABLE = 20
    OCR_FAILED = 21
    TIME_LIMIT = 30
    MEMORY_LIMIT = 31
    OUTPUT = 40
    CLUSTER = 41
    RECORD_INVALID = 50
    SCHEMA_VERSION = 51
    INTERNAL = 70
    INTERRUPTED = 130
    OUTPUT_NOT_WANTED = 141

"""What is done to a page, by its channel."""

from __future__ import annotations

from ..settings import RepairSettings
from . import noise
from .channels import Channel
from .sentence import Lines, verdicts
from .verdict import Verdict


def decided(lines: Lines, channel: Channel, settings: RepairSettings) -> list[list[Verdict]]:
    """A verdict for every token; empty where nothing is to be touched."""
    if channel is Channel.CLEAN or not settings.enabled:
        return []
    return verdicts(lines, noise.load(), settings.threshold)

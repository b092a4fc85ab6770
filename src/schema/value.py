"""What every value of a record is made of: frozen, and nothing beside its fields."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

BoxTuple = tuple[float, float, float, float]
"""x0, top, x1, bottom in points from the top left of the upright page."""

Confidence = Annotated[float, Field(ge=0, le=1)]

IsoDate = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]

ClockTime = Annotated[str, Field(pattern=r"^\d{2}:\d{2}$")]


class Value(BaseModel):
    """A part of the record."""

    model_config = ConfigDict(frozen=True, extra="forbid")

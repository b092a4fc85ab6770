"""Which sample documents there are, and what was done to each."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from ..paper import NO_DAMAGE, QUALITIES, Damage, Quality

SOURCES = Path(__file__).with_name("sources")
"""What the documents say, one TOML file each, and the letterheads of the invented authorities."""

OFFICE = replace(QUALITIES["office"], noise=4, jpeg=38)
"""An office scanner that compresses hard, so that the committed set stays small."""


@dataclass(frozen=True)
class Sample:
    """One committed sample."""

    source: str
    """Stem of the TOML file, and of the sample."""
    layout: str
    form: str
    """"print", "scan", "tiff", "png", "jpg" or "txt"."""
    quality: Quality | None = None
    layer: str = "none"
    """Text layer of a scan, or what is wrong with that of a print."""
    damage: Damage = NO_DAMAGE
    seed: int = 1

    @property
    def name(self) -> str:
        """The file's name."""
        ending = {"print": "pdf", "scan": "pdf", "tiff": "tif"}.get(self.form, self.form)
        return f"{self.source}.{ending}"

    @property
    def runs_tesseract(self) -> bool:
        """Whether its bytes depend on the version of Tesseract."""
        return self.layer == "english"


SAMPLES = (
    Sample(
        "alsjo-kommunstyrelsen-2024-03-12",
        "classic",
        "scan",
        OFFICE,
        damage=Damage(handwriting=True, holes=True),
    ),
    Sample(
        "alsjo-protokollsutdrag-2017-11-14",
        "excerpt",
        "scan",
        OFFICE,
        layer="english",
        damage=Damage(stamps=("INKOM\n2017-11-20",), handwriting=True),
        seed=2,
    ),
    Sample("alsjo-kallelse-2022-05-18", "summons", "print", layer="ligatures_gone"),
    Sample(
        "vastermark-regionstyrelsen-2023-10-03",
        "region",
        "scan",
        OFFICE,
        layer="english",
        damage=Damage(handwriting=True, speckle=0.4),
        seed=3,
    ),
    Sample("vastermark-tjansteskrivelse-2024-08-27", "table_letter", "print", layer="broken"),
    Sample("vastermark-foredragnings-pm-2025-02-04", "table_letter", "txt", QUALITIES["office"], "english"),
    Sample("orlinge-kommunstyrelsen-2021-09-22", "executive", "print", layer="good"),
    Sample(
        "orlinge-delegationsbeslut-2019-10-08",
        "letterhead",
        "png",
        replace(QUALITIES["clean"], dpi=200, noise=0),
        seed=5,
    ),
    Sample(
        "orlinge-skrivelse-2009-01-29",
        "letterhead",
        "jpg",
        QUALITIES["poor"],
        damage=Damage(stamps=("INKOM\nLänsstyrelsen\n2009-02-02",), handwriting=True, border=True),
        seed=6,
    ),
    Sample(
        "tjarvagen-halsovardsnamnden-1978-04-18",
        "typewritten",
        "tiff",
        replace(QUALITIES["office"], noise=3, blur=0.8, fade=0.25),
        damage=Damage(handwriting=True, holes=True, speckle=0.8),
        seed=7,
    ),
    Sample("nordmala-hamn-styrelsen-2019-03-07", "company", "print", layer="good"),
    Sample(
        "storholmen-anslag-2018-06-08",
        "framed_notice",
        "jpg",
        OFFICE,
        damage=Damage(colour_stamps=("ANSLAGET",), blue_ink=True),
        seed=8,
    ),
    Sample(
        "storholmen-protokollsutdrag-2017-10-04",
        "signed_excerpt",
        "scan",
        replace(QUALITIES["archive"], dpi=200, jpeg=40),
        damage=Damage(rotation=90, handwriting=True, holes=True),
        seed=9,
    ),
)
"""The committed set, in the order of the table in samples/README.md."""

"""The closed vocabularies of the record, in ASCII Swedish."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """Kinds of documents."""

    PROTOKOLL = "protokoll"
    PROTOKOLLSUTDRAG = "protokollsutdrag"
    TJANSTESKRIVELSE = "tjansteskrivelse"
    FOREDRAGNINGS_PM = "foredragnings_pm"
    KALLELSE = "kallelse"
    FOREDRAGNINGSLISTA = "foredragningslista"
    DELEGATIONSBESLUT = "delegationsbeslut"
    ANSLAG = "anslag"
    OVRIGT = "ovrigt"


class AuthorityKind(StrEnum):
    """Kinds of public and private bodies that own documents."""

    KOMMUN = "kommun"
    REGION = "region"
    KOMMUNALFORBUND = "kommunalforbund"
    MYNDIGHET = "myndighet"
    FORENING = "forening"
    BOLAG = "bolag"
    OKAND = "okand"


class Role(StrEnum):
    """What a person was at the meeting."""

    ORDFORANDE = "ordforande"
    VICE_ORDFORANDE = "vice_ordforande"
    LEDAMOT = "ledamot"
    TJANSTGORANDE_ERSATTARE = "tjanstgorande_ersattare"
    ERSATTARE = "ersattare"
    SEKRETERARE = "sekreterare"
    JUSTERARE = "justerare"
    TJANSTEPERSON = "tjansteperson"
    OVRIG = "ovrig"


class SectionKind(StrEnum):
    """Kinds of sections within an item."""

    BESLUT = "beslut"
    FORSLAG_TILL_BESLUT = "forslag_till_beslut"
    SAMMANFATTNING = "sammanfattning"
    ARENDEBESKRIVNING = "arendebeskrivning"
    BAKGRUND = "bakgrund"
    BEREDNING = "beredning"
    BEDOMNING = "bedomning"
    KONSEKVENSER = "konsekvenser"
    EKONOMI = "ekonomi"
    UPPFOLJNING = "uppfoljning"
    BESLUTSUNDERLAG = "beslutsunderlag"
    BEHANDLING_PA_MOTET = "behandling_pa_motet"
    YRKANDEN = "yrkanden"
    PROPOSITIONSORDNING = "propositionsordning"
    OMROSTNING = "omrostning"
    RESERVATION = "reservation"
    PROTOKOLLSANTECKNING = "protokollsanteckning"
    SARSKILT_YTTRANDE = "sarskilt_yttrande"
    JAV = "jav"
    DELTAR_INTE = "deltar_inte"
    AJOURNERING = "ajournering"
    EXPEDIERING = "expediering"
    OVERKLAGANDE = "overklagande"
    UPPLYSNINGAR = "upplysningar"
    UNDERSKRIFT = "underskrift"
    ANNAT = "annat"


class Outcome(StrEnum):
    """What a decision, or one point of it, amounts to."""

    BIFALL = "bifall"
    AVSLAG = "avslag"
    DELVIS = "delvis"
    ANSES_BESVARAD = "anses_besvarad"
    ATERREMISS = "aterremiss"
    BORDLAGGNING = "bordlaggning"
    UTGAR = "utgar"
    REMITTERING = "remittering"
    ANTECKNING = "anteckning"
    YTTRANDE = "yttrande"
    FORSLAG_UPPAT = "forslag_uppat"
    VAL = "val"
    KONSTATERANDE = "konstaterande"


class MotionKind(StrEnum):
    """Kinds of yrkanden."""

    BIFALL = "bifall"
    AVSLAG = "avslag"
    ATERREMISS = "aterremiss"
    BORDLAGGNING = "bordlaggning"
    TILLAGG = "tillagg"
    ANDRING = "andring"
    EGET = "eget"
    UTGAR = "utgar"


class VoteChoice(StrEnum):
    """How a person voted."""

    JA = "ja"
    NEJ = "nej"
    AVSTAR = "avstar"
    FRANVARANDE = "franvarande"


class Severity(StrEnum):
    """How bad a finding is."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Grade(StrEnum):
    """How far the record can be used as it is."""

    GOD = "god"
    """Nothing needs a look."""
    GRANSKA = "granska"
    """Some words or findings need a person's look."""
    BRISTFALLIG = "bristfallig"
    """Pages are missing or too uncertain to use."""

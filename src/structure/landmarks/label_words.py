"""Labels put together of words: "Närvarande, ej beslutande", "Datum för anslags upprättande"."""

from __future__ import annotations

import re

from ..swedish import patterns

OF_OFFICE = re.compile(
    r"(?:närvarande )?från \w*(?:förvaltningen|kontoret|kansliet|avdelningen|bolaget|ledningen)"
)
""" "Från socialförvaltningen": officials."""

_GROUPS = {
    "absent": {"frånvarande", "förhinder"},
    "deputies": {"ej", "icke", "inte"},
    "members": {"ledamöter", "förtroendevalda", "styrelseledamöter", "politiker"},
    "serving": {"tjänstgörande", "beslutande", "tjänstgör", "tjg"},
    "others": {"tjänstemän", "tjänstepersoner", "beslutanderätt", "rösträtt"},
}
"""What a label of people lists by one of its words; the first group that fits decides."""

_DEPUTIES = {"ersättare", "suppleanter", "ers", "suppl"}
_GROUP_WORDS = frozenset(
    {"närvarande", "deltagande", "medverkande", "kallade", "inbjudna", "övriga", "ordinarie", "och", "samt"}
    | {"som", "utan", "med", "på", "plats", "distans", "digitalt"}
    | {"via", "länk", "teams", "zoom", "skype", "video", "telefon", "fysiskt"}
).union(_DEPUTIES, *_GROUPS.values())


def of_people(words: frozenset[str]) -> str | None:
    """What a label lists that is put together of words for people: "Närvarande, ej beslutande"."""
    whom = {word for word in words if word.endswith(_REPRESENTING)}  # "Beslutande kommunrepresentanter"
    words -= whom
    if not words <= _GROUP_WORDS or not words or words == {"tjg"}:
        return None
    name = next((name for name, telling in _GROUPS.items() if telling & words), None)
    if {"ej", "närvarande"} <= words <= {"ej", "närvarande", "ledamöter", *_DEPUTIES}:
        return "absent"
    if {"beslutande", "och"} <= words:
        return name if name == "deputies" else "members"  # "Beslutande och tjänstgörande ersättare"
    if name is None and "närvarande" in words and not words & _DEPUTIES:
        return "others" if "övriga" in words else "members"  # "Närvarande via länk"
    if name in (None, "serving"):
        return (name or "deputies") if words & _DEPUTIES else name and "members"
    return name


_REPRESENTING = ("representanter", "företrädare", "ombud")

_POSTING = {name: frozenset(words) for name, words in patterns.table("labels")["posting"].items()}


def of_posting(words: frozenset[str]) -> str | None:
    """What a label of the notice dates: "Datum för anslags upprättande", "Anslag uppsatt den"."""
    up, down = words & _POSTING["up"], words & _POSTING["down"]
    if not words & _POSTING["of"] or bool(up) == bool(down) or words - up - down - _POSTING["around"]:
        return None
    return "posted_on" if up else "removed_on"

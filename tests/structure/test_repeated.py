"""Summonses that list their items first and treat them further down."""

from __future__ import annotations

from .written import structured

SUMMONS = """\
ÅBY KOMMUN                                     KALLELSE
Valnämnden                                     2022-03-09

Ledamöter kallas till sammanträde onsdagen den 23 mars 2022 kl. 16.00.

Ärendelista

1. Upprop
2. Vallokaler och öppettider          VAN 2022/4
3. Arvoden till röstmottagare         VAN 2022/7
4. Övriga frågor

2. Vallokaler och öppettider

Förslag till beslut

Valnämnden beslutar att fastställa vallokaler enligt bilaga.

3. Arvoden till röstmottagare

Förslag

Arvodet ska vara 2 100 kronor för valdagen.
"""


def test_what_is_proposed_further_down_belongs_to_the_item_of_the_list() -> None:
    items = structured(SUMMONS).items
    assert [(item.number, item.title) for item in items] == [
        (1, "Upprop"),
        (2, "Vallokaler och öppettider"),
        (3, "Arvoden till röstmottagare"),
        (4, "Övriga frågor"),
    ]
    assert [item.case_numbers for item in items] == [(), ("VAN 2022/4",), ("VAN 2022/7",), ()]
    assert [[one.points[0].text for one in item.decisions] for item in items] == [
        [],
        ["att fastställa vallokaler enligt bilaga."],
        ["Arvodet ska vara 2 100 kronor för valdagen."],
        [],
    ]
    assert all(one.status == "foreslaget" for item in items for one in item.decisions)

"""Classes of decisions: the verb of the main clause decides."""

from __future__ import annotations

import pytest

from justera.schema.record import Outcome
from justera.structure.decisions import outcome

EXAMPLES = {
    Outcome.BIFALL: (
        "att anta planen för vintervägar",
        "att uppdra åt förvaltningen att utse en kontaktperson.",
        "Nämnden inför parkeringsavgift på Torget.",
        "att egenfinansieringen, 300 kr, tas ur fonden.",
        "Planen kompletteras med en tidplan.",
        "Låneramen ska vara 90 mnkr.",
        "Beslöts bifalla ansökningen.",
        "bevilja tre av dessa, medan övriga avslogos.",
        "Planens genomförande antas inte innebära en betydande miljöpåverkan.",
        "att förklara paragrafen omedelbart justerad.",
        "Beslöts i enlighet med kassörens förslag.",
        "Förvaltningen får i uppdrag att redovisa hur många ansökningar som har avslagits.",
    ),
    Outcome.AVSLAG: (
        "att avslå motionen.",
        "Hemställan från lokalnämnden om att överlämna skolan till annan huvudman, avslås.",
        "Motionen lämnas utan bifall.",
        "Motionen skall ej föranleda någon åtgärd.",
        "Nämnden beviljar inte dispens.",
        "Ärendet återremitteras inte.",
        "att avstyrka förslaget.",
    ),
    Outcome.DELVIS: ("Motionen bifalls delvis.", "att bifalla punkt 1 och i övrigt avslå motionen"),
    Outcome.ANSES_BESVARAD: (
        "Interpellationen förklarades besvarad.",
        "Ordföranden förklarade frågan besvarad.",
        "Fullmäktige medger att frågan får ställas och besvaras nästa gång.",
        "Motionen anses besvarad.",
        "att anse medborgarförslaget om lekplats vid Ängstorp besvarat",
        "Interpellationen är därmed besvarad.",
        "Förslaget anses färdigbehandlat.",
    ),
    Outcome.ATERREMISS: ("att återremittera ärendet.", "Ärendet återgår till nämnden för ny beredning."),
    Outcome.BORDLAGGNING: (
        "Ärendet bordläggs.",
        "att bordlägga ärendet till nästa sammanträde",
        "Frågan får anstå till hösten.",
    ),
    Outcome.UTGAR: ("Ärendet utgår.", "Punkten utgår ur föredragningslistan."),
    Outcome.REMITTERING: (
        "Utskottet överlämnar medborgarförslaget till tekniska nämnden.",
        "Ärendet överlämnas till kultur- och fritidsnämnden.",
        "att överlämna frågan vidare till kommunstyrelsen",
        "Motionen remitteras till kulturnämnden.",
        "att överlämna ärendet till tekniska nämnden för beredning",
    ),
    Outcome.ANTECKNING: (
        "Informationen noteras.",
        "att lägga skrivelsen till handlingarna",
        "Redovisningen av delegationsbeslut godkänns.",
        "Redovisningen av uppdraget att anta en plan antecknas.",
        "att godkänna informationen",
        "Nämnden tackar för informationen.",
        "Rapporten lades till handlingarna.",
    ),
    Outcome.YTTRANDE: (
        "Svar avgives i enlighet med direktörens förslag.",
        "att avge yttrande enligt förslaget",
        "Yttrande över remissen om vattendrag, i enlighet med bilaga 2, översänds till länsstyrelsen.",
        "att anta kontorets förslag som sitt yttrande",
        "Nämnden har ingen erinran mot förslaget.",
    ),
    Outcome.VAL: (
        "att utse Ada Ek (S) till ledamot",
        "Till ordförande valdes Ada Ek.",
        "att anställa Bo Ås som stadsträdgårdsmästare.",
        "Avsägelsen godkänns.",
        "att entlediga Bo Ås från uppdraget",
        "att bevilja Bo Ås befrielse från uppdraget",
        "Bo Ås befrias från uppdraget som god man.",
        "Cia Öst (M) förordnas som politisk sekreterare till och med den 31 mars.",
    ),
    Outcome.KONSTATERANDE: (
        "att förklara sammanträdet behörigen utlyst.",
        "Initiativet är därmed färdigbehandlat.",
        "Nämnden konstaterar att målen är uppfyllda.",
        "Uppdraget förklaras fullgjort.",
    ),
}


@pytest.mark.parametrize(
    ("text", "expected"), [(text, expected) for expected, texts in EXAMPLES.items() for text in texts]
)
def test_the_verb_of_the_main_clause_tells_the_class(text: str, expected: Outcome) -> None:
    assert outcome.of_point(text) is expected


@pytest.mark.parametrize("text", ["2023-04-12", "Motioner", "Motion av Ada Ek (S) om fler bänkar"])
def test_what_is_no_sentence_has_no_class(text: str) -> None:
    assert outcome.of_point(text) is None


def test_a_proposal_to_a_higher_body_beats_all() -> None:
    assert outcome.of_point("att avslå motionen", upward=True) is Outcome.FORSLAG_UPPAT

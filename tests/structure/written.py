"""Documents written as text for the tests of structure: the layout is in the spaces, as in a text layer."""

from __future__ import annotations

from justera.ingest.files import text_file
from justera.schema import Document, Record
from justera.structure import record

PAGE = "\f"


def document(text: str, *, name: str = "invented.txt") -> Document:
    """The document that a text file gives."""
    read = text_file.parse(text, name=name)
    return Document(
        name=name, sha256="0" * 64, media_type="text/plain", pages=read.pages, outline=read.outline
    )


def structured(text: str) -> Record:
    """The record of a text."""
    return record(document(text))


MINUTES = """\
Åsmåla kommun                    SAMMANTRÄDESPROTOKOLL                 1 (3)
Kommunstyrelsen                  Sammanträdesdatum
                                 2019-05-14

Plats och tid            Kommunhuset, Stora salen, kl. 13.00–15.45
                         Ajournering kl. 14.10–14.25

Beslutande               Örjan Åkesson (S), ordförande
                         Åsa Öhrn (C), 1:e vice ordförande
                         Bo V Selling (M), 2:e vice ordförande, §§ 3-14
                         Märta El Haddad (S)
                         Sven-Åke Råhlander (SD)
                         Therése Norén (V), tjg ersättare för Pär Lindåhs (V)

Ej tjänstgörande
ersättare                Ingela Ström (C)
                         Kjell Öst (M), ej § 45

Övriga närvarande        Karin Holmér, kommundirektör
                         Leif Ek, ekonomichef, § 44
                         Nina Berg, sekreterare

Utses att justera        Åsa Öhrn (C) med Märta El Haddad (S) som ersättare

Justeringens
plats och tid            Kommunhuset, 2019-05-20

Underskrifter
Sekreterare              .................................   Paragrafer 43-47
                         Nina Berg
Ordförande               .................................
                         Örjan Åkesson
Justerare                .................................
                         Åsa Öhrn

                         ANSLAG/BEVIS
Protokollet är justerat. Justeringen har tillkännagivits genom anslag.
Organ                    Kommunstyrelsen
Datum för anslags        2019-05-21        Datum för anslags       2019-06-12
uppsättande                                nedtagande
Förvaringsplats för
protokollet              Kommunledningskontoret

Justerandes sign                                           Utdragsbestyrkande
\fÅsmåla kommun                    SAMMANTRÄDESPROTOKOLL                 2 (3)
Kommunstyrelsen                  Sammanträdesdatum
                                 2019-05-14

Ks § 43                          Dnr KS 2019/97-04

Svar på motion om gratis kollektivtrafik för
äldre

Kommunstyrelsens beslut
Kommunstyrelsen föreslår kommunfullmäktige besluta

att   avslå motionen.

Kommunstyrelsen beslutar för egen del

att   ge kommundirektören i uppdrag att utreda kostnaderna för fria resor
      under lågtrafik, samt

att   uppdraget ska redovisas senast den 1 december 2019.

Reservation
Mot beslutet reserverar sig Sven-Åke Råhlander (SD) och Therése Norén (V)
till förmån för eget yrkande.

Sammanfattning av ärendet
Lena Ås (V) har i en motion föreslagit att kommunen inför gratis
kollektivtrafik för alla över 65 år. Motionen har beretts av tekniska för-
valtningen.

Yrkanden
Therése Norén (V) yrkar, med instämmande av Sven-Åke Råhlander (SD), bifall
till motionen.
Bo V Selling (M) yrkar avslag på motionen.

Propositionsordning
Ordföranden ställer proposition på bifall mot avslag och finner att
kommunstyrelsen beslutar att avslå motionen. Votering begärs.

Justerandes sign                                           Utdragsbestyrkande
\fÅsmåla kommun                    SAMMANTRÄDESPROTOKOLL                 3 (3)
Kommunstyrelsen                  Sammanträdesdatum
                                 2019-05-14

Omröstningsresultat
Följande voteringsproposition godkänns: Den som vill avslå motionen röstar ja,
den det ej vill röstar nej. Vinner nej har kommunstyrelsen bifallit motionen.
Vid omröstningen avges tre ja-röster och två nej-röster, en ledamot avstår.
Ja röstar: Örjan Åkesson (S), Åsa Öhrn (C) och Bo V Selling (M).
Nej röstar: Sven-Åke Råhlander (SD) och Therése Norén (V).
Avstår: Märta El Haddad (S).

Ks § 44                          Dnr KS 2018/14

Årsredovisning 2018

Kommunstyrelsens beslut
Årsredovisningen överlämnas till kommunfullmäktige för godkännande.

Jäv
Åsa Öhrn (C) anmäler jäv och deltar inte i handläggningen av ärendet.

Beslutsunderlag
Tjänsteskrivelse 2019-04-02
Kommunstyrelsens arbetsutskott § 45, 2019-04-30
Årsredovisning 2018

Beslutet skickas till
Kommunfullmäktige
Revisorerna

Ks § 46                          Dnr KS/2019:12

Detaljplan för Ön 4:18

Ärendet utgår.

Ks § 47 a                        Dnr 00123/2019

Uppföljning av internkontroll

Beslut
1. Uppföljningen godkänns.
2. Medborgarförslaget bifalls delvis och avslås i övrigt.
3. Ärendet återremitteras inte.

Protokollsanteckning
Vänsterpartiet lämnar följande protokollsanteckning: "Vi anser att
uppföljningen borde ha gjorts tidigare."

Justerandes sign                                           Utdragsbestyrkande
"""
"""A commune's minutes in the layout of labels and values, wrapped labels and all."""

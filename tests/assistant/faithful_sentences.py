"""True statements in other words, as a careful language model writes them, with their services."""

FAITHFUL = (
    (
        "international-house-oulu",
        0,
        "Jos muutat ulkomailta Ouluun, International House Oulu neuvoo sinua.",
    ),
    ("international-house-oulu", 0, "International House Oulu auttaa sinua, kun muutat Ouluun."),
    (
        "international-house-oulu",
        1,
        "Se on kansainvälisille asukkaille, opiskelijoille ja osaajille.",
    ),
    ("international-house-oulu", 1, "Palvelu on tarkoitettu kansainvälisille opiskelijoille."),
    ("international-house-oulu", 2, "Samassa talossa Oulussa on monta palvelua."),
    ("international-house-oulu", 5, "Neuvonta on ilmaista, eikä aikaa tarvitse varata."),
    ("international-house-oulu", 5, "Et tarvitse ajanvarausta, ja neuvonta on maksutonta."),
    ("tyomarkkinatori", 0, "Työmarkkinatori on työnhakijoille, työnantajille ja yrittäjille."),
    ("tyomarkkinatori", 1, "Työmarkkinatorissa voit ilmoittautua työnhakijaksi."),
    ("tyomarkkinatori", 1, "Työmarkkinatorista löydät oman työllisyysalueesi yhteystiedot."),
    ("tyomarkkinatori", 2, "Voit selata työpaikkoja kirjautumatta."),
    ("tyomarkkinatori", 2, "Työpaikkoja voi selata ilman kirjautumista."),
    ("tyomarkkinatori", 4, "Kirjautumiseen tarvitset vahvan tunnistautumisen."),
    ("tyomarkkinatori", 5, "Työmarkkinatori on ilmainen."),
    ("opintopolku", 0, "Opintopolku on valtakunnallinen verkkopalvelu."),
    ("opintopolku", 1, "Opintopolussa voit etsiä koulutuksia ja hakea niihin."),
    ("opintopolku", 1, "Opintopolusta löydät koulutuksia, ja siellä voit myös hakea niihin."),
    ("opintopolku", 2, "Yhteishaussa voi hakea lukioon."),
    ("poiju-rko", 0, "Poiju tukee maahan muuttaneita kotoutumisessa ja työelämään pääsemisessä."),
    ("poiju-rko", 0, "Poiju auttaa maahanmuuttajia kotoutumaan."),
    ("poiju-rko", 1, "Saat henkilökohtaista ohjausta, valmennusta ja vertaisryhmiä."),
    ("poiju-rko", 1, "Poijusta saat yksilöllistä ohjausta."),
    ("poiju-rko", 3, "Poijun järjestäjä on Reisjärven kristillinen opisto."),
    ("poiju-rko", 4, "Poiju toimii 10 kunnassa, esimerkiksi Kalajoella ja Nivalassa."),
    (
        "pohjois-suomen-elinvoimakeskus",
        0,
        "Pohjois-Suomen elinvoimakeskus aloitti 1. tammikuuta 2026.",
    ),
    ("pohjois-suomen-elinvoimakeskus", 5, "Elinvoimakeskuksen päätoimipaikka on Oulu."),
    (
        "ammatillinen-erityisopettajankoulutus",
        0,
        "OAMKissa voi opiskella ammatilliseksi erityisopettajaksi.",
    ),
    ("uraohjauksen-erikoistumiskoulutus", 0, "Koulutuksen laajuus on 30 opintopistettä."),
    (
        "etsivan-ja-tyopajojen-verkosto",
        1,
        "Työpajojen verkosto kattaa Pohjois-Pohjanmaan ja Kainuun.",
    ),
)
"""Id of the service, which of its statements (from 0), and the sentence."""

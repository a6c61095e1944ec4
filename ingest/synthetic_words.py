"""Words that services of a made-up national catalogue are put together from.

Slots: ``{genitive}`` and ``{locative}`` of the municipality, ``{group}`` of the target group in the
partitive, ``{provider}`` and ``{unit}``.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Template:
    """A kind of service.

    Attributes:
        topics: Terms of the vocabulary.
        groups: Target groups that it may be for.
        names: What it's called.
        told: Sentences of its description.
    """

    topics: tuple[str, ...]
    groups: tuple[str, ...]
    names: tuple[str, ...]
    told: tuple[str, ...]


GROUPS = {
    "kaikki": "kaikkia kuntalaisia",
    "nuoret": "alle 30-vuotiaita nuoria",
    "opiskelijat": "opiskelijoita",
    "työttömät": "työttömiä työnhakijoita",
    "pitkäaikaistyöttömät": "pitkään työttömänä olleita",
    "työssä olevat": "työssä olevia",
    "alanvaihtajat": "uutta alaa miettiviä",
    "maahanmuuttajat": "maahan muuttaneita",
    "osatyökykyiset": "osatyökykyisiä",
    "kuntoutujat": "kuntoutujia",
    "erityistä tukea tarvitsevat": "erityistä tukea tarvitsevia",
    "aikuiset": "aikuisia",
    "ikääntyvät": "yli 50-vuotiaita",
    "yrittäjät": "yrittäjiä ja yrittäjiksi aikovia",
    "työnantajat": "työnantajia",
    "huoltajat": "lasten ja nuorten huoltajia",
    "oppivelvolliset": "oppivelvollisia",
}

PROVIDERS = (
    "{genitive} kunnan sivistyspalvelut",
    "{genitive} työllisyyspalvelut",
    "{genitive} kansalaisopisto",
    "{genitive} nuorisopalvelut",
    "{genitive} seudun ammattiopisto",
    "{genitive} työttömien yhdistys ry",
    "{genitive} seurakunta",
    "{genitive} elinvoimapalvelut",
    "{genitive} kirjasto",
    "{genitive} setlementti ry",
)

UNITS = (
    "Keskustan toimipiste", "Asematien palvelupiste", "Koulukeskuksen toimipiste",
    "Torinrannan toimitila", "Kirjaston yhteispalvelupiste", "Rantatien toimitalo",
    "Pappilanmäen toimipiste", "Teollisuuskylän toimitila", "Urheilupuiston nuorisotila",
    "Vanhan meijerin toimitila", "Myllykadun palvelupiste", "Harjun toimipiste",
)  # fmt: skip

TEMPLATES = (
    Template(
        ("uraohjaus", "ammatinvalinta"),
        ("aikuiset", "alanvaihtajat", "työssä olevat", "kaikki"),
        ("{genitive} uraohjaus", "Uraohjaus {locative}", "{genitive} urapiste"),
        (
            "Uraohjaaja auttaa {group} suunnittelemaan omaa työuraa {locative}.",
            "Ohjauksessa kartoitetaan vahvuudet, kiinnostukset ja mahdolliset uudet alat.",
            "Ammatinvalintaa voi selvittää keskustelemalla ja testien avulla.",
            "Ohjaajan kanssa tehdään suunnitelma siitä, miten tavoitteeseen päästään.",
            "Uraohjaukseen voi tulla myös silloin, kun työpaikka on mutta suunta on hukassa.",
        ),
    ),
    Template(
        ("koulutukseen hakeutuminen", "neuvonta"),
        ("kaikki", "nuoret", "aikuiset", "alanvaihtajat"),
        ("{genitive} koulutusneuvonta", "Opintoneuvonta {locative}", "{genitive} hakuneuvonta"),
        (
            "Neuvojalta saa tietoa koulutuksista, hakuajoista ja pääsyvaatimuksista.",
            "Palvelu auttaa {group} täyttämään yhteishaun ja jatkuvan haun lomakkeet.",
            "{genitive} neuvojat kertovat myös avoimista opinnoista ja aikuislukiosta.",
            "Opintojen rahoitus, kuten opintotuki ja aikuiskoulutus, käydään läpi tarvittaessa.",
            "Neuvontaa saa kasvokkain, puhelimessa ja etäyhteydellä.",
        ),
    ),
    Template(
        ("opiskeluhuolto", "nivelvaihe"),
        ("oppivelvolliset", "opiskelijat", "huoltajat"),
        ("{genitive} opinto-ohjaus", "Oppilaanohjaus {locative}", "{genitive} tehostettu ohjaus"),
        (
            "Opinto-ohjaaja tukee siirtymistä perusopetuksesta toiselle asteelle.",
            "Oppilas saa ohjausta yksin, pienryhmässä ja luokan kanssa.",
            "Tehostettu ohjaus on niille, jotka tarvitsevat enemmän tukea jatko-opintoihin.",
            "Huoltaja voi varata {locative} ajan yhteiseen keskusteluun opinto-ohjaajan kanssa.",
            "Jälkiohjausta saa sen vuoden syyskuun loppuun, jona perusopetus päättyi.",
        ),
    ),
    Template(
        ("työnhaku", "työllisyyspalvelut"),
        ("työttömät", "kaikki", "aikuiset", "ikääntyvät"),
        ("{genitive} työnhakuneuvonta", "Työnhaun tuki {locative}", "{genitive} työllisyyspiste"),
        (
            "Palvelu auttaa {group} etsimään työtä ja tekemään hakemuksia.",
            "Asiantuntija auttaa ansioluettelon, hakemuksen ja työhaastattelun valmistelussa.",
            "{locative} voi käyttää tietokonetta ja tulostinta työnhakuun ilman ajanvarausta.",
            "Työnhakijaksi ilmoittaudutaan verkossa ensimmäisenä työttömyyspäivänä.",
            "Asiakkaan kanssa tehdään työllistymissuunnitelma, jota tarkistetaan säännöllisesti.",
        ),
    ),
    Template(
        ("työhönvalmennus", "työelämätaidot"),
        ("nuoret", "pitkäaikaistyöttömät", "osatyökykyiset"),
        ("{genitive} työpaja", "Työvalmennus {locative}", "{genitive} nuorten työpaja"),
        (
            "Työpajalla {group} harjoittelee työelämän taitoja omaan tahtiin.",
            "Pajoja ovat puu, metalli, keittiö, tekstiili ja media.",
            "Jakso on kuntouttavaa työtoimintaa, työkokeilua tai työharjoittelua.",
            "Yksilövalmentaja auttaa arjen asioissa ja jatkosuunnitelmassa.",
            "{genitive} työpajalle tullaan lähettävän tahon kautta tai ottamalla itse yhteyttä.",
        ),
    ),
    Template(
        ("neuvonta", "arjen tuki", "osallisuus"),
        ("nuoret", "huoltajat"),
        ("{genitive} etsivä nuorisotyö", "Nuorten tuki {locative}", "{genitive} Ohjaamo"),
        (
            "Etsivä nuorisotyö tavoittaa nuoria, jotka ovat koulutuksen ja työn ulkopuolella.",
            "Apua saa asumisen, raha-asioiden, opintojen ja työn kysymyksiin.",
            "Palvelu on vapaaehtoista ja luottamuksellista, eikä lähetettä tarvita.",
            "Nuoren voi tavata kotona, kahvilassa, kävelyllä tai {genitive} nuorisotilalla.",
            "Myös huoltaja voi ottaa yhteyttä, jos nuori on jäänyt kotiin.",
        ),
    ),
    Template(
        ("kotoutuminen", "asettautuminen"),
        ("maahanmuuttajat",),
        (
            "{genitive} kotoutumispalvelut",
            "Maahanmuuttajien neuvonta {locative}",
            "{genitive} Welcome-piste",
        ),
        (
            "Neuvontaa saa monella kielellä luvista, asumisesta, koulusta ja terveydenhuollosta.",
            "Palvelu tekee alkukartoituksen ja ohjaa {group} kotoutumiskoulutukseen.",
            "Ohjaaja auttaa löytämään {locative} työtä, kielikursseja ja harrastuksia.",
            "Tulkki varataan tarvittaessa maksutta.",
            "Perheet saavat tietoa varhaiskasvatuksesta ja koulun alkamisesta.",
        ),
    ),
    Template(
        ("suomen kieli", "kotoutuminen"),
        ("maahanmuuttajat", "opiskelijat"),
        (
            "Suomen kielen kurssit {locative}",
            "{genitive} kielikahvila",
            "Suomea aikuisille {locative}",
        ),
        (
            "Kursseilla opiskellaan suomea alkeista keskitasolle.",
            "Ryhmä kokoontuu {locative} kaksi kertaa viikossa, myös iltaisin.",
            "Kielikahvilassa puhutaan suomea vapaasti eikä ilmoittautumista tarvita.",
            "Kurssin jälkeen voi suorittaa yleisen kielitutkinnon.",
            "Lastenhoitoa järjestetään päiväryhmien ajaksi.",
        ),
    ),
    Template(
        ("ammatillinen koulutus", "osaamisen tunnistaminen"),
        ("opiskelijat", "aikuiset", "työssä olevat", "alanvaihtajat"),
        (
            "{genitive} ammatillinen koulutus",
            "Osaamisen tunnistaminen {locative}",
            "{genitive} hakijapalvelut",
        ),
        (
            "Ammatillisen tutkinnon tai sen osan voi suorittaa työn ohessa.",
            "Aiemmin hankittu osaaminen tunnistetaan ja tunnustetaan opintojen alussa.",
            "Opiskelijalle tehdään henkilökohtainen osaamisen kehittämissuunnitelma.",
            "Oppisopimus sopii niille, joilla on työpaikka {locative} tai lähikunnissa.",
            "Hakijapalvelut auttaa {group} valitsemaan sopivan tutkinnon.",
        ),
    ),
    Template(
        ("lukiokoulutus", "jatkuva oppiminen"),
        ("nuoret", "aikuiset", "opiskelijat"),
        ("{genitive} lukion opinto-ohjaus", "Aikuislukio {locative}", "{genitive} iltalukio"),
        (
            "Lukiossa voi suorittaa koko oppimäärän tai yksittäisiä aineita.",
            "Aikuisten opetus on iltaisin ja verkossa.",
            "Opinto-ohjaaja auttaa laatimaan opinto- ja ylioppilastutkintosuunnitelman.",
            "Peruskoulun arvosanoja voi korottaa {locative} ennen yhteishakua.",
            "Opetus on maksutonta oppivelvollisuuden päättymiseen asti.",
        ),
    ),
    Template(
        ("korkeakoulutus", "koulutukseen hakeutuminen"),
        ("opiskelijat", "työssä olevat", "alanvaihtajat"),
        (
            "Avoin korkeakouluopetus {locative}",
            "{genitive} korkeakoulukeskus",
            "Avoimen väylä {locative}",
        ),
        (
            "Avoimessa korkeakoulussa voi opiskella tutkinnon osia ilman pääsykoetta.",
            "Riittävät opinnot antavat mahdollisuuden hakea tutkinto-opiskelijaksi.",
            "Ohjaaja neuvoo opintojen valinnassa ja hyväksiluvuissa.",
            "Opetusta on etänä ja {locative} viikonloppuisin.",
            "Maksu on 15 euroa opintopisteeltä; työttömälle voi olla alennus.",
        ),
    ),
    Template(
        ("yrittäjyys",),
        ("yrittäjät",),
        ("{genitive} yritysneuvonta", "Uusyrityskeskus {locative}", "{genitive} starttipiste"),
        (
            "Yritysneuvoja auttaa liikeidean arvioimisessa ja liiketoimintasuunnitelmassa.",
            "Neuvonta on maksutonta ja luottamuksellista.",
            "Palvelu kertoo starttirahasta, rahoituksesta ja luvista.",
            "{locative} järjestetään yrittäjäkursseja syksyllä ja keväällä.",
            "Toimivat yritykset saavat apua kasvuun, omistajanvaihdokseen ja kansainvälistymiseen.",
        ),
    ),
    Template(
        ("rekrytointi",),
        ("työnantajat",),
        (
            "{genitive} rekrytointipalvelu",
            "Työnantajapalvelut {locative}",
            "{genitive} yrityspalvelut",
        ),
        (
            "Palvelu auttaa työnantajia löytämään sopivia työntekijöitä.",
            "Palkkatuen ja työkokeilun ehdot selvitetään yhdessä yrityksen kanssa.",
            "{locative} järjestetään rekrytointitapahtumia ja täsmäkoulutuksia.",
            "Työpaikkailmoituksen voi jättää verkossa tai puhelimitse.",
            "Neuvontaa saa myös työvoiman hankkimiseen ulkomailta.",
        ),
    ),
    Template(
        ("digitaidot", "digitaalinen ohjaus"),
        ("kaikki", "ikääntyvät", "aikuiset"),
        ("{genitive} digituki", "Digineuvonta {locative}", "{genitive} nettikerho"),
        (
            "Digituesta saa apua puhelimen, tietokoneen ja verkkopalvelujen käyttöön.",
            "Opastaja neuvoo sähköisessä asioinnissa ja tunnistautumisessa.",
            "Ryhmissä opetellaan tekoälyn ja tekstinkäsittelyn perusteita.",
            "Oman laitteen voi ottaa mukaan {genitive} kirjastoon.",
            "Apua on tarjolla ilman ajanvarausta kerran viikossa.",
        ),
    ),
    Template(
        ("mielenterveys", "hyvinvointi"),
        ("kaikki", "nuoret", "kuntoutujat", "opiskelijat"),
        (
            "{genitive} matalan kynnyksen mielenterveyspalvelu",
            "Juttuapu {locative}",
            "{genitive} kohtaamispaikka",
        ),
        (
            "Keskusteluapua saa uupumukseen, ahdistukseen ja alakuloon.",
            "Ensikäynnille pääsee muutamassa päivässä ilman lähetettä.",
            "Työntekijä arvioi yhdessä asiakkaan kanssa, mistä avusta on eniten hyötyä.",
            "{genitive} kohtaamispaikassa on ryhmiä ja vertaistukea.",
            "Kiireellisissä asioissa otetaan yhteyttä päivystykseen.",
        ),
    ),
    Template(
        ("kuntoutus", "työhönvalmennus"),
        ("osatyökykyiset", "kuntoutujat", "erityistä tukea tarvitsevat"),
        (
            "{genitive} työllistymistä tukeva kuntoutus",
            "Työkykyohjaus {locative}",
            "{genitive} työkykypalvelu",
        ),
        (
            "Työkykykoordinaattori auttaa {group} pysymään työssä tai palaamaan siihen.",
            "Palvelussa selvitetään työkyky ja sopiva työ.",
            "Kuntoutus voi olla valmennusta, työkokeilua tai koulutusta.",
            "{locative} työtä voidaan räätälöidä yhdessä työnantajan kanssa.",
            "Yhteistyötä tehdään terveydenhuollon ja Kelan kanssa.",
        ),
    ),
    Template(
        ("arjen tuki", "neuvonta"),
        ("kaikki", "pitkäaikaistyöttömät", "ikääntyvät"),
        (
            "{genitive} talous- ja velkaneuvonta",
            "Arjen apu {locative}",
            "{genitive} sosiaaliohjaus",
        ),
        (
            "Neuvoja auttaa laskujen, velkojen ja oman talouden suunnittelussa.",
            "Sosiaaliohjaajalta saa apua asumiseen ja etuuksien hakemiseen.",
            "Palvelu neuvoo täydentävän toimeentulotuen hakemisessa.",
            "Kotikäynti {locative} on mahdollinen, jos asiointi on vaikeaa.",
            "Asiakkaan tilannetta katsotaan kokonaisuutena.",
        ),
    ),
    Template(
        ("osallisuus", "hyvinvointi"),
        ("kaikki", "ikääntyvät", "maahanmuuttajat", "pitkäaikaistyöttömät"),
        ("{genitive} kylätalo", "Yhteisökahvila {locative}", "{genitive} perhekeskus"),
        (
            "Avoimessa kohtaamispaikassa voi tavata muita ja osallistua ryhmiin.",
            "Toiminta on maksutonta ja sopii {group} varten.",
            "Ohjelmassa on ruokailua, retkiä, kädentaitoja ja liikuntaa.",
            "Vapaaehtoiseksi {locative} pääsee ottamalla yhteyttä ohjaajaan.",
            "Yksinäisyyttä lievennetään pitkäkestoisissa pienryhmissä.",
        ),
    ),
    Template(
        ("nivelvaihe", "koulutukseen hakeutuminen"),
        ("nuoret", "oppivelvolliset", "maahanmuuttajat"),
        (
            "TUVA-koulutus {locative}",
            "{genitive} valmentava koulutus",
            "{genitive} kansanopistovuosi",
        ),
        (
            "Tutkintokoulutukseen valmentava koulutus kestää enintään vuoden.",
            "Opiskelija tutustuu aloihin, parantaa arvosanoja ja vahvistaa opiskelutaitoja.",
            "Jokainen saa oman opintopolun ja paljon henkilökohtaista ohjausta.",
            "Koulutukseen haetaan yhteishaussa tai suoraan oppilaitokseen {locative}.",
            "Asuntolapaikka on maksuton oppivelvollisille, joilla matka on pitkä.",
        ),
    ),
    Template(
        ("jatkuva oppiminen", "koulutukseen hakeutuminen"),
        ("kaikki", "aikuiset", "työssä olevat", "ikääntyvät"),
        (
            "{genitive} kansalaisopiston kurssit",
            "Vapaa sivistystyö {locative}",
            "{genitive} työväenopisto",
        ),
        (
            "Kursseja on kielistä, kädentaidoista, liikunnasta ja tietotekniikasta.",
            "Kurssimaksuun saa alennusta työttömänä, opiskelijana ja eläkeläisenä.",
            "Osa kursseista antaa osaamismerkin tai opintopisteitä.",
            "Ilmoittautuminen alkaa elokuussa ja tammikuussa.",
            "{genitive} opetuspaikkoja ovat koulut, kylätalot ja verkko.",
        ),
    ),
)

PRACTICAL = (
    "Palvelua saa {unit}, osoite löytyy kunnan sivuilta.",
    "Avoinna arkisin klo {opens}–{closes}.",
    "Puhelin {phone}.",
    "Palvelu on asiakkaalle maksuton.",
    "Ajan voi varata puhelimitse tai verkossa.",
    "Palvelua saa suomeksi ja ruotsiksi sekä tarvittaessa englanniksi.",
    "Palvelun järjestää {provider}.",
    "Yhteyttä voi ottaa myös sähköpostilla, vastaus tulee kolmessa arkipäivässä.",
    "Odotusaika on tavallisesti alle {weeks} viikkoa.",
    "Etäasiointi onnistuu suojatulla videoyhteydellä.",
)

"""Words that tell what a question asks for, by language: data for `assistant.understand`.

Finnish cues are base forms or fixed phrases; those of other languages are as people write them.
"""

from __future__ import annotations

from assistant.dialogue import Aspect
from assistant.domain import PassageKind, Status


def _phrases(text: str) -> tuple[str, ...]:
    """The phrases of a text that commas part."""
    return tuple(" ".join(phrase.split()) for phrase in text.split(","))


ASPECTS: dict[Aspect, tuple[str, ...]] = {
    Aspect.WHO: _phrases(
        """
        kuka järjestää, kuka toteuttaa, toteuttaa, toteuttanut, järjestänyt, koordinoinut,
        hallinnoinut, johtanut, mikä firma, mikä yritys, mikä järjestö, mitkä järjestöt, osapuoli,
        keitä oli, keitä on, ketkä olivat, ketkä ovat, yhteistyökumppani, yhteistyötaho,
        kuka koordinoi, kuka hallinnoi, kuka vastaa, kuka vetää, kuka johtaa, mikä johtaa, johtaa,
        kuka pyörittää, kuka hoitaa, kuka ylläpitää, kuka tarjoaa, kuka tuottaa, ketkä tuottavat,
        mitkä koulut, mikä koulu, minkä koulun, minkä firman, ketkä toteuttavat,
        ketkä järjestävät, ketkä ovat mukana,
        keitä on mukana, kenen hanke, minkä yhdistyksen, minkä järjestön, minkä organisaation,
        minkä oppilaitoksen, minkä kaupungin, järjestäjä, toteuttaja, koordinaattori, koordinoida,
        hallinnoida, päätoteuttaja, osatoteuttaja, vetää, kuka on takana, taustalla, kumppani,
        mikä organisaatio, mikä taho, mitkä tahot, mitkä oppilaitokset, mikä oppilaitos, who runs,
        who organises, who organizes, who is behind, vem driver, vem ordnar, vem ansvarar,
        кто проводит, кто руководит, кто руководил, кто организует
        """
    ),
    Aspect.WHEN: _phrases(
        """
        auki, toiminnassa, milloin, koska, mihin asti, mihin saakka, päättyä, päättynyt, loppunut,
        ohi, avata, avautua, mistä alkaen, loppua, lopettaa, alkaa, käynnistyä, jatkua, voimassa,
        vielä, käynnissä, aikataulu, hankekausi, millä ajalla, mille ajalle, loppumispäivä,
        päättymispäivä, päivämäärä, vieläkö, onko vielä, ehtiä mukaan, ehtiikö mukaan, enää,
        until when, when does, when did, still running, running, ongoing, pågå, pågick, still open,
        när slutar, när börjar, pågår, до какого, когда
        """
    ),
    Aspect.FUNDER: _phrases(
        """
        rahoittaa, rahoittaja, rahoittanut, rahoittama, rahoitettu, rahoitus, kuka maksaa,
        kenen rahoilla, millä rahalla, millä rahoilla, mistä rahat, mistä raha, avustus,
        rahoittajataho, who funds, who pays, funded, funding, finansierar, finansiering,
        vem betalar, кто финансирует, финансирование
        """
    ),
    Aspect.FOR_WHOM: _phrases(
        """
        kenelle, keille, kohderyhmä, kelle, ketkä voivat, kuka voi, kuka pääsee, ketkä pääsevät,
        pääsenkö, voinko, sopiiko, kohderyhmänä, ketä varten, for whom, who can, am i eligible,
        för vem, vem kan, для кого
        """
    ),
    Aspect.WHERE: _phrases(
        """
        missä sijaitsee, missä on, missä oli, missä toimii, missä toimi, missä järjestetään,
        missä voi, sijaita, sijainti, osoite, missä päin, millä paikkakunnalla, missä kunnassa,
        monta kuntaa, montako kuntaa, kuinka monta kuntaa, monessako kunnassa, monessa kunnassa,
        montako paikkakuntaa, missä kunnissa, mitkä kunnat, mitä kuntia, luettele kunnat,
        nimeä kunnat, listaa kunnat, kaikki kunnat, minkä kunnan, millä alueella,
        miten sinne pääsee, miten pääsee sinne, kuinka sinne pääsee, kuinka pääsee sinne,
        miten sinne mennään, mihin sinne mennään, miten löytää sinne, where is,
        which municipalities, var finns, var ligger, где находится
        """
    ),
    Aspect.GOAL: _phrases(
        """
        tavoite, tavoitteena, tarkoitus, mitä tekee, mitä tehdään, mitä tehtiin, miksi on,
        mihin pyritään, mistä on kyse, mitä tarjoaa, mitä hyötyä, what does it do, aim, purpose,
        goal, syfte, цель
        """
    ),
    Aspect.COST: _phrases(
        """
        paljonko maksaa, mitä maksaa, hinta, maksuton, ilmainen, maksaako, maksullinen, maksutta,
        veloittaa, how much, cost, free of charge, kostar, gratis, сколько стоит, бесплатно
        """
    ),
    Aspect.AMOUNT: _phrases(
        """
        paljonko euroja, paljonko rahaa, kuinka paljon rahaa, montako euroa, budjetti,
        paljonko palkkaa, tienata, ansaita, kuinka moni työllistyi, kuinka moni asiakas,
        kuinka moni osallistuja, kuinka moni ihminen, montako asiakasta, montako ihmistä,
        montako työllistyi, montako opiskelijaa, montako osallistujaa, prosentti,
        työllisyysprosentti, how much money, how many people, budget, tulokset, vaikuttavuus,
        osallistujamäärä, asiakasmäärä, kuinka suuri
        """
    ),
    Aspect.PERSON: _phrases(
        """
        projektipäällikkö, hankepäällikkö, projektikoordinaattori, yhteyshenkilö, vastuuhenkilö,
        kuka henkilö, kenen nimi, henkilön nimi, johtajan nimi, vetäjän nimi, toiminnanjohtaja,
        rehtori, toimitusjohtaja, puheenjohtaja, project manager, contact person, projektchef,
        kontaktperson, руководитель проекта
        """
    ),
    Aspect.HOURS: _phrases(
        """
        aukiolo, aukioloaika, aukioloajat, milloin auki, mihin aikaan, mihin aikaan auki, monelta,
        moneltako, mihin kellonaikaan, onko auki viikonloppuna, opening hours, when open,
        öppettider, часы работы
        """
    ),
    Aspect.CONTACT: _phrases(
        """
        yhteystiedot, miten otan yhteyttä, miten saa yhteyden, mistä saa yhteyden, nettisivu,
        verkkosivu, nettiosoite, contact, website, kontakt, контакты
        """
    ),
    Aspect.PHONE: _phrases(
        """
        puhelinnumero, puhelin, mihin numeroon, mihin soitan, mihin soittaa, phone number,
        telefonnummer, телефон
        """
    ),
    Aspect.EMAIL: _phrases("sähköposti, sähköpostiosoite, email, e-mail, e-post, почта"),
    Aspect.AGE: _phrases(
        """
        minkä ikäinen, minkä ikäiset, minkä ikäisille, minkä ikäisten, minkäikäinen, ikäraja,
        ikäryhmä, kuinka vanha, mihin ikään, alaikäraja, yläikäraja, what age, what ages, how old,
        age limit, vilken ålder, åldersgräns, возраст
        """
    ),
    Aspect.DURATION: _phrases(
        """
        kuinka kauan, miten kauan, kuinka pitkä, kauanko, kestää, kesto, montako viikkoa,
        montako kuukautta, montako vuotta, how long, hur länge, как долго, сколько длится
        """
    ),
    Aspect.LANGUAGE: _phrases(
        """
        mitä kieliä, mitä kieltä, mikä kieli, mitkä kielet, mille kielille, millä kielellä,
        millä kielillä, minkä kielinen, minkäkielinen, what language, what languages,
        which languages, in which language, vilka språk, vilket språk, på vilket språk,
        на каких языках, на каком языке
        """
    ),
    Aspect.FIELD: _phrases(
        """
        mistä aloista, mitä aloja, mitä alaa, mitä ala, mitkä alat, mille aloille, mille alalle,
        mitä tutkintoja, mitä voi opiskella, mitä siellä voi opiskella, what can i study,
        which fields, vilka utbildningar
        """
    ),
    Aspect.APPLY: _phrases(
        """
        mistä haetaan, miten haetaan, miten hakea, mistä hakea, mihin hakea, minne hakea,
        milloin hakea, kuinka hakea, hakemus, hakuaika, kenelle lähettää, mihin lähettää,
        miten ilmoittautua, mihin ilmoittautua, miten ilmoittaudutaan, miten pääsee mukaan,
        miten pääsen mukaan, miten mukaan, miten sinne pääsee, miten pääsee sinne,
        kuinka sinne pääsee, kuinka pääsee sinne, miten siihen pääsee, miten pääsee siihen,
        how do i apply, how to apply, hur ansöker, как подать
        """
    ),
    Aspect.DEFINITION: _phrases(
        """
        mikä on, mikä se on, mitä on, mitä tarkoittaa, mikä tarkoittaa, tarkoittaa, lyhenne,
        mitä meinaa, avata termi, avata sana, avata käsite, avata lyhenne, mistä tulee,
        mitä kirjaimet, avaa, selitä, mitä ovat, what is, what does, stand for, vad är, vad betyder,
        что такое, что значит
        """
    ),
}

SECTIONS: dict[PassageKind, tuple[str, ...]] = {
    PassageKind.CURRENT_STATE: _phrases(
        """
        nykytila, nykytilanne, tilanne, miten menee, millainen tilanne, haaste, ongelma, pula,
        puute, current state, nuläge
        """
    ),
    PassageKind.STRENGTH: _phrases(
        """
        vahvuus, mitä vahvaa, mikä on vahvaa, vahvaa on, hyvää on, mitä hyvää, mikä on hyvää,
        kaikki on hyvää, kaikkea hyvää, kaikkea vahvaa, hyvä käytäntö, hyvin toimiva, toimii hyvin,
        onnistunut, onnistuttu, missä ollaan hyviä, kehua, ylpeä, strength, good practice, styrka
        """
    ),
    PassageKind.TARGET: _phrases(
        """
        kehittämiskohde, kehittää, kehittäminen, kehitettävä, parantaa, mitä pitäisi,
        miten pitäisi, parannettava, aiotaan, tehtävä, toimenpide, tavoitella, lisätä, vahvistaa,
        development target, improve, utvecklingsmål, utveckla
        """
    ),
    PassageKind.PROJECT: _phrases(
        "hanke, projekti, kehittämistoiminta, kehittämistoimi, hankkeita, project, projekt, проект"
    ),
    PassageKind.PHENOMENON: _phrases(
        """
        ilmiö, megatrendi, tulevaisuus, trendi, muutosvoima, muutos, vaikuttaa, phenomenon, trend,
        future
        """
    ),
    PassageKind.STRATEGY: _phrases(
        "strategia, strateginen, strategy, strategi, painopiste, päämäärä"
    ),
}

PLAN_WORDS: tuple[str, ...] = _phrases(
    """
    suunnitelma, toimenpidesuunnitelma, asiakirja, strategia, kirjata, todeta, mainita, sanotaan,
    kuvata, luvata, luvassa, aikoa, arvioida, plan, planen, план
    """
)

HELP_WORDS: tuple[str, ...] = _phrases(
    """
    apu, apua, auttaa, neuvo, neuvoa, neuvonta, ohjaus, tuki, tukea, mistä saa, mihin voi,
    kenelle voin puhua, kenelle voi puhua, mihin menen, minne, mihin, kuka auttaa, mistä löytää,
    kenen puoleen, kehen, keneltä, ohjata, palvelu, paikka, yhteys, help, advice, support, guidance,
    where can, hjälp, stöd, råd, var kan, помощь, помогите, куда, где, мне нужна
    """
)

FOLLOW_UP_WORDS = frozenset(
    _phrases(
        """
    entä, entäs, entäpä, entäpäs, ja, mutta, no, niin, eli, tai, vaikka, what, and, but, so, men,
    och, hur, så, а, и, но, і, але
    """
    )
)

"""Words that a question which goes on from the one before begins with."""

DECLINED: dict[str, tuple[str, ...]] = {
    "työnhaku": _phrases(
        """
        en hae työtä, en hae töitä, enkä hae työtä, enkä hae töitä, ei hae töitä, ei hae työtä,
        en etsi työtä, en etsi töitä, ei etsi töitä, en ole hakemassa töitä, en ole työnhakija,
        en mikään työnhakija, not looking for work, not looking for a job, don't need a job,
        söker inte jobb, söker inte arbete, не ищу работу
        """
    ),
}

"""Phrases of somebody who says what they don't need."""

SWITCHING: tuple[str, ...] = _phrases(
    """
    toinen asia, toisesta asiasta, toinen kysymys, toinen juttu, eri juttu, eri asia,
    eri asiasta, ihan muuta, muuta asiaa,
    vaihdetaan aihetta, unohda se, uusi kysymys, another thing, another question,
    different question, something else, en annan sak, en annan fråga, другой вопрос
    """
)

"""Phrases that say that what follows has nothing to do with what came before."""

NEAREST = frozenset(_phrases("lähin, nearest, closest, närmaste, ближайший"))

"""Words that mean something else for everybody who asks, by where they live."""

THERE = frozenset(_phrases("siellä, sieltä, sinne, there, där, dit, там, туда, туди"))

"""Words that point at a place said before."""

POINTING = frozenset(
    _phrases(
        """
    se, ne, tämä, tuo, hän, siellä, sieltä, sinne, siitä, siihen, sille, sillä, sama, samanlainen,
    muu, muualla, toinen, siinä, niistä, niille, nuo, nämä, it, that, there, they, them, den, det,
    där, dit, sen, sitä, siltä, he, heidän, heitä, heihin, heiltä, heille, heillä, heistä,
    niitä, niiden, niihin, niillä, tästä, tähän, tätä, tuota, tuosta,
    tuohon, tuon, noista, noita, näistä, näitä, это, там, туда, он, она, оно, они, цей, це, туди,
    він, вона
    """
    )
)

"""Words that point at something said before."""

NTH: dict[str, int] = {
    **dict.fromkeys(("ensimmäinen", "eka", "edellinen", "first", "former"), 0),
    **dict.fromkeys(("första", "förra", "förstnämnda", "первый", "перший"), 0),
    **dict.fromkeys(("toinen", "toka", "tokka", "second", "andra", "второй", "другий"), 1),
    **dict.fromkeys(("kolmas", "third", "tredje", "третий", "третій"), 2),
    **dict.fromkeys(("jälkimmäinen", "viimeinen", "latter", "last", "senare"), -1),
    **dict.fromkeys(("sista", "sistnämnda", "последний", "останній"), -1),
}

"""Words that choose one of what was told before, by its number from 0; -1 is the last."""

FIRST_PERSON = frozenset(
    _phrases(
        """
    minä, me, mun, mulla, oma, asiakas, asiakkaani, i, my, mine, me, jag, min, vi, я, мне, мой
    """
    )
)

"""Words of somebody who asks for themselves or for a client."""

LIST_WORDS: tuple[str, ...] = _phrases(
    """
    mukana, kokoa, mitä kaikkea, mitä kaikkea, mitä kaikkia, mitkä kaikki, missä kaikissa,
    mitkä ovat, mitkä, millaiset, minkälaiset, kaikki kohdat, koko lista, mitä vahvuuksia,
    mitä tavoitteita, mitä kehittämiskohteita, mitä haasteita, mitä ilmiöitä, mitä muutoksia,
    mitä toimenpiteitä, mitkä ovat kaikki, kaikki hankkeet, listaa, lista, luettelo, luettele,
    mitkä asiat, mitä asioita, which projects, what projects, what services, which services,
    list all, list the, vilka projekt, vilka tjänster, lista alla, какие проекты, какие услуги
    """
)

"""Phrases of somebody who wants all of something."""

COUNT_WORDS: tuple[str, ...] = _phrases(
    """
    montako, kuinka monta, kuinka moni, kuinka monessa, monessako, miten monta, miten moni, monta,
    lukumäärä, how many, hur många, сколько
    """
)

"""Phrases of somebody who wants a number."""

STATUSES: dict[Status, tuple[str, ...]] = {
    Status.ACTIVE: _phrases(
        """
        käynnissä, meneillään, menossa, voimassa, toiminnassa, auki, pyöriä, jatkua, running,
        ongoing, still open, pågår, действует, идут
        """
    ),
    Status.ENDED: _phrases(
        """
        päättyä, päättynyt, loppua, loppunut, lakata, ended, finished, avslutats, закончились
        """
    ),
    Status.UPCOMING: _phrases("alkamassa, käynnistymässä, tulossa, starting soon, upcoming"),
}

"""Words that tell which services are meant by whether they run."""

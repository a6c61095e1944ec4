# The page's own words in Finnish. Messages that begin with page- are said by the server alone;
# the rest are said by the page's script too, so they hold nothing but plain values.

status-active = Käynnissä
status-ending = Päättyy pian
status-upcoming = Alkamassa
status-ended = Päättynyt
status-unknown = Ei tiedossa

outcome-answered = Vastaus
outcome-partial = Vastaus osaan kysymyksestä
outcome-clarify = Tarkentava kysymys
outcome-not_found = Lähteistä ei löydy vastausta
outcome-out_of_scope = Tämä ei kuulu opastajan aiheisiin
outcome-crisis = Apua heti
outcome-refused = Tässä opastaja ei voi auttaa

notice-ended = Päättynyt
notice-upcoming = Alkaa myöhemmin
notice-stale = Tieto voi olla vanhentunut
notice-conflict = Lähteet kertovat eri tavoin
notice-fallback = Miten vastaus tehtiin
notice-other = Huomaa

kind-service = Palvelu
kind-project = Hanke
kind-online_service = Verkkopalvelu
kind-model = Toimintamalli
kind-network = Verkosto
kind-training = Koulutus
kind-employment_area = Työllisyysalue
kind-organisation = Toimija

channel-url = Verkossa
channel-phone = Puhelin
channel-email = Sähköposti
channel-visit = Käynti
channel-other = Muuten

area-region = Koko Pohjois-Pohjanmaa
area-national = Koko Suomi

language-fi = suomi
language-sv = ruotsi
language-en = englanti
language-ru = venäjä
language-uk = ukraina
language-ar = arabia
language-et = viro
language-so = somali
language-fa = persia
language-ku = kurdi
language-tr = turkki
language-zh = kiina
language-vi = vietnam
language-th = thai
language-es = espanja
language-fr = ranska
language-de = saksa
language-se = pohjoissaame

month-1 = tammikuu
month-2 = helmikuu
month-3 = maaliskuu
month-4 = huhtikuu
month-5 = toukokuu
month-6 = kesäkuu
month-7 = heinäkuu
month-8 = elokuu
month-9 = syyskuu
month-10 = lokakuu
month-11 = marraskuu
month-12 = joulukuu
period-from = { $start } alkaen
period-until = { $end } asti
period-both = { $start }–{ $end }

problem-401 = Sivu on ollut auki pitkään. Lataa sivu uudelleen ja kysy sitten.
problem-403 = Tätä ei saa tehdä.
problem-404 = Sivua ei löydy. Osoite voi olla väärä, tai sivu on poistettu.
problem-405 = Tätä osoitetta ei voi käyttää näin.
problem-408 = Kysymys ei tullut perille ajoissa. Yritä uudelleen.
problem-413 = Kysymys tai keskustelu on liian pitkä. Lyhennä kysymystä tai aloita alusta.
problem-415 = Pyyntö oli väärää muotoa. Lataa sivu uudelleen.
problem-422 = Kysymystä ei voitu lukea. Kirjoita kysymys uudelleen ja tarkista kunta.
problem-429 = Kysyjiä on juuri nyt paljon. Odota hetki ja yritä uudelleen.
problem-500 = Jokin meni vikaan. Yritä hetken kuluttua uudelleen.
problem-503 = Opastaja ei ole vielä valmis vastaamaan. Yritä hetken kuluttua uudelleen.
problem-network = Yhteys katkesi. Tarkista verkkoyhteys ja yritä uudelleen.
retry = Yritä uudelleen

question = Kysymys
searching = Etsin lähteistä
services-count = Palveluja vastauksessa: { $count }.
cleared = Keskustelu on tyhjennetty.
summary = { $municipality }, vastaus { $audience }
no-municipality = Kuntaa ei valittu
audience-citizen = asukkaalle
audience-counsellor = ohjaajalle

call = Soita { $number }
why = Sopii, koska:
read-more = Lue lisää
sources-of-card = Lähteet:
ended-services = Päättyneet ({ $count })
sources = Lähteet ({ $count })
fact-where = Missä
fact-provider = Järjestää
fact-cost = Hinta
fact-languages = Kielet
fact-period = Voimassa
fact-for-whom = Kenelle
fact-topics = Aiheet
fact-funder = Rahoittaja
fact-kind = Laji

source-number = Lähde { $n }
source-number-title = Lähde { $n }: { $title }
source-dated = Tieto on ajalta: { $date }
source-based-on = Tieto perustuu:
source-seen = nähty { $date }
source-show = Näytä kohta lähteessä
source-link = Kopioi linkki kohtaan
new-tab = (uusi välilehti)
understood = Ymmärsin kysymyksestä:
go-on = Jatka kysymällä
choose = Valitse
close = Sulje

tools = Vastauksen toiminnot
copy = Kopioi vastaus
copied = Kopioitu
copy-failed = Kopiointi ei onnistunut
print = Tulosta
printed = Tulostettu { $date } Tienviitasta ({ $address }). Tienviitta on automaattinen opastaja ja voi erehtyä: tarkista tärkeä asia palvelusta itsestään.
share = Jaa kysymys linkkinä
shared = Linkki on kopioitu. Kysymys on linkissä luettavana.

feedback-title = Auttoiko vastaus?
feedback-up = Auttoi
feedback-down = Ei auttanut
feedback-comment = Haluatko kertoa lisää? (vapaaehtoinen)
feedback-agree = Lähetä myös kysymykseni ja tämä vastaus
feedback-sent-what = Lähetetään vain arviosi, tämän vastauksen tunnus ja kommenttisi. Kysymystäsi, vastausta tai kuntaasi ei lähetetä, ellet anna siihen lupaa.
feedback-send = Lähetä palaute
feedback-cancel = Peruuta
feedback-thanks = Kiitos palautteesta. Se poistetaan { $date }.
feedback-take-back = Poista palaute nyt
feedback-taken-back = Palaute on poistettu.
feedback-failed = Palautetta ei saatu lähetettyä. Yritä uudelleen.

widget-open = Kysy Tienviitalta
widget-title = Tienviitta
widget-honest = Juttelet automaattisen opastajan kanssa, et ihmisen. Se voi erehtyä. Keskustelua ei tallenneta.
widget-place = Kunta: { $municipality }
widget-whole = Avaa Tienviitta omalla sivullaan
widget-examples = Esimerkkikysymyksiä
ask-label = Kysymyksesi
ask-placeholder = Kirjoita kysymys
ask-send = Kysy
restart = Aloita alusta

page-title = Tienviitta – kysy neuvoa työhön ja opiskeluun
page-title-answer = Vastaus – Tienviitta
page-description = Automaattinen opastaja neuvoo Pohjois-Pohjanmaan ohjaus-, koulutus- ja työllisyyspalveluihin ja näyttää, mistä tieto on peräisin.
page-brand-line = Pohjois-Pohjanmaan ohjauspalvelujen opastaja
page-skip = Siirry sisältöön
page-language-nav = Sivun kieli
page-foot-nav = Alatunniste
page-foot = Tienviitta on automaattinen opastaja. Se voi erehtyä: tarkista tärkeä asia lähteestä tai kysy palvelusta.
page-all-sources = Kaikki lähteet
page-desk = Ohjaajan työpöytä
page-plan = Suunnitelma luettavana
page-developers = Rajapinta kehittäjille
page-accessibility = Saavutettavuus
page-embedding = Upota omalle sivulle
page-heading = Minne seuraavaksi?
page-heading-talk = Keskustelu
page-lead = Kysy omin sanoin työstä, opiskelusta, kielestä tai jaksamisesta. Näet, mikä palvelu voi auttaa ja mistä tieto on peräisin.
page-not-human = Juttelet automaattisen opastajan kanssa, et ihmisen.
page-knows = Se tietää vain sen, mitä lähteissä lukee: { $sources }.
page-knows-documents = { $count ->
    [one] 1 asiakirja
   *[other] { $count } asiakirjaa
}
page-knows-services = { $count ->
    [one] 1 palvelukuvaus
   *[other] { $count } palvelukuvausta
}
page-knows-dated = { $what } ({ $date })
page-knows-both = { $documents } ja { $services }
page-not-kept = Keskustelua ei tallenneta.
page-translated = { "" }
page-situation = Mikä tilanne on lähinnä sinua?
page-examples = Esimerkkikysymyksiä
page-from-sources = Vastaukset kootaan vain luetelluista lähteistä, ja jokaisesta vastauksesta näet, mihin kohtaan se perustuu.
page-main-document = Pääasiakirja:
page-no-secrets = Älä kirjoita henkilötunnusta tai terveystietoja.
page-emergency = Hätätilanteessa soita
page-ask = Kysy opastajalta
page-options = Kunta ja vastauksen laajuus
page-municipality = Kuntasi
page-municipality-none = Ei valittu
page-municipality-kept = Kunta jää muistiin vain tähän selaimeen.
page-municipalities-region = Pohjois-Pohjanmaan kunnat
page-municipalities-other = Muut kunnat
page-forget = Unohda kunta
page-answer-is = Vastaus on
page-example-1 = Etsin töitä
page-example-1-question = Mistä saan apua työnhakuun?
page-example-2 = Mietin, mitä opiskelisin
page-example-2-question = Olen 17-vuotias enkä tiedä, mitä opiskelisin. Kuka auttaa?
page-example-3 = Muutin Suomeen
page-example-3-question = Missä voin opiskella suomea ilmaiseksi?
page-example-4 = Haluan vaihtaa alaa
page-example-4-question = Olen töissä ja haluan vaihtaa alaa. Mistä aloitan?
page-example-5 = Voimat ovat vähissä
page-example-5-question = En jaksa opiskella. Kenen kanssa voin puhua?
page-example-6 = Ohjaan muita
page-example-6-question = Mitkä hankkeet tukevat maahanmuuttajien työllistymistä?

page-problem-title = Ei onnistunut
page-problem-lost = Tämä tie ei vie mihinkään
page-problem-back = Palaa alkuun ja kysy
page-problem-id = Virheen tunniste: { $id }

page-sources-title = Lähteet
page-sources-heading = Mistä vastaukset tulevat
page-sources-lead = Tienviitta vastaa vain näistä lähteistä. Jokaisen lähteen voi lukea kokonaan.
page-sources-documents = Asiakirjat
page-sources-services = Palvelukuvaukset ({ $count })
page-sources-checked = tarkistettu { $date }
page-source-title = { $title } – lähde
page-source-publisher = Julkaisija
page-source-version = Versio
page-source-dated = Tieto on ajalta
page-source-licence = Käyttöehdot
page-source-web = Verkossa
page-source-marked = Vastauksessa lainattu kohta on korostettu tekstissä.
page-source-go = Siirry kohtaan
page-source-missing = Lainattua kohtaa ei löydy tästä lähteestä. Lähde on voinut muuttua vastauksen jälkeen. Alla on lähde kokonaan.
page-source-text = Lähteen teksti
page-source-plain = Lähde pelkkänä tekstinä

page-embed-heading = Tienviitta omalla sivullasi
page-embed-lead = Kunta, oppilaitos tai järjestö voi lisätä opastajan sivulleen yhdellä rivillä. Alla näet, miltä se näyttää.
page-embed-how = Näin lisäät sen
page-embed-attributes = Asetukset
page-embed-kieli = Kieli: fi, sv tai en. Jos asetus puuttuu, kieli on sama kuin sivulla.
page-embed-kunta = Kunta, josta kysytään, jos kysymyksessä ei mainita paikkaa. Kunnan suomenkielinen nimi.
page-embed-rooli = citizen tai counsellor: vastaus asukkaalle tai ohjaajalle.
page-embed-api = Palvelimen osoite, jos se on muu kuin se, josta tiedosto ladataan.
page-embed-kohde = Sivun elementin CSS-valitsin. Opastaja piirretään siihen. Muuten se avautuu painikkeesta sivun kulmassa.
page-embed-needs = Ylläpitäjän on sallittava sivusi osoite palvelimen asetuksella TIENVIITTA_CORS_ORIGINS. Sivusi Content-Security-Policy tarvitsee palvelimen osoitteen kohtiin script-src ja connect-src, ei muuta.
page-embed-privacy = Opastaja ei käytä evästeitä eikä tallenna mitään sivusi kävijöistä.
page-embed-noscript = Opastaja toimii tällä sivulla vain, kun selaimessa on JavaScript käytössä. Ilman sitä voit kysyä etusivulla.

page-a11y-lead = Tienviitan sivut on tehty niin, että niitä voi käyttää mahdollisimman moni. Mittana on WCAG 2.2, tasot A ja AA.
page-a11y-day = Tämä seloste on laadittu 24.11.2026. Se perustuu kehittäjien omaan arvioon.
page-a11y-tested = Mitä on testattu
page-a11y-tested-1 = Automaattinen tarkistus (axe-core) Chromium-selaimessa joka sivulla ja tilassa, vaaleana ja tummana, kolmella kielellä: ei löydettyjä virheitä.
page-a11y-tested-2 = Käyttö pelkällä näppäimistöllä alusta loppuun: kysyminen, lähteen avaaminen ja sulkeminen, jatkokysymys, palaute ja alusta aloittaminen.
page-a11y-tested-3 = Se, mitä ruudunlukija saa tietää: otsikot, nimet, roolit, kielet ja se, että valmis vastaus kerrotaan kerran.
page-a11y-tested-4 = Värien kontrasti, painikkeiden koko (vähintään 24 pikseliä), 320 pikselin leveys, 200 prosentin teksti, vähennetty liike ja käyttö ilman JavaScriptiä.
page-a11y-gaps = Tunnetut puutteet
page-a11y-gaps-1 = Sivuja ei ole vielä kokeiltu oikeilla ruudunlukijoilla (NVDA, JAWS, VoiceOver, TalkBack) eikä käyttäjäryhmien kanssa.
page-a11y-gaps-2 = Lähteiden tekstit ovat muiden kirjoittamia. Niissä voi olla vaikeaa kieltä, painovirheitä ja puuttuvia otsikoita.
page-a11y-gaps-3 = Ruotsin- ja englanninkielisillä sivuilla lainaukset, palvelukuvaukset ja kuntien ja kohderyhmien nimet ovat suomeksi. Ne on merkitty suomeksi ruudunlukijoita varten.
page-a11y-gaps-4 = Rajapinnan kuvaus kehittäjille on vain englanniksi.
page-a11y-tell = Jos jokin ei toimi
page-a11y-tell-how = Kerro siitä palvelun ylläpitäjälle. Jos et saa apua kahden viikon kuluessa, voit tehdä ilmoituksen saavutettavuuden valvontaan Liikenne- ja viestintävirastoon Traficomiin:

# The assistant's own words in Finnish. Names are never inflected here: they come as they are.

status-active = Käynnissä
status-active-until = Käynnissä { $date } asti
status-upcoming = Alkamassa
status-upcoming-from = Alkaa { $date }
status-ended = Päättynyt
status-ended-on = Päättynyt { $date }
status-unknown = Lähteet eivät kerro, onko tämä käynnissä
status-conflict = Lähteet kertovat eri päättymispäivät: { $dates }
status-ended-conflict = Päättynyt. Lähteet kertovat eri päättymispäivät: { $dates }

service-lead-place = { $place } sinua voivat auttaa nämä:
service-lead = Nämä voivat auttaa sinua:
service-lead-counsellor-place = { $place } asiakkaan voi ohjata näihin:
service-lead-counsellor = Asiakkaan voi ohjata näihin:
service-none-living = En löytänyt lähteistä tähän sopivaa palvelua, joka on nyt varmasti käynnissä.
service-item = { $name }: { $text }
ended-item = { $name } on päättynyt { $date }.
ended-item-undated = { $name } on päättynyt.
unknown-item = { $name }: lähteet eivät kerro, onko tämä vielä käynnissä.
upcoming-item = { $name } alkaa { $date }.
next-step-area = Seuraava askel: ota yhteyttä työllisyysalueeseesi. Se on { $area }.
next-step-area-unknown = Seuraava askel: ota yhteyttä oman kuntasi työllisyysalueeseen. Sen yhteystiedot löydät Työmarkkinatorista.
next-step-service = Seuraava askel: ota yhteyttä. { $name }: { $contact }
next-step-named = Seuraava askel: { $name }.
next-step-through-area = Seuraava askel: kysy tätä palvelua työllisyysalueeltasi: { $name }. Alueesi on { $area }.
next-step-business = Seuraava askel: kysy neuvoa oman kuntasi yrityspalveluista. Lähteeni eivät kerro niiden yhteystietoja.
next-step-school = Seuraava askel: puhu oman oppilaitoksesi opinto-ohjaajan kanssa.
outside-region = { $name_of_place } ei kuulu Pohjois-Pohjanmaahan. Tunnen parhaiten Pohjois-Pohjanmaan palvelut.
outside-region-many = Nämä eivät kuulu Pohjois-Pohjanmaahan: { $name_of_place }. Tunnen parhaiten Pohjois-Pohjanmaan palvelut.

fact-when = { $name }: { $period }.
fact-when-ended = { $name } on päättynyt. Sen kausi oli { $period }.
fact-when-active = { $name } on käynnissä. Sen kausi on { $period }.
fact-when-upcoming = { $name } ei ole vielä alkanut. Sen kausi on { $period }.
fact-when-runs = { $name } on lähteiden mukaan käynnissä. Päättymispäivää lähteet eivät kerro.
fact-when-state = Lähteessä lukee tästä: { $state }.
fact-when-conflict = Lähteet ovat ristiriidassa. Yhdessä kohdassa kausi on { $first }, toisessa { $second }.
fact-when-misprint = Lähteessä kausi on painettu näin: { $period }. Se ei voi pitää paikkaansa, koska { $problem }.
fact-when-misprint-ended = Päättymispäivä { $date } on jo mennyt.
fact-who = Toteuttajat: { $value }.
fact-funder = Rahoitus: { $value }.
fact-for-whom = Kenelle: { $value }
fact-goal = Tavoite: { $value }
fact-where = Missä: { $value }.
fact-cost = Hinta: { $value }.
fact-contact = Yhteys: { $value }.
fact-missing-who = Lähteet eivät kerro, kuka on toteuttaja: { $name }.
fact-missing-funder = Lähteet eivät kerro, kuka tätä rahoittaa: { $name }.
fact-missing-for_whom = Lähteet eivät kerro kohderyhmää: { $name }.
fact-missing-goal = Lähteet eivät kerro tavoitetta: { $name }.
fact-missing-where = Lähteet eivät kerro tarkkaa paikkaa: { $name }.
fact-missing-cost = Lähteet eivät kerro hintaa: { $name }.
fact-missing-contact = Lähteet eivät kerro yhteystietoja: { $name }.
fact-missing-when = Lähteet eivät kerro aikaa: { $name }.
definition = { $term } tarkoittaa: { $meaning }.
turn-to = Nyt voit kääntyä tänne: { $names }.

passage-lead = Suunnitelmassa sanotaan näin:
passage-lead-services = Palvelujen kuvauksissa kerrotaan näin:
passage-quote = ”{ $quote }”
passage-plan-age = Suunnitelma on kesäkuulta 2024. Tilanne on voinut muuttua.
language-note = Lainaukset ja kuvaukset ovat samalla kielellä kuin lähteissä.
language-unknown = En ymmärrä hyvin tätä kieltä. Vastaan suomeksi, ruotsiksi, englanniksi, venäjäksi ja ukrainaksi. (I answer in Finnish, Swedish, English, Russian and Ukrainian. You can ask again in one of them.)

not-found = En löytänyt tähän vastausta lähteistäni.
not-found-name = En löytänyt lähteistäni tämän nimistä hanketta. Tarkista nimi.
not-found-ask-area = Kysy omalta työllisyysalueeltasi. Se on { $area }.
not-found-ask = Kysy oman kuntasi työllisyysalueelta. Sen yhteystiedot löydät Työmarkkinatorista.
can-do = Voin kertoa Pohjois-Pohjanmaan ohjauspalveluista ja hankkeista: kenelle ne ovat, missä ne toimivat ja mihin asti.

notice-ended = { $name } on päättynyt { $date }. Sinne ei voi enää ohjata.
notice-ended-undated = { $name } on päättynyt. Sinne ei voi enää ohjata.
notice-upcoming = { $name } alkaa vasta { $date }.
notice-conflict = { $name }: lähteet kertovat eri päättymispäivät ({ $dates }). Tarkista järjestäjältä.
notice-misprint = { $name }: lähteessä lukee { $period }, mutta { $problem }. Näytämme lähteen sellaisena kuin se on.
notice-stale = Tieto on vanhaa: { $name } ({ $date }). Tarkista järjestäjältä.

follow-up-when = Mihin asti { $name } jatkuu?
follow-up-who = Kuka järjestää: { $name }?
follow-up-for-whom = Kenelle tarkoitettu: { $name }?
follow-up-place = Millä paikkakunnalla asut?

crisis-lead = Olen pahoillani, että sinulla on näin vaikeaa. Et ole yksin.
crisis-lead-danger = Hyvä, että kerroit. Turvallisuus on nyt tärkeintä.
crisis-112 = Jos sinä tai joku muu on hengenvaarassa, soita heti { $phone }.
crisis-line = Voit puhua nimettömänä: { $name }, { $phone }.
crisis-line-language = Rajattuina aikoina voit puhua myös suomeksi. Lue lisää: { $url }
crisis-talk = Puhu myös jollekulle, johon luotat, jos voit. Apua saa nyt heti.
worry-112 = Jos hän on hengenvaarassa, soita heti { $phone }.
worry-line = Keskusteluapua saavat myös läheiset: { $name }, { $phone }.
offer-line = Jos olosi on raskas, voit puhua nimettömänä: { $name }, { $phone }.
offer-112 = Hätätilanteessa soita { $phone }.

clarify-what = Autan mielelläni. Millaista apua tarvitset, ja missä kunnassa asut?
choice-work = Tarvitsen apua työnhakuun
choice-study = Haluan opiskella tai vaihtaa alaa
choice-immigrant = Olen muuttanut Suomeen ja tarvitsen neuvoja
choice-young = Olen alle 30-vuotias ja tarvitsen ohjausta
example-work = Kuka auttaa työnhaussa Raahessa?
example-young = Mistä nuori saa apua Oulussa?
example-immigrant = Missä voi oppia suomea Oulussa?

out-of-scope = Tästä en osaa neuvoa. Tämä ei kuulu ohjauspalveluihin.
out-of-scope-ask = Kysy tästä: { $name }.
refused = En voi tehdä tätä. Kerron vain ohjauspalveluista, ja jokainen tieto tulee lähteistä.

list-count = { $count ->
    [one] Löysin yhden:
   *[other] Löysin nämä, yhteensä { $word }:
}
list-none = Lähteet eivät kerro yhdestäkään, jonka aika sopii kysymykseesi.
list-otherwise = { $count ->
    [one] Muuten sopii tämä:
   *[other] Muuten sopivat nämä:
}
list-item = { $name } ({ $status })
list-near = Nämä hankkeet sopivat kysymykseesi parhaiten:
list-unsure = Näistä lähteet kertovat eri päättymispäivät:
tally-more-than = Useampi kuin { $word } hanke on näillä, yhteensä { $number }:
tally-most = Eniten hankkeita on ensimmäisellä:
tally-different-organisers = Toteuttajia on lähteiden mukaan { $word }:
tally-different-funders = Rahoittajia on lähteiden mukaan { $word }:
tally-different-places = Kuntia on lähteiden mukaan { $word }:
tally-item = { $name }, hankkeita { $count }: { $names }
fact-projects = Hankkeet: { $names }.
conflict-lead = Lähteissä on nämä kohdat, jotka eivät täsmää. Näytän ne niin kuin ne on painettu:
conflict-names = Lähteessä nimi on kirjoitettu eri tavoin: { $names }.
conflict-printed = { $section }: ”{ $name }”. { $value }
conflict-no-period = aikaa ei ole painettu
fact-length = Kesto on noin { $months } kuukautta.
list-more = Lisäksi on vielä { $count } muuta.
list-points-in = { $count ->
    [one] Suunnitelman kohdassa ”{ $section }” on yksi asia:
   *[other] Suunnitelman kohdassa ”{ $section }” on { $word } asiaa:
}
list-points = { $count ->
    [one] Suunnitelmassa on tästä yksi kohta:
   *[other] Suunnitelmassa on tästä { $word } kohtaa:
}
notice-ended-many = { $count ->
    [one] Yksi näistä on päättynyt. Sinne ei voi enää ohjata.
   *[other] Näistä { $count } on päättynyt. Niihin ei voi enää ohjata.
}
fact-missing-amount = Lähteet eivät kerro tätä lukua: { $name }.
fact-missing-definition = Lähteet eivät kerro tästä: { $name }.

service-lead-told = Lähteet kertovat tästä:
plan-says = Suunnitelma sanoo tästä: ”{ $quote }”
fact-where-count = { $value } (kuntia on { $count })
number-1 = yksi
number-2 = kaksi
number-3 = kolme
number-4 = neljä
number-5 = viisi
number-6 = kuusi
number-7 = seitsemän
number-8 = kahdeksan
number-9 = yhdeksän
number-10 = kymmenen

# How a source in Finnish says that one can be served in this language.
language-in-source = suomeksi

clarify-place = Missä kunnassa asut? Työllisyyspalvelut antaa oman kuntasi alue.
choice-place = Asun { $place }
fact-missing-person = Lähteet eivät kerro nimiä eivätkä henkilöiden yhteystietoja: { $name }.
fact-missing-hours = Lähteet eivät kerro aukioloaikoja: { $name }.

status-period-ended = Kausi päättyi { $date }, jatkosta ei ole tietoa
period-ended-item = { $name }: kausi päättyi { $date }. Lähteet eivät kerro, jatkuuko toiminta.
notice-period-ended = { $name }: kausi päättyi { $date }. Lähteet eivät kerro, jatkuuko toiminta. Tarkista järjestäjältä ennen kuin ohjaat sinne.

# Why a language model wasn't used.
fallback-timeout = Vastaus on koottu suoraan lähteistä, koska kielimalli ei vastannut ajoissa.
fallback-error = Vastaus on koottu suoraan lähteistä, koska kielimalliin ei saatu yhteyttä.
fallback-busy = Vastaus on koottu suoraan lähteistä, koska kielimallilla on nyt liikaa kysyjiä.
fallback-budget = Vastaus on koottu suoraan lähteistä, koska kielimallille olisi tullut liikaa tekstiä.
fallback-unsupported = Vastaus on koottu suoraan lähteistä, koska kielimallin teksti ei pitänyt yhtä lähteiden kanssa.

# Exactly what was asked.
yes = Kyllä.
no = Ei.
fact-it = Nyt se
fact-when-ended-on = { $name } on päättynyt { $date }.
fact-when-active-until = { $name } on käynnissä. Päättymispäivä on { $date }.
fact-when-runs-from = { $name } on lähteiden mukaan käynnissä. Alkamispäivä on { $date }. Päättymispäivää lähteet eivät kerro.
fact-phone = Puhelin: { $value }.
fact-email = Sähköposti: { $value }.
fact-missing-phone = Lähteet eivät kerro puhelinnumeroa: { $name }.
fact-missing-email = Lähteet eivät kerro sähköpostiosoitetta: { $name }.
fact-missing-age = Lähteet eivät kerro ikärajaa: { $name }.
fact-missing-duration = Lähteet eivät kerro, kuinka kauan tämä kestää: { $name }.
fact-missing-language = Lähteet eivät kerro kieliä: { $name }.
fact-missing-field = Lähteet eivät kerro aloja: { $name }.
fact-missing-apply = Lähteet eivät kerro, miten tähän haetaan: { $name }.
ask-directly = Kysy suoraan. { $name }: { $contact }
clarify-which = Mitä hanketta tai palvelua tarkoitat? Kerro sen nimi, niin katson. Tarkoitatko jotakin näistä?
fact-language = Kielet: { $value }.
fact-missing-start = Lähteet eivät kerro alkamispäivää: { $name }.
language-fi = suomi
language-sv = ruotsi
language-en = englanti
language-ru = venäjä
language-uk = ukraina
language-ar = arabia
in-season-1 = Talvella { $year }
in-season-3 = Keväällä { $year }
in-season-6 = Kesällä { $year }
in-season-9 = Syksyllä { $year }

# A past or coming time, with the service's state then.
span-day = { $date }
span-year = Vuonna { $year }
in-month-1 = Tammikuussa { $year }
in-month-2 = Helmikuussa { $year }
in-month-3 = Maaliskuussa { $year }
in-month-4 = Huhtikuussa { $year }
in-month-5 = Toukokuussa { $year }
in-month-6 = Kesäkuussa { $year }
in-month-7 = Heinäkuussa { $year }
in-month-8 = Elokuussa { $year }
in-month-9 = Syyskuussa { $year }
in-month-10 = Lokakuussa { $year }
in-month-11 = Marraskuussa { $year }
in-month-12 = Joulukuussa { $year }
span-range = { $first }–{ $last }
span-active-past = { $span } { $name } oli käynnissä.
span-ended-past = { $span } { $name } ei ollut enää käynnissä.
span-upcoming-past = { $span } { $name } ei ollut vielä alkanut.
span-unknown-past = Lähteet eivät kerro, oliko { $name } silloin käynnissä.
span-active-coming = { $span } { $name } on lähteiden mukaan käynnissä.
span-ended-coming = { $span } { $name } ei ole enää käynnissä.
span-upcoming-coming = { $span } { $name } ei ole vielä alkanut.
span-unknown-coming = Lähteet eivät kerro, onko { $name } silloin käynnissä.
span-ran-until-past = { $span } { $name } oli käynnissä { $date } asti.
span-ran-until-coming = { $span } { $name } on käynnissä { $date } asti.
span-ran-from-past = { $span } { $name } oli käynnissä { $date } alkaen.
span-ran-from-coming = { $span } { $name } on käynnissä { $date } alkaen.
list-span-past = { $span } käynnissä oli { $count ->
    [one] tämä:
   *[other] nämä, yhteensä { $word }:
}
list-span-coming = { $span } käynnissä on { $count ->
    [one] tämä:
   *[other] nämä, yhteensä { $word }:
}
list-ended-in-span = { $span } päättyi { $count ->
    [one] yksi:
   *[other] yhteensä { $word }:
}
list-ends-in-span = { $span } päättyy { $count ->
    [one] yksi:
   *[other] yhteensä { $word }:
}
list-started-in-span = { $span } alkoi { $count ->
    [one] yksi:
   *[other] yhteensä { $word }:
}

# What a narrow service, a word, or nothing of the sources tells.
service-lead-narrow = Jos kuulut näihin ryhmiin, katso myös:
service-lead-narrow-counsellor = Jos asiakas kuuluu näihin ryhmiin, katso myös:
service-item-narrow = { $groups }: { $text }
letters-untold = Lähteet eivät kerro, mistä sanoista { $term } tulee. Suunnitelmassa se on näin:
word-lead = Lähteissä kerrotaan tästä sanasta näin:
plan-version = Suunnitelmassa lukee: ”{ $quote }”

# What comparing services gives.
compare-end-first-past = Ensin päättyi { $name }: { $date }.
compare-end-first-coming = Ensin päättyy { $name }: { $date }.
compare-end-last-past = Viimeisenä päättyi { $name }: { $date }.
compare-end-last-coming = Pisimmälle jatkuu { $name }: { $date } asti.
compare-start-first = Ensin alkoi { $name }: { $date }.
compare-start-last = Viimeisenä alkoi { $name }: { $date }.
compare-length-last = Pisin kesto on tällä: { $name }, { $period }, noin { $months } kuukautta.
compare-length-first = Lyhin kesto on tällä: { $name }, { $period }, noin { $months } kuukautta.
compare-municipalities-last = Eniten kuntia on tässä: { $name }, { $count } kuntaa.
compare-municipalities-first = Vähiten kuntia on tässä: { $name }, { $count } kuntaa.
compare-same-end-past = Nämä päättyivät samana päivänä, { $date }: { $names }.
compare-same-end-coming = Nämä päättyvät samana päivänä, { $date }: { $names }.
compare-same-start = Nämä alkoivat samana päivänä, { $date }: { $names }.
compare-same-length = Nämä kestävät yhtä kauan, noin { $months } kuukautta: { $names }.
compare-same-municipalities = Näissä on yhtä monta kuntaa, { $count }: { $names }.
compare-other-end-past = { $name } päättyi { $date }.
compare-other-end-coming = { $name } päättyy { $date }.
compare-other-start = { $name } alkoi { $date }.
compare-other-length = { $name }: { $period }, noin { $months } kuukautta.
compare-other-municipalities = { $name }: { $count } kuntaa.
compare-unknown = Lähteet eivät kerro tätä: { $name }.
not-told = Lähteeni eivät kerro tästä: { $what }.
told-instead = Tämän ne kertovat:
not-told-plan = En löytänyt suunnitelmasta vastausta. Siinä ei ole tätä sanaa: { $what }.
plan-lacks = Suunnitelmassa ei ole tätä sanaa: { $what }.
plan-mentions = Kyllä. Suunnitelmassa sanotaan näin:
plan-nearest = Nämä kohdat ovat lähinnä sitä, mitä kysyt:
untold-access = Lähteet eivät kerro esteettömyydestä: { $name }.
untold-arrival = Lähteet eivät kerro, miten perille pääsee tai mihin auton voi jättää: { $name }.
untold-benefit = Lähteet eivät kerro tästä korvauksesta tai edusta: { $name }.
untold-budget = Lähteet eivät kerro rahasummaa: { $name }.
untold-where-not = Lähteet eivät kerro, missä tämä ei toimi: { $name }.
untold-figures = Lähteeni eivät kerro tällaisia lukuja tai vertailuja.
untold-future = Lähteet eivät kerro, miten toiminta jatkuu: { $name }.
untold-next-date = Lähteet eivät kerro seuraavaa alkamis- tai hakupäivää: { $name }.
untold-on-site = Lähteet eivät kerro, millaista siellä on paikan päällä: { $name }.
untold-person = Lähteet eivät kerro henkilöiden nimiä: { $name }.
untold-requirement = Lähteet eivät kerro, mitä tähän tarvitaan tai vaaditaan: { $name }.
untold-results = Lähteet eivät kerro osallistujien määrää tai tuloksia: { $name }.
untold-staff = Lähteet eivät kerro, montako työntekijää on: { $name }.
untold-wait = Lähteet eivät kerro, kuinka kauan pitää odottaa tai jonottaa: { $name }.
relation-area = { $municipality } kuuluu tähän: { $name }.
ask-organiser = Kysy järjestäjältä: { $names }.

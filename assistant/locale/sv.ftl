# The assistant's own words in Swedish, as it's written in Finland. Names and quotes stay as they are.

status-active = Pågår
status-active-until = Pågår till { $date }
status-upcoming = Börjar snart
status-upcoming-from = Börjar { $date }
status-ended = Avslutad
status-ended-on = Avslutades { $date }
status-unknown = Källorna berättar inte om det här pågår
status-conflict = Källorna ger olika slutdatum: { $dates }
status-ended-conflict = Avslutad. Källorna ger olika slutdatum: { $dates }

service-lead-place = De här kan hjälpa dig i { $name_of_place }:
service-lead = De här kan hjälpa dig:
service-lead-counsellor-place = Hit kan du hänvisa klienten i { $name_of_place }:
service-lead-counsellor = Hit kan du hänvisa klienten:
service-none-living = Jag hittade ingen passande tjänst i källorna som säkert pågår nu.
service-item = { $name }: { $text }
ended-item = { $name } avslutades { $date }.
ended-item-undated = { $name } är avslutad.
unknown-item = { $name }: källorna berättar inte om det här ännu pågår.
upcoming-item = { $name } börjar { $date }.
next-step-area = Nästa steg: kontakta ditt sysselsättningsområde. Det är { $area }.
next-step-area-unknown = Nästa steg: kontakta sysselsättningsområdet i din hemkommun. Kontaktuppgifterna finns i Työmarkkinatori.
next-step-service = Nästa steg: ta kontakt. { $name }: { $contact }
next-step-named = Nästa steg: { $name }.
next-step-through-area = Nästa steg: fråga ditt sysselsättningsområde om den här tjänsten: { $name }. Ditt område är { $area }.
next-step-business = Nästa steg: fråga företagstjänsterna i din hemkommun. Mina källor ger inga kontaktuppgifter till dem.
next-step-school = Nästa steg: prata med studiehandledaren vid din egen läroanstalt.
outside-region = { $name_of_place } hör inte till Norra Österbotten. Jag känner bäst till tjänsterna i Norra Österbotten.
outside-region-many = De här hör inte till Norra Österbotten: { $name_of_place }. Jag känner bäst till tjänsterna i Norra Österbotten.

fact-when = { $name }: { $period }.
fact-when-ended = { $name } har avslutats. Perioden var { $period }.
fact-when-active = { $name } pågår. Perioden är { $period }.
fact-when-upcoming = { $name } har inte börjat ännu. Perioden är { $period }.
fact-when-runs = { $name } pågår enligt källorna. Källorna berättar inte när det slutar.
fact-when-state = Så här står det i källan: { $state }.
fact-when-conflict = Källorna är oense. På ett ställe är perioden { $first }, på ett annat { $second }.
fact-when-misprint = I källan är perioden tryckt så här: { $period }. Det kan inte stämma.
fact-when-misprint-ended = Slutdatumet { $date } har redan passerat.
fact-who = Genomförs av: { $value }.
fact-funder = Finansiering: { $value }.
fact-for-whom = För vem: { $value }
fact-goal = Mål: { $value }
fact-where = Var: { $value }.
fact-cost = Pris: { $value }.
fact-contact = Kontakt: { $value }.
fact-missing-who = Källorna berättar inte vem som genomför det här: { $name }.
fact-missing-funder = Källorna berättar inte vem som finansierar det här: { $name }.
fact-missing-for_whom = Källorna berättar inte vem det här är till för: { $name }.
fact-missing-goal = Källorna berättar inte vad målet är: { $name }.
fact-missing-where = Källorna berättar inte den exakta platsen: { $name }.
fact-missing-cost = Källorna berättar inte priset: { $name }.
fact-missing-contact = Källorna ger inga kontaktuppgifter: { $name }.
fact-missing-when = Källorna berättar inte tiden: { $name }.
definition = { $term } betyder: { $meaning }.
turn-to = Nu kan du vända dig hit: { $names }.

passage-lead = Så här säger planen:
passage-lead-services = I beskrivningarna av tjänsterna står det så här:
passage-quote = ”{ $quote }”
passage-plan-age = Planen är från juni 2024. Läget kan ha ändrats.
language-note = Citaten och beskrivningarna är på finska, som i källorna.
language-unknown = Jag förstår inte det här språket så bra. Jag svarar på finska, svenska, engelska, ryska och ukrainska.

not-found = Jag hittade inget svar på det här i mina källor.
not-found-name = Jag hittade inget projekt med det namnet i mina källor. Kontrollera namnet.
not-found-ask-area = Fråga ditt eget sysselsättningsområde. Det är { $area }.
not-found-ask = Fråga sysselsättningsområdet i din hemkommun. Kontaktuppgifterna finns i Työmarkkinatori.
can-do = Jag kan berätta om vägledningstjänster och projekt i Norra Österbotten: för vem de är, var de finns och hur länge de pågår.

notice-ended = { $name } avslutades { $date }. Det går inte längre att hänvisa dit.
notice-ended-undated = { $name } är avslutad. Det går inte längre att hänvisa dit.
notice-upcoming = { $name } börjar först { $date }.
notice-conflict = { $name }: källorna ger olika slutdatum ({ $dates }). Kontrollera med arrangören.
notice-misprint = { $name }: i källan står { $period }, men det kan inte stämma. Vi visar källan som den är.
notice-stale = Uppgiften är gammal: { $name } ({ $date }). Kontrollera med arrangören.

follow-up-when = Hur länge pågår { $name }?
follow-up-who = Vem ordnar { $name }?
follow-up-for-whom = För vem är { $name }?
follow-up-place = På vilken ort bor du?

crisis-lead = Jag är ledsen att du har det så svårt. Du är inte ensam.
crisis-lead-danger = Det är bra att du berättar. Säkerheten är viktigast just nu.
crisis-112 = Om du eller någon annan är i livsfara, ring genast { $phone }.
crisis-line = Du kan prata utan att säga ditt namn: { $name }, { $phone } (på finska).
crisis-line-language = På begränsade tider kan du också prata på svenska. Läs mer: { $url }
crisis-talk = Prata också med någon som du litar på, om du kan. Det finns hjälp att få nu genast.
worry-112 = Om hen är i livsfara, ring genast { $phone }.
worry-line = Också närstående får samtalsstöd: { $name }, { $phone } (på finska).
offer-line = Om det känns tungt kan du prata utan att säga ditt namn: { $name }, { $phone } (på finska).
offer-112 = Ring { $phone } i en nödsituation.

clarify-what = Jag hjälper gärna. Vad behöver du hjälp med, och i vilken kommun bor du?
choice-work = Jag behöver hjälp med att söka jobb
choice-study = Jag vill studera eller byta bransch
choice-immigrant = Jag har flyttat till Finland och behöver råd
choice-young = Jag är under 30 år och behöver vägledning
example-work = Vem hjälper till med att söka jobb i Brahestad?
example-young = Var kan en ung person få hjälp i Uleåborg?
example-immigrant = Var kan man lära sig finska i Uleåborg?

out-of-scope = Det här kan jag inte ge råd om. Det hör inte till vägledningstjänsterna.
out-of-scope-ask = Fråga om det här: { $name }.
refused = Det här kan jag inte göra. Jag berättar bara om vägledningstjänster, och varje uppgift kommer från källorna.

list-count = { $count ->
    [one] Jag hittade en:
   *[other] Jag hittade de här, sammanlagt { $word }:
}
list-none = Källorna nämner ingen vars tid passar din fråga.
list-otherwise = { $count ->
    [one] Annars passar denna:
   *[other] Annars passar dessa:
}
list-item = { $name } ({ $status })
list-near = De här projekten passar din fråga bäst:
list-unsure = Om de här berättar källorna olika slutdatum:
tally-more-than = De här har fler än { $word } projekt, sammanlagt { $number }:
tally-most = Den första har flest projekt:
tally-different-organisers = Enligt källorna är antalet arrangörer { $word }:
tally-different-funders = Enligt källorna är antalet finansiärer { $word }:
tally-different-places = Enligt källorna är antalet kommuner { $word }:
tally-item = { $name }, antal projekt { $count }: { $names }
fact-projects = Projekt: { $names }.
conflict-lead = De här ställena i källorna stämmer inte. Jag visar dem som de är tryckta:
conflict-names = Källan skriver namnet på olika sätt: { $names }.
conflict-printed = { $section }: ”{ $name }”. { $value }
conflict-no-period = ingen tid är tryckt
fact-length = Det är ungefär { $months } månader.
list-more = Dessutom finns det { $count } till.
list-points-in = { $count ->
    [one] I planens avsnitt ”{ $section }” finns en punkt:
   *[other] I planens avsnitt ”{ $section }” finns { $word } punkter:
}
list-points = { $count ->
    [one] I planen finns en punkt om det här:
   *[other] I planen finns { $word } punkter om det här:
}
notice-ended-many = { $count ->
    [one] En av de här är avslutad. Det går inte längre att hänvisa dit.
   *[other] { $count } av de här är avslutade. Det går inte längre att hänvisa dit.
}
fact-missing-amount = Källorna berättar inte den här siffran: { $name }.
fact-missing-definition = Källorna berättar inte om det här: { $name }.

service-lead-told = Det här berättar källorna:
plan-says = Så här säger planen: ”{ $quote }”
fact-where-count = { $value } (antal kommuner: { $count })
number-1 = en
number-2 = två
number-3 = tre
number-4 = fyra
number-5 = fem
number-6 = sex
number-7 = sju
number-8 = åtta
number-9 = nio
number-10 = tio

# How a source in Finnish says that one can be served in this language.
language-in-source = ruotsiksi

clarify-place = I vilken kommun bor du? Sysselsättningstjänsterna ges av området där du bor.
choice-place = Jag bor i { $name_of_place }
fact-missing-person = Källorna nämner inga personer eller deras kontaktuppgifter: { $name }.
fact-missing-hours = Källorna berättar inte öppettiderna: { $name }.

status-period-ended = Perioden slutade { $date }, fortsättningen är okänd
period-ended-item = { $name }: perioden slutade { $date }. Källorna berättar inte om verksamheten fortsätter.
notice-period-ended = { $name }: perioden slutade { $date }. Källorna berättar inte om verksamheten fortsätter. Fråga arrangören innan du hänvisar dit.

# Why a language model wasn't used.
fallback-timeout = Svaret kommer direkt från källorna, eftersom språkmodellen inte svarade i tid.
fallback-error = Svaret kommer direkt från källorna, eftersom språkmodellen inte gick att nå.
fallback-busy = Svaret kommer direkt från källorna, eftersom språkmodellen har för många frågor just nu.
fallback-budget = Svaret kommer direkt från källorna, eftersom texten var för lång för språkmodellen.
fallback-unsupported = Svaret kommer direkt från källorna, eftersom språkmodellens text inte stämde med källorna.

# Exactly what was asked.
yes = Ja.
no = Nej.
fact-it = Det
fact-when-ended-on = { $name } avslutades { $date }.
fact-when-active-until = { $name } pågår. Slutdatum är { $date }.
fact-when-runs-from = { $name } pågår enligt källorna. Startdatum är { $date }. Källorna berättar inte när det slutar.
fact-phone = Telefon: { $value }.
fact-email = E-post: { $value }.
fact-missing-phone = Källorna ger inget telefonnummer: { $name }.
fact-missing-email = Källorna ger ingen e-postadress: { $name }.
fact-missing-age = Källorna berättar inte någon åldersgräns: { $name }.
fact-missing-duration = Källorna berättar inte hur länge det här varar: { $name }.
fact-missing-language = Källorna berättar inte språken: { $name }.
fact-missing-field = Källorna berättar inte vilka branscher det gäller: { $name }.
fact-missing-apply = Källorna berättar inte hur man ansöker: { $name }.
ask-directly = Fråga direkt. { $name }: { $contact }
clarify-which = Vilket projekt eller vilken tjänst menar du? Säg namnet så tittar jag. Menar du någon av de här?
fact-language = Språk: { $value }.
fact-missing-start = Källorna berättar inte startdatumet: { $name }.
language-fi = finska
language-sv = svenska
language-en = engelska
language-ru = ryska
language-uk = ukrainska
language-ar = arabiska
in-season-1 = Vintern { $year }
in-season-3 = Våren { $year }
in-season-6 = Sommaren { $year }
in-season-9 = Hösten { $year }

# A past or coming time, with the service's state then.
span-day = Den { $date }
span-year = År { $year }
in-month-1 = I januari { $year }
in-month-2 = I februari { $year }
in-month-3 = I mars { $year }
in-month-4 = I april { $year }
in-month-5 = I maj { $year }
in-month-6 = I juni { $year }
in-month-7 = I juli { $year }
in-month-8 = I augusti { $year }
in-month-9 = I september { $year }
in-month-10 = I oktober { $year }
in-month-11 = I november { $year }
in-month-12 = I december { $year }
span-range = Under { $first }–{ $last }
span-active-past = { $span } pågick { $name }.
span-ended-past = { $span } pågick { $name } inte längre.
span-upcoming-past = { $span } hade { $name } inte börjat ännu.
span-unknown-past = Källorna berättar inte om { $name } pågick då.
span-active-coming = { $span } pågår { $name } enligt källorna.
span-ended-coming = { $span } pågår { $name } inte längre.
span-upcoming-coming = { $span } har { $name } inte börjat ännu.
span-unknown-coming = Källorna berättar inte om { $name } pågår då.
span-ran-until-past = { $span } pågick { $name } till { $date }.
span-ran-until-coming = { $span } pågår { $name } till { $date }.
span-ran-from-past = { $span } pågick { $name } från { $date }.
span-ran-from-coming = { $span } pågår { $name } från { $date }.
list-span-past = { $span } pågick { $count ->
    [one] det här:
   *[other] de här, sammanlagt { $word }:
}
list-span-coming = { $span } pågår { $count ->
    [one] det här:
   *[other] de här, sammanlagt { $word }:
}
list-ended-in-span = { $span } avslutades { $count ->
    [one] en:
   *[other] sammanlagt { $word }:
}
list-ends-in-span = { $span } avslutas { $count ->
    [one] en:
   *[other] sammanlagt { $word }:
}
list-started-in-span = { $span } började { $count ->
    [one] en:
   *[other] sammanlagt { $word }:
}

# What a narrow service, a word, or nothing of the sources tells.
service-lead-narrow = Om du hör till de här grupperna, se också:
service-lead-narrow-counsellor = Om klienten hör till de här grupperna, se också:
service-item-narrow = { $groups }: { $text }
letters-untold = Källorna berättar inte vad { $term } är en förkortning av. I planen står det så här:
word-lead = Så här berättar källorna om ordet:
plan-version = I planen står det: ”{ $quote }”

# What comparing services gives.
compare-end-first-past = Först avslutades { $name }: { $date }.
compare-end-first-coming = Först avslutas { $name }: { $date }.
compare-end-last-past = Sist avslutades { $name }: { $date }.
compare-end-last-coming = Längst fram pågår { $name }: till { $date }.
compare-start-first = Först började { $name }: { $date }.
compare-start-last = Sist började { $name }: { $date }.
compare-length-last = Längst varar { $name }: { $period }, cirka { $months } månader.
compare-length-first = Kortast varar { $name }: { $period }, cirka { $months } månader.
compare-municipalities-last = Flest kommuner finns i { $name }: { $count }.
compare-municipalities-first = Minst kommuner finns i { $name }: { $count }.
compare-same-end-past = De här avslutades samma dag, { $date }: { $names }.
compare-same-end-coming = De här avslutas samma dag, { $date }: { $names }.
compare-same-start = De här började samma dag, { $date }: { $names }.
compare-same-length = De här varar lika länge, cirka { $months } månader: { $names }.
compare-same-municipalities = De här har lika många kommuner, { $count }: { $names }.
compare-other-end-past = { $name } avslutades { $date }.
compare-other-end-coming = { $name } avslutas { $date }.
compare-other-start = { $name } började { $date }.
compare-other-length = { $name }: { $period }, cirka { $months } månader.
compare-other-municipalities = { $name }: { $count } kommuner.
compare-unknown = Källorna berättar inte det här: { $name }.
not-told = Mina källor berättar inte om det här: { $what }.
told-instead = Det här berättar de:
not-told-plan = Jag hittade inget svar i planen. Det här ordet finns inte i den: { $what }.
plan-lacks = Det här ordet finns inte i planen: { $what }.
plan-mentions = Ja. Så här står det i planen:
plan-nearest = De här ställena kommer närmast det du frågar:
untold-access = Källorna berättar inte om tillgängligheten: { $name }.
untold-arrival = Källorna berättar inte hur man tar sig dit eller var man parkerar: { $name }.
untold-benefit = Källorna berättar inte om den här ersättningen eller förmånen: { $name }.
untold-budget = Källorna berättar inte penningsumman: { $name }.
untold-where-not = Källorna berättar inte var detta inte finns: { $name }.
untold-figures = Mina källor berättar inte sådana siffror eller jämförelser.
untold-future = Källorna berättar inte hur verksamheten fortsätter: { $name }.
untold-next-date = Källorna berättar inte nästa startdatum eller ansökningsdatum: { $name }.
untold-on-site = Källorna berättar inte vad som finns på plats: { $name }.
untold-person = Källorna berättar inte personernas namn: { $name }.
untold-requirement = Källorna berättar inte vad som behövs eller krävs: { $name }.
untold-results = Källorna berättar inte antalet deltagare eller resultaten: { $name }.
untold-staff = Källorna berättar inte hur många som arbetar där: { $name }.
untold-wait = Källorna berättar inte hur länge man får vänta eller köa: { $name }.
relation-area = { $municipality } hör hit: { $name }.
ask-organiser = Fråga arrangören: { $names }.

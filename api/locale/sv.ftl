# The page's own words in Swedish, as it's written in Finland.

status-active = Pågår
status-ending = Upphör snart
status-upcoming = Börjar snart
status-ended = Avslutad
status-unknown = Inte känt

outcome-answered = Svar
outcome-partial = Svar på en del av frågan
outcome-clarify = En fråga tillbaka
outcome-not_found = Källorna ger inget svar
outcome-out_of_scope = Det här hör inte till vägvisarens ämnen
outcome-crisis = Hjälp genast
outcome-refused = Det här kan vägvisaren inte hjälpa med

notice-ended = Avslutad
notice-upcoming = Börjar senare
notice-stale = Uppgiften kan vara gammal
notice-conflict = Källorna säger olika
notice-fallback = Så här gjordes svaret
notice-other = Observera

kind-service = Tjänst
kind-project = Projekt
kind-online_service = Webbtjänst
kind-model = Verksamhetsmodell
kind-network = Nätverk
kind-training = Utbildning
kind-employment_area = Sysselsättningsområde
kind-organisation = Aktör

channel-url = På webben
channel-phone = Telefon
channel-email = E-post
channel-visit = Besök
channel-other = Annat sätt

area-region = Hela Norra Österbotten
area-national = Hela Finland

language-fi = finska
language-sv = svenska
language-en = engelska
language-ru = ryska
language-uk = ukrainska
language-ar = arabiska
language-et = estniska
language-so = somaliska
language-fa = persiska
language-ku = kurdiska
language-tr = turkiska
language-zh = kinesiska
language-vi = vietnamesiska
language-th = thailändska
language-es = spanska
language-fr = franska
language-de = tyska
language-se = nordsamiska

month-1 = januari
month-2 = februari
month-3 = mars
month-4 = april
month-5 = maj
month-6 = juni
month-7 = juli
month-8 = augusti
month-9 = september
month-10 = oktober
month-11 = november
month-12 = december
period-from = från { $start }
period-until = till { $end }
period-both = { $start }–{ $end }

problem-401 = Sidan har varit öppen länge. Ladda om sidan och fråga sedan.
problem-403 = Det här är inte tillåtet.
problem-404 = Sidan finns inte. Adressen kan vara fel eller sidan borttagen.
problem-405 = Adressen kan inte användas så här.
problem-408 = Frågan kom inte fram i tid. Försök igen.
problem-413 = Frågan eller samtalet är för långt. Förkorta frågan eller börja om.
problem-415 = Begäran hade fel form. Ladda sidan på nytt.
problem-422 = Frågan kunde inte läsas. Skriv den på nytt och kontrollera kommunen.
problem-429 = Många frågar just nu. Vänta en stund och försök igen.
problem-500 = Något gick fel. Försök igen om en stund.
problem-503 = Vägvisaren är inte redo att svara ännu. Försök igen om en stund.
problem-network = Förbindelsen bröts. Kontrollera nätet och försök igen.
retry = Försök igen

question = Fråga
searching = Söker i källorna
services-count = Tjänster i svaret: { $count }.
cleared = Samtalet har tömts.
summary = { $municipality }, svar { $audience }
no-municipality = Ingen kommun vald
audience-citizen = till invånare
audience-counsellor = till handledare

call = Ring { $number }
why = Passar eftersom:
read-more = Läs mer
sources-of-card = Källor:
ended-services = Avslutade ({ $count })
sources = Källor ({ $count })
fact-where = Var
fact-provider = Ordnas av
fact-cost = Pris
fact-languages = Språk
fact-period = Gäller
fact-for-whom = För vem
fact-topics = Ämnen
fact-funder = Finansiär
fact-kind = Slag

source-number = Källa { $n }
source-number-title = Källa { $n }: { $title }
source-dated = Uppgiften är från: { $date }
source-based-on = Uppgiften bygger på:
source-seen = läst { $date }
source-show = Visa stället i källan
source-link = Kopiera länk till stället
new-tab = (ny flik)
understood = Så förstod jag frågan:
go-on = Fråga vidare
choose = Välj
close = Stäng

tools = Vad du kan göra med svaret
copy = Kopiera svaret
copied = Kopierat
copy-failed = Det gick inte att kopiera
print = Skriv ut
printed = Utskrivet { $date } från Tienviitta ({ $address }). Tienviitta är en automatisk vägvisare och kan ta fel: kontrollera viktiga saker med tjänsten själv.
share = Dela frågan som länk
shared = Länken är kopierad. Frågan kan läsas i länken.

feedback-title = Var svaret till hjälp?
feedback-up = Ja
feedback-down = Nej
feedback-comment = Vill du berätta mer? (frivilligt)
feedback-agree = Skicka också min fråga och det här svaret
feedback-sent-what = Vi skickar bara ditt omdöme, svarets nummer och din kommentar. Din fråga, svaret och din kommun skickas inte om du inte ger lov.
feedback-send = Skicka respons
feedback-cancel = Avbryt
feedback-thanks = Tack för din respons. Den raderas { $date }.
feedback-take-back = Radera responsen nu
feedback-taken-back = Responsen är raderad.
feedback-failed = Responsen kunde inte skickas. Försök igen.

widget-open = Fråga Tienviitta
widget-title = Tienviitta
widget-honest = Du talar med en automatisk vägvisare, inte med en människa. Den kan ta fel. Samtalet sparas inte.
widget-place = Kommun: { $municipality }
widget-whole = Öppna Tienviitta på egen sida
widget-examples = Exempelfrågor
ask-label = Din fråga
ask-placeholder = Skriv en fråga
ask-send = Fråga
restart = Börja om

page-title = Tienviitta – fråga om arbete och studier
page-title-answer = Svar – Tienviitta
page-description = En automatisk vägvisare till väglednings-, utbildnings- och sysselsättningstjänster i Norra Österbotten. Den visar varifrån uppgifterna kommer.
page-brand-line = Vägvisare till vägledning i Norra Österbotten
page-skip = Gå till innehållet
page-language-nav = Sidans språk
page-foot-nav = Sidfot
page-foot = Tienviitta är en automatisk vägvisare. Den kan ta fel: kontrollera viktiga saker i källan eller fråga tjänsten.
page-all-sources = Alla källor
page-desk = Handledarens arbetsbord (på finska)
page-plan = Planen att läsa (på finska)
page-developers = Gränssnitt för utvecklare
page-accessibility = Tillgänglighet
page-embedding = Bädda in på din sida
page-heading = Vart härnäst?
page-heading-talk = Samtal
page-lead = Fråga med egna ord om arbete, studier, språk eller hur du orkar. Du ser vilken tjänst som kan hjälpa och varifrån uppgiften kommer.
page-not-human = Du talar med en automatisk vägvisare, inte med en människa.
page-knows = Den vet bara det som står i källorna: { $sources }.
page-knows-documents = { $count ->
    [one] 1 dokument
   *[other] { $count } dokument
}
page-knows-services = { $count ->
    [one] 1 beskrivning av en tjänst
   *[other] { $count } beskrivningar av tjänster
}
page-knows-dated = { $what } ({ $date })
page-knows-both = { $documents } och { $services }
page-not-kept = Samtalet sparas inte.
page-translated = Sidan och vägvisarens egna ord är på svenska. Citat, beskrivningar av tjänster och källor är på finska.
page-situation = Vilken situation liknar din?
page-examples = Exempelfrågor
page-from-sources = Svaren byggs bara på de källor som finns i listan, och i varje svar ser du vilket ställe det bygger på.
page-main-document = Huvuddokument:
page-no-secrets = Skriv inte personbeteckning eller uppgifter om din hälsa.
page-emergency = I en nödsituation, ring
page-ask = Fråga vägvisaren
page-options = Kommun och svarets omfattning
page-municipality = Din kommun
page-municipality-none = Inte vald
page-municipality-kept = Kommunen sparas bara i den här webbläsaren.
page-municipalities-region = Kommuner i Norra Österbotten
page-municipalities-other = Andra kommuner
page-forget = Glöm kommunen
page-answer-is = Svaret är
page-example-1 = Jag söker jobb
page-example-1-question = Var får jag hjälp med att söka jobb?
page-example-2 = Jag funderar på vad jag ska studera
page-example-2-question = Jag är 17 år och vet inte vad jag ska studera. Vem kan hjälpa?
page-example-3 = Jag har flyttat till Finland
page-example-3-question = Var kan jag lära mig finska gratis?
page-example-4 = Jag vill byta bransch
page-example-4-question = Jag har jobb och vill byta bransch. Var börjar jag?
page-example-5 = Krafterna tryter
page-example-5-question = Jag orkar inte studera. Vem kan jag prata med?
page-example-6 = Jag handleder andra
page-example-6-question = Vilka projekt hjälper invandrare att få jobb?

page-problem-title = Det lyckades inte
page-problem-lost = Den här vägen leder ingenstans
page-problem-back = Gå till början och fråga
page-problem-id = Felets nummer: { $id }

page-sources-title = Källor
page-sources-heading = Varifrån svaren kommer
page-sources-lead = Tienviitta svarar bara utifrån de här källorna. Varje källa kan läsas i sin helhet, på finska.
page-sources-documents = Dokument
page-sources-services = Beskrivningar av tjänster ({ $count })
page-sources-checked = kontrollerad { $date }
page-source-title = { $title } – källa
page-source-publisher = Utgivare
page-source-version = Version
page-source-dated = Uppgiften är från
page-source-licence = Användningsvillkor
page-source-web = På webben
page-source-marked = Stället som svaret citerar är markerat i texten.
page-source-go = Gå till stället
page-source-missing = Det citerade stället finns inte i den här källan. Källan kan ha ändrats efter svaret. Här nedan finns hela källan.
page-source-text = Källans text
page-source-plain = Källan som ren text

page-embed-heading = Tienviitta på din egen sida
page-embed-lead = En kommun, läroanstalt eller förening kan lägga till vägvisaren på sin sida med en rad. Här nedan ser du hur den ser ut.
page-embed-how = Så lägger du till den
page-embed-attributes = Inställningar
page-embed-kieli = Språk: fi, sv eller en. Om inställningen saknas är språket detsamma som på sidan.
page-embed-kunta = Kommunen som frågan gäller när ingen ort nämns. Kommunens finska namn.
page-embed-rooli = citizen eller counsellor: svar till invånare eller till handledare.
page-embed-api = Serverns adress, om den är en annan än den som filen laddas från.
page-embed-kohde = CSS-väljare för ett element på sidan. Vägvisaren ritas i det. Annars öppnas den med en knapp i sidans hörn.
page-embed-needs = Administratören måste tillåta din sidas adress med serverns inställning TIENVIITTA_CORS_ORIGINS. Sidans Content-Security-Policy behöver serverns adress i script-src och connect-src, inget annat.
page-embed-privacy = Vägvisaren använder inga kakor och sparar ingenting om dina besökare.
page-embed-noscript = Vägvisaren fungerar på den här sidan bara när JavaScript är på i webbläsaren. Utan det kan du fråga på startsidan.

page-a11y-lead = Tienviittas sidor är gjorda så att så många som möjligt ska kunna använda dem. Måttet är WCAG 2.2, nivåerna A och AA.
page-a11y-day = Det här utlåtandet är gjort 24.11.2026. Det bygger på utvecklarnas egen bedömning.
page-a11y-tested = Vad som har testats
page-a11y-tested-1 = Automatisk granskning (axe-core) i webbläsaren Chromium på varje sida och i varje läge, ljust och mörkt, på tre språk: inga fel hittades.
page-a11y-tested-2 = Användning med enbart tangentbord från början till slut: fråga, öppna och stänga en källa, fråga vidare, ge respons och börja om.
page-a11y-tested-3 = Vad en skärmläsare får veta: rubriker, namn, roller, språk och att ett färdigt svar läses upp en gång.
page-a11y-tested-4 = Färgernas kontrast, knapparnas storlek (minst 24 pixlar), 320 pixlars bredd, 200 procents text, minskad rörelse och användning utan JavaScript.
page-a11y-gaps = Kända brister
page-a11y-gaps-1 = Sidorna har ännu inte prövats med riktiga skärmläsare (NVDA, JAWS, VoiceOver, TalkBack) eller med användargrupper.
page-a11y-gaps-2 = Källornas texter är skrivna av andra. De kan innehålla svårt språk, tryckfel och rubriker som saknas.
page-a11y-gaps-3 = På de svenska och engelska sidorna är citat, beskrivningar av tjänster och namn på kommuner och målgrupper på finska. De är märkta som finska för skärmläsare.
page-a11y-gaps-4 = Beskrivningen av gränssnittet för utvecklare finns bara på engelska.
page-a11y-tell = Om något inte fungerar
page-a11y-tell-how = Berätta det för tjänstens administratör. Om du inte får hjälp inom två veckor kan du göra en anmälan till tillsynen över tillgänglighet vid Transport- och kommunikationsverket Traficom:

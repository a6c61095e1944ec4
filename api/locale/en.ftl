# The page's own words in English.

status-active = Running
status-ending = Ends soon
status-upcoming = Starts soon
status-ended = Ended
status-unknown = Not known

outcome-answered = Answer
outcome-partial = Answer to a part of the question
outcome-clarify = A question back
outcome-not_found = The sources hold no answer
outcome-out_of_scope = This guide doesn't cover that
outcome-crisis = Help right now
outcome-refused = This guide can't help with that

notice-ended = Ended
notice-upcoming = Starts later
notice-stale = This may be out of date
notice-conflict = The sources disagree
notice-fallback = How the answer was made
notice-other = Please note

kind-service = Service
kind-project = Project
kind-online_service = Online service
kind-model = Way of working
kind-network = Network
kind-training = Training
kind-employment_area = Employment area
kind-organisation = Organisation

channel-url = Website
channel-phone = Phone
channel-email = E-mail
channel-visit = Visit
channel-other = Other ways

area-region = All of Northern Ostrobothnia
area-national = All of Finland

language-fi = Finnish
language-sv = Swedish
language-en = English
language-ru = Russian
language-uk = Ukrainian
language-ar = Arabic
language-et = Estonian
language-so = Somali
language-fa = Persian
language-ku = Kurdish
language-tr = Turkish
language-zh = Chinese
language-vi = Vietnamese
language-th = Thai
language-es = Spanish
language-fr = French
language-de = German
language-se = Northern Sámi

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
period-from = from { $start }
period-until = until { $end }
period-both = { $start }–{ $end }

problem-401 = The page has been open for long. Load it again and then ask.
problem-403 = This isn't allowed.
problem-404 = There is no such page. The address may be wrong, or the page has been removed.
problem-405 = This address can't be used like that.
problem-408 = The question didn't arrive in time. Try again.
problem-413 = The question or the conversation is too long. Shorten the question or start over.
problem-415 = The request had the wrong form. Load the page again.
problem-422 = The question couldn't be read. Write it again and check the municipality.
problem-429 = Many people are asking right now. Wait a moment and try again.
problem-500 = Something went wrong. Try again in a moment.
problem-503 = The guide isn't ready to answer yet. Try again in a moment.
problem-network = The connection broke. Check your network and try again.
retry = Try again

question = Question
searching = Looking in the sources
services-count = Services in the answer: { $count }.
cleared = The conversation has been cleared.
summary = { $municipality }, answer { $audience }
no-municipality = No municipality chosen
audience-citizen = for a resident
audience-counsellor = for a counsellor

call = Call { $number }
why = Fits because:
read-more = Read more
sources-of-card = Sources:
ended-services = Ended ({ $count })
sources = Sources ({ $count })
fact-where = Where
fact-provider = Run by
fact-cost = Price
fact-languages = Languages
fact-period = Dates
fact-for-whom = For whom
fact-topics = Topics
fact-funder = Funder
fact-kind = Kind

source-number = Source { $n }
source-number-title = Source { $n }: { $title }
source-dated = Information from: { $date }
source-based-on = Based on:
source-seen = read on { $date }
source-show = Show the place in the source
source-link = Copy a link to the place
new-tab = (new tab)
understood = How I understood the question:
go-on = Ask on
choose = Choose
close = Close

tools = What you can do with the answer
copy = Copy the answer
copied = Copied
copy-failed = Copying didn't work
print = Print
printed = Printed on { $date } from Tienviitta ({ $address }). Tienviitta is an automatic guide and can be wrong: check anything important with the service itself.
share = Share the question as a link
shared = The link is copied. The question can be read in the link.

feedback-title = Did the answer help?
feedback-up = It helped
feedback-down = It didn't help
feedback-comment = Would you like to tell us more? (optional)
feedback-agree = Send my question and this answer too
feedback-sent-what = Only your rating, this answer's number and your comment are sent. Your question, the answer and your municipality are not sent unless you allow it.
feedback-send = Send feedback
feedback-cancel = Cancel
feedback-thanks = Thank you. Your feedback will be deleted on { $date }.
feedback-take-back = Delete the feedback now
feedback-taken-back = The feedback is deleted.
feedback-failed = The feedback couldn't be sent. Try again.

widget-open = Ask Tienviitta
widget-title = Tienviitta
widget-honest = You are talking with an automatic guide, not a person. It can be wrong. The conversation isn't stored.
widget-place = Municipality: { $municipality }
widget-whole = Open Tienviitta on its own page
widget-examples = Example questions
ask-label = Your question
ask-placeholder = Write a question
ask-send = Ask
restart = Start over

page-title = Tienviitta – ask about work and studies
page-title-answer = Answer – Tienviitta
page-description = An automatic guide to guidance, education and employment services in Northern Ostrobothnia, Finland. It shows where each piece of information comes from.
page-brand-line = Guide to guidance services in Northern Ostrobothnia
page-skip = Skip to content
page-language-nav = Language of the page
page-foot-nav = Footer
page-foot = Tienviitta is an automatic guide. It can be wrong: check anything important in the source or with the service.
page-all-sources = All sources
page-desk = Counsellor’s desk (in Finnish)
page-plan = The plan to read (in Finnish)
page-developers = API for developers
page-accessibility = Accessibility
page-embedding = Put it on your site
page-heading = Where to next?
page-heading-talk = Conversation
page-lead = Ask in your own words about work, studies, language or coping. You see which service can help and where the information comes from.
page-not-human = You are talking with an automatic guide, not a person.
page-knows = It knows only what its sources say: { $sources }.
page-knows-documents = { $count ->
    [one] 1 document
   *[other] { $count } documents
}
page-knows-services = { $count ->
    [one] 1 description of a service
   *[other] { $count } descriptions of services
}
page-knows-dated = { $what } ({ $date })
page-knows-both = { $documents } and { $services }
page-not-kept = The conversation isn't stored.
page-translated = This page and the guide's own words are in English. Quotes, descriptions of services and sources are in Finnish.
page-situation = Which situation is closest to yours?
page-examples = Example questions
page-from-sources = Answers are put together only from the listed sources, and each answer shows the place it rests on.
page-main-document = Main document:
page-no-secrets = Don't write your personal identity code or details about your health.
page-emergency = In an emergency, call
page-ask = Ask the guide
page-options = Municipality and length of the answer
page-municipality = Your municipality
page-municipality-none = Not chosen
page-municipality-kept = The municipality is remembered only in this browser.
page-municipalities-region = Municipalities of Northern Ostrobothnia
page-municipalities-other = Other municipalities
page-forget = Forget the municipality
page-answer-is = The answer is
page-example-1 = I'm looking for work
page-example-1-question = Where can I get help with finding a job?
page-example-2 = I don't know what to study
page-example-2-question = I'm 17 and don't know what to study. Who can help?
page-example-3 = I moved to Finland
page-example-3-question = Where can I study Finnish for free?
page-example-4 = I want to change careers
page-example-4-question = I have a job and want to change careers. Where do I start?
page-example-5 = I'm running out of strength
page-example-5-question = I'm too tired to study. Who can I talk to?
page-example-6 = I guide others
page-example-6-question = Which projects help immigrants find work?

page-problem-title = That didn't work
page-problem-lost = This road leads nowhere
page-problem-back = Back to the start to ask
page-problem-id = Number of the fault: { $id }

page-sources-title = Sources
page-sources-heading = Where the answers come from
page-sources-lead = Tienviitta answers only from these sources. Each can be read in full, in Finnish.
page-sources-documents = Documents
page-sources-services = Descriptions of services ({ $count })
page-sources-checked = checked { $date }
page-source-title = { $title } – source
page-source-publisher = Publisher
page-source-version = Version
page-source-dated = Information from
page-source-licence = Terms of use
page-source-web = On the web
page-source-marked = The place that the answer quotes is marked in the text.
page-source-go = Go to the place
page-source-missing = The quoted place isn't in this source. The source may have changed since the answer. The whole source is below.
page-source-text = Text of the source
page-source-plain = The source as plain text

page-embed-heading = Tienviitta on your own site
page-embed-lead = A municipality, school or association can add the guide to its site with one line. Below you see what it looks like.
page-embed-how = How to add it
page-embed-attributes = Settings
page-embed-kieli = Language: fi, sv or en. When the setting is missing, the page's own language.
page-embed-kunta = The municipality that is asked about when the question names no place. Its Finnish name.
page-embed-rooli = citizen or counsellor: an answer for a resident or for a counsellor.
page-embed-api = Address of the server, when it isn't the one that the file is loaded from.
page-embed-kohde = CSS selector of an element of the page. The guide is drawn in it. Otherwise it opens from a button in the corner of the page.
page-embed-needs = The operator has to allow your site's address with the server's setting TIENVIITTA_CORS_ORIGINS. Your Content-Security-Policy needs the server's address in script-src and connect-src, and nothing else.
page-embed-privacy = The guide uses no cookies and stores nothing about your visitors.
page-embed-noscript = The guide works on this page only with JavaScript turned on in the browser. Without it you can ask on the front page.

page-a11y-lead = Tienviitta's pages are made so that as many people as possible can use them. The measure is WCAG 2.2, levels A and AA.
page-a11y-day = This statement was made on 24.11.2026. It rests on the developers' own assessment.
page-a11y-tested = What has been tested
page-a11y-tested-1 = An automatic check (axe-core) in Chromium on every page and in every state, light and dark, in three languages: no violations found.
page-a11y-tested-2 = Use with the keyboard alone from start to end: asking, opening and closing a source, asking on, feedback and starting over.
page-a11y-tested-3 = What a screen reader is told: headings, names, roles, languages, and that a finished answer is announced once.
page-a11y-tested-4 = Contrast of colours, size of buttons (at least 24 pixels), a width of 320 pixels, text at 200 per cent, reduced motion, and use without JavaScript.
page-a11y-gaps = Known gaps
page-a11y-gaps-1 = The pages haven't yet been tried with real screen readers (NVDA, JAWS, VoiceOver, TalkBack) or with groups of users.
page-a11y-gaps-2 = The texts of the sources are written by others. They can hold difficult language, misprints and missing headings.
page-a11y-gaps-3 = On the Swedish and English pages, quotes, descriptions of services and names of municipalities and target groups are in Finnish. They are marked as Finnish for screen readers.
page-a11y-gaps-4 = The description of the API for developers is in English only.
page-a11y-tell = If something doesn't work
page-a11y-tell-how = Tell the operator of the service. If you get no help within two weeks, you can make a report to the supervisor of accessibility, the Finnish Transport and Communications Agency Traficom:

# The assistant's own words in plain English. Names and quotes stay as they are.

status-active = Running
status-active-until = Running until { $date }
status-upcoming = Starting soon
status-upcoming-from = Starts on { $date }
status-ended = Ended
status-ended-on = Ended on { $date }
status-unknown = The sources do not say if this is running
status-conflict = The sources give different end dates: { $dates }
status-ended-conflict = Ended. The sources give different end dates: { $dates }

service-lead-place = These can help you in { $name_of_place }:
service-lead = These can help you:
service-lead-counsellor-place = You can refer your client in { $name_of_place } to these:
service-lead-counsellor = You can refer your client to these:
service-none-living = I did not find a suitable service in the sources that is certainly running now.
service-item = { $name }: { $text }
ended-item = { $name } ended on { $date }.
ended-item-undated = { $name } has ended.
unknown-item = { $name }: the sources do not say if this is still running.
upcoming-item = { $name } starts on { $date }.
next-step-area = Next step: contact your employment area. It is { $area }.
next-step-area-unknown = Next step: contact the employment area of your municipality. You will find its contact details in Työmarkkinatori.
next-step-service = Next step: get in touch. { $name }: { $contact }
next-step-named = Next step: { $name }.
next-step-through-area = Next step: ask your employment area about this service: { $name }. Your area is { $area }.
next-step-business = Next step: ask the business services of your own municipality. My sources do not give their contact details.
next-step-school = Next step: talk to the study counsellor at your own school.
outside-region = { $name_of_place } is not in North Ostrobothnia. I know the services of North Ostrobothnia best.
outside-region-many = These are not in North Ostrobothnia: { $name_of_place }. I know the services of North Ostrobothnia best.

fact-when = { $name }: { $period }.
fact-when-ended = { $name } has ended. It ran { $period }.
fact-when-active = { $name } is running. Its period is { $period }.
fact-when-upcoming = { $name } has not started yet. Its period is { $period }.
fact-when-runs = { $name } is running, according to the sources. The sources do not say when it ends.
fact-when-state = The source says of this: { $state }.
fact-when-conflict = The sources do not agree. In one place the period is { $first }, in another { $second }.
fact-when-misprint = In the source the period is printed like this: { $period }. It cannot be right.
fact-when-misprint-ended = The end date { $date } has already passed.
fact-who = Run by: { $value }.
fact-funder = Funding: { $value }.
fact-for-whom = For whom: { $value }
fact-goal = Goal: { $value }
fact-where = Where: { $value }.
fact-cost = Price: { $value }.
fact-contact = Contact: { $value }.
fact-missing-who = The sources do not say who runs this: { $name }.
fact-missing-funder = The sources do not say who funds this: { $name }.
fact-missing-for_whom = The sources do not say who this is for: { $name }.
fact-missing-goal = The sources do not say what the goal is: { $name }.
fact-missing-where = The sources do not give the exact place: { $name }.
fact-missing-cost = The sources do not give the price: { $name }.
fact-missing-contact = The sources do not give contact details: { $name }.
fact-missing-when = The sources do not give the time: { $name }.
definition = { $term } means: { $meaning }.
turn-to = Now you can turn to: { $names }.

passage-lead = The plan says:
passage-lead-services = The service descriptions say:
passage-quote = “{ $quote }”
passage-plan-age = The plan is from June 2024. Things may have changed.
language-note = The quotes and descriptions are in Finnish, as in the sources.
language-unknown = I do not understand this language well. I answer in Finnish, Swedish, English, Russian and Ukrainian.

not-found = I did not find an answer to this in my sources.
not-found-name = I did not find a project of that name in my sources. Check the name.
not-found-ask-area = Ask your own employment area. It is { $area }.
not-found-ask = Ask the employment area of your municipality. You will find its contact details in Työmarkkinatori.
can-do = I can tell you about guidance services and projects in North Ostrobothnia: who they are for, where they are and how long they run.

notice-ended = { $name } ended on { $date }. Nobody can be referred there any more.
notice-ended-undated = { $name } has ended. Nobody can be referred there any more.
notice-upcoming = { $name } does not start until { $date }.
notice-conflict = { $name }: the sources give different end dates ({ $dates }). Check with the organiser.
notice-misprint = { $name }: the source says { $period }, but that cannot be right. We show the source as it is.
notice-stale = This information is old: { $name } ({ $date }). Check with the organiser.

follow-up-when = How long does { $name } run?
follow-up-who = Who runs { $name }?
follow-up-for-whom = Who is { $name } for?
follow-up-place = Where do you live?

crisis-lead = I am sorry that things are so hard for you. You are not alone.
crisis-lead-danger = It is good that you are telling this. Safety matters most right now.
crisis-112 = If your life or someone else's life is in danger, call { $phone } now.
crisis-line = You can talk without giving your name: { $name }, { $phone } (in Finnish).
crisis-line-language = At limited times you can also talk in English. Read more: { $url }
crisis-talk = Talk to someone you trust too, if you can. Help is there right now.
worry-112 = If their life is in danger, call { $phone } now.
worry-line = People who worry about someone can also call and talk: { $name }, { $phone } (in Finnish).
offer-line = If things feel heavy, you can talk without giving your name: { $name }, { $phone } (in Finnish).
offer-112 = In an emergency, call { $phone }.

clarify-what = I am happy to help. What kind of help do you need, and in which municipality do you live?
choice-work = I need help with looking for work
choice-study = I want to study or change careers
choice-immigrant = I have moved to Finland and need advice
choice-young = I am under 30 and need guidance
example-work = Who helps with looking for work in Raahe?
example-young = Where can a young person get help in Oulu?
example-immigrant = Where can I learn Finnish in Oulu?

out-of-scope = I cannot give advice on this. It is not part of guidance services.
out-of-scope-ask = Ask about this here: { $name }.
refused = I cannot do this. I only tell about guidance services, and every piece of information comes from the sources.

list-count = { $count ->
    [one] I found one:
   *[other] I found these, { $word } in all:
}
list-none = The sources tell of none whose time fits your question.
list-otherwise = { $count ->
    [one] Apart from that this one fits:
   *[other] Apart from that these fit:
}
list-item = { $name } ({ $status })
list-near = These projects fit your question best:
list-unsure = Of these the sources tell different end dates:
tally-more-than = These have more than { $word } project, { $number } in all:
tally-most = The first one has most projects:
tally-different-organisers = The sources name this many organisers, { $word }:
tally-different-funders = The sources name this many funders, { $word }:
tally-different-places = The sources name this many municipalities, { $word }:
tally-item = { $name }, projects { $count }: { $names }
fact-projects = Projects: { $names }.
conflict-lead = These points of the sources do not agree. I show them as they are printed:
conflict-names = The source writes the name in different ways: { $names }.
conflict-printed = { $section }: “{ $name }”. { $value }
conflict-no-period = no time is printed
fact-length = That is about { $months } months.
list-more = There are { $count } more.
list-points-in = { $count ->
    [one] The plan has one point under “{ $section }”:
   *[other] The plan has { $word } points under “{ $section }”:
}
list-points = { $count ->
    [one] The plan has one point about this:
   *[other] The plan has { $word } points about this:
}
notice-ended-many = { $count ->
    [one] One of these has ended. Nobody can be referred there any more.
   *[other] { $count } of these have ended. Nobody can be referred there any more.
}
fact-missing-amount = The sources do not give this number: { $name }.
fact-missing-definition = The sources do not tell about this: { $name }.

service-lead-told = This is what the sources tell:
plan-says = The plan says of this: “{ $quote }”
fact-where-count = { $value } (number of municipalities: { $count })
number-1 = one
number-2 = two
number-3 = three
number-4 = four
number-5 = five
number-6 = six
number-7 = seven
number-8 = eight
number-9 = nine
number-10 = ten

# How a source in Finnish says that one can be served in this language.
language-in-source = englanniksi

clarify-place = Which municipality do you live in? Employment services are given by your own area.
choice-place = I live in { $name_of_place }
fact-missing-person = The sources do not name people or their contact details: { $name }.
fact-missing-hours = The sources do not tell the opening hours: { $name }.

status-period-ended = The period ended on { $date }, whether it goes on is not known
period-ended-item = { $name }: its period ended on { $date }. The sources do not say if it goes on.
notice-period-ended = { $name }: its period ended on { $date }. The sources do not say if it goes on. Ask the organiser before you refer anybody there.

# Why a language model wasn't used.
fallback-timeout = This answer comes straight from the sources, because the language model did not answer in time.
fallback-error = This answer comes straight from the sources, because the language model could not be reached.
fallback-busy = This answer comes straight from the sources, because the language model has too many questions right now.
fallback-budget = This answer comes straight from the sources, because there was too much text for the language model.
fallback-unsupported = This answer comes straight from the sources, because the text of the language model did not agree with the sources.

# Exactly what was asked.
yes = Yes.
no = No.
fact-it = It
fact-when-ended-on = { $name } ended on { $date }.
fact-when-active-until = { $name } is running. It ends on { $date }.
fact-when-runs-from = { $name } is running, according to the sources. It started on { $date }. The sources do not say when it ends.
fact-phone = Phone: { $value }.
fact-email = Email: { $value }.
fact-missing-phone = The sources do not give a phone number: { $name }.
fact-missing-email = The sources do not give an email address: { $name }.
fact-missing-age = The sources do not give an age limit: { $name }.
fact-missing-duration = The sources do not say how long this takes: { $name }.
fact-missing-language = The sources do not tell the languages: { $name }.
fact-missing-field = The sources do not tell the fields: { $name }.
fact-missing-apply = The sources do not say how to apply: { $name }.
ask-directly = Ask directly. { $name }: { $contact }
clarify-which = Which project or service do you mean? Tell me its name and I will look. Is it one of these?
fact-language = Languages: { $value }.
fact-missing-start = The sources do not give the start date: { $name }.
language-fi = Finnish
language-sv = Swedish
language-en = English
language-ru = Russian
language-uk = Ukrainian
language-ar = Arabic
in-season-1 = In winter { $year }
in-season-3 = In spring { $year }
in-season-6 = In summer { $year }
in-season-9 = In autumn { $year }

# A past or coming time, with the service's state then.
span-day = On { $date }
span-year = In { $year }
in-month-1 = In January { $year }
in-month-2 = In February { $year }
in-month-3 = In March { $year }
in-month-4 = In April { $year }
in-month-5 = In May { $year }
in-month-6 = In June { $year }
in-month-7 = In July { $year }
in-month-8 = In August { $year }
in-month-9 = In September { $year }
in-month-10 = In October { $year }
in-month-11 = In November { $year }
in-month-12 = In December { $year }
span-range = During { $first }–{ $last }
span-active-past = { $span }, { $name } was running.
span-ended-past = { $span }, { $name } was no longer running.
span-upcoming-past = { $span }, { $name } had not started yet.
span-unknown-past = The sources do not say if { $name } was running then.
span-active-coming = { $span }, { $name } will be running, according to the sources.
span-ended-coming = { $span }, { $name } will no longer be running.
span-upcoming-coming = { $span }, { $name } will not have started yet.
span-unknown-coming = The sources do not say if { $name } will be running then.
span-ran-until-past = { $span }, { $name } was running until { $date }.
span-ran-until-coming = { $span }, { $name } will be running until { $date }.
span-ran-from-past = { $span }, { $name } was running from { $date }.
span-ran-from-coming = { $span }, { $name } will be running from { $date }.
list-span-past = { $span }, { $count ->
    [one] this was running:
   *[other] these were running, { $word } in all:
}
list-span-coming = { $span }, { $count ->
    [one] this will be running:
   *[other] these will be running, { $word } in all:
}
list-ended-in-span = { $span }, { $count ->
    [one] one ended:
   *[other] { $word } ended:
}
list-ends-in-span = { $span }, { $count ->
    [one] one ends:
   *[other] { $word } end:
}
list-started-in-span = { $span }, { $count ->
    [one] one started:
   *[other] { $word } started:
}

# What a narrow service, a word, or nothing of the sources tells.
service-lead-narrow = If you belong to these groups, see also:
service-lead-narrow-counsellor = If the client belongs to these groups, see also:
service-item-narrow = { $groups }: { $text }
letters-untold = The sources do not say what { $term } is short for. The plan uses it like this:
word-lead = The sources say this of the word:
plan-version = The plan says: “{ $quote }”

# What comparing services gives.
compare-end-first-past = The first to end was { $name }: { $date }.
compare-end-first-coming = The first to end is { $name }: { $date }.
compare-end-last-past = The last to end was { $name }: { $date }.
compare-end-last-coming = The last to end is { $name }: { $date }.
compare-start-first = The first to start was { $name }: { $date }.
compare-start-last = The last to start was { $name }: { $date }.
compare-length-last = The longest is { $name }: { $period }, about { $months } months.
compare-length-first = The shortest is { $name }: { $period }, about { $months } months.
compare-municipalities-last = The most municipalities are in { $name }: { $count }.
compare-municipalities-first = The fewest municipalities are in { $name }: { $count }.
compare-same-end-past = These ended on the same day, { $date }: { $names }.
compare-same-end-coming = These end on the same day, { $date }: { $names }.
compare-same-start = These started on the same day, { $date }: { $names }.
compare-same-length = These last equally long, about { $months } months: { $names }.
compare-same-municipalities = These have equally many municipalities, { $count }: { $names }.
compare-other-end-past = { $name } ended on { $date }.
compare-other-end-coming = { $name } ends on { $date }.
compare-other-start = { $name } started on { $date }.
compare-other-length = { $name }: { $period }, about { $months } months.
compare-other-municipalities = { $name }: { $count } municipalities.
compare-unknown = The sources do not tell this: { $name }.
not-told = My sources say nothing of this: { $what }.
told-instead = This is what they say:
not-told-plan = I found no answer in the plan. This word isn’t in it: { $what }.
plan-lacks = This word isn’t in the plan: { $what }.
plan-mentions = Yes. The plan says:
plan-nearest = These passages are nearest to what you ask:
untold-access = The sources don't tell about accessibility: { $name }.
untold-arrival = The sources don't tell how to get there or where to park: { $name }.
untold-benefit = The sources don't tell about this payment or benefit: { $name }.
untold-budget = The sources don't tell the sum of money: { $name }.
untold-where-not = The sources don’t tell where this doesn’t operate: { $name }.
untold-figures = My sources don't tell such figures or comparisons.
untold-future = The sources don't tell how this continues: { $name }.
untold-next-date = The sources don't tell the next starting or application date: { $name }.
untold-on-site = The sources don't tell what there is on the spot: { $name }.
untold-person = The sources don't tell the names of people: { $name }.
untold-requirement = The sources don't tell what is needed or required for this: { $name }.
untold-results = The sources don't tell the number of participants or the results: { $name }.
untold-staff = The sources don't tell how many people work there: { $name }.
untold-wait = The sources don't tell how long one has to wait or queue: { $name }.
relation-area = { $municipality } belongs here: { $name }.
ask-organiser = Ask whoever runs it: { $names }.

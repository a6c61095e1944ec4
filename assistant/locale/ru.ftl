# The assistant's own words in plain Russian. Names and quotes stay as they are.

status-active = Действует
status-active-until = Действует до { $date }
status-upcoming = Скоро начнётся
status-upcoming-from = Начало: { $date }
status-ended = Завершено
status-ended-on = Завершено { $date }
status-unknown = В источниках не сказано, действует ли это сейчас
status-conflict = В источниках указаны разные даты окончания: { $dates }
status-ended-conflict = Завершено. В источниках указаны разные даты окончания: { $dates }

service-lead-place = Здесь вам могут помочь ({ $name_of_place }):
service-lead = Здесь вам могут помочь:
service-lead-counsellor-place = Клиента можно направить сюда ({ $name_of_place }):
service-lead-counsellor = Клиента можно направить сюда:
service-none-living = В источниках нет подходящей услуги, которая точно действует сейчас.
service-item = { $name }: { $text }
ended-item = { $name }: завершено { $date }.
ended-item-undated = { $name }: завершено.
unknown-item = { $name }: в источниках не сказано, действует ли это сейчас.
upcoming-item = { $name }: начало { $date }.
next-step-area = Следующий шаг: обратитесь в службу занятости вашего района (työllisyysalue). Это { $area }.
next-step-area-unknown = Следующий шаг: обратитесь в службу занятости вашего муниципалитета (työllisyysalue). Её контакты есть на сайте Työmarkkinatori.
next-step-service = Следующий шаг: свяжитесь с ними. { $name }: { $contact }
next-step-named = Следующий шаг: { $name }.
next-step-through-area = Следующий шаг: спросите об этой услуге в своей службе занятости: { $name }. Ваша служба — { $area }.
next-step-business = Следующий шаг: обратитесь в службу поддержки предпринимателей вашего муниципалитета. В моих источниках нет её контактов.
next-step-school = Следующий шаг: поговорите с консультантом по учёбе в своём учебном заведении.
outside-region = { $name_of_place } не относится к Северной Остроботнии. Лучше всего я знаю услуги Северной Остроботнии.
outside-region-many = К Северной Остроботнии не относятся: { $name_of_place }. Лучше всего я знаю услуги Северной Остроботнии.

fact-when = { $name }: { $period }.
fact-when-ended = { $name }: завершено. Период: { $period }.
fact-when-active = { $name }: действует. Период: { $period }.
fact-when-upcoming = { $name }: ещё не началось. Период: { $period }.
fact-when-runs = { $name }: по данным источников, действует. Дата окончания в источниках не указана.
fact-when-state = В источнике об этом сказано: { $state }.
fact-when-conflict = Источники расходятся. В одном месте указан период { $first }, в другом { $second }.
fact-when-misprint = В источнике период напечатан так: { $period }. Это не может быть верно.
fact-when-misprint-ended = Дата окончания { $date } уже прошла.
fact-who = Кто проводит: { $value }.
fact-funder = Финансирование: { $value }.
fact-for-whom = Для кого: { $value }
fact-goal = Цель: { $value }
fact-where = Где: { $value }.
fact-cost = Цена: { $value }.
fact-contact = Контакты: { $value }.
fact-missing-who = В источниках не сказано, кто это проводит: { $name }.
fact-missing-funder = В источниках не сказано, кто это финансирует: { $name }.
fact-missing-for_whom = В источниках не сказано, для кого это: { $name }.
fact-missing-goal = В источниках не сказано, какая цель: { $name }.
fact-missing-where = В источниках не указано точное место: { $name }.
fact-missing-cost = В источниках не указана цена: { $name }.
fact-missing-contact = В источниках нет контактов: { $name }.
fact-missing-when = В источниках не указано время: { $name }.
definition = { $term } означает: { $meaning }.
turn-to = Сейчас можно обратиться сюда: { $names }.

passage-lead = В плане сказано:
passage-lead-services = В описаниях услуг сказано:
passage-quote = «{ $quote }»
passage-plan-age = План составлен в июне 2024 года. С тех пор многое могло измениться.
language-note = Цитаты и описания даны на финском языке, как в источниках.
language-unknown = Я плохо понимаю этот язык. Я отвечаю на финском, шведском, английском, русском и украинском языках.

not-found = В моих источниках нет ответа на этот вопрос.
not-found-name = В моих источниках нет проекта с таким названием. Проверьте название.
not-found-ask-area = Спросите в службе занятости вашего района (työllisyysalue). Это { $area }.
not-found-ask = Спросите в службе занятости вашего муниципалитета (työllisyysalue). Её контакты есть на сайте Työmarkkinatori.
can-do = Я могу рассказать о консультационных услугах и проектах в Северной Остроботнии: для кого они, где они и до какого времени действуют.

notice-ended = { $name }: завершено { $date }. Направить туда уже нельзя.
notice-ended-undated = { $name }: завершено. Направить туда уже нельзя.
notice-upcoming = { $name }: начнётся только { $date }.
notice-conflict = { $name }: в источниках указаны разные даты окончания ({ $dates }). Уточните у организатора.
notice-misprint = { $name }: в источнике указано { $period }, но это не может быть верно. Мы показываем источник как он есть.
notice-stale = Данные старые: { $name } ({ $date }). Уточните у организатора.

follow-up-when = До какого времени действует { $name }?
follow-up-who = Кто проводит { $name }?
follow-up-for-whom = Для кого { $name }?
follow-up-place = Где вы живёте?

crisis-lead = Мне жаль, что вам так тяжело. Вы не одни.
crisis-lead-danger = Хорошо, что вы рассказали. Сейчас главное — безопасность.
crisis-112 = Если вашей жизни или жизни другого человека угрожает опасность, сразу звоните { $phone }.
crisis-line = Можно поговорить, не называя имени: { $name }, { $phone } (на финском языке).
crisis-line-language = В определённые часы можно поговорить и по-русски. Подробнее: { $url }
crisis-talk = Если можете, поговорите и с тем, кому доверяете. Помощь есть прямо сейчас.
worry-112 = Если жизни этого человека угрожает опасность, сразу звоните { $phone }.
worry-line = Близкие тоже могут позвонить и поговорить: { $name }, { $phone } (на финском языке).
offer-line = Если вам тяжело, можно поговорить, не называя имени: { $name }, { $phone } (на финском языке).
offer-112 = В экстренной ситуации звоните { $phone }.

clarify-what = С радостью помогу. Какая помощь вам нужна, и в каком муниципалитете вы живёте?
choice-work = Мне нужна помощь в поиске работы
choice-study = Я хочу учиться или сменить профессию
choice-immigrant = Я живу в Финляндии недавно, и мне нужен совет
choice-young = Мне меньше 30 лет, и мне нужна консультация
example-work = Кто помогает искать работу в Раахе?
example-young = Где молодой человек может получить помощь в Оулу?
example-immigrant = Где можно учить финский язык в Оулу?

out-of-scope = Об этом я не могу дать совет. Это не относится к консультационным услугам.
out-of-scope-ask = Спросите об этом здесь: { $name }.
refused = Я не могу этого сделать. Я рассказываю только о консультационных услугах, и все сведения взяты из источников.

list-count = { $count ->
    [1] Вот что нашлось:
   *[other] Вот что нашлось, всего { $word }:
}
list-none = Источники не называют ни одного, который подходит по времени.
list-otherwise = { $count ->
    [one] В остальном подходит этот:
   *[other] В остальном подходят эти:
}
list-item = { $name } ({ $status })
list-near = Эти проекты лучше всего подходят к вашему вопросу:
list-unsure = Для этих источники называют разные даты окончания:
tally-more-than = Проектов больше, чем { $word }, имеют (всего { $number }):
tally-most = Больше всего проектов у первого:
tally-different-organisers = По источникам, число организаторов: { $word }.
tally-different-funders = По источникам, число финансирующих организаций: { $word }.
tally-different-places = По источникам, число муниципалитетов: { $word }.
tally-item = { $name }, проектов { $count }: { $names }
fact-projects = Проекты: { $names }.
conflict-lead = Эти места в источниках не совпадают. Показываю их так, как они напечатаны:
conflict-names = В источнике название написано по-разному: { $names }.
conflict-printed = { $section }: «{ $name }». { $value }
conflict-no-period = время не указано
fact-length = Это примерно { $months } мес.
list-more = Есть и другие, ещё { $count }.
list-points-in = { $count ->
    [one] В разделе плана «{ $section }» один пункт:
   *[other] В разделе плана «{ $section }» пунктов: { $word }.
}
list-points = { $count ->
    [one] В плане об этом { $word } пункт:
    [few] В плане об этом { $word } пункта:
   *[many] В плане об этом { $word } пунктов:
}
notice-ended-many = { $count ->
    [1] Одно из этого уже завершено. Направить туда нельзя.
   *[other] Уже завершено: { $count }. Направить туда нельзя.
}
fact-missing-amount = В источниках нет этого числа: { $name }.
fact-missing-definition = В источниках об этом не сказано: { $name }.

service-lead-told = Вот что сказано в источниках:
plan-says = В плане об этом сказано: «{ $quote }»
fact-where-count = { $value } (число муниципалитетов: { $count })
number-1 = один
number-2 = два
number-3 = три
number-4 = четыре
number-5 = пять
number-6 = шесть
number-7 = семь
number-8 = восемь
number-9 = девять
number-10 = десять

# How a source in Finnish says that one can be served in this language.
language-in-source = venäjäksi

clarify-place = В каком муниципалитете вы живёте? Услуги занятости оказывает ваш район.
choice-place = Я живу здесь: { $name_of_place }
fact-missing-person = В источниках нет имён и контактов сотрудников: { $name }.
fact-missing-hours = В источниках нет часов работы: { $name }.

status-period-ended = Срок закончился { $date }, о продолжении не известно
period-ended-item = { $name }: срок закончился { $date }. В источниках не сказано, продолжается ли работа.
notice-period-ended = { $name }: срок закончился { $date }. В источниках не сказано, продолжается ли работа. Уточните у организатора, прежде чем направлять туда.

# Why a language model wasn't used.
fallback-timeout = Ответ составлен прямо из источников, потому что языковая модель не ответила вовремя.
fallback-error = Ответ составлен прямо из источников, потому что не удалось связаться с языковой моделью.
fallback-busy = Ответ составлен прямо из источников, потому что у языковой модели сейчас слишком много вопросов.
fallback-budget = Ответ составлен прямо из источников, потому что текста для языковой модели было слишком много.
fallback-unsupported = Ответ составлен прямо из источников, потому что текст языковой модели не совпал с источниками.

# Exactly what was asked.
yes = Да.
no = Нет.
fact-it = Сейчас
fact-when-ended-on = { $name }: завершено { $date }.
fact-when-active-until = { $name }: действует. Дата окончания: { $date }.
fact-when-runs-from = { $name }: по данным источников, действует. Начало: { $date }. Дата окончания в источниках не указана.
fact-phone = Телефон: { $value }.
fact-email = Электронная почта: { $value }.
fact-missing-phone = В источниках нет номера телефона: { $name }.
fact-missing-email = В источниках нет адреса электронной почты: { $name }.
fact-missing-age = В источниках не указан возраст: { $name }.
fact-missing-duration = В источниках не сказано, сколько это длится: { $name }.
fact-missing-language = В источниках не указаны языки: { $name }.
fact-missing-field = В источниках не указаны отрасли: { $name }.
fact-missing-apply = В источниках не сказано, как подать заявку: { $name }.
ask-directly = Спросите напрямую. { $name }: { $contact }
clarify-which = Какой проект или какую услугу вы имеете в виду? Скажите название, и я посмотрю. Может быть, что-то из этого?
fact-language = Языки: { $value }.
fact-missing-start = В источниках не указана дата начала: { $name }.
language-fi = финский
language-sv = шведский
language-en = английский
language-ru = русский
language-uk = украинский
language-ar = арабский
in-season-1 = Зима { $year }
in-season-3 = Весна { $year }
in-season-6 = Лето { $year }
in-season-9 = Осень { $year }

# A past or coming time, with the service's state then.
span-day = { $date }
span-year = { $year } год
in-month-1 = Январь { $year }
in-month-2 = Февраль { $year }
in-month-3 = Март { $year }
in-month-4 = Апрель { $year }
in-month-5 = Май { $year }
in-month-6 = Июнь { $year }
in-month-7 = Июль { $year }
in-month-8 = Август { $year }
in-month-9 = Сентябрь { $year }
in-month-10 = Октябрь { $year }
in-month-11 = Ноябрь { $year }
in-month-12 = Декабрь { $year }
span-range = { $first }–{ $last }
span-active-past = { $span }: { $name } действовало.
span-ended-past = { $span }: { $name } уже не действовало.
span-upcoming-past = { $span }: { $name } ещё не началось.
span-unknown-past = В источниках не сказано, действовало ли { $name } тогда.
span-active-coming = { $span }: { $name } по данным источников будет действовать.
span-ended-coming = { $span }: { $name } уже не будет действовать.
span-upcoming-coming = { $span }: { $name } ещё не начнётся.
span-unknown-coming = В источниках не сказано, будет ли { $name } тогда действовать.
span-ran-until-past = { $span }: { $name } действовало до { $date }.
span-ran-until-coming = { $span }: { $name } будет действовать до { $date }.
span-ran-from-past = { $span }: { $name } действовало с { $date }.
span-ran-from-coming = { $span }: { $name } будет действовать с { $date }.
list-span-past = { $span }: { $count ->
    [one] действовало одно:
   *[other] действовало, всего { $word }:
}
list-span-coming = { $span }: { $count ->
    [one] будет действовать одно:
   *[other] будут действовать, всего { $word }:
}
list-ended-in-span = { $span }: { $count ->
    [one] завершилось одно:
   *[other] завершилось, всего { $word }:
}
list-ends-in-span = { $span }: { $count ->
    [one] завершается одно:
   *[other] завершается, всего { $word }:
}
list-started-in-span = { $span }: { $count ->
    [one] началось одно:
   *[other] началось, всего { $word }:
}

# What a narrow service, a word, or nothing of the sources tells.
service-lead-narrow = Если вы относитесь к этим группам, посмотрите также:
service-lead-narrow-counsellor = Если клиент относится к этим группам, посмотрите также:
service-item-narrow = { $groups }: { $text }
letters-untold = Источники не сообщают, как расшифровывается { $term }. В плане это написано так:
word-lead = Об этом слове в источниках сказано:
plan-version = В плане написано: «{ $quote }»

# What comparing services gives.
compare-end-first-past = Раньше завершилось { $name }: { $date }.
compare-end-first-coming = Раньше завершается { $name }: { $date }.
compare-end-last-past = Позже завершилось { $name }: { $date }.
compare-end-last-coming = Позже завершается { $name }: { $date }.
compare-start-first = Раньше началось { $name }: { $date }.
compare-start-last = Позже началось { $name }: { $date }.
compare-length-last = Дольше длится { $name }: { $period }, около { $months } мес.
compare-length-first = Короче длится { $name }: { $period }, около { $months } мес.
compare-municipalities-last = Больше всего муниципалитетов: { $name }, { $count }.
compare-municipalities-first = Меньше всего муниципалитетов: { $name }, { $count }.
compare-same-end-past = Завершились в один день, { $date }: { $names }.
compare-same-end-coming = Завершаются в один день, { $date }: { $names }.
compare-same-start = Начались в один день, { $date }: { $names }.
compare-same-length = Длятся одинаково, около { $months } мес.: { $names }.
compare-same-municipalities = Одинаковое число муниципалитетов, { $count }: { $names }.
compare-other-end-past = { $name }: завершено { $date }.
compare-other-end-coming = { $name }: завершается { $date }.
compare-other-start = { $name }: начало { $date }.
compare-other-length = { $name }: { $period }, около { $months } мес.
compare-other-municipalities = { $name }: { $count } (муниципалитеты).
compare-unknown = В источниках этого нет: { $name }.
not-told = В моих источниках об этом не сказано: { $what }.
told-instead = Вот что в них сказано:
not-told-plan = В плане ответа не нашлось. Этого слова в нём нет: { $what }.
plan-lacks = Этого слова в плане нет: { $what }.
plan-mentions = Да. В плане сказано:
plan-nearest = Ближе всего к вашему вопросу эти места:
untold-access = Источники не сообщают о доступности помещений: { $name }.
untold-arrival = Источники не сообщают, как добраться и где поставить машину: { $name }.
untold-benefit = Источники не сообщают об этой выплате или льготе: { $name }.
untold-budget = Источники не сообщают сумму денег: { $name }.
untold-where-not = В источниках не сказано, где это не работает: { $name }.
untold-figures = Мои источники не сообщают таких цифр или сравнений.
untold-future = Источники не сообщают, как работа продолжится: { $name }.
untold-next-date = Источники не сообщают дату следующего начала или подачи заявлений: { $name }.
untold-on-site = Источники не сообщают, что есть на месте: { $name }.
untold-person = Источники не сообщают имён людей: { $name }.
untold-requirement = Источники не сообщают, что для этого требуется: { $name }.
untold-results = Источники не сообщают число участников или результаты: { $name }.
untold-staff = Источники не сообщают, сколько там работников: { $name }.
untold-wait = Источники не сообщают, как долго нужно ждать: { $name }.
relation-area = { $municipality } относится сюда: { $name }.
ask-organiser = Спросите у организатора: { $names }.

# The assistant's own words in plain Ukrainian. Names and quotes stay as they are.

status-active = Діє
status-active-until = Діє до { $date }
status-upcoming = Скоро почнеться
status-upcoming-from = Початок: { $date }
status-ended = Завершено
status-ended-on = Завершено { $date }
status-unknown = У джерелах не сказано, чи це зараз діє
status-conflict = У джерелах вказано різні дати закінчення: { $dates }
status-ended-conflict = Завершено. У джерелах вказано різні дати закінчення: { $dates }

service-lead-place = Тут вам можуть допомогти ({ $name_of_place }):
service-lead = Тут вам можуть допомогти:
service-lead-counsellor-place = Клієнта можна направити сюди ({ $name_of_place }):
service-lead-counsellor = Клієнта можна направити сюди:
service-none-living = У джерелах немає відповідної послуги, яка точно діє зараз.
service-item = { $name }: { $text }
ended-item = { $name }: завершено { $date }.
ended-item-undated = { $name }: завершено.
unknown-item = { $name }: у джерелах не сказано, чи це зараз діє.
upcoming-item = { $name }: початок { $date }.
next-step-area = Наступний крок: зверніться до служби зайнятості вашого району (työllisyysalue). Це { $area }.
next-step-area-unknown = Наступний крок: зверніться до служби зайнятості вашого муніципалітету (työllisyysalue). Її контакти є на сайті Työmarkkinatori.
next-step-service = Наступний крок: звʼяжіться з ними. { $name }: { $contact }
next-step-named = Наступний крок: { $name }.
next-step-through-area = Наступний крок: запитайте про цю послугу у своїй службі зайнятості: { $name }. Ваша служба — { $area }.
next-step-business = Наступний крок: зверніться до служби підтримки підприємців вашого муніципалітету. У моїх джерелах немає її контактів.
next-step-school = Наступний крок: поговоріть з консультантом з навчання у своєму закладі освіти.
outside-region = { $name_of_place } не належить до Північної Остроботнії. Найкраще я знаю послуги Північної Остроботнії.
outside-region-many = До Північної Остроботнії не належать: { $name_of_place }. Найкраще я знаю послуги Північної Остроботнії.

fact-when = { $name }: { $period }.
fact-when-ended = { $name }: завершено. Період: { $period }.
fact-when-active = { $name }: діє. Період: { $period }.
fact-when-upcoming = { $name }: ще не почалося. Період: { $period }.
fact-when-runs = { $name }: за даними джерел, діє. Дату закінчення в джерелах не вказано.
fact-when-state = У джерелі про це сказано: { $state }.
fact-when-conflict = Джерела розходяться. В одному місці вказано період { $first }, в іншому { $second }.
fact-when-misprint = У джерелі період надруковано так: { $period }. Це не може бути правильно.
fact-when-misprint-ended = Дата закінчення { $date } вже минула.
fact-who = Хто проводить: { $value }.
fact-funder = Фінансування: { $value }.
fact-for-whom = Для кого: { $value }
fact-goal = Мета: { $value }
fact-where = Де: { $value }.
fact-cost = Ціна: { $value }.
fact-contact = Контакти: { $value }.
fact-missing-who = У джерелах не сказано, хто це проводить: { $name }.
fact-missing-funder = У джерелах не сказано, хто це фінансує: { $name }.
fact-missing-for_whom = У джерелах не сказано, для кого це: { $name }.
fact-missing-goal = У джерелах не сказано, яка мета: { $name }.
fact-missing-where = У джерелах не вказано точне місце: { $name }.
fact-missing-cost = У джерелах не вказано ціну: { $name }.
fact-missing-contact = У джерелах немає контактів: { $name }.
fact-missing-when = У джерелах не вказано час: { $name }.
definition = { $term } означає: { $meaning }.
turn-to = Зараз можна звернутися сюди: { $names }.

passage-lead = У плані сказано:
passage-lead-services = В описах послуг сказано:
passage-quote = «{ $quote }»
passage-plan-age = План складено в червні 2024 року. Відтоді багато що могло змінитися.
language-note = Цитати й описи наведено фінською мовою, як у джерелах.
language-unknown = Я погано розумію цю мову. Я відповідаю фінською, шведською, англійською, російською та українською мовами.

not-found = У моїх джерелах немає відповіді на це запитання.
not-found-name = У моїх джерелах немає проєкту з такою назвою. Перевірте назву.
not-found-ask-area = Запитайте у службі зайнятості вашого району (työllisyysalue). Це { $area }.
not-found-ask = Запитайте у службі зайнятості вашого муніципалітету (työllisyysalue). Її контакти є на сайті Työmarkkinatori.
can-do = Я можу розповісти про консультаційні послуги та проєкти в Північній Остроботнії: для кого вони, де вони й до якого часу діють.

notice-ended = { $name }: завершено { $date }. Направити туди вже не можна.
notice-ended-undated = { $name }: завершено. Направити туди вже не можна.
notice-upcoming = { $name }: почнеться лише { $date }.
notice-conflict = { $name }: у джерелах вказано різні дати закінчення ({ $dates }). Уточніть в організатора.
notice-misprint = { $name }: у джерелі вказано { $period }, але це не може бути правильно. Ми показуємо джерело таким, яким воно є.
notice-stale = Дані старі: { $name } ({ $date }). Уточніть в організатора.

follow-up-when = До якого часу діє { $name }?
follow-up-who = Хто проводить { $name }?
follow-up-for-whom = Для кого { $name }?
follow-up-place = Де ви живете?

crisis-lead = Мені шкода, що вам так важко. Ви не самі.
crisis-lead-danger = Добре, що ви розповіли. Зараз найважливіше — безпека.
crisis-112 = Якщо вашому життю чи життю іншої людини загрожує небезпека, одразу телефонуйте { $phone }.
crisis-line = Можна поговорити, не називаючи імені: { $name }, { $phone } (фінською мовою).
crisis-line-language = У певні години можна поговорити й українською. Докладніше: { $url }
crisis-talk = Якщо можете, поговоріть і з тим, кому довіряєте. Допомога є просто зараз.
worry-112 = Якщо життю цієї людини загрожує небезпека, одразу телефонуйте { $phone }.
worry-line = Близькі теж можуть зателефонувати й поговорити: { $name }, { $phone } (фінською мовою).
offer-line = Якщо вам важко, можна поговорити, не називаючи імені: { $name }, { $phone } (фінською мовою).
offer-112 = В екстреній ситуації телефонуйте { $phone }.

clarify-what = Радо допоможу. Яка допомога вам потрібна і в якому муніципалітеті ви живете?
choice-work = Мені потрібна допомога в пошуку роботи
choice-study = Я хочу вчитися або змінити професію
choice-immigrant = Я живу у Фінляндії недавно, і мені потрібна порада
choice-young = Мені менше 30 років, і мені потрібна консультація
example-work = Хто допомагає шукати роботу в Раахе?
example-young = Де молода людина може отримати допомогу в Оулу?
example-immigrant = Де можна вчити фінську мову в Оулу?

out-of-scope = Про це я не можу дати пораду. Це не належить до консультаційних послуг.
out-of-scope-ask = Запитайте про це тут: { $name }.
refused = Я не можу цього зробити. Я розповідаю лише про консультаційні послуги, і всі відомості взято з джерел.

list-count = { $count ->
    [1] Ось що знайшлося:
   *[other] Ось що знайшлося, усього { $word }:
}
list-none = Джерела не називають жодного, що підходить за часом.
list-otherwise = { $count ->
    [one] В іншому підходить цей:
   *[other] В іншому підходять ці:
}
list-item = { $name } ({ $status })
list-near = Ці проєкти найкраще підходять до вашого запитання:
list-unsure = Для цих джерела називають різні дати завершення:
tally-more-than = Проєктів більше, ніж { $word }, мають (усього { $number }):
tally-most = Найбільше проєктів у першого:
tally-different-organisers = За джерелами, кількість організаторів: { $word }.
tally-different-funders = За джерелами, кількість організацій, що фінансують: { $word }.
tally-different-places = За джерелами, кількість муніципалітетів: { $word }.
tally-item = { $name }, проєктів { $count }: { $names }
fact-projects = Проєкти: { $names }.
conflict-lead = Ці місця в джерелах не збігаються. Показую їх так, як вони надруковані:
conflict-names = У джерелі назву написано по-різному: { $names }.
conflict-printed = { $section }: «{ $name }». { $value }
conflict-no-period = час не вказано
fact-length = Це приблизно { $months } міс.
list-more = Є й інші, ще { $count }.
list-points-in = { $count ->
    [one] У розділі плану «{ $section }» один пункт:
   *[other] У розділі плану «{ $section }» пунктів: { $word }.
}
list-points = { $count ->
    [one] У плані про це { $word } пункт:
    [few] У плані про це { $word } пункти:
   *[many] У плані про це { $word } пунктів:
}
notice-ended-many = { $count ->
    [1] Щось із цього вже завершено. Направити туди не можна.
   *[other] Уже завершено: { $count }. Направити туди не можна.
}
fact-missing-amount = У джерелах немає цього числа: { $name }.
fact-missing-definition = У джерелах про це не сказано: { $name }.

service-lead-told = Ось що сказано в джерелах:
plan-says = У плані про це сказано: «{ $quote }»
fact-where-count = { $value } (кількість муніципалітетів: { $count })
number-1 = один
number-2 = два
number-3 = три
number-4 = чотири
number-5 = пʼять
number-6 = шість
number-7 = сім
number-8 = вісім
number-9 = девʼять
number-10 = десять

# How a source in Finnish says that one can be served in this language.
language-in-source = ukrainaksi

clarify-place = У якому муніципалітеті ви живете? Послуги зайнятості надає ваш район.
choice-place = Я живу тут: { $name_of_place }
fact-missing-person = У джерелах немає імен і контактів працівників: { $name }.
fact-missing-hours = У джерелах немає годин роботи: { $name }.

status-period-ended = Термін закінчився { $date }, про продовження не відомо
period-ended-item = { $name }: термін закінчився { $date }. У джерелах не сказано, чи робота триває.
notice-period-ended = { $name }: термін закінчився { $date }. У джерелах не сказано, чи робота триває. Уточніть в організатора, перш ніж направляти туди.

# Why a language model wasn't used.
fallback-timeout = Відповідь складено прямо з джерел, бо мовна модель не відповіла вчасно.
fallback-error = Відповідь складено прямо з джерел, бо не вдалося звʼязатися з мовною моделлю.
fallback-busy = Відповідь складено прямо з джерел, бо мовна модель зараз має забагато запитань.
fallback-budget = Відповідь складено прямо з джерел, бо тексту для мовної моделі було забагато.
fallback-unsupported = Відповідь складено прямо з джерел, бо текст мовної моделі не збігся з джерелами.

# Exactly what was asked.
yes = Так.
no = Ні.
fact-it = Зараз
fact-when-ended-on = { $name }: завершено { $date }.
fact-when-active-until = { $name }: діє. Дата закінчення: { $date }.
fact-when-runs-from = { $name }: за даними джерел, діє. Початок: { $date }. Дату закінчення в джерелах не вказано.
fact-phone = Телефон: { $value }.
fact-email = Електронна пошта: { $value }.
fact-missing-phone = У джерелах немає номера телефону: { $name }.
fact-missing-email = У джерелах немає електронної адреси: { $name }.
fact-missing-age = У джерелах не вказано вік: { $name }.
fact-missing-duration = У джерелах не сказано, скільки це триває: { $name }.
fact-missing-language = У джерелах не вказано мови: { $name }.
fact-missing-field = У джерелах не вказано галузі: { $name }.
fact-missing-apply = У джерелах не сказано, як подати заявку: { $name }.
ask-directly = Запитайте безпосередньо. { $name }: { $contact }
clarify-which = Який проєкт або яку послугу ви маєте на увазі? Скажіть назву, і я подивлюся. Може, щось із цього?
fact-language = Мови: { $value }.
fact-missing-start = У джерелах не вказано дату початку: { $name }.
language-fi = фінська
language-sv = шведська
language-en = англійська
language-ru = російська
language-uk = українська
language-ar = арабська
in-season-1 = Зима { $year }
in-season-3 = Весна { $year }
in-season-6 = Літо { $year }
in-season-9 = Осінь { $year }

# A past or coming time, with the service's state then.
span-day = { $date }
span-year = { $year } рік
in-month-1 = Січень { $year }
in-month-2 = Лютий { $year }
in-month-3 = Березень { $year }
in-month-4 = Квітень { $year }
in-month-5 = Травень { $year }
in-month-6 = Червень { $year }
in-month-7 = Липень { $year }
in-month-8 = Серпень { $year }
in-month-9 = Вересень { $year }
in-month-10 = Жовтень { $year }
in-month-11 = Листопад { $year }
in-month-12 = Грудень { $year }
span-range = { $first }–{ $last }
span-active-past = { $span }: { $name } діяло.
span-ended-past = { $span }: { $name } вже не діяло.
span-upcoming-past = { $span }: { $name } ще не почалося.
span-unknown-past = У джерелах не сказано, чи { $name } тоді діяло.
span-active-coming = { $span }: { $name } за даними джерел діятиме.
span-ended-coming = { $span }: { $name } вже не діятиме.
span-upcoming-coming = { $span }: { $name } ще не почнеться.
span-unknown-coming = У джерелах не сказано, чи { $name } тоді діятиме.
span-ran-until-past = { $span }: { $name } діяло до { $date }.
span-ran-until-coming = { $span }: { $name } діятиме до { $date }.
span-ran-from-past = { $span }: { $name } діяло з { $date }.
span-ran-from-coming = { $span }: { $name } діятиме з { $date }.
list-span-past = { $span }: { $count ->
    [one] діяло одне:
   *[other] діяло, усього { $word }:
}
list-span-coming = { $span }: { $count ->
    [one] діятиме одне:
   *[other] діятимуть, усього { $word }:
}
list-ended-in-span = { $span }: { $count ->
    [one] завершилося одне:
   *[other] завершилося, усього { $word }:
}
list-ends-in-span = { $span }: { $count ->
    [one] завершується одне:
   *[other] завершується, усього { $word }:
}
list-started-in-span = { $span }: { $count ->
    [one] почалося одне:
   *[other] почалося, усього { $word }:
}

# What a narrow service, a word, or nothing of the sources tells.
service-lead-narrow = Якщо ви належите до цих груп, подивіться також:
service-lead-narrow-counsellor = Якщо клієнт належить до цих груп, подивіться також:
service-item-narrow = { $groups }: { $text }
letters-untold = Джерела не повідомляють, як розшифровується { $term }. У плані це написано так:
word-lead = Про це слово в джерелах сказано:
plan-version = У плані написано: «{ $quote }»

# What comparing services gives.
compare-end-first-past = Раніше завершилося { $name }: { $date }.
compare-end-first-coming = Раніше завершується { $name }: { $date }.
compare-end-last-past = Пізніше завершилося { $name }: { $date }.
compare-end-last-coming = Пізніше завершується { $name }: { $date }.
compare-start-first = Раніше почалося { $name }: { $date }.
compare-start-last = Пізніше почалося { $name }: { $date }.
compare-length-last = Довше триває { $name }: { $period }, близько { $months } міс.
compare-length-first = Коротше триває { $name }: { $period }, близько { $months } міс.
compare-municipalities-last = Найбільше муніципалітетів: { $name }, { $count }.
compare-municipalities-first = Найменше муніципалітетів: { $name }, { $count }.
compare-same-end-past = Завершилися в один день, { $date }: { $names }.
compare-same-end-coming = Завершуються в один день, { $date }: { $names }.
compare-same-start = Почалися в один день, { $date }: { $names }.
compare-same-length = Тривають однаково, близько { $months } міс.: { $names }.
compare-same-municipalities = Однакова кількість муніципалітетів, { $count }: { $names }.
compare-other-end-past = { $name }: завершено { $date }.
compare-other-end-coming = { $name }: завершується { $date }.
compare-other-start = { $name }: початок { $date }.
compare-other-length = { $name }: { $period }, близько { $months } міс.
compare-other-municipalities = { $name }: { $count } (муніципалітети).
compare-unknown = У джерелах цього немає: { $name }.
not-told = У моїх джерелах про це не сказано: { $what }.
told-instead = Ось що в них сказано:
not-told-plan = У плані відповіді не знайшлося. Цього слова в ньому немає: { $what }.
plan-lacks = Цього слова в плані немає: { $what }.
plan-mentions = Так. У плані сказано:
plan-nearest = Найближчі до вашого запитання ці місця:
untold-access = Джерела не повідомляють про доступність приміщень: { $name }.
untold-arrival = Джерела не повідомляють, як дістатися і де поставити автомобіль: { $name }.
untold-benefit = Джерела не повідомляють про цю виплату чи пільгу: { $name }.
untold-budget = Джерела не повідомляють суму грошей: { $name }.
untold-where-not = У джерелах не сказано, де це не працює: { $name }.
untold-figures = Мої джерела не повідомляють таких цифр чи порівнянь.
untold-future = Джерела не повідомляють, як робота продовжиться: { $name }.
untold-next-date = Джерела не повідомляють дату наступного початку чи подання заяв: { $name }.
untold-on-site = Джерела не повідомляють, що є на місці: { $name }.
untold-person = Джерела не повідомляють імен людей: { $name }.
untold-requirement = Джерела не повідомляють, що для цього потрібно: { $name }.
untold-results = Джерела не повідомляють кількість учасників чи результати: { $name }.
untold-staff = Джерела не повідомляють, скільки там працівників: { $name }.
untold-wait = Джерела не повідомляють, як довго потрібно чекати: { $name }.
relation-area = { $municipality } належить сюди: { $name }.
ask-organiser = Запитайте в організатора: { $names }.

"""Swedish and Russian words that tell of distress: written as `assistant.safety_words`."""

from __future__ import annotations

from typing import Final

SWEDISH: Final = """
ME: jag mig mej min mitt mina oss
SELF: själv
SELFOBJ: mig mej
NOT: inte ingen inget inga aldrig icke ej utan
NOT1: inte
MORE: längre mer mera igen
WANT: vill ville önskar tänker planerar funderar hoppas ska orkar tänkt önskan längtar borde velat
    lösning utväg lösningen tankar tanke kommer bestämt bestämd
WISH: önskar hoppas bättre vore
DIE: dö döden
DEAD: död
FIGDIE: ihjäl skratt tristess nyfiken hunger
KILL: döda hänga skjuta skada dränka skär skära skadar dödar dödade mörda skurit skar skurits
SUICIDE: självmord självmordstankar suicidal självskada självskadar självmords* självmördar*
    suicid*
TOPIC: förebygga förebyggande utbildning kurs projekt forskning statistik känna arbete upptäcka
TAKE: ta tar tog avsluta avslutar göra sluta
ENDLIFE: livet liv
END: avsluta sluta avslutar slut
ALLTHIS: allt
LIVE: leva livet lever liv finnas existera
ALIVE: leva finnas existera lever
LIVEON: i på med här hos av bidrag
COPE: orkar klarar kan orka står förtjänar
REASON: mening anledning skäl poäng vits meningen inget ingenting värt
CONTINUE: fortsätta leva vidare
BETTER: bättre lättare skönare
WITHOUT: utan
MEOBJ: mig mej
GONE: borta död försvann
IF: om när
BORN: född fötts
VANISH: försvinna
SLEEP: somna sova
WAKE: vakna vaknar vaknade vaknat
NOBODY: ingen
MISS: sakna saknar märka
NOTHING: inget ingenting
MATTER: roll betyder
GOODBYE: farväl adjö
LETTER: brev avskedsbrev
WRITE: skrivit skrev skriver
ALL: alla familjen familj
PAIN: smärtan smärta lidandet plågan
STOPS: sluta upphöra slut
BURDEN: börda belastning
OTHERS: alla familjen andra familj
OVER: slut över förstört
HOPE: hopp framtid hoppet
SEE: ser finns har känner
JUMP: hoppa hoppar kasta
HEIGHT: bron taket balkongen fönstret bro tak
VEHICLE: tåget tåg lastbil bil
UNDER: framför under
WRIST: handlederna handled
CUT: skära skär upp skurit skar
PILLS: piller tabletter mediciner medicin tabletterna
TOOMANY: många alla för hela burken mycket burk hel
OVERDOSE: överdos överdoserat överdosen
HIT: slår slog slagit misshandlar misshandlade misshandlat sparkar stryper våldtog våldtagen slå
    misshandlas våldtogs knivhögg slagen sparkade strypte knuffar strypa våldta sparka misshandla
    stryptag knivhuggen sparkat örfilar
ATTACK: våldsam våld misshandel
VIOLENCE: våld misshandel
RAPE: våldtagen våldtog våldtogs våldtäkt
AGGRESSOR: man make fru hustru pojkvän flickvän sambo partner pappa far mamma styvfar ex exman han
    mannen hon expojkvän bror
HOME: hem hemma
MYKIN: barnen barn son dotter fru man mamma pappa syskon
THREAT: hotar hotat hotade hot
SAY: säger sa ska sagt
DARE: vågar vågade törs
FEAR: rädd rädsla livrädd skräckslagen
INTIMATE: man pojkvän sambo pappa ex exman make far
STALK: förföljer stalkar förföljd
LOCK: låser låst inlåst
WEAPON: kniv vapen pistol
PERSONOBJ: honom henne dem chefen alla
BREATHE: andas
UNCONSCIOUS: medvetslös svimmat kollapsade
CHEST: bröstet bröst
HURT: ont smärta smärtor
STROKE: stroke
BLEED: blöder
STRONGLY: mycket kraftigt
BUILDING: huset lägenheten hus det
BURN: brinner
CALL: ring skicka behöver
AMBULANCE: ambulans polis
DANGER: fara livsfara
SAFE: säker trygg
CLIENT: klient elev student patient kund studerande deltagare ungdom ungdomar kollega klienten
    eleven unga
KIN: vän kompis bror syster mamma pappa son dotter vännen väns
THIRD: honom henne han hon
ASK: var vad hur vem vilken kan när finns vart
WORK: jobb jobbet arbete skola skolan kurs studier plugga chef
MEP: jag mig
GUIDE: jobb arbete studera kurs utbildning skola yrke ansökan jobbansökan praktik språk studier
    karriär bidrag studievägledning jobbet söka jobba vägledning svenska finska
NEED: behöver vill hjälp söker hitta
TIREDOF: trött less
BAD: meningslöst helvete meningslös outhärdligt värdelöst värt
EAT: tog tagit svalt åt svalde
DRUGNAME: tabletter piller
EASYWAY: smärtfritt sätt
SOON: snart
LAST: sista
LASTTHING: brev meddelande natt
LEFT: kvar förlora
FILL: bara så det här
FORCE: tvingar tvingas
MARRIAGE: gifta sex giftermål
TOUCH: tafsar tafsade
HELPLINE: jourtelefon jourtelefonen telefonjour telefonjouren kristelefon kristelefonen krisjour
SHELTER: skyddat kvinnojour skyddshem kvinnojouren
FLEE: gömmer flytt rymt flydde
SEIZURE: kramper kvävs drunknar krampar
HEARTATTACK: hjärtinfarkt hjärtattack stroke
HARMOTHER: skada döda
SOMEBODY: någon andra
EXISTW: finns lever
LIFE: livet liv
HERE: här med kvar
BE1: vara är finnas
NOTICE: bryr märker märka
LETOUT: släpper låter
OUT: ut gå lämna
FIRE: eldsvåda brand
WOULDBE: fanns funnes vore
ROPE: rep snara
READY: köpt redo
SPIRIT: livet
LEAP: hoppar
COLLAPSE: ramlade föll kollapsade
RESPOND: svarar reagerar
MOVEBODY: rör
TRY: försökte försöker
WHY: varför
NEEDS: behöver älskar
WORLD: världen ingen
HOMEIN: hem hemma
GETS: får
AIR: luft
EX: ex exman
HEART: hjärt
FORGIVE: förlåt
UNRESP: reagerar
STILL: stannade stannar
LIVEWILL: livslust
LOST: tappat förlorat
WHYDIE: varför
MISSING: försvunnen
HELP1: hjälp
IRREVERSIBLE: dumt hemskt
SOMETHING: något
THROAT: strupen halsen
SMOKE: rök
STUCK: fast överallt
EARTH: världen
LEAVE: lämna lämnar
FACE: ansiktet mun
"""

RUSSIAN: Final = """
ME: я мне меня мной мои мой моя нас
SELF: себя собой себе
NOT: не нет нету никогда ни без
NOT1: не
MORE: больше уже дальше
WANT: хочу хочется хотел хотела думаю собираюсь планирую мечтаю решил решила хотелось желаю лучше
    мысли постоянно желание
WISH: лучше
DIE: умереть сдохнуть умру смерть смерти умирать
DEAD: умер умерла мертв мертва сдох сдохла
FIGDIE: скуки смеха голода любопытства стыда скука
KILL: убить убью повеситься зарезать резать режу убиваю повешусь убийством убьет
SUICIDE: суицид* самоубийств* самоуби* повеситься повешусь застрелиться утопиться
TOPIC: профилактика профилактике обучение курс курсы исследование
TAKE: покончить покончу кончить свести закончить
ENDLIFE: жизнью жизнь счеты жизни
END: закончить прекратить
ALLTHIS: все
LIVE: жить жизни жизнь живу существовать
ALIVE: жить существовать
LIVEON: в на с здесь один
COPE: могу сил выдержу выношу выдерживаю заслуживаю
REASON: смысла смысл причин причины зачем незачем
CONTINUE: продолжать жить дальше
BETTER: лучше легче проще
WITHOUT: без
MEOBJ: меня
IF: если бы когда
BORN: родился рождался родилась рождалась
VANISH: исчезнуть
SLEEP: уснуть заснуть
WAKE: проснуться просыпаться проснусь
NOBODY: никто никому
MISS: заметит скучать заметил
NOTHING: ничего
MATTER: важно значения
GOODBYE: прощайте прощай
PAIN: боль боли страдания
STOPS: закончилось прекратилось прекратилась закончилась кончилось
BURDEN: обуза обузой
OTHERS: всех всем семьи
HOPE: надежды будущего
SEE: вижу
JUMP: прыгнуть спрыгнуть прыгну спрыгну броситься
HEIGHT: моста крыши балкона окна
VEHICLE: поезд поезда
UNDER: под
PILLS: таблеток таблетки
TOOMANY: много все слишком пачку выпил выпила наглоталась наглотался упаковку
OVERDOSE: передозировка
HIT: бьет бил избивает избил ударил душит душил изнасиловал изнасиловали избили ударяет бьют бить
    пинает побил избита ударила
ATTACK: насилие агрессивный
VIOLENCE: насилие насилия
RAPE: изнасиловал изнасиловали изнасилование
AGGRESSOR: муж жена парень отец папа мать мама отчим бывший он партнер сожитель брат она
HOME: домой дома дом
MYKIN: детей ребенка сына дочь
THREAT: угрожает угрожал угрожают угроз
SAY: сказал говорит
FEAR: боюсь страшно боится
INTIMATE: мужа отца парня бывшего отчима
STALK: преследует
LOCK: запирает запер заперт
WEAPON: нож оружие пистолет
PERSONOBJ: его ее их всех начальника
BREATHE: дышит дышу
UNCONSCIOUS: сознания сознание
CHEST: груди грудь
HURT: боль болит
BLEED: кровь кровотечение
STRONGLY: сильно идет
BUILDING: дом квартира доме
BURN: горит пожар горим
CALL: вызовите нужна
AMBULANCE: скорую скорая полицию
DANGER: опасности опасность
CLIENT: клиент студент ученик пациент подросток клиента студентка
KIN: друг подруга сын дочь брат сестра
THIRD: его ее он она
ASK: где как что куда кто можно какие какой
WORK: работ* школ* учеб* учит* курс*
MEP: меня я
GUIDE: работу работа работы учебу учиться курс* профессию профессия язык* финск* школу образован*
NEED: нужна нужно ищу хочу помощь
TIREDOF: устал устала надоело надоела
BAD: бессмысленна ад невыносима
EAT: выпил выпила наглотался наглоталась принял приняла
DRUGNAME: таблеток таблетки
LEFT: осталось терять
HELPLINE: доверия довіри
SHELTER: убежище приют
FLEE: убежала сбежала прячусь
LIFE: жизни жизнь жизнью
FORCE: заставляет заставляют
MARRIAGE: замуж
LAST: последнее
LASTTHING: письмо сообщение
HERE: здесь тут
NOTICE: заметит важно волнует
LETOUT: выпускает пускает отпускает
OUT: дома из
FIRE: пожар
WOULDBE: было стало
SPIRIT: жизнь
EXISTW: быть существовать
TRY: пытался пыталась
BE1: быть
STRANGER: мне они
WHY: зачем
NEEDS: нужна нужен нужны
WORLD: миру никому
HOMEIN: домой дома
EX: бывший бывшего
FORGIVE: простите
WRIST: вены вен
CUT: порезал порезала вскрыть режу вскрыла
WHYDIE: почему зачем
SMOKE: дым
EARTH: мир
LEAVE: уйти ухожу
"""

"""Words that name times, with what each can mean: data and their look-up for `assistant.times`.

A line of the table gives a role, its value and the words; "_" stands for a space, and what follows
"/" is the case or language that limits the word.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from assistant.spelling import fold, without_clitic

_MONTH_CASES: Final = {
    **dict.fromkeys(("", "ssa", "s", "lla", "na", "lle", "ksi"), ""),
    "n": "gen",
    "ta": "part",
    "sta": "from",
    "hun": "until",
}
_WORDS: Final = """
now 0 : nyt nykyään nykyisin parhaillaan now currently nowadays nu nuförtiden сейчас теперь
now 0 : tällä_hetkellä tällä_hetkel tätä_nykyä at_the_moment at_present these_days just_nu
now 0 : för_närvarande в_настоящее_время
day 0 : tänään tänä_päivänä today idag i_dag сегодня
day 1 : huomenna huomen tomorrow imorgon i_morgon завтра
day 2 : ylihuomenna послезавтра
day -1 : eilen yesterday igår i_går вчера
day -2 : toissapäivänä позавчера
season 1 : talvella talvena talvi/year talven/gen talvesta/from talveen/until winter/en winters
season 1 : vintern vinter/sv зимой зиму зимы/gen
season 3 : keväällä keväänä kevääl kevät/year kevään/gen keväästä/from kevääseen/until spring/en
season 3 : våren vår/year весной весну весны/gen
season 6 : kesällä kesänä kesäl kesä/year kesän/gen kesästä/from kesään/until summer/en
season 6 : sommaren sommar/sv летом лето/year лета/gen
season 9 : syksyllä syksynä syksyl syksy/year syksyn/gen syksystä/from syksyyn/until autumn/en
season 9 : fall/en hösten höst/sv осенью осень осени/gen
quarter 1 : alkuvuonna alkuvuon alkuvuosi alkuvuoden/gen alkuvuotta/part alkuvuodesta/within
quarter 1 : alkuvuoteen/until alkuvuodeksi alkuvuodelle alkuvuodelta
quarter 10 : loppuvuonna loppuvuon loppuvuosi loppuvuoden/gen loppuvuotta/part loppuvuodesta/within
quarter 10 : loppuvuoteen/until loppuvuodeksi loppuvuodelle loppuvuodelta
feast 1224 : jouluna joulun/gen joulua/part jouluksi jouluun/until christmas julen jul рождества
feast 1231 : vuodenvaihteessa vuodenvaihteen/gen vuodenvaihdetta/part vuodenvaihteesta/from
feast 1231 : uudenvuoden/gen uutenavuotena årsskiftet nyår vuodenvaihteeseen/until
feast 106 : loppiaisena loppiaisen/gen loppiaista/part loppiaisesta/from loppiaiseen/until epiphany
feast 106 : loppiaiseksi trettondagen
feast 501 : vappuna vapun/gen vappua/part vapusta/from vappuun/until vapuksi vappu/year valborg
feast 1206 : itsenäisyyspäivänä itsenäisyyspäivän/gen itsenäisyyspäivää/part
feast 1206 : itsenäisyyspäivästä/from itsenäisyyspäivään/until itsenäisyyspäiväksi
feast 1206 : självständighetsdagen
feast 2001 : pääsiäisenä pääsiäisen/gen pääsiäistä/part pääsiäisestä/from pääsiäiseen/until easter
feast 2001 : pääsiäiseksi pääsiäinen/year påsk påsken påskdagen пасху пасхи
feast 2002 : juhannuksena juhannuksen/gen juhannusta/part juhannuksesta/from juhannukseen/until
feast 2002 : juhannukseksi juhannus/year midsummer midsommar midsommaren
feast 2003 : pyhäinpäivänä pyhäinpäivän/gen pyhäinpäivää/part pyhäinpäivästä/from
feast 2003 : pyhäinpäivään/until
halfyear 1 : alkupuoliskolla alkupuoliskon/gen alkupuoliskoa/part alkupuoliskosta/within
halfyear 1 : alkupuoliskoon/until
halfyear 7 : loppupuoliskolla loppupuoliskon/gen loppupuoliskoa/part loppupuoliskosta/within
halfyear 7 : loppupuoliskoon/until jälkipuoliskolla jälkipuoliskon/gen jälkipuoliskoa/part
halfyear 7 : jälkipuoliskosta/within jälkipuoliskoon/until
part 1 : ensimmäisellä ensimmäisen ensimmäinen ensimmäistä ensimmäisestä first första первом первый
part 1 : первой первого ekalla ekan
part 2 : toisella toisen toinen toista toisesta second andra втором второй второго tokalla
part 3 : kolmannella kolmannen kolmas kolmatta kolmannesta third tredje третьем третий третьего
part 4 : neljännellä neljännen neljäs neljättä neljännestä fourth fjärde четвертом четвертый
part 0 : q
part -1 : viimeisellä viimeisen viimeinen viimeistä viimeisestä jälkimmäisellä last sista последнем
division 3 : neljänneksellä neljänneksen/gen neljännestä/part neljänneksestä/from
division 3 : neljännekseen/until neljännes vuosineljänneksellä vuosineljänneksen/gen
division 3 : vuosineljännestä/part vuosineljänneksestä/from vuosineljännekseen/until vuosineljännes
division 3 : kvartaalilla kvartaalin/gen kvartaalia/part kvartaalista/from kvartaaliin/until
division 3 : kvartaali quarter kvartalet kvartal квартале квартал квартала/gen
division 6 : puoliskolla puoliskon/gen puoliskoa/part puoliskosta/from puoliskoon/until puolisko
division 6 : vuosipuoliskolla vuosipuoliskon/gen vuosipuoliskoa/part vuosipuolisko
division 6 : puolivuotiskaudella puolikkaalla puolikkaan/gen half halvan halvåret полугодии
division 6 : полугодие полугодия/gen
year 0 : i_år tänävuonna
year -1 : i_fjol ifjol
unit 12 : vuonna vuona vuon vuosi vuoden/gen vuotta/part vuodesta/from vuoteen/until
unit 12 : vuodelle vuosina vuosien/gen vuosille vuosilta vuodeksi vv v year years
unit 12 : år året году год года лет
unit 1 : kuussa kuus kuun/gen kuuta/part kuusta/from kuuhun/until kuukausi kuukauden/gen kuukautta
unit 1 : kk month months månad månaden månader месяц месяца месяце месяцев kuukautena
unit 7 : viikolla viikko viikon/gen viikkoa viikkoo week weeks vecka veckan veckor неделю недели
unit 7 : неделе
unit 100 : päivä päivän päivää days day dagar день дня дней
which 1 : ensi ens tuleva tulevana tulevan tulevalla tulevassa next coming nästa следующий следующем
which 1 : следующей следующую следующего следующим будущем будущей
which 0 : tänä tämän tän tässä tällä kuluvana kuluvan kuluvalla this detta denna этом этой этого эту
which -1 : viime viimme edellisenä last previous förra прошлый прошлом прошлой прошлого прошлую
which -2 : toissa
count 1 : yhden yksi a an one ett en один одну
count 2 : kahden kaksi parin pari two två два две
count 3 : kolmen kolme three tre три
count 4 : neljän neljä four fyra четыре
count 5 : viiden viisi five fem пять
count 6 : kuuden kuusi six sex шесть
count 7 : seitsemän seven sju семь
count 8 : kahdeksan eight åtta восемь
count 9 : yhdeksän nine nio девять
count 10 : kymmenen ten tio десять
count 12 : kahdentoista kaksitoista twelve tolv двенадцать
half 1 : puolen puoli half halvt
after 1 : päästä pääst kuluttua
after -1 : sitten sit takaperin ago sedan назад
before 1 : in om через
edge 1 : alussa alkuun/until alusta/from beginning start early början
edge 1 : начале начала/from
edge 2 : puolivälissä puolivälistä/from puoliväliin/until middle mid mitten середине
edge 4 : alkupuolella alkupuolelta/from alkupuolelle/until
edge 5 : loppupuolella loppupuolelta/from loppupuolelle/until jälkipuolella
edge 3 : lopussa lopulla lopuksi loppuun/until lopusta/from end late slutet
edge 3 : конце конца
pre 1 : since from från sedan с со alkaen lähtien
post 1 : alkaen lähtien eteenpäin framåt onwards
pre 2 : until till by through senast до к viimeistään
post 2 : asti saakka mennessä
pre 3 : after efter после
post 3 : jälkeen
pre 4 : before före innan ennen
post 0 : aikana
tense -1 : oli oliko olivat olivatko ollut päättyi päättyivät päättyikö loppui loppuiko alkoi
tense -1 : alkoiko alkoivat järjestettiin toteutettiin was were did ended started var började
tense -1 : slutade pågick был была были было закончился начался
tense 1 : tulee tulevat tuleeko alkaa alkaako alkavat päättyy päättyykö päättyvät loppuu jatkuu
tense 1 : jatkuuko will begins starts ends kommer börjar slutar будет будут начнется начнётся
tense 1 : закончится
fill 0 : the of av den i в во in during under on det
"""
_NAMED_MONTHS: Final = """
tammi january jan januari января январе январь
helmi february februari февраля феврале февраль
maalis march/en mars/sv марта марте март
huhti april апреля апреле апрель
touko may/en maj мая мае май
kesä june juni июня июне июнь
heinä july juli июля июле июль
elo august augusti августа августе август
syys september сентября сентябре сентябрь
loka october oktober октября октябре октябрь
marras november ноября ноябре ноябрь
joulu december декабря декабре декабрь
"""
# What numbers with a stroke or dots are after these words isn't a time.
NUMBERED: Final = re.compile(
    r"(?:la(?:ki|in|issa|kia)|asetu\w+|lag\w*|he|dnro|nro|no|kohta|kohda\w+|luku|luvu\w+|osa|osassa|"
    r"versio\w*|version|liite|liitte\w+|klo|kello|sivu\w*|section|§)"
)
TITLED: Final = re.compile(
    r".*(?:visio|strategi|suunnitelm|ohjelma|agenda|tiekart|uudistu|plan|program)\w*|te|elo|sote|eu"
)
INFLECTED: Final = re.compile(r".+(?:ss[aä]|st[aä]|ll[aä]|lt[aä]|lle|k[oö])")
COUNTED: Final = re.compile(
    r"\s?(?:€|%|e\b|eur|euro|vuotta|vuotia|kpl|hlö|henkil|km\b|kertaa)", re.IGNORECASE
)
DASH: Final = re.compile(r"\s?[-–—]\s?")
_END: Final = r"(?![\w/]|[.,:]\d)"
_PHRASES: Final = "|".join(re.findall(r"\w+_\w+", _WORDS)).replace("_", r"\s")
_PHRASE_STARTS: Final = "".join(sorted({word[0] for word in re.findall(r"\w+_\w+", _WORDS)}))
_TOKEN: Final = re.compile(
    rf"""(?=\d)(?<![\w.,:/+])(?:
    (?P<iso>\d{{4}}-\d{{2}}-\d{{2}}){_END}
    |(?P<d>\d{{1,2}})(?:\.\s?|(?P<stroke>/))(?P<m>\d{{1,2}})
        (?(stroke)/(?=\d{{4}})|\.\s?)(?P<y>\d{{4}}|\d{{2}}(?!\s*\d)){_END}
    |(?P<dd>\d{{1,2}})\.(?P<mm>\d{{1,2}})(?:\.(?!\d|\s\d{{4}}\b)
        |(?=\s?[-–—]\s?\d{{1,2}}\.\d{{1,2}}\.|\s(?:asti|saakka|alkaen|lähtien|mennessä)\b))
    |(?P<ddd>\d{{1,2}})\.?(?=\s?[-–—]\s?\d{{1,2}}(?:\.\s?\d{{1,2}}\.|/\d{{1,2}}/\d{{4}}))
    |(?P<mmm>\d{{1,2}})/(?P<yyy>\d{{4}}){_END}
    |(?P<mmmm>\d{{1,2}})(?=\s?[-–—]\s?\d{{1,2}}/\d{{4}})
    )|(?P<phrase>(?=[{_PHRASE_STARTS}])(?:{_PHRASES}))\b|(?P<number>\d+)(?:st|nd|rd|th)?\b(?:(?<!\d{{3}})\.)?
    |(?P<word>(?:ensi|viime|tänä|toissa)(?=vuo|kuu|kevä|kesä|syks|talv|viiko)|[^\W\d_]+)""",
    re.VERBOSE | re.IGNORECASE,
)
YEARS: Final = range(1900, 2200)
"""Years that a text can mean."""


class Sense(NamedTuple):
    """What a word can mean in one role, and the case or language that limits it."""

    value: int
    case: str


class Word(NamedTuple):
    """A word or number of a text at ``[start:end]``, with its senses by role.

    ``match`` has the parts of a date or number, and is ``None`` for a word.
    """

    lower: str
    start: int
    end: int
    senses: dict[str, Sense]
    match: re.Match[str] | None = None


def _senses_of_words() -> dict[str, dict[str, Sense]]:
    senses: dict[str, dict[str, Sense]] = {}
    for line in _WORDS.split("\n"):
        if ":" in line:
            head, words = line.split(":")
            role, value = head.split()
            for word in words.split():
                form, _, case = word.partition("/")
                entry = senses.setdefault(form.replace("_", " "), {})
                entry.setdefault(role, Sense(int(value), case))
    for number, names in enumerate(_NAMED_MONTHS.strip().split("\n"), 1):
        stem, *others = names.split()
        senses[stem] = {"stem": Sense(number, "")}
        for ending, case in _MONTH_CASES.items():
            senses[f"{stem}kuu{ending}"] = {"month": Sense(number, case)}
        for word in others:
            form, _, case = word.partition("/")
            senses.setdefault(form, {})["month"] = Sense(number, case)
    return senses


_SENSES: Final = _senses_of_words()
_FOLDED: Final = {
    fold(word): word
    for word in _SENSES
    if re.search("[äö]", word) and not re.search("[åа-я]", word)
}
_NOTHING: Final[dict[str, Sense]] = {}


@lru_cache(maxsize=4096)
def senses_of(lower: str) -> dict[str, Sense]:
    """Return the senses by role of a word in lower case; its clitic and dots may be missing."""
    for form in (lower, without_clitic(lower), _FOLDED.get(lower, "")):
        if form in _SENSES:
            return _SENSES[form]
    return _NOTHING


def words_of(text: str) -> list[Word]:
    """Split a text into words and numbers; a phrase of the table is one word."""
    return [_word(match) for match in _TOKEN.finditer(text)]


def _word(match: re.Match[str]) -> Word:
    lower = (match["number"] or match.group()).lower()
    if match["phrase"]:
        lower = " ".join(lower.split())
    numeric = match if not (match["word"] or match["phrase"]) else None
    return Word(lower, match.start(), match.end(), senses_of(lower), numeric)

"""Times that a question names: days, months, seasons, years, now, and spans open at one end.

Own code beside dateparser 1.5, which takes 1 to 20 ms a question and loses what is asked here: it
makes a day of a month or a year, passes over Finnish seasons and "marraskuun alusta", and reads
"45 vuotta" and telephone numbers as dates.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Final, NamedTuple

from assistant.spelling import fold, without_clitic

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

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
feast 1224 : jouluna joulun/gen joulua/part jouluksi jouluun/until christmas julen jul рождества
feast 1231 : vuodenvaihteessa vuodenvaihteen/gen vuodenvaihdetta/part vuodenvaihteesta/from
feast 1231 : uudenvuoden/gen uutenavuotena årsskiftet nyår vuodenvaihteeseen/until
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
edge 1 : alussa alkupuolella alkuun/until alusta/from beginning start early början
edge 1 : начале начала/from
edge 2 : puolivälissä puolivälistä/from puoliväliin/until middle mid mitten середине
edge 3 : lopussa lopulla loppupuolella lopuksi loppuun/until lopusta/from end late slutet
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
_NUMBERED: Final = re.compile(
    r"(?:la(?:ki|in|issa|kia)|asetu\w+|lag\w*|he|dnro|nro|no|kohta|kohda\w+|luku|luvu\w+|osa|osassa|"
    r"versio\w*|version|liite|liitte\w+|klo|kello|sivu\w*|section|§)"
)
_TITLED: Final = re.compile(
    r".*(?:visio|strategi|suunnitelm|ohjelma|agenda|tiekart|uudistu|plan|program)\w*|te|elo|sote|eu"
)
_INFLECTED: Final = re.compile(r".+(?:ss[aä]|st[aä]|ll[aä]|lt[aä]|lle|k[oö])")
_COUNTED: Final = re.compile(
    r"\s?(?:€|%|e\b|eur|euro|vuotta|vuotia|kpl|hlö|henkil|km\b|kertaa)", re.IGNORECASE
)
_DASH: Final = re.compile(r"\s?[-–—]\s?")
_END: Final = r"(?![\w/]|[.,:]\d)"
_PHRASES: Final = "|".join(re.findall(r"\w+_\w+", _WORDS)).replace("_", r"\s")
_PHRASE_STARTS: Final = "".join(sorted({word[0] for word in re.findall(r"\w+_\w+", _WORDS)}))
_TOKEN: Final = re.compile(
    rf"""(?=\d)(?<![\w.,:/+])(?:
    (?P<iso>\d{{4}}-\d{{2}}-\d{{2}}){_END}
    |(?P<d>\d{{1,2}})\.\s?(?P<m>\d{{1,2}})\.\s?(?P<y>\d{{4}}|\d{{2}}(?!\s*\d)){_END}
    |(?P<dd>\d{{1,2}})\.(?P<mm>\d{{1,2}})(?:\.(?!\d|\s\d{{4}}\b)
        |(?=\s?[-–—]\s?\d{{1,2}}\.\d{{1,2}}\.|\s(?:asti|saakka|alkaen|lähtien|mennessä)\b))
    |(?P<ddd>\d{{1,2}})\.?(?=\s?[-–—]\s?\d{{1,2}}\.\s?\d{{1,2}}\.)
    |(?P<mmm>\d{{1,2}})/(?P<yyy>\d{{4}}){_END}
    |(?P<mmmm>\d{{1,2}})(?=\s?[-–—]\s?\d{{1,2}}/\d{{4}})
    )|(?P<phrase>(?=[{_PHRASE_STARTS}])(?:{_PHRASES}))\b|(?P<number>\d+)(?:st|nd|rd|th)?\b(?:(?<!\d{{3}})\.)?
    |(?P<word>(?:ensi|viime|tänä|toissa)(?=vuo|kuu|kevä|kesä|syks|talv|viiko)|[^\W\d_]+)""",
    re.VERBOSE | re.IGNORECASE,
)
_YEARS: Final = range(1900, 2200)
_LEAST_BARE: Final = 2000
_MOST_AHEAD: Final = 25
_MODES: Final = ("", "from", "until", "past", "before")
_SWEDISH_BEFORE: Final = frozenset({"i", "till", "från", "under", "efter", "före"})
_FINNISH_SEASONS: Final = ("kevä", "kesä", "syks", "talv", "joul", "vuodenvaih", "uuden")
_CHRISTMAS_EVE: Final = 1224
_MANY: Final = 100

Span = tuple[date, date]


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time named in a text: ``text`` stands at ``[start:end]``, in code points.

    Attributes:
        start: Offset of its first character.
        end: Offset after its last character.
        text: The words as they stand there.
        first: First day meant, ``date.min`` when the beginning is open.
        last: Last day meant, inclusive, ``date.max`` when the end is open.
        kind: ``day``, ``month``, ``season``, ``year``, ``now``, ``range`` or ``open``.
    """

    start: int
    end: int
    text: str
    first: date
    last: date
    kind: str


def find_times(text: str, today: date) -> list[TimeMention]:
    """Find the times that a text names, in order and without overlaps.

    A month, season or day without a year is the nearest one to today, on the side that the tense
    of the verb tells. Seasons are the calendar's (spring is March to May); a winter is named by the
    year of its January.

    Args:
        text: Any text, normalised or not.
        today: The day that "now" means.
    """
    return _Reader(text, today).read()


def day_to_judge(mentions: Sequence[TimeMention], today: date) -> date | None:
    """Choose the day on which validity is judged for a question.

    Today, when a span meant contains it. Otherwise the day of the first span that is nearest to
    today: the last day of a past span, because what ended before it had ended by then, and the
    first day of a coming one, because that is the earliest that the asker can turn up.

    Args:
        mentions: What ``find_times`` found in the question.
        today: The day that was given to it.

    Returns:
        The day, or ``None`` when the question names no time.
    """
    if not mentions:
        return None
    if any(mention.first <= today <= mention.last for mention in mentions):
        return today
    return mentions[0].last if mentions[0].last < today else mentions[0].first


class _Sense(NamedTuple):
    value: int
    case: str


class _Word(NamedTuple):
    lower: str
    start: int
    end: int
    senses: dict[str, _Sense]
    match: re.Match[str] | None = None


@dataclass(frozen=True, slots=True)
class _Piece:
    """A span and the index of the word after it; ``of_year`` gives it for another year."""

    stop: int
    first: date
    last: date
    kind: str
    mode: str = ""
    of_year: Callable[[int], Span] | None = None


def _senses_of_words() -> dict[str, dict[str, _Sense]]:
    senses: dict[str, dict[str, _Sense]] = {}
    for line in _WORDS.split("\n"):
        if ":" in line:
            head, words = line.split(":")
            role, value = head.split()
            for word in words.split():
                form, _, case = word.partition("/")
                entry = senses.setdefault(form.replace("_", " "), {})
                entry.setdefault(role, _Sense(int(value), case))
    for number, names in enumerate(_NAMED_MONTHS.strip().split("\n"), 1):
        stem, *others = names.split()
        senses[stem] = {"stem": _Sense(number, "")}
        for ending, case in _MONTH_CASES.items():
            senses[f"{stem}kuu{ending}"] = {"month": _Sense(number, case)}
        for word in others:
            form, _, case = word.partition("/")
            senses.setdefault(form, {})["month"] = _Sense(number, case)
    return senses


_SENSES: Final = _senses_of_words()
_FOLDED: Final = {
    fold(word): word
    for word in _SENSES
    if re.search("[äö]", word) and not re.search("[åа-я]", word)
}
_NOTHING: Final[dict[str, _Sense]] = {}


@lru_cache(maxsize=4096)
def _senses(lower: str) -> dict[str, _Sense]:
    for form in (lower, without_clitic(lower), _FOLDED.get(lower, "")):
        if form in _SENSES:
            return _SENSES[form]
    return _NOTHING


def _day(ordinal: int) -> date:
    return date.fromordinal(min(max(ordinal, 1), date.max.toordinal()))


def _month(year: int, month: int, months: int = 1) -> Span:
    """The days of some months; months beyond either end of the calendar stop there."""
    start, stop = (year * 12 + month - 1 + more for more in (0, months))
    if start < 12:
        return date.min, _day(date(max(stop, 13) // 12, max(stop, 13) % 12 + 1, 1).toordinal() - 1)
    if stop >= 12 * 10000:
        return date(min(start // 12, 9999), start % 12 + 1, 1), date.max
    first, after = (date(at // 12, at % 12 + 1, 1) for at in (start, stop))
    return first, _day(after.toordinal() - 1)


def _season(month: int, year: int) -> Span:
    return _month(year - 1, 12, 3) if month == 1 else _month(year, month, 3)


def _of_month(month: int, year: int) -> Span:
    return _month(year, month)


def _of_year(year: int) -> Span:
    return _month(year, 1, 12)


def _one_day(month: int, day: int, year: int) -> Span:
    year = min(max(year, 1), 9999)
    found = date(year, month, min(day, monthrange(year, month)[1]))
    return found, found


def _feast(month_and_day: int, year: int) -> Span:
    first, _ = _one_day(*divmod(month_and_day, 100), year)
    # Christmas is over only after Christmas Day.
    return first, _day(first.toordinal() + (month_and_day == _CHRISTMAS_EVE))


def _shifted(day: date, unit: int, count: int) -> date:
    if unit in (7, _MANY):
        return _day(day.toordinal() + count * (7 if unit == 7 else 1))
    first, last = _moved(day, unit * count)
    return min(_day(first.toordinal() + day.day - 1), last)


def _moved(day: date, months: int) -> Span:
    at = day.year * 12 + day.month - 1 + months
    return _month(at // 12, at % 12 + 1)


def _edge(span: Span, part: int) -> Span:
    """The beginning, middle or end: a month of what is longer, else ten days."""
    first, last = (day.toordinal() for day in span)
    length = 31 if last - first > 31 else 10
    middle = (first + last) // 2
    return {
        1: (span[0], min(_day(first + length - 1), span[1])),
        2: (max(_day(middle - length // 2), span[0]), min(_day(middle + length // 2), span[1])),
        3: (max(_day(last - length + 1), span[0]), span[1]),
    }[part]


class _Reader:
    """Reads one text from left to right with the words' senses."""

    def __init__(self, text: str, today: date) -> None:
        self._text, self._today = text, today
        self._words = [_word(match) for match in _TOKEN.finditer(text)]
        tenses = {sense.value for word in self._words if (sense := word.senses.get("tense"))}
        # Both tenses in one text tell nothing of any one time in it.
        self._tense = sum(tenses)

    def read(self) -> list[TimeMention]:
        found, index = [], 0
        while index < len(self._words):
            word = self._words[index]
            piece = self._phrase(index) if word.senses or word.match else None
            if piece is None or piece.stop <= index:
                index += 1
                continue
            end = self._words[piece.stop - 1].end
            start = word.start - (piece.mode == "dash")
            text = self._text[start:end].rstrip(" ,")
            found.append(
                TimeMention(start, start + len(text), text, piece.first, piece.last, piece.kind)
            )
            index = piece.stop
        return found

    def _at(self, index: int, role: str) -> _Sense | None:
        """The sense of a word, when it stands right after the one before."""
        if index >= len(self._words):
            return None
        sense = self._words[index].senses.get(role)
        return sense if sense and (index == 0 or not self._gap(index).strip(" ,")) else None

    def _gap(self, index: int) -> str:
        return self._text[self._words[index - 1].end : self._words[index].start]

    def _fills(self, index: int) -> int:
        while self._at(index, "fill"):
            index += 1
        return index

    def _phrase(self, index: int) -> _Piece | None:
        for role in ("now", "day", "year"):
            if (sense := self._at(index, role)) or (sense := self._words[index].senses.get(role)):
                return self._named(index, role, sense.value)
        before = self._words[index].senses.get("pre")
        start = self._fills(index + 1 if before else index)
        piece = self._joined(start, led=start > index)
        if piece is None:
            return self._joined(index, led=False) if start > index else None
        after = self._at(piece.stop, "post")
        ranged = piece.mode == "joined"
        mode = _MODES[before.value] if before and not ranged else piece.mode
        if after:
            mode, piece = _MODES[after.value] or mode, replace(piece, stop=piece.stop + 1)
        dash = self._text[: self._words[index].start][-2:]
        if not ranged and re.fullmatch(r"(?:\s|^)[-–—]", dash) and piece.kind == "day":
            return replace(piece, first=date.min, kind="open", mode="dash")
        return _opened(piece, mode)

    def _named(self, index: int, role: str, value: int) -> _Piece:
        if role == "year":
            return _Piece(index + 1, *_of_year(self._today.year + value), kind="year")
        day = _day(self._today.toordinal() + value)
        return _Piece(index + 1, day, day, role)

    def _joined(self, index: int, *, led: bool) -> _Piece | None:
        """A span, or two that stand for what lies from the first to the second."""
        first = self._span(index, led=led)
        alone = None if first and first.kind == "part" else first
        if first is None or first.stop >= len(self._words):
            return alone
        dashed = bool(_DASH.fullmatch(self._gap(first.stop)))
        word = "" if dashed else self._words[first.stop].lower
        link = word in {"to", "till", "по", "ja"}
        if not (dashed or link or first.mode == "from"):
            return alone
        second = self._span(self._fills(first.stop + link), led=True, joins=True)
        if second is None or not (dashed or link or second.mode == "until"):
            return alone
        stop = second.stop
        if word == "ja":
            if stop >= len(self._words) or self._words[stop].lower != "välillä":
                return alone
            stop += 1
        start = first.first
        if first.of_year:
            start = first.of_year(second.last.year)[0]
            if start > second.last:
                start = first.of_year(second.last.year - 1)[0]
        return (
            _Piece(stop, start, second.last, "range", "joined") if start <= second.last else alone
        )

    def _span(self, index: int, *, led: bool, joins: bool = False) -> _Piece | None:
        if index >= len(self._words):
            return None
        word = self._words[index]
        if word.match:
            piece = self._numeric(index, word.match, led=led, joins=joins)
        else:
            piece = self._lasting(index) or self._edged(index)
            piece = piece or self._calendar(index, led=led) or self._stem(index)
        if piece is None:
            return None
        edge = self._at(piece.stop, "edge")
        # English puts the edge before the span, and a new phrase may begin with it.
        if edge and piece.kind in {"month", "year", "season"}:
            span = _edge((piece.first, piece.last), edge.value)
            return _Piece(piece.stop + 1, *span, "range", edge.case)
        return piece

    def _stem(self, index: int) -> _Piece | None:
        """The first half of "touko-kesäkuussa"."""
        stem = self._words[index].senses.get("stem")
        if not stem or index + 1 >= len(self._words) or not _DASH.fullmatch(self._gap(index + 1)):
            return None
        following = self._words[index + 1].senses
        if "month" not in following and "stem" not in following:
            return None
        return self._resolved(index + 1, "part", partial(_of_month, stem.value), None)

    def _lasting(self, index: int) -> _Piece | None:
        """A day some time from now or ago: "kolmen kuukauden kuluttua", "in two months"."""
        before = self._at(index, "before")
        at = index + bool(before)
        count, half = self._at(at, "count"), 0
        number = self._words[at].lower if at < len(self._words) else ""
        times = count.value if count else int(number) if re.fullmatch(r"\d{1,2}", number) else 1
        at += bool(count) or bool(re.fullmatch(r"\d{1,2}", number))
        if self._at(at, "half"):
            at, half = at + 1 + bool(self._at(at + 1, "count")), 1
        unit = self._at(at, "unit")
        if unit is None:
            return None
        after = self._at(at + 1, "after")
        # "In" also leads a plain year or month, which no count comes before.
        if not after and not (before and (at > index + 1 or number in {"год", "месяц", "неделю"})):
            return None
        ago = after.value if after else 1
        months = unit.value // 2 if half else unit.value
        day = _shifted(self._today, months or 1, times * ago)
        return _Piece(at + 1 + bool(after), day, day, "day")

    def _edged(self, index: int) -> _Piece | None:
        """An edge that stands first: "the end of 2025", "в конце года"."""
        edge = self._at(index, "edge")
        if edge is None:
            return None
        at = self._fills(index + 1)
        piece = self._span(at, led=True)
        unit = self._at(at, "unit")
        if piece is None and unit and unit.value in {1, 12}:
            piece = self._of_unit(at, unit, 0)
        if piece is None:
            return None
        return _Piece(piece.stop, *_edge((piece.first, piece.last), edge.value), "range", edge.case)

    def _calendar(self, index: int, *, led: bool) -> _Piece | None:
        """A year, month, season, feast or week, with what tells which one."""
        which = self._at(index, "which")
        if which is None and index < len(self._words):
            which = self._words[index].senses.get("which")
        at = index + bool(which)
        if which is None:
            return self._from_year(index) or self._yearly(index, led=led)
        unit = self._at(at, "unit")
        if unit is None:
            return self._yearly(at, led=True, which=which.value)
        piece = self._of_unit(at, unit, which.value)
        inner = self._yearly(piece.stop, led=True, year=piece.first.year)
        return inner if unit.value == 12 and inner else piece

    def _of_unit(self, index: int, unit: _Sense, step: int) -> _Piece:
        if unit.value == 12:
            year = min(max(self._today.year + step, 1), 9999)
            return _Piece(index + 1, *_of_year(year), "year", unit.case)
        if unit.value == 1:
            return _Piece(index + 1, *_moved(self._today, step), "month", unit.case)
        if unit.value == _MANY:
            day = _day(self._today.toordinal() + step)
            return _Piece(index + 1, day, day, "day")
        monday = self._today.toordinal() - self._today.weekday() + 7 * step
        return _Piece(index + 1, _day(monday), _day(monday + 6), "range", unit.case)

    def _from_year(self, index: int) -> _Piece | None:
        """A year after its word ("vuoden 2025"), and what of it is meant ("toukokuussa")."""
        unit = self._words[index].senses.get("unit") if index < len(self._words) else None
        marked = index < len(self._words) and self._words[index].lower == "v"
        if not marked and (unit is None or unit.value != 12):
            return None
        year = self._year(index + 1, dotted=marked)
        if year is None:
            edge = self._at(index + 1, "edge") if unit and unit.case == "gen" else None
            return self._of_unit(index, unit, 0) if edge and unit else None
        inner = self._yearly(index + 2, led=True, year=year)
        mode = unit.case if unit else ""
        return inner or _Piece(index + 2, *_of_year(year), "year", mode)

    def _year(self, index: int, *, dotted: bool = False) -> int | None:
        if index >= len(self._words):
            return None
        gap, word = self._gap(index).strip(" ,"), self._words[index]
        if gap not in ("", "." if dotted else "") or not re.fullmatch(r"\d{4}", word.lower):
            return None
        return int(word.lower) if int(word.lower) in _YEARS else None

    def _yearly(
        self, index: int, *, led: bool, which: int | None = None, year: int | None = None
    ) -> _Piece | None:
        """What comes once a year: a month, a season or a feast."""
        for role in ("month", "season", "feast"):
            if not (sense := self._at(index, role)) and year is None and index < len(self._words):
                sense = self._words[index].senses.get(role)
            if sense:
                break
        else:
            return self._of_this_month(index)
        stop = index + 1
        if year is None and which is None and self._at(stop, "unit"):
            stop += (
                self._year(stop + 1) is not None and self._words[stop].senses["unit"].value == 12
            )
        if year is None and (year := self._year(stop)) is not None:
            stop += 1 + (self._at(stop + 1, "unit") is not None and sense.value < _MANY)
        month = role == "month"
        day = self._day_after(index) if month and year is None else None
        if day:
            year, stop = self._year(index + 2), index + 2
            stop += year is not None
            return self._resolved(stop, "day", partial(_one_day, sense.value, day), year)
        if year is None and which is None and self._is_other_word(index, sense, led=led):
            return None
        of_year = {
            "month": partial(_of_month, sense.value),
            "season": partial(_season, sense.value),
            "feast": partial(_feast, sense.value),
        }[role]
        kind = role if role != "feast" else "day"
        return self._resolved(stop, kind, of_year, year, mode=sense.case, which=which)

    def _of_this_month(self, index: int) -> _Piece | None:
        """The month that runs, in "kuun lopussa"."""
        unit = self._at(index, "unit")
        if unit and unit == (1, "gen") and self._at(index + 1, "edge"):
            return self._of_unit(index, unit, 0)
        return None

    def _day_after(self, index: int) -> int | None:
        """The day in "May 31" and "toukokuun 31. päivä"."""
        if index + 1 >= len(self._words) or self._gap(index + 1) != " ":
            return None
        word = self._words[index + 1]
        number = re.match(r"\d{1,2}(?!\d)", word.lower)
        sense = self._words[index].senses["month"]
        if not number or not 1 <= int(number[0]) <= 31:
            return None
        finnish = "kuu" in self._words[index].lower
        dated = sense.case == "gen" and self._text[word.end - 1] == "."
        return int(number[0]) if dated or not finnish else None

    def _is_other_word(self, index: int, sense: _Sense, *, led: bool) -> bool:
        """Whether a word that can be a month or season is something else here."""
        if sense.case == "year":
            return True
        word = self._words[index]
        if sense.case in {"en", "sv"}:
            swedish = bool(index) and self._words[index - 1].lower in _SWEDISH_BEFORE
            return not led or swedish != (sense.case == "sv")
        if self._text[word.end : word.end + 1] == "-":
            return True
        # "Kesän" with a capital inside a sentence is a name, unless everything has capitals.
        capital = self._text[word.start].isupper() and not self._text.isupper()
        opens = not index or bool(re.search(r"[.!?:;\n]", self._gap(index)))
        return capital and not opens and not led and word.lower.startswith(_FINNISH_SEASONS)

    def _resolved(
        self,
        stop: int,
        kind: str,
        of_year: Callable[[int], Span],
        year: int | None,
        mode: str = "",
        which: int | None = None,
    ) -> _Piece:
        """Choose the year: the one named, the one told by "next" or "last", or the nearest."""
        if year is not None:
            return _Piece(stop, *of_year(year), kind, mode)
        today, now = self._today, self._today.year
        spans = [of_year(at) for at in range(now - 2, now + 3) if 1 < at < 9999] or [of_year(now)]
        side = which if which is not None else self._tense
        strict = which is not None
        if which == 0:
            spans = [span for span in spans if now in {span[0].year, span[1].year}] or spans
        elif side > 0:
            spans = [s for s in spans if (s[0] if strict else s[1]) > today] or spans[-1:]
        elif side < 0:
            spans = [s for s in spans if (s[1] if strict else s[0]) < today] or spans[:1]
        nearest = min(spans, key=lambda span: (_gap_days(span, today), -span[0].toordinal()))
        return _Piece(stop, *nearest, kind, mode, of_year if which is None else None)

    def _numeric(
        self, index: int, match: re.Match[str], *, led: bool, joins: bool
    ) -> _Piece | None:
        if match["number"]:
            return self._from_number(index, led=led, joins=joins)
        before = self._words[index - 1].lower if index else ""
        if _NUMBERED.fullmatch(before) and not (match["y"] or match["iso"]):
            return None
        groups = match.groupdict()
        day, month = groups["d"] or groups["dd"], groups["m"] or groups["mm"]
        stop = index + 1
        if match["iso"]:
            year, month, day = match["iso"].split("-")
        else:
            year = groups["y"] or groups["yyy"]
        if year and len(year) == 2:
            year = f"20{year}"
        if month is None and (groups["mmm"] or groups["mmmm"]):
            number = int(groups["mmm"] or groups["mmmm"])
            if not 1 <= number <= 12 or (year and int(year) not in _YEARS):
                return None
            of_month = partial(_of_month, number)
            kind = "month" if year else "part"
            return self._resolved(stop, kind, of_month, int(year) if year else None)
        if month is None:
            return self._day_of_range(index, int(groups["ddd"]))
        if not _exists(int(year) if year else 2000, int(month), int(day or 0)):
            return None
        if not year and _COUNTED.match(self._text, match.end()):
            return None
        of_day = partial(_one_day, int(month), int(day or 0))
        return self._resolved(stop, "day", of_day, int(year) if year else None)

    def _day_of_range(self, index: int, day: int) -> _Piece | None:
        """The day in "1.-31.5.2026", which has its month from the second date."""
        following = self._words[index + 1].match if index + 1 < len(self._words) else None
        month = following and (following["m"] or following["mm"])
        if not month or not _exists(2000, int(month), day):
            return None
        return self._resolved(index + 1, "part", partial(_one_day, int(month), day), None)

    def _from_number(self, index: int, *, led: bool, joins: bool) -> _Piece | None:
        lasting = self._lasting(index)
        if lasting:
            return lasting
        word = self._words[index]
        month = self._at(index + 1, "month")
        if month is None and self._at(index + 1, "unit") == (_MANY, ""):
            month = self._at(index + 2, "month")
            index += month is not None
        finnish = month and "kuu" in self._words[index + 1].lower
        if month and len(word.lower) < 3 and 1 <= int(word.lower) <= 31:
            if finnish and month.case != "part":
                return None
            year = self._year(index + 2)
            stop = index + 2 + (year is not None)
            stop += year is not None and self._at(stop, "unit") is not None
            if not _exists(year or 2000, month.value, int(word.lower)):
                return None
            of_day = partial(_one_day, month.value, int(word.lower))
            return self._resolved(stop, "day", of_day, year)
        return self._bare_year(index, led=led, joins=joins)

    def _bare_year(self, index: int, *, led: bool, joins: bool) -> _Piece | None:
        """A year without its word, unless it belongs to a name, a number or an amount."""
        word = self._words[index]
        if not re.fullmatch(r"\d{4}", word.lower):
            return None
        year = int(word.lower)
        unit = self._at(index + 1, "unit")
        if unit and unit.value == 12 and not _COUNTED.match(self._text, word.end):
            if year not in _YEARS:
                return None
            return _Piece(index + 2, *_of_year(year), "year")
        if not _LEAST_BARE <= year <= self._today.year + _MOST_AHEAD:
            return None
        if not joins and (not led and self._is_named(index)):
            return None
        if self._is_amount(word):
            return None
        return _Piece(index + 1, *_of_year(year), "year")

    def _is_amount(self, word: _Word) -> bool:
        before, after = self._text[: word.start], self._text[word.end :]
        return bool(
            _COUNTED.match(after)
            or re.match(r"[\s-]\d|\s?[-–—]\s?[^\W\d]|[/:]|[.,]\d", after)
            or re.search(r"\d[\s-]$|[+/:.,#§€$]$", before)
        ) and not re.search(r"\d{4}\s?[-–—]$", before)

    def _is_named(self, index: int) -> bool:
        word = self._words[index]
        if _DASH.match(self._text, word.end) or not index:
            return bool(_DASH.match(self._text, word.end))
        gap, before = self._gap(index), self._words[index - 1]
        if gap.strip(" ("):
            return bool(gap.strip("., ?!:;(\n"))
        if not gap or _TITLED.fullmatch(before.lower) or _NUMBERED.fullmatch(before.lower):
            return True
        capital = self._text[before.start].isupper()
        return capital and not _INFLECTED.fullmatch(before.lower)


def _word(match: re.Match[str]) -> _Word:
    lower = (match["number"] or match.group()).lower()
    if match["phrase"]:
        lower = " ".join(lower.split())
    numeric = match if not (match["word"] or match["phrase"]) else None
    return _Word(lower, match.start(), match.end(), _senses(lower), numeric)


def _exists(year: int, month: int, day: int) -> bool:
    return year >= 1 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def _gap_days(span: Span, today: date) -> int:
    return max((span[0] - today).days, (today - span[1]).days, 0)


def _opened(piece: _Piece, mode: str) -> _Piece:
    """Open a span at the end that its mode tells."""
    first, last = {
        "from": (piece.first, date.max),
        "until": (date.min, piece.last),
        "past": (_day(piece.last.toordinal() + 1), date.max),
        "before": (date.min, _day(piece.first.toordinal() - 1)),
    }.get(mode, (piece.first, piece.last))
    return replace(piece, first=first, last=last, kind="open" if mode in _MODES[1:] else piece.kind)

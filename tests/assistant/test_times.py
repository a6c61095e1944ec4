from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.times import TimeMention, find_times

TODAY = date(2026, 11, 24)

# Checked by hand against a calendar. A dash is an open end.
TABLE = """
31.5.2026 | day 2026-05-31 2026-05-31
31.05.2026 | day 2026-05-31 2026-05-31
31.12.23 | day 2023-12-31 2023-12-31
31.5. | day 2026-05-31 2026-05-31
alkaako se 31.5. | day 2027-05-31 2027-05-31
1.1.-31.5.2026 | range 2026-01-01 2026-05-31
1.1.2023–31.07.2024 | range 2023-01-01 2024-07-31
1.-31.5.2026 | range 2026-05-01 2026-05-31
1.12.-31.1.2027 | range 2026-12-01 2027-01-31
1.1.2026 ja 31.5.2026 välillä | range 2026-01-01 2026-05-31
-30.9.2025 | open - 2025-09-30
30.9.2025 asti | open - 2025-09-30
1.1.2025 alkaen | open 2025-01-01 -
31.5.2026 jälkeen | open 2026-06-01 -
ennen 31.5.2026 | open - 2026-05-30
31. toukokuuta 2026 | day 2026-05-31 2026-05-31
toukokuun 31. | day 2026-05-31 2026-05-31
5/2026 | month 2026-05-01 2026-05-31
5-8/2026 | range 2026-05-01 2026-08-31
kevät 2023 - 12/2025 | range 2023-03-01 2025-12-31
toukokuussa 2026 | month 2026-05-01 2026-05-31
toukokuun 2026 lopussa | range 2026-05-22 2026-05-31
vuoden 2026 toukokuussa | month 2026-05-01 2026-05-31
touko-kesäkuussa | range 2026-05-01 2026-06-30
tänä vuonna helmi-toukokuussa | range 2026-02-01 2026-05-31
vuonna 2025 touko-elokuussa | range 2025-05-01 2025-08-31
tammikuusta toukokuuhun 2026 | range 2026-01-01 2026-05-31
toukokuussa | month 2027-05-01 2027-05-31
maaliskuu | month 2027-03-01 2027-03-31
marraskuus | month 2026-11-01 2026-11-30
toukokuussakin | month 2027-05-01 2027-05-31
marraskuun alusta | open 2026-11-01 -
kuun lopussa | range 2026-11-21 2026-11-30
ensi kuussa | month 2026-12-01 2026-12-31
viime kuussa | month 2026-10-01 2026-10-31
keväällä 2025 | season 2025-03-01 2025-05-31
kevaalla 2025 | season 2025-03-01 2025-05-31
talvella 2025 | season 2024-12-01 2025-02-28
syksyllä | season 2026-09-01 2026-11-30
ensi syksynä | season 2027-09-01 2027-11-30
viime keväänä | season 2026-03-01 2026-05-31
ensi keväänä | season 2027-03-01 2027-05-31
ensi talvena | season 2026-12-01 2027-02-28
vuoden 2026 ensimmäisellä neljänneksellä | range 2026-01-01 2026-03-31
viimeisellä vuosineljänneksellä 2025 | range 2025-10-01 2025-12-31
Q3 2026 | range 2026-07-01 2026-09-30
Q1/2026 | range 2026-01-01 2026-03-31
ensi vuoden ensimmäisellä puoliskolla | range 2027-01-01 2027-06-30
vuoden 2025 jälkimmäisellä puoliskolla | range 2025-07-01 2025-12-31
alkupuoliskolla 2026 | range 2026-01-01 2026-06-30
vuoden 2026 alkupuolella | range 2026-01-01 2026-06-30
toukokuun loppupuolella | range 2027-05-17 2027-05-31
vappuna 2025 | day 2025-05-01 2025-05-01
juhannuksena 2026 | day 2026-06-19 2026-06-20
ennen pääsiäistä 2026 | open - 2026-04-02
itsenäisyyspäivän jälkeen | open 2026-12-07 -
in the first quarter of 2026 | range 2026-01-01 2026-03-31
under första kvartalet 2026 | range 2026-01-01 2026-03-31
ensi vuoden keväällä | season 2027-03-01 2027-05-31
syksyn 2026 aikana | season 2026-09-01 2026-11-30
kesän jälkeen | open 2026-09-01 -
viime vuonna | year 2025-01-01 2025-12-31
tänä vuonna | year 2026-01-01 2026-12-31
ensi vuonna | year 2027-01-01 2027-12-31
ens vuonna | year 2027-01-01 2027-12-31
ensivuonna | year 2027-01-01 2027-12-31
ensi vuoden alusta | open 2027-01-01 -
vuonna 2025 | year 2025-01-01 2025-12-31
v. 2025 | year 2025-01-01 2025-12-31
vuoden 2025 lopussa | range 2025-12-01 2025-12-31
mitä tapahtuu 2026 alussa | range 2026-01-01 2026-01-31
24.12.2026 | day 2026-12-24 2026-12-24
jouluna | day 2026-12-24 2026-12-25
vuosina 2024-2028 | range 2024-01-01 2028-12-31
vuodesta 2025 lähtien | open 2025-01-01 -
vuoteen 2027 mennessä | open - 2027-12-31
vuoden loppuun | open - 2026-12-31
nyt | now 2026-11-24 2026-11-24
nykyään | now 2026-11-24 2026-11-24
tällä hetkellä | now 2026-11-24 2026-11-24
parhaillaan | now 2026-11-24 2026-11-24
tänään | day 2026-11-24 2026-11-24
eilen | day 2026-11-23 2026-11-23
huomenna | day 2026-11-25 2026-11-25
ensi viikolla | range 2026-11-30 2026-12-06
viime viikolla | range 2026-11-16 2026-11-22
vuodenvaihteen jälkeen | open 2027-01-01 -
joulun jälkeen | open 2026-12-26 -
ennen joulua | open - 2026-12-23
vuoden päästä | day 2027-11-24 2027-11-24
puolen vuoden päästä | day 2027-05-24 2027-05-24
kolmen kuukauden kuluttua | day 2027-02-24 2027-02-24
kahden viikon päästä | day 2026-12-08 2026-12-08
kaksi vuotta sitten | day 2024-11-24 2024-11-24
10 vuotta sitten | day 2016-11-24 2016-11-24
now | now 2026-11-24 2026-11-24
today | day 2026-11-24 2026-11-24
next year | year 2027-01-01 2027-12-31
last year | year 2025-01-01 2025-12-31
next month | month 2026-12-01 2026-12-31
in November 2026 | month 2026-11-01 2026-11-30
in May | month 2027-05-01 2027-05-31
by the end of 2025 | open - 2025-12-31
since 2025 | open 2025-01-01 -
spring 2025 | season 2025-03-01 2025-05-31
31 May 2026 | day 2026-05-31 2026-05-31
May 31, 2026 | day 2026-05-31 2026-05-31
2026-05-31 | day 2026-05-31 2026-05-31
31/5/2026 | day 2026-05-31 2026-05-31
01/05/2026 | day 2026-05-01 2026-05-01
1/5/2026-30/6/2026 | range 2026-05-01 2026-06-30
1-31/5/2026 | range 2026-05-01 2026-05-31
31/5/2026 asti | open - 2026-05-31
loppuvuodesta 2025 | range 2025-10-01 2025-12-31
loppuvuosi 2025 | range 2025-10-01 2025-12-31
loppuvuonna | range 2026-10-01 2026-12-31
alkuvuonna 2026 | range 2026-01-01 2026-03-31
alkuvuodesta | range 2027-01-01 2027-03-31
oliko alkuvuodesta | range 2026-01-01 2026-03-31
vuoden 2026 alkuvuonna | range 2026-01-01 2026-03-31
ensi vuoden alkuvuodesta | range 2027-01-01 2027-03-31
alkuvuodesta 2026 alkaen | open 2026-01-01 -
alkuvuoteen 2026 mennessä | open - 2026-03-31
ennen loppuvuotta 2025 | open - 2025-09-30
alkuvuoden 2026 jälkeen | open 2026-04-01 -
loppuvuodesta 2025 alkuvuoteen 2026 | range 2025-10-01 2026-03-31
loppuvuodesta kevääseen 2026 | range 2025-10-01 2026-05-31
from May to August 2026 | range 2026-05-01 2026-08-31
in two months | day 2027-01-24 2027-01-24
nu | now 2026-11-24 2026-11-24
idag | day 2026-11-24 2026-11-24
nästa år | year 2027-01-01 2027-12-31
i år | year 2026-01-01 2026-12-31
i fjol | year 2025-01-01 2025-12-31
i maj 2026 | month 2026-05-01 2026-05-31
våren 2025 | season 2025-03-01 2025-05-31
hösten | season 2026-09-01 2026-11-30
från 1 januari 2027 | open 2027-01-01 -
сейчас | now 2026-11-24 2026-11-24
сегодня | day 2026-11-24 2026-11-24
в следующем году | year 2027-01-01 2027-12-31
в прошлом году | year 2025-01-01 2025-12-31
в мае 2026 | month 2026-05-01 2026-05-31
в 2025 году | year 2025-01-01 2025-12-31
весной 2025 | season 2025-03-01 2025-05-31
до конца 2026 года | open - 2026-12-31
через год | day 2027-11-24 2027-11-24
"""
ROWS = [line.split(" | ") for line in TABLE.strip().splitlines()]
CARRIERS = ("{}", "onko hanke käynnissä {}?", "{} haluaisin opiskella.")

NO_TIMES = """
palvelu 30-65-vuotiaille
30-65 –vuotiaille työttömille
olen 45 vuotta
olen 45 v ja työtön
soita 040 1234567
044 2025 123
hinta 12,50 euroa
maksaa 2025 euroa
mikä on Merke 2
kevät
Kevät-hanke
vuosi
laki 681/2023
laki 5/2026
dnro 31/5/2026
31/2/2026
5/31/2026
31/5/26
1/31/5/2026
12/10/9999
mikä on Digivisio 2030
digivisio 2030
TE2024
TE 2024 -uudistus
TE-2024 siirtymävaihe
ELO 2020-2028
toimenpidesuunnitelma 2024-2028
strategia 2020-2028
synnyttää
I may come
i vår kommun
31.2.2026
versio 2.1.
klo 9.10. alkaen
""".strip().splitlines()


def found(text, today=TODAY):
    return [(m.kind, m.first, m.last) for m in find_times(text, today)]


def expected(row):
    kind, first, last = row.split()
    return (
        kind,
        date.min if first == "-" else date.fromisoformat(first),
        date.max if last == "-" else date.fromisoformat(last),
    )


@pytest.mark.parametrize(("phrase", "meant"), ROWS)
def test_a_phrase_means_its_span(phrase, meant):
    assert found(phrase) == [expected(meant)]


@pytest.mark.parametrize("carrier", CARRIERS)
@pytest.mark.parametrize(("phrase", "meant"), [row for row in ROWS if row[1].startswith("year")])
def test_a_phrase_means_the_same_inside_a_sentence(carrier, phrase, meant):
    assert found(carrier.format(phrase)) == [expected(meant)]


@pytest.mark.parametrize("text", NO_TIMES)
def test_numbers_and_names_are_no_times(text):
    assert find_times(text, TODAY) == []


@pytest.mark.parametrize(
    "text", ["Mitkä päättyivät 2025?", "Päättyikö Oulussa 2025", "2025 päättyneet"]
)
def test_a_bare_year_outside_a_name_counts(text):
    assert [m.text[:4] for m in find_times(text, TODAY)] == ["2025"]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("oliko se auki toukokuussa", date(2026, 5, 1)),
        ("alkaako se toukokuussa", date(2027, 5, 1)),
        ("was it open in May", date(2026, 5, 1)),
        ("oliko se auki joulukuussa", date(2025, 12, 1)),
    ],
)
def test_the_tense_tells_on_which_side_of_today_a_month_is(text, first):
    assert [m.first for m in find_times(text, TODAY)] == [first]


def test_a_full_stop_ends_a_year():
    mentions = find_times("Se loppui 2025. Alussa oli toisin.", TODAY)
    assert [(m.text, m.last) for m in mentions] == [("2025", date(2025, 12, 31))]


def test_the_plan_title_names_no_time():
    text = "Mitä Pohjois-Pohjanmaan elinikäisen ohjauksen toimenpidesuunnitelma 2024-2028 sanoo?"
    assert find_times(text, TODAY) == []


def test_several_times_come_in_order():
    text = "Oliko se käynnissä keväällä 2025 ja jatkuuko se ensi vuonna?"
    assert [m.text for m in find_times(text, TODAY)] == ["keväällä 2025", "ensi vuonna"]


@given(st.dates(min_value=date(1000, 1, 1)), st.sampled_from(CARRIERS), st.booleans())
def test_any_printed_date_is_read_back(day, carrier, padded):
    printed = f"{day:%d.%m.%Y}" if padded else f"{day.day}.{day.month}.{day.year}"
    assert found(carrier.format(printed)) == [("day", day, day)]


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.dates(date(1900, 1, 1), date(2199, 1, 1)))
def test_two_printed_dates_are_a_range(one, other):
    first, last = sorted((one, other))
    text = "-".join(f"{day.day}.{day.month}.{day.year}" for day in (first, last))
    assert found(f"käynnissä {text}.") == [("range", first, last)]


PIECES = st.sampled_from(
    [word for phrase, _ in ROWS for word in phrase.split()] + ["-", ".", ",", "2", "9999", "99."]
)


@given(
    st.one_of(st.text(), st.lists(PIECES, max_size=12).map(" ".join)),
    st.one_of(st.dates(), st.sampled_from([date.min, date.max])),
)
def test_any_text_gives_spans_in_order_without_overlaps(text, today):
    mentions = find_times(text, today)
    assert all(text[m.start : m.end] == m.text and m.text for m in mentions)
    assert all(m.first <= m.last for m in mentions)
    assert all(one.end <= other.start for one, other in pairwise(mentions))


def test_a_mention_is_frozen():
    mention = TimeMention(0, 3, "nyt", TODAY, TODAY, "now")
    with pytest.raises(AttributeError):
        mention.kind = "day"

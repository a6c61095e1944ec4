from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from compose_examples import (
    BEFORE_THE_END,
    TODAY,
    context,
    hit,
    ids_of,
    text_of,
    unfounded,
    with_service,
)

from assistant.asking import Asking, Event
from assistant.compose.clarify import compose_which, points_at_nothing
from assistant.compose.facts import compose_facts
from assistant.dialogue import Aspect, Audience, Outcome, QuestionKind
from assistant.domain import Status


@pytest.fixture
def corpus(tiny_assistant):
    return tiny_assistant.corpus


def told(corpus, *aspects, of="kirppu", **said):
    return compose_facts(context(corpus, named=(of,), aspects=aspects, **said))


@pytest.mark.parametrize(
    ("aspect", "fact"),
    [
        (Aspect.WHO, "Kalajoen kaupunki"),
        (Aspect.FUNDER, "ESR+"),
        (Aspect.WHEN, "31.12.2025"),
        (Aspect.WHERE, "Kalajoki"),
        (Aspect.GOAL, "tukea työnhakijoita"),
        (Aspect.DEFINITION, "Kirppu oli Kalajoen kaupungin hanke."),
    ],
)
def test_what_was_asked_is_told_first_and_where_it_stands(corpus, aspect, fact):
    draft = told(corpus, aspect)
    assert draft.kind is QuestionKind.FACT
    assert draft.outcome is Outcome.ANSWERED
    # What has ended says so before the fact.
    ended, *rest = draft.lines
    line = ended if aspect is Aspect.WHEN else rest[0]
    assert "päättynyt" in ended.text
    assert fact.casefold() in line.text.casefold()
    assert line.places
    assert ids_of(draft) == ["kirppu"]
    assert not unfounded(draft)


@pytest.mark.parametrize("aspect", [Aspect.WHO, Aspect.FUNDER])
def test_a_fact_that_the_plan_prints_is_cited_there(corpus, aspect):
    line = told(corpus, aspect).lines[1]
    assert {place.source_id for place in line.places} == {"suunnitelma"}
    source = corpus.source_by_id["suunnitelma"]
    for place in line.places:
        assert source.quote(place.start, place.end) in line.text


def test_a_fact_that_only_the_description_tells_is_cited_there(corpus):
    line = told(corpus, Aspect.CONTACT, of="alue").lines[0]
    assert "08 123 4567" in line.text
    assert {place.source_id for place in line.places} == {"services/alue"}


@pytest.mark.parametrize("aspect", [Aspect.AMOUNT, Aspect.CONTACT, Aspect.COST])
def test_what_the_sources_dont_tell_is_said_not_to_be_told(corpus, aspect):
    assert told(corpus, aspect, as_of=BEFORE_THE_END).outcome is Outcome.NOT_FOUND
    draft = told(corpus, aspect)
    # That it's over is what whoever means to go there has to know, and no number.
    counts = aspect is Aspect.AMOUNT
    assert draft.outcome is (Outcome.NOT_FOUND if counts else Outcome.PARTIAL)
    said = next(line for line in draft.lines if line.frame)
    assert "Kirppu-hanke" in said.text


def test_when_only_a_part_is_told_the_answer_is_partial(corpus):
    assert told(corpus, Aspect.FUNDER, Aspect.AMOUNT).outcome is Outcome.PARTIAL


@pytest.mark.parametrize(
    ("day", "notices"),
    [(date(2023, 12, 31), ["upcoming"]), (BEFORE_THE_END, []), (TODAY, ["ended"])],
)
def test_a_running_time_is_told_as_it_is_on_the_day(corpus, day, notices):
    draft = told(corpus, Aspect.WHEN, as_of=day)
    assert [notice.kind for notice in draft.notices] == notices
    others = {told(corpus, Aspect.WHEN, as_of=d).lines[0].text for d in (BEFORE_THE_END, TODAY)}
    assert len(others) == 2


def test_after_what_has_ended_the_living_one_is_named(corpus):
    assert "Ylivieskan seudun työllisyysalue" in text_of(told(corpus, Aspect.WHEN))
    before = told(corpus, Aspect.WHEN, as_of=BEFORE_THE_END)
    assert "Ylivieskan seudun työllisyysalue" not in text_of(before)


def test_a_service_without_an_end_is_told_to_run(corpus):
    draft = told(corpus, Aspect.WHEN, of="alue")
    assert draft.outcome is Outcome.ANSWERED
    assert not draft.notices
    assert not unfounded(draft)


def test_two_running_times_that_disagree_are_both_told(corpus):
    kirppu = corpus.service_by_id["kirppu"]
    first = kirppu.periods[0]
    text = corpus.source_by_id["suunnitelma"].text
    value = "-31.5.2027"
    start = text.index(value)
    printed = replace(first.printed, value=value, start=start, end=start + len(value))
    other = replace(first, valid_to=date(2027, 5, 31), printed=printed)
    corpus = with_service(corpus, "kirppu", periods=(first, other))
    draft = told(corpus, Aspect.WHEN)
    assert first.printed.value in draft.lines[0].text
    assert value in draft.lines[0].text
    assert len(draft.lines[0].places) == 2
    assert any(notice.kind == "conflict" for notice in draft.notices)


def test_without_an_aspect_the_main_facts_are_told(corpus):
    text = text_of(told(corpus))
    for fact in ("Kirppu oli Kalajoen kaupungin hanke.", "31.12.2025", "Kalajoen kaupunki"):
        assert fact in text
    assert told(corpus).outcome is Outcome.ANSWERED


def test_a_counsellor_is_told_the_rest_besides(corpus):
    citizen = told(corpus, Aspect.FUNDER)
    counsellor = told(corpus, Aspect.FUNDER, audience=Audience.COUNSELLOR)
    assert counsellor.lines[:2] == citizen.lines[:2]
    assert len(counsellor.lines) > len(citizen.lines)


def test_two_services_that_are_named_are_both_told_of(corpus):
    draft = compose_facts(context(corpus, named=("kirppu", "silta"), aspects=(Aspect.WHEN,)))
    assert ids_of(draft) == ["kirppu", "silta"]
    assert "31.12.2025" in text_of(draft)
    assert "31.5.2027" in text_of(draft)


def test_when_nothing_is_named_the_best_found_is_told_of(corpus):
    found = (hit(corpus, "silta", 2.0), hit(corpus, "kirppu", 1.0))
    assert ids_of(compose_facts(context(corpus, *found, aspects=(Aspect.WHO,)))) == ["silta"]


def test_what_was_asked_isnt_offered_as_the_next_question(corpus):
    every = told(corpus, Aspect.COST).follow_ups
    without = told(corpus, Aspect.COST, Aspect.WHEN, Aspect.WHO).follow_ups
    assert set(without) < set(every)
    assert all("Kirppu-hanke" in follow_up for follow_up in every)


@pytest.mark.parametrize("language", ["sv", "en", "ru"])
@pytest.mark.parametrize("aspect", Aspect)
def test_in_every_language_as_much_is_told(corpus, language, aspect):
    finnish, other = told(corpus, aspect), told(corpus, aspect, language=language)
    assert other.outcome is finnish.outcome
    assert [line.places for line in other.lines] == [line.places for line in finnish.lines]


# The time asked about, and today


YEAR = {year: (date(year, 1, 1), date(year, 12, 31)) for year in (2023, 2025, 2026, 2027, 2028)}


def when(corpus, of="kirppu", *, polar=True, event=Event.RUNS, **said):
    asking = Asking(polar=polar, event=event)
    return told(corpus, Aspect.WHEN, of=of, asking=asking, **said)


@pytest.mark.parametrize(
    ("year", "answer", "then"),
    [
        (2023, "Ei.", "Vuonna 2023 Kirppu-hanke ei ollut vielä alkanut."),
        (2025, "Kyllä.", "Vuonna 2025 Kirppu-hanke oli käynnissä."),
        (2027, "Ei.", "Vuonna 2027 Kirppu-hanke ei ole enää käynnissä."),
    ],
)
def test_a_year_is_judged_by_itself_and_today_is_told_too(corpus, year, answer, then):
    draft = when(corpus, span=YEAR[year])
    assert draft.lines[0].text == f"{answer} {then}"
    assert "päättynyt" in draft.lines[1].text
    assert "31.12.2025" in draft.lines[1].text
    assert not unfounded(draft)
    assert [card.card.status for card in draft.cards] == [Status.ENDED]


def test_a_year_before_todays_doesnt_make_what_has_ended_run(corpus):
    text = text_of(when(corpus, span=YEAR[2025], polar=False))
    assert "on käynnissä" not in text


def test_what_runs_now_and_no_more_then_is_told_as_both(corpus):
    draft = when(corpus, "silta", span=YEAR[2028])
    assert draft.lines[0].text.startswith("Ei. Vuonna 2028")
    assert "on käynnissä" in draft.lines[1].text


def test_an_end_within_the_span_is_told(corpus):
    draft = when(corpus, span=(date(2025, 6, 1), date(2026, 2, 28)))
    assert "31.12.2025 asti" in draft.lines[0].text


@pytest.mark.parametrize(("year", "answer"), [(2025, "Kyllä."), (2023, "Ei.")])
def test_whether_it_ended_in_a_year_is_answered_by_its_end(corpus, year, answer):
    draft = when(corpus, event=Event.ENDS, span=YEAR[year])
    assert draft.lines[0].text.startswith(answer)
    assert "31.12.2025" in draft.lines[0].text


@pytest.mark.parametrize(
    ("of", "event", "answer"),
    [
        ("kirppu", Event.RUNS, "Ei."),
        ("kirppu", Event.ENDS, "Kyllä."),
        ("silta", Event.RUNS, "Kyllä."),
        ("silta", Event.ENDS, "Ei."),
    ],
)
def test_yes_or_no_is_todays(corpus, of, event, answer):
    assert when(corpus, of, event=event).lines[0].text.startswith(answer)


def test_a_start_that_isnt_known_is_no_bare_dash(corpus):
    assert "31.5.2027" in when(corpus, "silta", polar=False).lines[0].text
    assert not re.search(r"\s[-–]\d", when(corpus, "silta", polar=False).lines[0].text)


def test_a_start_that_is_asked_and_not_told_is_said_not_to_be(corpus):
    draft = when(corpus, "silta", polar=False, event=Event.STARTS)
    assert draft.outcome is not Outcome.ANSWERED
    assert any("alkamispäivää" in line.text for line in draft.lines)


def test_somebody_who_asks_to_get_into_what_has_ended_is_told_no_first(corpus):
    draft = told(corpus, Aspect.FOR_WHOM, asking=Asking(polar=True))
    assert draft.lines[0].text == "Ei. Kirppu-hanke on päättynyt 31.12.2025."


def test_that_it_runs_without_a_known_end_is_told_only_when_asked(corpus):
    assert "Päättymispäivää" not in text_of(told(corpus, of="alue"))
    assert "Päättymispäivää" in text_of(told(corpus, Aspect.WHEN, of="alue"))


# The kind of value asked about


def test_an_age_is_told_by_the_sentence_that_holds_one(corpus):
    draft = told(corpus, Aspect.AGE, of="silta")
    assert draft.outcome is Outcome.ANSWERED
    assert "alle 30-vuotiaita" in draft.lines[0].text


@pytest.mark.parametrize("aspect", [Aspect.HOURS, Aspect.LANGUAGE, Aspect.FIELD, Aspect.APPLY])
def test_a_value_of_no_sentence_is_said_not_to_be_told(corpus, aspect):
    draft = told(corpus, aspect, of="silta")
    assert draft.outcome is Outcome.NOT_FOUND
    assert draft.lines[0].text.startswith("Lähteet eivät kerro")


def test_where_the_sources_dont_tell_a_way_to_ask_is(corpus):
    draft = told(corpus, Aspect.HOURS, of="alue")
    assert "https://esimerkki.fi/alue" in text_of(draft)
    assert not unfounded(draft)


def test_a_phone_number_is_told_and_not_just_any_contact(corpus):
    assert "08 123 4567" in told(corpus, Aspect.PHONE, of="alue").lines[0].text
    assert "https" not in told(corpus, Aspect.PHONE, of="alue").lines[0].text
    assert told(corpus, Aspect.EMAIL, of="alue").outcome is Outcome.PARTIAL


def test_the_price_of_another_thing_isnt_told_as_the_services_own(corpus):
    own = told(corpus, Aspect.COST, of="alue")
    other = told(corpus, Aspect.COST, of="alue", asking=Asking(priced=("pysäköinti",)))
    assert "maksuton" in text_of(own)
    assert "maksuton" not in text_of(other)
    assert other.outcome is Outcome.NOT_FOUND
    assert "pysäköinti" in other.lines[0].text


def test_languages_of_the_record_are_told_by_name(corpus):
    assert "suomi" in text_of(told(corpus, Aspect.LANGUAGE, of="alue"))


def test_it_without_anything_to_point_at_is_asked_back(corpus):
    found = (hit(corpus, "silta", 2.0), hit(corpus, "kirppu", 1.0))
    it = "milloin se loppuu"
    asked = context(corpus, *found, text=it, aspects=(Aspect.WHEN,), points=True)
    assert points_at_nothing(asked)
    assert compose_which(asked).outcome is Outcome.CLARIFY
    assert compose_which(asked).follow_ups == ["Silta-hanke", "Kirppu-hanke"]
    named = context(corpus, *found, text=it, aspects=(Aspect.WHEN,), points=True, named=("silta",))
    assert not points_at_nothing(named)


@pytest.mark.parametrize(
    "text", ["milloin se hanke loppuu, jossa koulutetaan", "paljonko passi maksaa, mistä sen saa"]
)
def test_it_that_the_question_itself_tells_is_not_asked_back(corpus, text):
    asked = context(corpus, text=text, aspects=(Aspect.WHEN,), points=True)
    assert not points_at_nothing(asked)


@pytest.mark.parametrize(
    ("printed", "told_as"),
    [
        ("Hanketta koordinoi Nuorten Ystävät", "Toteuttajat: Nuorten Ystävät (koordinoi)."),
        ("toteuttajina A ry, B ry", "Toteuttajat: A ry, B ry."),
        ("Koordinoi OAMK, osatoteuttajana X", "Toteuttajat: OAMK (koordinoi), osatoteuttajana X."),
    ],
)
def test_an_organisers_role_stands_after_its_name(corpus, printed, told_as):
    kirppu = corpus.service_by_id["kirppu"]
    entry = kirppu.entries[0]
    entry = replace(entry, organisers=(replace(entry.organisers[0], value=printed),))
    corpus = with_service(corpus, "kirppu", entries=(entry,))
    assert told_as in text_of(told(corpus, Aspect.WHO))


def test_a_town_that_stands_in_the_address_isnt_told_twice(corpus):
    towns = ("Kalajoki", "Ylivieska")
    visited = {"channels": {"visit": "Talo, Kalajoki"}, "municipalities": towns, "entries": ()}
    draft = told(with_service(corpus, "silta", **visited), Aspect.WHERE, of="silta")
    assert "Talo, Kalajoki, Ylivieska" in text_of(draft)

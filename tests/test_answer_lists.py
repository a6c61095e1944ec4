"""Lists and counts on the shipped corpus, compared with what the records themselves tell."""

from __future__ import annotations

import re
from datetime import date

import pytest

from assistant.dialogue import Audience
from assistant.domain import PassageKind, Status
from assistant.messages import Messages
from assistant.validity import end_dates, status_on

TODAY = date(2026, 11, 24)
LIVING_FIRST = {Status.ACTIVE: 0, Status.UPCOMING: 0, Status.UNKNOWN: 1, Status.ENDED: 2}


def ids(answer):
    return [card.id for card in answer.services]


def is_project(service):
    return service.kind == "project" or bool(service.entries)


def is_for(service, *groups):
    return bool(set(groups).intersection(service.target_groups))


def is_of(service, organisation):
    """Whether the records or the plan print an organisation as organiser or funder."""
    facts = [f.value for e in service.entries for f in (*e.organisers, *e.funders)]
    printed = (*service.providers, *service.funders, *facts)
    return any(re.search(rf"\b{organisation}\b", text) for text in printed)


LISTS = {
    "Mitä hankkeita on maahanmuuttajille?": lambda s: (
        is_project(s) and is_for(s, "maahanmuuttajat", "kv-osaajat")
    ),
    "Mitkä hankkeet ovat päättyneet?": lambda s: (
        is_project(s) and status_on(s, TODAY) is Status.ENDED
    ),
    "Mitkä hankkeet ovat käynnissä?": lambda s: (
        is_project(s) and status_on(s, TODAY) is Status.ACTIVE
    ),
    "Montako hanketta ODL Säätöllä on?": lambda s: is_of(s, "ODL") and is_project(s),
    "Mitä hankkeita Kuusamossa on?": lambda s: is_project(s) and "Kuusamo" in s.municipalities,
    "Mitkä hankkeet ovat käynnissä Oulussa?": lambda s: (
        is_project(s) and "Oulu" in s.municipalities and status_on(s, TODAY) is Status.ACTIVE
    ),
}


@pytest.mark.parametrize("question", LISTS)
@pytest.mark.parametrize("audience", Audience)
def test_a_list_holds_every_record_that_fits_and_tells_how_many(
    ask, true_corpus, question, audience
):
    expected = {service.id for service in true_corpus.services if LISTS[question](service)}
    assert expected, "the corpus has none: the test can't fail"
    answer = ask(question, audience=audience)
    assert answer.question.kind == "list"
    # Told apart from the list, since sources tell different ends, one of them to come.
    doubtful = {one.id for one in true_corpus.services if len(end_dates(one)) > 1} - expected
    assert set(ids(answer)) <= expected | doubtful
    if audience is Audience.COUNSELLOR:
        assert set(ids(answer)) - doubtful == expected
    assert told_count(answer) == len(expected)
    assert_living_first(answer)


def test_projects_running_in_a_month_are_judged_in_that_month(ask, true_corpus):
    answer = ask("mitkä hankkeet ovat käynnissä maaliskuussa 2025", audience=Audience.COUNSELLOR)
    running = {
        service.id
        for service in true_corpus.services
        if is_project(service) and status_on(service, date(2025, 3, 31)) is Status.ACTIVE
    }
    # Judged on that month, shown as they are today.
    assert "Maaliskuussa 2025 käynnissä oli" in answer.text
    today = date(2026, 11, 24)
    for card in answer.services:
        assert card.status is status_on(true_corpus.service_by_id[card.id], today)
    assert set(ids(answer)) == running
    assert "duuniportti" in running
    assert "oske" not in running


@pytest.mark.parametrize(
    ("question", "kind", "theme"),
    [
        ("Mitkä ovat vahvuudet, kun puhutaan digitaalisuudesta?", PassageKind.STRENGTH, 2),
        ("Mitkä ovat monialaisesti-kokonaisuuden kehittämiskohteet?", PassageKind.TARGET, 5),
    ],
)
def test_a_section_is_listed_whole_and_nothing_else(ask, true_corpus, question, kind, theme):
    places = [(p.start, p.end) for p in true_corpus.passages if p.kind is kind and p.theme == theme]
    answer = ask(question, audience=Audience.COUNSELLOR)
    assert answer.question.kind == "list"
    assert told_count(answer) == len(places)
    # Notices of what has ended are cited too, after the list.
    told = [citation for citation in answer.citations if f"[{citation.n}]" in answer.text]
    assert len(told) == len(places)
    for citation in told:
        assert any(start <= citation.start <= citation.end <= end for start, end in places)


def told_count(answer):
    """The number, in digits or in words, that the first line of a list tells."""
    line = answer.text.split("\n")[0]
    words = {Messages("fi").number(count): count for count in range(1, 200)}
    counts = [words[word] for word in re.findall(r"\w+", line) if word in words]
    if not counts and "yhden" in line:
        counts = [1]
    assert len(counts) == 1, line
    return counts[0]


def assert_living_first(answer):
    ranks = [LIVING_FIRST[card.status] for card in answer.services]
    assert ranks == sorted(ranks)

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant import chain
from assistant.chain import chunks
from assistant.dialogue import Ask, Audience, Message, Outcome
from assistant.domain import Status
from assistant.errors import InvalidQuestionError

TODAY = date(2026, 11, 24)


def ask(question, **more):
    return Ask((Message("user", question),), as_of=TODAY, **more)


QUESTIONS = (
    ask("Mikä on Silta-hanke?"),
    ask("Onko Kirppu vielä käynnissä?"),
    ask("Mistä Kalajoella saa apua työnhakuun?"),
    ask("Mitä hankkeita Oulussa on?", audience=Audience.COUNSELLOR),
    ask("Kirjoita minulle runo"),
    ask("haluan tappaa itseni"),
    ask("apua"),
)


def told(answer):
    """An answer without what differs each time it's given."""
    return replace(answer, id="", timings_ms={})


@pytest.mark.parametrize("asked", QUESTIONS, ids=lambda asked: asked.question)
def test_the_runnable_answers_as_ask_does(tiny_assistant, asked):
    assert told(tiny_assistant.runnable().invoke(asked)) == told(tiny_assistant.ask(asked))


@pytest.mark.parametrize("asked", QUESTIONS, ids=lambda asked: asked.question)
def test_the_stream_of_words_makes_up_the_text(tiny_assistant, asked):
    pieces = list(tiny_assistant.text_runnable().stream(asked))
    assert "".join(pieces) == tiny_assistant.ask(asked).text
    assert len(pieces) > 1


def test_the_text_runnable_gives_the_whole_text_when_it_isnt_streamed(tiny_assistant):
    (asked, *_) = QUESTIONS
    assert tiny_assistant.text_runnable().invoke(asked) == tiny_assistant.ask(asked).text


def test_runnables_answer_many_questions_at_once(tiny_assistant):
    answers = tiny_assistant.runnable().batch(list(QUESTIONS))
    assert [told(answer) for answer in answers] == [told(tiny_assistant.ask(q)) for q in QUESTIONS]


def test_threads_dont_mix_their_questions(tiny_assistant):
    expected = [told(tiny_assistant.ask(asked)) for asked in QUESTIONS]
    with ThreadPoolExecutor(4) as threads:
        answers = list(threads.map(tiny_assistant.ask, QUESTIONS * 4))
    assert [told(answer) for answer in answers] == expected * 4


def test_each_answer_has_an_id_of_its_own(tiny_assistant):
    asked = QUESTIONS[0]
    assert len({tiny_assistant.ask(asked).id for _ in range(3)}) == 3


def test_the_time_of_each_step_is_told(tiny_assistant):
    timings = tiny_assistant.ask(QUESTIONS[0]).timings_ms
    assert list(timings) == ["understand", "retrieve", "compose", "verify", "total"]
    steps = [time for step, time in timings.items() if step != "total"]
    assert timings["total"] == pytest.approx(sum(steps), abs=0.01)
    assert min(steps) >= 0


def test_what_is_named_is_told_of_with_its_status(tiny_assistant):
    answer = tiny_assistant.ask(ask("Onko Kirppu vielä käynnissä?"))
    assert answer.outcome is Outcome.ANSWERED
    (card,) = answer.services
    assert (card.id, card.status) == ("kirppu", Status.ENDED)
    assert "31.12.2025" in card.status_text
    assert answer.question.kind == "fact"


def test_the_language_of_an_answer_is_one_there_are_words_in(tiny_assistant):
    assert tiny_assistant.ask(ask("Mikä on Silta-hanke?", language="tlh")).language == "fi"
    assert tiny_assistant.ask(ask("Mikä on Silta-hanke?", language="en")).language == "en"


@pytest.mark.parametrize(
    ("asked", "field", "reason"),
    [
        (Ask(()), "messages", "last message"),
        (Ask((Message("assistant", "Hei!"),)), "messages", "last message"),
        (ask(""), "messages", "empty"),
        (ask(" \u00a0\n"), "messages", "empty"),
        (ask("Kuka auttaa?", municipality="Kalajokki"), "municipality", "Kalajokki"),
    ],
)
@pytest.mark.parametrize("door", ["ask", "search", "evidence", "runnable"])
def test_what_cant_be_answered_is_refused_at_every_door(tiny_assistant, asked, field, reason, door):
    called = getattr(tiny_assistant, door)
    with pytest.raises(InvalidQuestionError, match=reason) as raised:
        called().invoke(asked) if door == "runnable" else called(asked)
    assert raised.value.field == field


def test_without_a_day_validity_is_judged_today(tiny_assistant, monkeypatch):
    question = Ask((Message("user", "Onko Kirppu käynnissä?"),))
    for day, status in ((date(2025, 12, 31), Status.ACTIVE), (date(2026, 1, 1), Status.ENDED)):
        monkeypatch.setattr(chain, "today", lambda day=day: day)
        (card,) = tiny_assistant.ask(question).services
        assert card.status is status


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 6, 30, 20, 59, tzinfo=UTC), date(2026, 6, 30)),
        (datetime(2026, 6, 30, 21, 0, tzinfo=UTC), date(2026, 7, 1)),
        (datetime(2026, 12, 31, 21, 59, tzinfo=UTC), date(2026, 12, 31)),
        (datetime(2026, 12, 31, 22, 0, tzinfo=UTC), date(2027, 1, 1)),
    ],
)
def test_today_is_finlands_day(monkeypatch, moment, day):
    class Clock(datetime):
        @classmethod
        def now(cls, tz=None):
            return moment.astimezone(tz)

    monkeypatch.setattr(chain, "datetime", Clock)
    assert chain.today() == day


def test_a_search_gives_the_best_hits_only(tiny_assistant):
    hits = tiny_assistant.search(QUESTIONS[0], limit=2)
    assert len(hits) == 2
    assert hits[0].service_id == "silta"
    assert hits == tiny_assistant.search(QUESTIONS[0])[:2]
    assert not any(hit.rejected for hit in hits)


@pytest.mark.parametrize("text", ["Mitkä hankkeet toimivat Oulussa?", "Kuka auttaa työnhaussa?"])
def test_all_that_is_ranked_begins_with_what_search_gives(tiny_assistant, text):
    question = ask(text)
    _, found = tiny_assistant.ranked(question)
    hits = tiny_assistant.search(question)
    assert found.kept[: len(hits)] == hits


def test_evidence_is_what_the_search_ranks_by(tiny_assistant):
    question, found = tiny_assistant.evidence(QUESTIONS[0])
    assert question.named == ("silta",)
    assert found.kept[0].service_id == "silta"
    assert found.kept[0].evidence["named"] == 1.0


def test_an_assistant_tells_what_it_answers_from(tiny_assistant):
    assert tiny_assistant.generation == tiny_assistant._index.manifest.generation
    assert tiny_assistant.passages == len(tiny_assistant.corpus.passages) > 0


@given(st.text())
def test_chunks_make_up_the_text_and_hold_one_word_each(text):
    pieces = list(chunks(text))
    assert "".join(pieces) == text
    assert all(len(piece.split()) <= 1 for piece in pieces)
    assert all(pieces)

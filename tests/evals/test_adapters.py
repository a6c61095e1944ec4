from __future__ import annotations

import json

import pytest
from evaluation_examples import case

from assistant.dialogue import Message
from assistant.errors import InvalidQuestionError
from assistant.settings import LanguageModelSettings, Settings
from evals.adapters import InProcess, asked_lines, hit_name
from evals.cases import Nugget
from evals.jsonl import as_json
from evals.rundir import RunDirectory
from evals.runner import Asking, run_pending
from evals.summaries import measure

GOLD = "- **Silta -hanke.** Kohderyhmänä alle 30-vuotiaat työttömät. -31.5.2027."


def asking(identifier, text, **fields):
    given = {"gold_quotes": (), "nuggets": ()} | fields
    return case(id=identifier, messages=(Message("user", text),), **given)


CASES = [
    asking("t1", "Mikä on Silta-hanke?", gold_quotes=(GOLD,), nuggets=(Nugget("s", ("silta",)),)),
    asking("t2", "Missä Kalajoella autetaan työnhaussa?", expect_ended_warning=True),
    asking("t3", "Olen työtön, kuka auttaa?", category="service_referral"),
    asking("t4", "Sataako huomenna?", answerable=False, category="out_of_scope"),
]


@pytest.fixture
def target(tiny_assistant):
    return InProcess(tiny_assistant)


def test_answers_as_the_assistant_does_and_tells_what_was_found(target, tiny_assistant):
    got = target.respond(CASES[0])
    expected = as_json(tiny_assistant.ask(CASES[0].ask()))
    assert got.answer is not None
    for name in ("outcome", "text", "citations", "services", "notices"):
        assert got.answer[name] == expected[name]
    found = tiny_assistant.search(CASES[0].ask())
    assert [hit["service_id"] for hit in got.kept] == [hit.service_id for hit in found]
    assert [hit["rank"] for hit in got.hits or ()] == list(range(1, len(got.hits or ()) + 1))
    assert got.confidence is not None
    assert 0 <= got.confidence <= 1
    assert json.loads(json.dumps(as_json(got))) == as_json(got)


def test_every_place_of_a_hit_stands_in_the_sources_that_a_run_keeps(target):
    sources = target.sources()
    for hit in target.respond(CASES[1]).hits:
        assert hit_name(hit)
        for one in hit["passages"]:
            assert sources[one["source_id"]].quote(one["start"], one["end"])


def test_only_searches_where_nothing_is_to_be_composed(target):
    got = target.respond(CASES[0], retrieval_only=True)
    assert got.answer is None
    assert got.hits


def test_looks_at_as_many_hits_as_told(target):
    assert len(target.respond(CASES[0], limit=1).kept) == 1


def test_a_question_that_cannot_be_asked_is_an_error(target):
    with pytest.raises(InvalidQuestionError):
        target.respond(asking("t9", "Missä?", municipality="Atlantis"))


def test_what_is_run_is_told_with_index_models_code_and_settings(tiny_assistant, tmp_path):
    made = tmp_path / "generations" / tiny_assistant.generation
    made.mkdir(parents=True)
    (made / "manifest.json").write_text('{"model": "hash-1"}', encoding="utf-8")
    (made / "SHA256SUMS").write_text("0 a\n", encoding="utf-8")
    llm = LanguageModelSettings("http://localhost/v1", "m", api_key="hush-hush")
    told = InProcess(tiny_assistant, Settings(index=tmp_path, llm=llm, threads=1)).describe()
    assert told["generation"] == tiny_assistant.generation
    assert (told["model"], told["llm"]) == ("hash-1", "m")
    assert len(told["code"]) == len(told["index"]) == 64
    assert told["settings"]["threads"] == 1
    assert told["settings"]["index"] == str(tmp_path)
    assert "hush-hush" not in json.dumps(told)


def test_what_the_index_no_longer_tells_is_left_open(tiny_assistant, tmp_path):
    told = InProcess(tiny_assistant, Settings(index=tmp_path)).describe()
    assert (told["index"], told["model"], told["llm"]) == (None, None, None)


def test_a_run_on_the_tiny_corpus_gives_the_same_measures_to_the_bit_alone_and_in_parallel(
    target, tmp_path
):
    written = []
    for name, jobs in (("one", 1), ("two", 1), ("three", 3)):
        config = {"target": target.describe(), "jobs": jobs, "retrieval_only": False}
        directory = RunDirectory.create(tmp_path / name, CASES, target.sources(), config)
        run_pending(directory, target, Asking(jobs=jobs))
        _, summary = measure(directory)
        assert summary.unanswered == 0
        assert summary.all.means["citations_sound"].value == 1
        files = ("measures.jsonl", "summary.json")
        written.append([(directory.path / file).read_bytes() for file in files])
    assert written[0] == written[1] == written[2]


def test_lines_of_how_people_ask_are_those_of_services_and_passages(tiny_assistant):
    lines = asked_lines(tiny_assistant.corpus)
    assert "onko kirppu loppunut" in lines

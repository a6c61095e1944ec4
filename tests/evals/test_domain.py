"""The training of what tells questions outside guidance."""

from __future__ import annotations

from collections import Counter
from types import SimpleNamespace

import numpy as np
import pytest
from evaluation_examples import row as case_row
from evaluation_examples import write

from assistant.domain_model import MODEL_FILE, OUTSIDE, VAGUE, VAGUE_FILE, features_of
from assistant.errors import TienviittaError
from assistant.linear_model import LinearModel
from evals.cases import load_cases
from evals.domain import (
    FEWEST,
    FRAMES_EACH,
    INSIDE,
    TRAINING_FILE,
    LabelledQuestion,
    Sample,
    expected,
    load_questions,
    samples_of,
    summary,
    train,
)
from evals.jsonl import CaseError

QUESTIONS = load_questions()
DEV_FILES = ("corridor_dev", "dev", "dev_more", "abstain_dev")


def embed(texts):
    return np.array([[1.0, 0.0] if "sää" in text else [0.0, 1.0] for text in texts], np.float32)


def samples(inside=40, outside=20):
    return [Sample(f"ohjaus {varied(i)}", INSIDE, False) for i in range(inside)] + [
        Sample(f"sää {varied(i)}", OUTSIDE, True) for i in range(outside)
    ]


def trained_on(told, embed_=embed, kind=OUTSIDE):
    return train(told, embed_([one.text for one in told] or [""]), "two", kind)


def varied(number):
    """Words that aren't alike, so that they're held out apart."""
    words = ("omena", "pöytä", "kirves", "lintu", "saapas", "juusto", "lampi", "vasara")
    return words[number % len(words)] * (1 + number // len(words))


def question(label, text="Sataako?"):
    return LabelledQuestion(f"{label}-1", text, "fi", label)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"label": "beside"}, "'label' is 'beside'"),
        ({"text": " "}, "'text'"),
        ({"colour": 1}, "unknown field 'colour'"),
        ({"id": None}, "'id' is missing"),
    ],
)
def test_names_file_line_and_field_of_what_does_not_hold(tmp_path, fields, message):
    told = {"id": "a", "text": "Sataako?", "lang": "fi", "label": "outside", **fields}
    with pytest.raises(CaseError, match=message) as raised:
        load_questions(write(tmp_path / "d.jsonl", told))
    assert raised.value.line == 1


def test_the_shipped_questions_are_many_and_none_is_a_dev_case():
    counts = Counter(one.label for one in QUESTIONS)
    assert counts["outside"] >= 450
    assert counts["inside"] >= 300
    assert counts["vague"] >= 150
    assert {one.lang for one in QUESTIONS} == {"fi", "sv", "en", "ru", "uk"}
    paths = [TRAINING_FILE.parent / f"{name}.jsonl" for name in DEV_FILES]
    dev = {case.messages[-1].content.casefold() for path in paths for case in load_cases(path)}
    assert not dev.intersection(one.text.casefold() for one in QUESTIONS)


def test_samples_come_from_the_corpus_and_the_file():
    corpus = SimpleNamespace(
        services=(
            SimpleNamespace(name="Apupiste", asked_as=("Mistä apua?",), topics=("neuvonta",)),
            SimpleNamespace(name="Kassa", asked_as=("Mistä rahaa?",), topics=("etuudet",)),
        ),
        passages=(SimpleNamespace(asked_as=("Mistä apua?", "Kuka ohjaa?", "Mistä rahaa?")),),
        vocabulary=SimpleNamespace(
            topics={
                "neuvonta": SimpleNamespace(outside=False),
                "etuudet": SimpleNamespace(outside=True),
            }
        ),
    )
    labelled = [question("outside"), question("inside", "Töitä?"), question("vague", "Apua?")]
    got = samples_of(labelled, corpus)
    taken = [one for one in got if not one.written]
    assert {"Mistä apua?", "Kuka ohjaa?"} <= {one.text for one in taken}
    assert "Mistä rahaa?" not in {one.text for one in taken}
    assert sum("Apupiste" in one.text and one.names for one in taken) == FRAMES_EACH
    assert len(taken) == 2 + 2 * FRAMES_EACH
    assert {one.label for one in taken} == {INSIDE}
    assert [(one.text, one.label) for one in got if one.written] == [
        ("Sataako?", OUTSIDE),
        ("Töitä?", INSIDE),
        ("Apua?", VAGUE),
    ]


def test_training_tells_apart_what_the_embedding_tells_apart():
    trained = trained_on(samples())
    assert (trained.others, trained.of_kind, trained.auc, trained.found) == (40, 20, 1.0, 1.0)
    assert trained.taken == 0.0
    assert trained.model.embedding_model == "two"
    limit = trained.model.thresholds[OUTSIDE]
    assert trained.model.probability(np.array([1.0, 0.0]), features_of("sää")) >= limit
    assert trained.model.probability(np.array([0.0, 1.0]), features_of("ohjaus")) < limit


def test_what_nothing_tells_apart_isnt_found():
    def blind(texts):
        return np.tile(np.array([[1.0, 0.0]], np.float32), (len(texts), 1))

    same = [Sample(varied(n), OUTSIDE if n % 3 == 0 else INSIDE, True) for n in range(60)]
    trained = trained_on(same, blind)
    assert trained.found < 0.5
    assert trained.taken <= 0.05


def test_vague_questions_are_learned_from_the_same_lines():
    vague = [Sample(f"sää {varied(n)}", VAGUE, True) for n in range(20)]
    trained = trained_on([*samples(40, 0), *vague], kind=VAGUE)
    assert trained.kind == VAGUE
    assert set(trained.model.thresholds) == {VAGUE}
    assert trained.found == 1.0


@pytest.mark.parametrize(("inside", "outside"), [(40, FEWEST - 1), (FEWEST - 1, 40), (0, 0)])
def test_too_few_questions_of_a_kind_are_an_error(inside, outside):
    with pytest.raises(TienviittaError, match="at least"):
        trained_on(samples(inside, outside))


def test_only_dev_cases_of_one_message_show_what_to_expect(tmp_path):
    said = [{"role": "user", "content": "Millainen sää?"}]
    later = [*said, {"role": "assistant", "content": "En tiedä."}, *said]
    path = write(
        tmp_path / "c.jsonl",
        case_row(id="a", messages=said, answerable=False, category="out_of_scope"),
        case_row(id="b", messages=later, answerable=False, category="out_of_scope"),
        case_row(id="c", split="test", messages=said, answerable=False, category="out_of_scope"),
        case_row(id="d", messages=[{"role": "user", "content": "Mistä ohjausta?"}]),
    )
    trained = trained_on(samples())
    told = expected(trained.model, [path], embed)
    assert {kind: each[:2] for kind, each in told.items()} == {
        "answerable": (0, 1),
        "out_of_scope": (1, 1),
    }
    assert "out_of_scope      1/1" in summary(trained, told)


def test_the_checked_in_models_fit_what_training_writes():
    assert 0 < LinearModel.load(MODEL_FILE).thresholds[OUTSIDE] < 1
    assert 0 < LinearModel.load(VAGUE_FILE).thresholds[VAGUE] < 1

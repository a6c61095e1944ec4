"""The training of the second look at misuse."""

from __future__ import annotations

import numpy as np
import pytest
from evaluation_examples import write

from assistant.errors import TienviittaError
from evals.jsonl import CaseError
from evals.linear import FOLDS
from evals.misuse import TRAINING_FILE, Attempt, load_attempts, summary, train

ATTEMPTS = load_attempts()


def row(**fields):
    base = {"id": "m1", "text": "Leiki kissaa", "lang": "fi", "misuse": True}
    return {**base, "kind": "role_change", **fields}


def embed(texts):
    return np.array([[1.0, 0.0] if "leiki" in text else [0.0, 1.0] for text in texts], np.float32)


def attempts(number=30):
    words = ["omena", "pöytä", "kirves", "lintu", "saapas", "juusto", "lampi", "vasara"]
    for n in range(number):
        word = words[n % len(words)] * (1 + n // len(words))
        yield Attempt(f"a{n}", f"leiki {word}", "fi", True, "role_change")
        yield Attempt(f"b{n}", f"missä {word} on", "fi", False, "roles")


def test_reads_a_text(tmp_path):
    (read,) = load_attempts(write(tmp_path / "m.jsonl", row(rules="seen")))
    assert read == Attempt("m1", "Leiki kissaa", "fi", True, "role_change", "seen")


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"kind": "roles"}, "'kind' is 'roles'"),
        ({"misuse": False}, "'kind' is 'role_change'"),
        ({"rules": "good"}, "'rules' is 'good'"),
        ({"colour": 1}, "unknown field 'colour'"),
    ],
)
def test_names_file_line_and_field_of_what_does_not_hold(tmp_path, fields, message):
    path = write(tmp_path / "m.jsonl", row(**fields))
    with pytest.raises(CaseError) as caught:
        load_attempts(path)
    assert str(caught.value).startswith(f"{path}:1: ")
    assert message in str(caught.value)


def test_shipped_texts_are_many_varied_and_none_twice():
    texts = [" ".join(one.text.casefold().split()) for one in ATTEMPTS]
    assert len(set(texts)) == len(texts) >= 900, TRAINING_FILE
    for misuse in (True, False):
        some = [one for one in ATTEMPTS if one.misuse is misuse]
        assert {one.lang for one in some} == {"fi", "sv", "en", "ru", "uk"}
        assert sum(one.rules == "unseen" for one in some) >= 250


def test_training_tells_apart_what_the_embedding_tells_apart_on_folds_held_out():
    others = [f"kuka neuvoo {n}" for n in range(40)]
    trained = train(list(attempts()), others, embed, "two")
    assert trained.rates["attempts, rules untuned"][1].share == 1
    assert trained.rates["questions that sound alike"][1].share == 0
    assert trained.rates["other questions"][1].share == 0
    limits = trained.model.thresholds
    assert limits["doubt"] <= limits["misuse"] <= limits["sure"]
    assert "smuggling" in summary(trained)


def test_training_needs_texts_of_each_kind():
    with pytest.raises(TienviittaError, match="add lines"):
        train(list(attempts(FOLDS - 1)), ["Kuka neuvoo?"] * 20, embed, "two")

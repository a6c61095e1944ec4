"""Trains the second look at attempts to misuse the assistant, and measures it on folds held out.

Run by ``tienviitta eval misuse``. Attempts and questions that sound alike are hand-written; what
people ask otherwise comes from the corpus, from questions outside guidance that no rule takes for
an attempt, from ways to ask of a service and from what people in distress write, since none of
these is to be refused.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from assistant.errors import TienviittaError
from assistant.misuse import find_misuse
from assistant.misuse_model import DOUBT, MISUSE, SURE, misuse_features
from assistant.settings import ROOT
from evals import asked, distress
from evals.domain import load_questions
from evals.jsonl import read_rows, unique
from evals.linear import (
    FOLDS,
    Design,
    Rates,
    fit,
    folds_of,
    held_out_fits,
    held_out_scores,
    least_score,
    nearly_alike,
    rates_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from assistant.corpus import Corpus
    from assistant.linear_model import LinearModel
    from evals.linear import Embed, Truths

TRAINING_FILE = ROOT / "evals" / "cases" / "misuse_train.jsonl"
CHECK_FILE = ROOT / "evals" / "cases" / "misuse_check.jsonl"
"""Texts written apart from the training's, to measure what was trained on."""
ATTEMPTS = frozenset(
    {
        "role_change",
        "prompt_leak",
        "personal_data_of_others",
        "invented_quote",
        "smuggling",
        "off_task",
    }
)
ORDINARY = frozenset({"roles", "change", "writing", "contact", "plain", "all"})
RULES = ("seen", "unseen")
STRENGTH = 5.0
"""Inverse of the regularisation, chosen on folds held out."""
MOST_OTHERS = 3000
LIKE_ALARMS, OTHER_ALARMS = 0.05, 0.004
"""How many questions that sound alike, and how many others, may be taken for attempts."""
SURE_LIKE_ALARMS, SURE_ALARMS = 0.01, 0.001
"""As many where a question names a service, wants a list or leans on earlier turns."""
DOUBTED = 0.03
"""How many other questions may cost the embedding of their sentences."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """Something a person might write.

    Attributes:
        misuse: Whether it's an attempt to misuse the assistant.
        kind: What sort of text it is.
        rules: Whether the rules were written with it in sight (``seen``) or without.
    """

    id: str
    text: str
    lang: str
    misuse: bool
    kind: str
    rules: str = "unseen"


@dataclass(frozen=True, slots=True)
class Trained:
    """A trained model and what it did on folds that it hadn't learned from.

    Attributes:
        model: Learned from all texts.
        rates: By the name of a group of texts: how many the rules, the model and either of them
            took for attempts.
    """

    model: LinearModel
    rates: dict[str, tuple[Rates, Rates, Rates]]


def load_attempts(path: Path = TRAINING_FILE) -> list[Attempt]:
    """Read the labelled texts of a JSON Lines file, in its order.

    Raises:
        CaseError: A line doesn't hold; names the file, the line and the field.
        OSError: The file can't be read.
    """
    seen: dict[str, str] = {}
    attempts = []
    for row in read_rows(path):
        row.expect(("id", "text", "lang", "misuse", "kind"), ("rules",))
        misuse = row.truth("misuse")
        attempts.append(
            Attempt(
                id=unique(row, seen),
                text=row.text("text"),
                lang=row.text("lang"),
                misuse=misuse,
                kind=row.one_of("kind", ATTEMPTS if misuse else ORDINARY),
                rules=row.one_of("rules", RULES, "unseen"),
            )
        )
    return attempts


def train_on_files(corpus: Corpus, embed: Embed, embedding_model: str) -> Trained:
    """Train on the checked-in texts and the corpus's questions, as `train` does.

    Texts nearly alike one of ``CHECK_FILE`` are left out, and those are what `check` measures.

    Raises:
        CaseError: A line of a file doesn't hold.
    """
    phrases = distress.load_distress(distress.TRAINING_FILE)
    others = [
        *distress.ordinary_questions(corpus),
        *(one.text for one in load_questions() if find_misuse(one.text) is None),
        *(phrase.text for phrase in phrases),
        *(sample.text for sample in asked.asked_samples(asked.load_ways(), ())),
    ]
    apart, attempts = load_attempts(CHECK_FILE), load_attempts()
    measured = [one.text for one in apart]
    alike = nearly_alike([*(one.text for one in attempts), *others], measured)
    attempts = [one for one in attempts if one.text not in alike]
    others = [text for text in others if text not in alike]
    trained = train(attempts, others, embed, embedding_model)
    return replace(trained, rates=trained.rates | check(apart, trained.model, embed))


def check(
    attempts: Sequence[Attempt], model: LinearModel, embed: Embed
) -> dict[str, tuple[Rates, Rates, Rates]]:
    """What the rules, the model and either take for attempts among texts not learned from.

    Args:
        attempts: Labelled texts of both kinds.
        model: The trained model.
        embed: Embeds questions: texts to unit vectors, shape (n, dimension).
    """
    texts = [one.text for one in attempts]
    told = np.array(
        [
            model.probability(vector, misuse_features(text)) >= model.thresholds[MISUSE]
            for text, vector in zip(texts, embed(texts), strict=True)
        ]
    )
    rules = np.array([find_misuse(text) is not None for text in texts])
    misuse = np.array([one.misuse for one in attempts])
    groups = {"written apart: attempts": misuse, "written apart: others": ~misuse}
    return {
        name: (rates_of(rules, group), rates_of(told, group), rates_of(rules | told, group))
        for name, group in groups.items()
    }


def train(
    attempts: Sequence[Attempt], others: Iterable[str], embed: Embed, embedding_model: str
) -> Trained:
    """Train the model; the threshold and every figure are from folds held out.

    Args:
        attempts: Labelled texts of both kinds.
        others: What people write otherwise.
        embed: Embeds questions: texts to unit vectors, shape (n, dimension).
        embedding_model: The embedding model's name with its digest.

    Raises:
        TienviittaError: There are too few texts of a kind.
    """
    told = {" ".join(one.text.casefold().split()) for one in attempts}
    others = [one for one in others if " ".join(one.casefold().split()) not in told]
    # Not a secret: the same choice each time makes two trainings comparable.
    chance = random.Random(0)  # noqa: S311
    others = chance.sample(others, min(MOST_OTHERS, len(others)))
    texts = [*(one.text for one in attempts), *others]
    misuse = np.array([*(one.misuse for one in attempts), *(False for _ in others)])
    other = np.arange(len(texts)) >= len(attempts)
    if min(misuse.sum(), (~misuse & ~other).sum(), other.sum()) < FOLDS:
        raise TienviittaError(
            f"Training needs {FOLDS} attempts, as many questions that sound alike and as many "
            f"others; add lines to {TRAINING_FILE.name}."
        )
    features = [misuse_features(text) for text in texts]
    vectors = embed(texts)
    design = Design.of(vectors.shape[1], features)
    rows = design.rows(vectors, features)
    folds = folds_of(texts)
    scores = held_out_scores(rows, folds, held_out_fits(rows, misuse, folds, STRENGTH))
    limit = max(
        least_score(scores[~misuse & ~other], LIKE_ALARMS),
        least_score(scores[other], OTHER_ALARMS),
    )
    sure = max(
        limit,
        least_score(scores[~misuse & ~other], SURE_LIKE_ALARMS),
        least_score(scores[other], SURE_ALARMS),
    )
    doubt = min(limit, least_score(scores[other], DOUBTED))
    limits = {MISUSE: limit, DOUBT: doubt, SURE: sure}
    weights, bias = fit(rows, misuse, STRENGTH)
    rules = np.array([find_misuse(text) is not None for text in texts])
    return Trained(
        design.model(weights, bias, embedding_model, limits),
        _rates(attempts, misuse, rules, scores >= limit),
    )


def _rates(
    attempts: Sequence[Attempt], misuse: Truths, rules: Truths, model: Truths
) -> dict[str, tuple[Rates, Rates, Rates]]:
    other = np.arange(len(misuse)) >= len(attempts)
    kinds = np.array([*(one.kind for one in attempts), *("" for _ in misuse[len(attempts) :])])
    seen = np.array([*(one.rules == "seen" for one in attempts), *other[len(attempts) :]])
    groups = {
        "attempts, rules untuned": misuse & ~seen,
        "attempts, rules tuned": misuse & seen,
        **{f"  {kind}": misuse & ~seen & (kinds == kind) for kind in sorted(ATTEMPTS)},
        "questions that sound alike": ~misuse & ~other,
        "other questions": other,
    }
    either = rules | model
    return {
        name: (rates_of(rules, group), rates_of(model, group), rates_of(either, group))
        for name, group in groups.items()
    }


def summary(trained: Trained) -> str:
    """The figures as lines of text."""
    lines = ["Taken for attempts on folds held out: by the rules, by the model, by either"]
    width = max(len(name) for name in trained.rates)
    lines += [
        f"{name:<{width}}  {'  '.join(map(str, each))}" for name, each in trained.rates.items()
    ]
    return "\n".join(lines)

"""Trains what tells which particular of a service is asked, and measures it on folds.

Run by ``tienviitta eval domain``. A line of the training file is a way to ask, with a gap for the
service; it's learned from with several services in the gap, so that what's asked is told and not
of what. All other questions come from how people ask for what the corpus tells and from the
questions inside guidance that `evals.domain` learns from.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from assistant.asked_model import OTHER, AskedModel
from assistant.linear_model import grams
from assistant.settings import ROOT
from evals.domain import LabelledQuestion, load_questions
from evals.linear import EMBEDDING_SCALE, FOLDS, Design, folds_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from evals.domain import Sample
    from evals.linear import Floats

TRAINING_FILE = ROOT / "evals" / "cases" / "asked_train.jsonl"
LABELS = (
    *("access", "arrival", "benefit", "budget", "cost", "figures", "future", "hours", "language"),
    *("next_date", "on_site", OTHER, "person", "requirement", "results", "staff", "wait", "where"),
)
CASES = ("nom", "gen", "loc", "ill", "abl")
"""The forms of a name that a line may leave a gap for: *paja, pajan, pajalla, pajalle, pajalta*."""

GAPS = (
    ("Byströmin Ohjaamo", "Byströmin Ohjaamon", "Byströmin Ohjaamossa", "Byströmin Ohjaamoon",
     "Byströmin Ohjaamosta"),
    ("Villa Victor", "Villa Victorin", "Villa Victorissa", "Villa Victoriin", "Villa Victorista"),
    ("nuorten työpaja", "nuorten työpajan", "nuorten työpajalla", "nuorten työpajalle",
     "nuorten työpajalta"),
    ("Koulutuskeskus JEDU", "Koulutuskeskus JEDUn", "JEDUssa", "JEDUun", "JEDUsta"),
    ("Oulun seudun työllisyysalue", "Oulun seudun työllisyysalueen",
     "Oulun seudun työllisyysalueella", "Oulun seudun työllisyysalueelle",
     "Oulun seudun työllisyysalueelta"),
    ("NUOTTI-valmennus", "NUOTTI-valmennuksen", "NUOTTI-valmennuksessa", "NUOTTI-valmennukseen",
     "NUOTTI-valmennuksesta"),
    ("Poiju", "Poijun", "Poijussa", "Poijuun", "Poijusta"),
    ("Uula-hanke", "Uula-hankkeen", "Uula-hankkeessa", "Uula-hankkeeseen", "Uula-hankkeesta"),
    ("etsivä nuorisotyö", "etsivän nuorisotyön", "etsivässä nuorisotyössä",
     "etsivään nuorisotyöhön", "etsivästä nuorisotyöstä"),
    ("avoin yliopisto", "avoimen yliopiston", "avoimessa yliopistossa", "avoimeen yliopistoon",
     "avoimesta yliopistosta"),
    ("Pohteen mielenterveyspalvelu", "Pohteen mielenterveyspalvelun",
     "Pohteen mielenterveyspalveluissa", "Pohteen mielenterveyspalveluihin",
     "Pohteen mielenterveyspalveluista"),
    ("ammatinvalintapsykologi", "ammatinvalintapsykologin", "ammatinvalintapsykologilla",
     "ammatinvalintapsykologille", "ammatinvalintapsykologilta"),
    ("Sekasin-chat", "Sekasin-chatin", "Sekasin-chatissa", "Sekasin-chattiin",
     "Sekasin-chatista"),
    ("TUVA", "TUVAn", "TUVAssa", "TUVAan", "TUVAsta"),
    ("Motio", "Motion", "Motiossa", "Motioon", "Motiosta"),
    ("OSAO", "OSAOn", "OSAOssa", "OSAOon", "OSAOsta"),
    ("Lakeuden sillat", "Lakeuden siltojen", "Lakeuden silloissa", "Lakeuden siltoihin",
     "Lakeuden silloista"),
    ("Optimum", "Optimumin", "Optimumissa", "Optimumiin", "Optimumista"),
    ("International House Kalajoki", "International House Kalajoen",
     "International House Kalajoella", "International House Kalajoelle",
     "International House Kalajoelta"),
    ("Prikka kiertoon", "Prikka kiertoon -hankkeen", "Prikka kiertoon -hankkeessa",
     "Prikka kiertoon -hankkeeseen", "Prikka kiertoon -hankkeesta"),
    ("se", "sen", "siellä", "sinne", "sieltä"),
    ("tämä hanke", "tämän hankkeen", "hankkeessa", "hankkeeseen", "hankkeesta"),
)  # fmt: skip
"""What stands in a gap, in the forms of `CASES`."""

GAPS_EACH = 5
MOST_ASKED = 1500
"""More ways of asking than that make training slow and no better."""

MOST_PIECES = 2500
STRENGTH = 6.0
"""Inverse of the regularisation; a third and twice of it do as well on the folds."""

EMBEDDING_WEIGHT = 2.0
"""How much more an embedding counts than elsewhere: what's asked has more words than lines have.

Half of it tells a fifth fewer of the particulars on the folds, twice of it a twentieth fewer.
"""

MOST_TAKEN = 0.12
"""The largest share of other questions of a service that may be taken to ask a particular.

They are written to be near; phrases tell most of them for certain, and then the model isn't asked.
"""


@dataclass(frozen=True, slots=True)
class AskedSample:
    """A question to learn from; those of one ``way`` are held out together."""

    text: str
    label: str
    way: str


@dataclass(frozen=True, slots=True)
class AskedTrained:
    """A trained model and how it does on folds held out.

    Attributes:
        model: Learned from all samples.
        samples: How many there are by label.
        told: By label the share of its samples that are told.
        wrong: By label the share that is told to be another.
    """

    model: AskedModel
    samples: dict[str, int]
    told: dict[str, float]
    wrong: dict[str, float]


def load_ways(path: Path = TRAINING_FILE) -> list[LabelledQuestion]:
    """Read the ways to ask, as `load_questions` reads questions."""
    return load_questions(path, LABELS)


def asked_samples(ways: Iterable[LabelledQuestion], others: Iterable[Sample]) -> list[AskedSample]:
    """The questions to learn from.

    Args:
        ways: The ways to ask.
        others: Questions inside guidance, as `evals.domain.samples_of` gives them.
    """
    # Not a secret: the same choice each time makes two trainings comparable.
    chance = random.Random(0)  # noqa: S311
    samples: dict[str, AskedSample] = {}
    for way in ways:
        gaps = chance.sample(GAPS, GAPS_EACH) if "{" in way.text else GAPS[:1]
        for gap in gaps:
            text = way.text.format(**dict(zip(CASES, gap, strict=True)))
            samples.setdefault(text, AskedSample(text, way.label, way.text))
    rest = [one.text for one in others if one.label == "inside" and not one.names]
    for text in chance.sample(rest, min(MOST_ASKED, len(rest))):
        samples.setdefault(text, AskedSample(text, OTHER, text))
    return list(samples.values())


def train_asked(
    samples: Sequence[AskedSample], vectors: NDArray[np.float32], embedding_model: str
) -> AskedTrained:
    """Train a model; the threshold and every figure are from folds held out.

    Args:
        samples: Questions of all labels.
        vectors: Their unit-length embeddings as queries, shape (samples, dimension).
        embedding_model: The embedding model's name with its digest.
    """
    truths = np.array([LABELS.index(sample.label) for sample in samples])
    texts = [sample.text for sample in samples]
    features = [{"grams": grams(text)} for text in texts]
    design = Design.of(vectors.shape[1], features, MOST_PIECES)
    rows = design.rows(vectors * EMBEDDING_WEIGHT, features)
    folds = folds_of([sample.way for sample in samples])
    likely = np.zeros((len(samples), len(LABELS)))
    for fold in range(FOLDS):
        held = folds == fold
        weights, bias = _fit(rows[~held], truths[~held])
        likely[held] = _softmax(rows[held] @ weights.T + bias)
    other = LABELS.index(OTHER)
    sure = 1 - likely[:, other]
    best = np.where(np.arange(len(LABELS)) == other, 0.0, likely).argmax(axis=1)
    gapped = np.array(["{" in sample.way for sample in samples])
    of_other = np.sort(sure[(truths == other) & gapped])[::-1]
    threshold = float(of_other[int(MOST_TAKEN * len(of_other))]) + 10**-DIGITS
    told = sure >= threshold
    weights, bias = _fit(rows, truths)
    dimension = vectors.shape[1]
    names = design.names["grams"]
    model = AskedModel(
        embedding_model=embedding_model,
        labels=LABELS,
        threshold=threshold,
        bias=bias.astype(np.float32),
        weights=(weights[:, :dimension] * EMBEDDING_SCALE * EMBEDDING_WEIGHT).astype(np.float32),
        pieces={name: number for number, name in enumerate(names)},
        rarity=np.array([design.rarity["grams"][name] for name in names], np.float32),
        piece_weights=weights[:, dimension:].T.astype(np.float32),
    )
    groups = {label: truths == number for number, label in enumerate(LABELS)}
    return AskedTrained(
        model=model,
        samples={label: int(group.sum()) for label, group in groups.items()},
        told={label: float(told[group].mean()) for label, group in groups.items()},
        wrong={
            label: float((told & (best != LABELS.index(label)))[group].mean())
            for label, group in groups.items()
        },
    )


DIGITS = 4


def summary_asked(trained: AskedTrained) -> str:
    """What training gave, in lines for the terminal."""
    lines = [
        (
            f"{sum(trained.samples.values())} questions; on folds held out, at the threshold "
            f"{trained.model.threshold:.4f}:"
        ),
        f"{'asked':<14} {'questions':>9} {'told':>6} {'as another':>10}",
    ]
    lines += [
        f"{label:<14} {count:>9} {trained.told[label]:>6.1%} {trained.wrong[label]:>10.1%}"
        for label, count in trained.samples.items()
    ]
    return "\n".join(lines)


def _fit(rows: object, truths: NDArray[np.intp]) -> tuple[Floats, Floats]:
    """Weights of shape (labels, columns) and biases of shape (labels,)."""
    from sklearn.linear_model import LogisticRegression

    model = LogisticRegression(C=STRENGTH, solver="lbfgs", max_iter=1000)
    model.fit(rows, truths)
    return model.coef_, model.intercept_


def _softmax(scores: Floats) -> Floats:
    likely: Floats = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares: Floats = likely / likely.sum(axis=1, keepdims=True)
    return shares

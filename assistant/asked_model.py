"""Which particular of a service a question asks, whatever words it asks with.

People ask whether one must queue, whether there's a lift or who is in charge in more ways than
phrases could list. A linear model over the embedding that retrieval computes anyway, and over
pieces of the question's words, tells; `evals.asked` trains it for one embedding model.
"""

from __future__ import annotations

import json
import logging
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from assistant.errors import TienviittaError
from assistant.linear_model import grams

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

log = logging.getLogger(__name__)

MODEL_FILE = Path(__file__).parent / "asked_model.json"
OTHER = "other"
"""What everything else is that's asked."""

SIGNAL: Final = "asks_"
"""What the name of the signal of a particular begins with."""

DECIMALS = 3
JOINED_SHARE = 0.5
"""Of the threshold, where a sentence joins two questions: the other one isn't a particular."""

SECOND = re.compile(
    r"[,;.?]?\s(?:ja|sekä|entä|mutta|och|and|и|,)\s(?:(?:mi(?:ssä|hin|stä|llä|llo|kä|nkä|tä|ten)|kuka"
    r"|ketkä|kenen|kuinka|mon(?:ta|ia)|moni|paljo|kauan|koska|vad|vem|hur|när|var|what|who|how|when"
    r"|where|is|can|does)\w*|\w+k[oö])\b.*",
    re.IGNORECASE,
)
"""A second question after the first one, with the word that joins them."""


def second_part(text: str) -> str:
    """The second of two questions that a sentence joins; empty when it's only one."""
    found = SECOND.search(text)
    return found.group() if found else ""


@dataclass(frozen=True, slots=True)
class AskedModel:
    """A softmax regression over an embedding and the pieces of a text's words.

    Attributes:
        embedding_model: The name of the embedding model that it was trained for.
        labels: The particulars, `OTHER` among them.
        threshold: The least probability of not being `OTHER` at which a particular is told.
        bias: Shape (labels,).
        weights: Of the embedding, shape (labels, dimension).
        pieces: The number of each piece that it knows.
        rarity: How much each of them counts, shape (pieces,).
        piece_weights: Shape (pieces, labels).
    """

    embedding_model: str
    labels: Sequence[str]
    threshold: float
    bias: NDArray[np.float32]
    weights: NDArray[np.float32]
    pieces: Mapping[str, int]
    rarity: NDArray[np.float32]
    piece_weights: NDArray[np.float32]

    @classmethod
    def load(cls, path: Path = MODEL_FILE) -> AskedModel:
        """Read what `save` wrote.

        Raises:
            TienviittaError: The file is missing or doesn't hold a model.
        """
        try:
            told = json.loads(path.read_text(encoding="utf-8"))
            model = cls(
                embedding_model=str(told["embedding_model"]),
                labels=tuple(map(str, told["labels"])),
                threshold=float(told["threshold"]),
                bias=np.array(told["bias"], dtype=np.float32),
                weights=np.array(told["weights"], dtype=np.float32),
                pieces={piece: number for number, piece in enumerate(told["pieces"])},
                rarity=np.array(told["rarity"], dtype=np.float32),
                piece_weights=np.array(told["piece_weights"], dtype=np.float32),
            )
        except (OSError, ValueError, TypeError, KeyError) as error:
            raise TienviittaError(
                f"{path} is missing or holds no model ({type(error).__name__}: {error}); "
                "run `tienviitta eval domain`."
            ) from error
        sizes = (len(model.labels), len(model.pieces))
        shapes = (model.bias.shape, model.rarity.shape, model.piece_weights.shape)
        if shapes != (sizes[:1], sizes[1:], sizes[::-1]) or OTHER not in model.labels:
            raise TienviittaError(
                f"{path} holds a model whose parts don't fit; run `tienviitta eval domain`."
            )
        return model

    def save(self, path: Path = MODEL_FILE) -> None:
        """Write the model, rounded to what its decisions need."""
        told = {
            "embedding_model": self.embedding_model,
            "labels": list(self.labels),
            "threshold": round(self.threshold, DECIMALS + 1),
            "bias": _rounded(self.bias),
            "weights": _rounded(self.weights),
            "pieces": sorted(self.pieces, key=self.pieces.__getitem__),
            "rarity": _rounded(self.rarity),
            "piece_weights": _rounded(self.piece_weights),
        }
        text = json.dumps(told, separators=(",", ":"), ensure_ascii=False)
        path.write_text(text + "\n", encoding="utf-8")

    def probabilities(self, text: str, vector: NDArray[np.float32]) -> NDArray[np.float32]:
        """How probable it is that each of the labels is asked, shape (labels,).

        Args:
            text: The question.
            vector: Its unit-length embedding as a query, shape (dimension,).
        """
        scores = self.bias + self.weights @ vector
        known = [self.pieces[piece] for piece in grams(text) if piece in self.pieces]
        if known:
            counts = self.rarity[known]
            scores = scores + (counts / np.linalg.norm(counts)) @ self.piece_weights[known]
        likely = np.exp(scores - scores.max())
        return np.asarray(likely / likely.sum(), dtype=np.float32)

    def told(self, text: str, vector: NDArray[np.float32]) -> tuple[str, float] | None:
        """The particular that's asked; ``None`` when it isn't sure that any is.

        Which one it is may be unsure where it's sure to be one: a lavatory for a wheelchair is a
        matter of access and of what there is on site. The likeliest is told then, with how probable
        it is that a particular is asked at all.

        Args:
            text: The question.
            vector: Its unit-length embedding as a query, shape (dimension,).
        """
        likely = self.probabilities(text, vector)
        other = self.labels.index(OTHER)
        sure = 1 - float(likely[other])
        likely[other] = 0
        least = self.threshold * (JOINED_SHARE if second_part(text) else 1)
        return (self.labels[int(likely.argmax())], sure) if sure >= least else None


def asked_signal(text: str, vector: NDArray[np.float32], embedding_model: str) -> dict[str, float]:
    """The signal of the particular that a question asks, by name; empty when none is sure.

    Args:
        text: The question.
        vector: Its unit-length embedding as a query, shape (dimension,).
        embedding_model: The name of the model that made it.
    """
    model = _trained(embedding_model)
    told = model.told(text, vector) if model else None
    return {SIGNAL + told[0]: told[1]} if told else {}


def asked_in(signals: Mapping[str, float]) -> str | None:
    """The particular that signals tell to be asked."""
    return next((one.removeprefix(SIGNAL) for one in signals if one.startswith(SIGNAL)), None)


def _rounded(values: NDArray[np.float32]) -> list[float]:
    rounded: list[float] = np.round(values.astype(np.float64), DECIMALS).tolist()
    return rounded


@lru_cache(maxsize=2)
def _trained(embedding_model: str) -> AskedModel | None:
    """The checked-in model where it fits the embedding model; what's wrong is logged once."""
    without_it = "What a question asks of a service is told by its words alone"
    try:
        model = AskedModel.load()
    except TienviittaError as error:
        log.error("%s: %s", without_it, error)
        return None
    if model.embedding_model != embedding_model:
        log.warning(
            "%s: the model was trained for the embedding model %s, not %s. Run "
            "`tienviitta eval domain`.",
            without_it,
            model.embedding_model,
            embedding_model,
        )
        return None
    return model

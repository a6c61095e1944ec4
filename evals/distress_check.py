"""Measures the second look at distress on phrases written apart from those it learned from."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from assistant.distress_model import WORRY, SecondLook, said_by_rules
from assistant.finnish import open_analyser
from assistant.names import known_names
from assistant.safety import DistressDetector
from evals.distress import CHECK_FILE, load_distress
from evals.linear import Rates

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.corpus import Corpus
    from assistant.linear_model import LinearModel
    from evals.distress import DistressPhrase
    from evals.linear import Embed

HELP, OFFERED, NEITHER = "help", "offer", ""
"""What a phrase is answered with: crisis help first, an offer or contacts beside, or neither."""


def check_on_file(
    corpus: Corpus, model: LinearModel, embed: Embed
) -> dict[str, tuple[Rates, Rates]]:
    """Measure a model on ``CHECK_FILE``, as `check` does.

    Raises:
        CaseError: A line of the phrases doesn't hold.
    """
    detector = DistressDetector(open_analyser(known_names(corpus)))
    return check(load_distress(CHECK_FILE), model, detector, embed)


def check(
    phrases: Sequence[DistressPhrase], model: LinearModel, detector: DistressDetector, embed: Embed
) -> dict[str, tuple[Rates, Rates]]:
    """How many phrases get crisis help, and how many that or an offer of it.

    Args:
        phrases: Labelled phrases that the model hasn't learned from.
        model: The trained model.
        detector: The rules.
        embed: Embeds questions: texts to unit vectors, shape (n, dimension).

    Returns:
        By group: all in distress, all calm, and each of them by language and by kind.
    """
    look = SecondLook(model, detector, embed)
    vectors = embed([phrase.text for phrase in phrases])
    groups: dict[str, list[str]] = defaultdict(list)
    for phrase, vector in zip(phrases, vectors, strict=True):
        text = phrase.text
        said = said_by_rules(detector.find(text), detector.worry_for_other(text))
        judged = look.judge(text, vector, said)
        offered = judged.offered or said == WORRY
        answer = HELP if judged.distressed else OFFERED if offered else NEITHER
        label = "distress" if phrase.distress else "calm"
        for group in (label, f"{label}, {phrase.lang}", f"{label}, {phrase.kind}"):
            groups[group].append(answer)
    return {
        name: (
            Rates(sum(one == HELP for one in answers), len(answers)),
            Rates(sum(one != NEITHER for one in answers), len(answers)),
        )
        for name, answers in sorted(groups.items(), key=lambda group: group[0])
    }


def check_summary(rates: dict[str, tuple[Rates, Rates]]) -> str:
    """The figures as lines of text."""
    width = max(len(name) for name in rates)
    lines = ["On phrases written apart: with crisis help, with help or an offer"]
    lines += [f"{name:<{width}}  {'  '.join(map(str, each))}" for name, each in rates.items()]
    return "\n".join(lines)

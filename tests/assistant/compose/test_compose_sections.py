from __future__ import annotations

import pytest
from compose_examples import context

from assistant.asking import Asking
from assistant.compose.sections import compose_section_listed, points_of, wants_section_listed
from assistant.dialogue import Ask, Hit, Message
from assistant.domain import PassageKind

PROJECTS = {"sections": (PassageKind.PROJECT,), "lists": True}


@pytest.fixture
def corpus(tiny_assistant):
    return tiny_assistant.corpus


def test_a_section_is_listed_in_the_order_of_the_source(corpus):
    said = {"sections": (PassageKind.PHENOMENON,), "lists": True, "help": 0.25}
    assert wants_section_listed(context(corpus, **said))
    draft = compose_section_listed(context(corpus, **said))
    expected = [p for p in corpus.passages if p.kind is PassageKind.PHENOMENON]
    assert len(expected) == 2
    starts = [line.places[0].start for line in draft.lines if line.places]
    assert len(starts) == len(expected)
    assert starts == sorted(starts)
    assert "kaksi" in draft.lines[0].text


@pytest.mark.parametrize(
    ("said", "wants"),
    [
        ({"theme": 1}, True),
        ({"theme": None}, False),
        ({"theme": 6}, False),
        ({"theme": 1, "lists": False}, True),
        ({"theme": 1, "lists": False, "asking": Asking(polar=True)}, False),
        ({"theme": 1, "lists": False, "words": (("metsä",), ("kala",), ("lintu",))}, False),
        ({"theme": 1, "named": ("silta",)}, False),
        ({"theme": 1, "help": 0.75}, False),
    ],
)
def test_strengths_are_listed_of_a_theme_that_has_them(corpus, said, wants):
    asked = {"sections": (PassageKind.STRENGTH,), "lists": True, "help": 0.25, **said}
    assert wants_section_listed(context(corpus, **asked)) is wants


def test_projects_are_no_section_of_points(corpus):
    assert not wants_section_listed(context(corpus, **PROJECTS, theme=1))


def test_where_the_best_passages_agree_their_section_is_meant(true_assistant):
    corpus = true_assistant.corpus
    second = [p for p in corpus.passages if p.kind is PassageKind.TARGET and p.theme == 2]
    found = [Hit((one,), 5.0 - n) for n, one in enumerate(second[:5])]
    asked = context(corpus, *found, sections=(PassageKind.TARGET,), lists=True)
    assert points_of(asked) == second


def test_where_they_dont_agree_the_points_that_fit_are_meant(true_assistant):
    corpus = true_assistant.corpus
    of = {p.theme: p for p in corpus.passages if p.kind is PassageKind.TARGET}
    found = [Hit((of[theme],), 5.0 if theme < 4 else 1.0) for theme in (1, 2, 3, 4, 5)]
    asked = context(corpus, *found, sections=(PassageKind.TARGET,), lists=True)
    assert points_of(asked) == [of[1], of[2], of[3]]


def test_the_section_that_was_listed_is_told(true_assistant):
    draft = compose_section_listed(
        context(true_assistant.corpus, sections=(PassageKind.STRENGTH,), lists=True, theme=2)
    )
    assert "Digitaalisesti" in draft.lines[0].text
    assert "kahdeksan" in draft.lines[0].text


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Mitkä ilmiöt vaikuttavat vain vähän?", "jonkin verran"),
        ("Mitkä ilmiöt vaikuttavat eniten?", "merkittävästi"),
        ("Mitkä ilmiöt ovat vielä epäselviä?", "tarkasti nähdä"),
    ],
)
def test_a_section_is_meant_whose_heading_a_question_says_in_its_words(
    true_assistant, text, heading
):
    asked = true_assistant.retrieve(true_assistant.understand(Ask((Message("user", text),))))
    points = points_of(true_assistant._known(asked))
    assert {heading in point.heading_path[-1] for point in points} == {True}

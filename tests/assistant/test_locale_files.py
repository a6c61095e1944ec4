"""Every language says all that Finnish says, of the same things."""

from __future__ import annotations

import ast
import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

import assistant
from assistant.messages import DEFAULT, LOCALES, Messages, languages

# Said in Finnish: no sentence of another language may hold them.
FINNISH_ONLY = {"place", "problem"}
# What another language may say instead of the inflected place, or leave out.
UNINFLECTED = "name_of_place"
COUNTS = (1, 2, 5, 21, 104)
TRANSLATIONS = [code for code in languages() if code != DEFAULT]


class Variables(Visitor):
    """Collects the variables of a message, those of selectors included."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802 - by node
        self.names.add(node.id.name)


class Literals(Visitor):
    """Collects the words of a message."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def visit_TextElement(self, node: ftl.TextElement) -> None:  # noqa: N802 - by node
        self.found.append(node.value)


@cache
def entries(code: str) -> list[ftl.EntryType]:
    return FluentParser().parse((LOCALES / f"{code}.ftl").read_text(encoding="utf-8")).body


def messages_of(code: str) -> list[ftl.Message]:
    return [entry for entry in entries(code) if isinstance(entry, ftl.Message)]


@cache
def variables(code: str) -> dict[str, set[str]]:
    found = {}
    for message in messages_of(code):
        visitor = Variables()
        visitor.visit(message)
        found[message.id.name] = visitor.names
    return found


FINNISH = variables(DEFAULT)


def test_the_languages_of_the_region_are_there():
    assert {"fi", "sv", "en", "ru", "uk"} <= set(languages())


@pytest.mark.parametrize("code", languages())
def test_a_file_has_no_broken_line_and_no_message_twice(code):
    broken = [entry.content for entry in entries(code) if isinstance(entry, ftl.Junk)]
    names = [message.id.name for message in messages_of(code)]
    assert broken == []
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("code", TRANSLATIONS)
def test_a_translation_has_the_messages_of_finnish(code):
    assert variables(code).keys() == FINNISH.keys()


@pytest.mark.parametrize("code", TRANSLATIONS)
@pytest.mark.parametrize("name", FINNISH)
def test_a_translation_tells_the_same_things_and_none_in_finnish_inflection(code, name):
    told, finnish = variables(code)[name], FINNISH[name]
    assert not told & FINNISH_ONLY
    assert finnish - FINNISH_ONLY <= told, "something isn't told"
    optional = {UNINFLECTED} if "place" in finnish else set()
    assert told <= finnish | optional, "nobody gives this value"


@pytest.mark.parametrize("code", TRANSLATIONS)
@pytest.mark.parametrize("name", [name for name in FINNISH if name.endswith("-place")])
def test_what_is_said_of_a_place_names_it(code, name):
    if "place" in FINNISH[name]:
        assert UNINFLECTED in variables(code)[name]


@pytest.mark.parametrize("code", languages())
@pytest.mark.parametrize("name", FINNISH)
def test_every_message_is_said_in_its_own_language_with_all_its_values(code, name):
    own = next(message for message in messages_of(code) if message.id.name == name)
    assert own.value is not None
    words = Messages(code)
    for count in COUNTS:
        values = {each: f"<{each}>" for each in FINNISH[name] | {UNINFLECTED}}
        values |= {"date": date(2026, 5, 31), "count": count}
        said = words.say(name, **values)
        assert said.strip() == said
        assert said
        shown = set(re.findall(r"<(\w+)>", said))
        assert shown >= variables(code)[name] - {"date", "count", "word"}
        if "date" in FINNISH[name]:
            assert "31.5.2026" in said


@pytest.mark.parametrize("code", languages())
def test_small_numbers_are_words_of_the_language_each_its_own(code):
    words = [Messages(code).number(count) for count in range(1, 11)]
    assert len(set(words)) == len(words)
    assert all(word.isalpha() for word in words)
    if code != DEFAULT:
        assert not set(words) & {Messages(DEFAULT).number(count) for count in range(1, 11)}


@pytest.mark.parametrize("code", TRANSLATIONS)
def test_no_phone_number_is_written_into_the_words(code):
    """Numbers come from the corpus, where each has its source."""
    literals = Literals()
    for message in messages_of(code):
        literals.visit(message)
    text = " ".join(literals.found)
    assert "2024" in text
    assert not re.findall(r"\d[\d ]{5,}|\b11[26]\b", text)


@pytest.mark.parametrize("code", languages())
def test_the_question_back_ends_as_a_question(code):
    assert Messages(code).say("clarify-what").endswith("?")


def test_the_composers_say_only_messages_there_are():
    said = set()
    for path in Path(assistant.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and getattr(node.func, "attr", getattr(node.func, "id", "")) == "say"
                and node.args
                and isinstance(node.args[0], ast.Constant)
            ):
                said.add(node.args[0].value)
    assert len(said) > 20
    assert said <= FINNISH.keys()


def test_a_language_without_words_is_spoken_to_in_finnish():
    assert Messages("xx").language == DEFAULT
    assert Messages("xx").say("crisis-lead") == Messages(DEFAULT).say("crisis-lead")

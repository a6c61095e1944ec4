from __future__ import annotations

import ast
from datetime import date
from functools import cache

import pytest
from fluent.syntax import FluentParser, visitor
from fluent.syntax import ast as fluent

from assistant.compose import clarify
from assistant.dialogue import Aspect
from assistant.messages import DEFAULT, LOCALES, Messages, day, languages
from assistant.settings import ROOT

SOURCES = sorted((ROOT / "assistant").rglob("*.py"))
OTHERS = [code for code in languages() if code != DEFAULT]
VITAL = frozenset({"name", "date", "dates", "phone", "area", "contact", "value", "quote", "url"})
"""What a translation can't do without, where the Finnish message has it."""
COUNTS = frozenset({"count", "word"})
MOST_NUMBERED = 100


class Variables(visitor.Visitor):
    def __init__(self):
        self.found = set()

    def visit_VariableReference(self, node):  # noqa: N802 - the visitor's name
        self.found.add(node.id.name)


@cache
def messages_of(language):
    """The variables of each message of a language's file."""
    resource = FluentParser().parse((LOCALES / f"{language}.ftl").read_text(encoding="utf-8"))
    found = {}
    for entry in resource.body:
        assert not isinstance(entry, fluent.Junk), f"{language}.ftl: {entry.content}"
        if isinstance(entry, fluent.Message):
            assert entry.id.name not in found, f"{language}.ftl has {entry.id.name} twice"
            variables = Variables()
            variables.visit(entry)
            found[entry.id.name] = frozenset(variables.found)
    return found


@cache
def trees():
    return [ast.parse(path.read_text(encoding="utf-8")) for path in SOURCES]


def nodes(kind):
    return [node for tree in trees() for node in ast.walk(tree) if isinstance(node, kind)]


def spelt(node):
    """The strings that an expression can be, as far as it's spelt out."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.IfExp):
        return [*spelt(node.body), *spelt(node.orelse)]
    return []


def said():
    """Every call that says a message: the messages it can be, and the values it gives."""
    for call in nodes(ast.Call):
        named = getattr(call.func, "attr", getattr(call.func, "id", None))
        if named == "say" and call.args:
            given = {keyword.arg for keyword in call.keywords}
            yield from ((message, given) for message in spelt(call.args[0]))


@cache
def constants():
    return {n.value for n in nodes(ast.Constant) if isinstance(n.value, str)}


@cache
def built():
    """Every message name that an f-string with one hole can give."""
    fillings = {str(aspect) for aspect in Aspect} | {str(n) for n in range(MOST_NUMBERED)}
    fillings |= constants()
    fillings |= {filling.replace("_", "-") for filling in fillings}
    names = set()
    for node in nodes(ast.JoinedStr):
        holes = [piece for piece in node.values if isinstance(piece, ast.FormattedValue)]
        if len(holes) == 1:
            before, after = (
                "".join(p.value for p in part if isinstance(p, ast.Constant))
                for part in split(node.values)
            )
            names |= {f"{before}{filling}{after}" for filling in fillings}
    return names


def split(values):
    at = next(n for n, piece in enumerate(values) if isinstance(piece, ast.FormattedValue))
    return values[:at], values[at + 1 :]


def test_every_message_that_is_said_exists():
    missing = {message for message, _ in said()} - set(messages_of(DEFAULT))
    assert not missing
    assert len(list(said())) > 20


def test_every_message_is_used():
    unused = set(messages_of(DEFAULT)) - constants() - built()
    assert not unused


def test_every_value_that_a_message_needs_is_given():
    lacking = [
        (language, message, sorted(needed - given))
        for message, given in said()
        if None not in given  # the values of a ** aren't spelt out
        for language in languages()
        for needed in (messages_of(language).get(message, frozenset()),)
        if needed - given
    ]
    assert not lacking


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_has_the_same_messages(language):
    assert set(messages_of(language)) == set(messages_of(DEFAULT))


@pytest.mark.parametrize("language", OTHERS)
def test_no_translation_leaves_out_what_matters(language):
    finnish, other = messages_of(DEFAULT), messages_of(language)
    lost = {
        name: sorted((variables & VITAL) - other[name])
        for name, variables in finnish.items()
        if name in other and (variables & VITAL) - other[name]
    }
    lost |= {
        name: ["count"]
        for name, variables in finnish.items()
        if name in other and variables & COUNTS and not other[name] & COUNTS
    }
    assert not lost


@pytest.mark.parametrize("language", languages())
def test_every_message_can_be_said(language):
    messages = Messages(language)
    for name, variables in messages_of(language).items():
        for count in (1, 2, 11):
            values = {v: count if v == "count" else f"<{v}>" for v in variables}
            text = messages.say(name, **values)
            assert text.strip()
            assert "{" not in text
            assert all(f"<{v}>" in text for v in variables & VITAL)


@pytest.mark.parametrize("aspect", Aspect)
def test_whatever_is_asked_it_can_be_said_that_the_sources_dont_tell(aspect):
    assert any(
        f"fact-missing-{form}" in messages_of(DEFAULT)
        for form in (str(aspect), str(aspect).replace("_", "-"), "goal")
    )


@pytest.mark.parametrize("language", languages())
def test_the_question_back_ends_with_a_question_mark_by_which_it_is_known(language):
    messages = Messages(language)
    assert messages.say("clarify-what").endswith("?")
    assert len({messages.say(choice) for choice in clarify.CHOICES}) == len(clarify.CHOICES)


def test_a_language_that_there_are_no_words_in_is_answered_in_finnish():
    klingon = Messages("tlh")
    assert klingon.language == DEFAULT
    assert klingon.say("status-ended") == Messages("fi").say("status-ended")


def test_a_message_that_nobody_wrote_is_an_error():
    with pytest.raises(KeyError, match="no-such-message"):
        Messages("fi").say("no-such-message")


def test_a_value_that_is_missing_is_an_error():
    with pytest.raises(KeyError, match="status-ended-on"):
        Messages("fi").say("status-ended-on")


@pytest.mark.parametrize("language", languages())
def test_dates_are_said_as_the_sources_print_them(language):
    assert "31.5.2026" in Messages(language).say("status-ended-on", date=date(2026, 5, 31))
    assert day(date(2026, 12, 1)) == "1.12.2026"


@pytest.mark.parametrize("language", languages())
def test_small_numbers_are_words_and_large_ones_digits(language):
    messages = Messages(language)
    words = [messages.number(count) for count in range(1, 11)]
    assert len(set(words)) == 10
    assert not any(word.isdigit() for word in words)
    assert messages.number(1234) == "1234"

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.dialogue import Audience
from assistant.prompt import (
    MOST_LINES,
    Piece,
    Written,
    new_token,
    read_lines,
    size_of,
    standalone_request,
    writing_request,
)

TOKENS = {"bc2d": 0, "fg3h": 1}


def request(*texts, question="Kuka auttaa?", earlier=(), language="fi"):
    pieces = [Piece("Nimi", text) for text in texts]
    return writing_request(question, earlier, pieces, language, Audience.CITIZEN)


def test_each_piece_has_a_token_of_its_own_that_is_new_each_time():
    texts = [str(number) for number in range(200)]
    first, second = request(*texts), request(*texts)
    assert sorted(first.tokens.values()) == list(range(200))
    assert set(first.tokens) != set(second.tokens)
    assert all(re.fullmatch(r"[b-z2-9]{4}", token) for token in first.tokens)


def test_a_token_tells_nothing_of_its_piece():
    shown = request("Poiju auttaa.").user
    assert not re.search(r"services/|plan|poiju-rko", shown)
    assert len({new_token() for _ in range(300)}) > 250


@given(st.text(), st.text(), st.text())
def test_nothing_from_outside_can_close_its_tag(question, earlier, text):
    shown = request(text, question=question, earlier=[earlier]).user
    assert len(re.findall(r"</?(?:kysymys|aiemmin|lahde)\b", shown)) == 6
    assert unescape(re.search(r"<kysymys>(.*)</kysymys>", shown, re.DOTALL)[1]) == question


@pytest.mark.parametrize(
    ("language", "word"),
    [
        ("fi", "suomeksi"),
        ("sv", "ruotsiksi"),
        ("en", "englanniksi"),
        ("ru", "venäjäksi"),
        ("uk", "ukrainaksi"),
    ],
)
def test_the_rules_tell_the_language(language, word):
    assert f"Kirjoita {word}." in request("x", language=language).system


def test_the_rules_differ_by_who_reads():
    rules = {writing_request("?", (), [Piece("", "x")], "fi", who).system[:400] for who in Audience}
    assert len(rules) == len(Audience)


def test_a_request_is_larger_the_more_it_shows():
    assert request("x" * 1000).size - request("x").size == pytest.approx(size_of("x" * 1000), abs=5)


def test_a_follow_up_is_asked_with_what_came_before():
    asked = standalone_request("Entä Oulussa?", ["Kuka auttaa <Kalajoella>?"])
    assert "<aiemmin>Kuka auttaa &lt;Kalajoella&gt;?</aiemmin>" in asked.user
    assert asked.tokens == {}


@pytest.mark.parametrize(
    ("line", "pieces"),
    [
        ("bc2d: Poiju auttaa.", (0,)),
        ("[bc2d]: Poiju auttaa.", (0,)),
        ("- bc2d: Poiju auttaa.", (0,)),
        ("* **bc2d**: Poiju auttaa.", (0,)),
        ("BC2D: Poiju auttaa.", (0,)),
        ("Tunnus bc2d: Poiju auttaa.", (0,)),
        ("bc2d, fg3h: Poiju auttaa.", (0, 1)),
        ("[bc2d][fg3h]: Poiju auttaa.", (0, 1)),
        ("bc2d, zz9z: Poiju auttaa.", (0,)),
        ("bc2d | Poiju auttaa.", (0,)),
        ("bc2d – Poiju auttaa.", (0,)),
        ("bc2d: **Poiju** auttaa.", (0,)),
    ],
)
def test_a_line_is_read_as_models_write_it(line, pieces):
    assert read_lines(line, TOKENS) == [Written("Poiju auttaa.", pieces)]


@pytest.mark.parametrize(
    "line",
    [
        "Poiju auttaa.",
        "zz9z: Poiju auttaa.",
        "bc2d Poiju auttaa.",
        "bc2d:",
        ": bc2d Poiju auttaa.",
        "Poiju auttaa. [bc2d]",
        "",
    ],
)
def test_a_line_without_a_known_token_is_left_out(line):
    assert read_lines(line, TOKENS) == []


def test_sentences_on_one_line_are_bound_alike():
    text = "bc2d: Poiju auttaa 31.5.2026 asti. Se on maksuton.\n\nJotain.\nfg3h: Kolmas lause."
    assert read_lines(text, TOKENS) == [
        Written("Poiju auttaa 31.5.2026 asti.", (0,)),
        Written("Se on maksuton.", (0,)),
        Written("Kolmas lause.", (1,)),
    ]


def test_only_so_many_lines_are_read():
    assert len(read_lines("bc2d: Lause.\n" * (MOST_LINES + 5), TOKENS)) == MOST_LINES


@given(st.text())
def test_whatever_is_written_is_read_without_harm(text):
    assert all(written.pieces for written in read_lines(text, TOKENS))

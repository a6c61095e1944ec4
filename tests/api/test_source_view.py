"""A source as a page keeps every character and marks exactly the quoted place."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from fake_assistant import DESCRIPTION, PLAN, PLAN_TEXT
from hypothesis import given, settings
from hypothesis import strategies as st

from api.source_view import holds, lines_of, render


class Reader(HTMLParser):
    """Reads the source's text and its marked text back from the page."""

    def __init__(self) -> None:
        super().__init__()
        self.text, self.marked, self.ids = "", "", []
        self._caption = self._mark = 0
        self.open: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.open.append(tag)
        attributes = dict(attrs)
        self._caption += "data-caption" in attributes
        self._mark += tag == "mark"
        if "id" in attributes:
            self.ids.append(attributes["id"])

    def handle_endtag(self, tag):
        assert self.open.pop() == tag
        self._caption -= tag == "summary"
        self._mark -= tag == "mark"

    def handle_data(self, data):
        if self._caption:
            return
        self.text += data
        if self._mark:
            self.marked += data


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(str(html))
    reader.close()
    assert reader.open == []
    return reader


line = st.sampled_from(
    [
        "---",
        "",
        " ",
        "- ",
        "  - **a** b",
        "Osa 1",
        "## Näin kysytään",
        "# <b>",
        "Nyt:",
        "[^w1]",
        "x&y",
    ]
)
texts = st.lists(line | st.text(alphabet=st.characters(exclude_characters="\x00"))).map("\n".join)


@settings(deadline=None)
@given(texts, st.data())
def test_every_character_is_kept_and_the_place_is_marked(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    reader = read(render(text, "Osa 1", start, end))
    assert reader.text == text
    assert reader.marked == text[start:end].replace("\n", "")
    assert reader.ids in (["kohta"], [])
    assert reader.ids or not reader.marked.strip("*")


@pytest.mark.parametrize(("text", "title"), [(PLAN_TEXT, PLAN.title), (DESCRIPTION, "")])
def test_the_sources_are_kept_whole(text, title):
    reader = read(render(text, title))
    assert reader.text == text
    assert reader.marked == ""


def test_markup_in_a_source_stays_text():
    html = render("<script>alert('a')</script>", "", 0, 8)
    assert "<script" not in html
    assert read(html).marked == "<script>"


def test_offsets_count_code_points():
    text = "😀😀 tässä"
    assert read(render(text, "", 3, 8)).marked == "tässä"


def test_the_plan_gets_its_headings_and_lists():
    tags = {line.text[:45]: (line.tag, line.depth) for line in lines_of(PLAN_TEXT, PLAN.title)}
    assert tags["Osa 3"] == ("h2", 0)
    assert tags["6) Tietoon perustuen –kokonaisuuden kehittämiskohteita"[:45]] == ("h3", 0)
    assert tags["Nykytilan kuvaus (2024):"] == ("h4", 0)
    assert tags[" - Tutkintokoulutukseen valmentavaa koulutusta"[:45]] == ("item", 1)
    assert tags[PLAN.title[:45]] == ("running", 0)


def test_the_parts_of_a_description_that_are_not_for_reading_are_folded():
    html = render(DESCRIPTION)
    assert html.count("<details") == 2
    assert "open" not in html


def test_a_folded_part_opens_when_the_place_is_within():
    start = DESCRIPTION.index("missä voi")
    html = render(DESCRIPTION, "", start, start + 5)
    assert '<details class="part part-asked" open>' in html
    assert '<details class="part part-matter">' in html


@pytest.mark.parametrize(
    ("start", "end"), [(None, 1), (1, None), (2, 2), (3, 2), (-1, 2), (0, 99), (10**30, 10**31)]
)
def test_offsets_that_name_no_place_mark_nothing(start, end):
    assert not holds("abcd", start, end)
    assert "<mark" not in render("abcd", "", start, end)

"""The plan as a page to read: no word lost, every passage anchored, every citer told."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from desk_assistant import DeskAssistant
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st

from api.app import create_app
from api.plan_page import contents_of, inline, passage_anchor, read_document
from api.resting import Resting, document_of, theme_names
from assistant.domain import Source

WORD = re.compile(r"\w+")


def items_of(blocks):
    waiting = [item for block in blocks for item in block.items]
    while waiting:
        item = waiting.pop(0)
        yield item
        waiting = item.items + waiting


def text_of(blocks) -> str:
    found = []
    for block in blocks:
        if block.heading:
            found.append(block.heading.text)
        found += [line for item in items_of([block]) for line in item.lines]
    return "\n".join(found)


@pytest.fixture(scope="module")
def plan(true_corpus) -> Source:
    return document_of(true_corpus)


@pytest.fixture(scope="module")
def resting(true_corpus, plan) -> Resting:
    return Resting(true_corpus, plan.id)


@pytest.fixture(scope="module")
def blocks(plan, resting):
    return read_document(plan, resting)


class TestReadDocument:
    def test_every_word_besides_the_running_title_is_there_in_its_order(self, plan, blocks):
        assert WORD.findall(text_of(blocks)) == WORD.findall(plan.text.replace(plan.title, ""))
        assert blocks[0].items[0].lines[0] == "Elinkeino-, liikenne- ja ympäristökeskus"

    def test_every_passage_begins_in_one_place(self, blocks, resting):
        begun = Counter(p.id for item in items_of(blocks) for p in item.passages)
        assert begun == Counter(p.id for p in resting.passages)
        anchors = {passage_anchor(p) for p in resting.passages}
        assert len(anchors) == len(resting.passages)

    def test_lists_are_nested_as_in_the_source(self, plan, blocks):
        nested = [item for top in items_of(blocks) for item in top.items]
        assert len(nested) == len(re.findall(r"^ +- ", plan.text, re.MULTILINE))

    def test_no_level_of_headings_is_left_out(self, blocks):
        levels = [block.heading.level for block in blocks if block.heading]
        assert levels[0] == 2
        assert all(after - before <= 1 for before, after in pairwise(levels))

    def test_headings_of_the_same_words_have_anchors_of_their_own(self, blocks):
        anchors = [block.heading.anchor for block in blocks if block.heading]
        assert len(anchors) == len(set(anchors))

    def test_the_contents_lead_to_every_section_of_every_theme(self, blocks, resting):
        contents = contents_of(blocks, resting)
        assert [part.text for part, _ in contents.parts] == ["Osa 1", "Osa 2", "Osa 3"]
        assert [number for number, _, _ in contents.themes] == [1, 2, 3, 4, 5, 6]
        for _, _, sections in contents.themes:
            assert [part for part, _ in sections] == ["Osa 2", "Osa 2", "Osa 3"]
        assert dict(theme_names(resting.passages))[6] == "Tietoon perustuen"


lines = st.lists(
    st.sampled_from(
        ["Osa 1", "1) Teema", "Otsikko:", "- a", " - b", "   - c", "teksti", "", "T", "---"]
    ),
    max_size=14,
)


@given(lines)
def test_any_document_keeps_its_words(written):
    text = "Osa 1\n" + "\n".join(written)
    source = Source("d", "T", text, "0")
    empty = type("Empty", (), {"passages": (), "within": lambda *_: iter(())})()
    found = WORD.findall(text_of(read_document(source, empty)))
    assert found == [word for word in WORD.findall(text) if word != "T"]


class TestInline:
    def test_bold_signs_become_bold_and_the_rest_is_escaped(self):
        assert inline("**<b>.** a & b") == "<strong>&lt;b&gt;.</strong> a &amp; b"

    def test_a_themes_number_and_a_link_that_leads_nowhere(self):
        assert inline("6** Tietoon perustuen") == "<strong>6 Tietoon perustuen</strong>"
        assert inline("[opas](#)") == "opas"


class TestResting:
    def test_an_entry_of_the_plan_is_cited_by_its_service(self, true_corpus, resting):
        for service in true_corpus.services:
            for entry in service.entries:
                passage = true_corpus.passage_by_id[entry.passage_id]
                assert service.id in resting.services_of(passage)

    def test_a_place_touches_the_passages_that_it_overlaps(self, resting):
        for place in ((0, 10**6), (5000, 5001), (4300, 4400), (30000, 34000), (7, 7)):
            touched = [p for p in resting.passages if p.start < place[1] and p.end > place[0]]
            assert list(resting.within(*place)) == touched


class _Page(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.ids += [given["id"]] if "id" in given else []
        self.links += [given["href"]] if tag == "a" else []


@pytest.fixture(scope="module")
def pages(true_corpus, true_places) -> TestClient:
    assistant = DeskAssistant(true_corpus, true_places)
    return TestClient(create_app(lambda: assistant))


class TestThePage:
    def test_every_link_within_it_leads_somewhere_and_every_id_is_one(self, pages, resting):
        page = _Page(pages.get("/suunnitelma").text)
        assert len(page.ids) == len(set(page.ids))
        assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)
        assert {passage_anchor(p) for p in resting.passages} <= set(page.ids)

    def test_a_passage_leads_to_its_place_in_the_source_and_to_its_citers(self, pages, resting):
        page = _Page(pages.get("/suunnitelma").text)
        first = resting.passages[0]
        assert any(f"start={first.start}&end={first.end}" in link for link in page.links)
        cited = {id_ for p in resting.passages for id_ in resting.services_of(p)}
        assert {link.rpartition("/")[2] for link in page.links if "/tyopoyta/" in link} == cited

    def test_statuses_are_those_of_the_chosen_day(self, pages):
        early = pages.get("/suunnitelma?pvm=2024-06-01").text
        late = pages.get("/suunnitelma?pvm=2035-01-01").text
        assert early.count("Päättynyt</span>") < late.count("Päättynyt</span>")
        assert "/tyopoyta/duuniportti?pvm=2024-06-01" in early

    def test_a_day_that_cannot_be_read_is_said(self, pages):
        page = pages.get("/suunnitelma?pvm=40.1.2024")
        assert page.status_code == 200
        assert "Päivää ei voitu lukea" in page.text

    def test_a_corpus_without_a_document_has_no_page(self, true_corpus, true_places):
        own = {service.source_id for service in true_corpus.services}
        sources = tuple(s for s in true_corpus.sources if s.id in own)
        assistant = DeskAssistant(replace(true_corpus, sources=sources), true_places)
        bare = TestClient(create_app(lambda: assistant))
        assert bare.get("/suunnitelma", headers={"accept": "text/html"}).status_code == 404
        assert bare.get("/tyopoyta").status_code == 200

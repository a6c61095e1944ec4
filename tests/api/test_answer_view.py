"""An answer's text as blocks and runs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from fake_assistant import ANSWERED, CITATIONS
from hypothesis import given, settings
from hypothesis import strategies as st

from api.answer_view import (
    Block,
    Run,
    badge,
    blocks,
    lead,
    phones,
    quoted,
    runs,
    safe_url,
    url_label,
    with_languages,
)
from api.schemas import AnswerOut


def test_paragraphs_and_lists_are_told_apart():
    found = blocks("Ensin. [1]\n\n- yksi\n- kaksi\nSitten.", [1])
    assert found == (
        Block(((Run("Ensin. "), Run("[1]", n=1)),)),
        Block(((Run("yksi"),), (Run("kaksi"),)), is_list=True),
        Block(((Run("Sitten."),),)),
    )


def test_a_marker_without_its_citation_stays_text():
    assert runs("a [7]", [1]) == (Run("a [7]"),)


@pytest.mark.parametrize(
    ("text", "link", "href"),
    [
        ("Soita 112.", "112", "tel:112"),
        ("Soita 116 117 nyt", "116 117", "tel:116117"),
        ("09 2525 0111, auki", "09 2525 0111", "tel:0925250111"),
        ("puh. +358 44 703 1234.", "+358 44 703 1234", "tel:+358447031234"),
        ("044-7031234", "044-7031234", "tel:0447031234"),
        ("katso https://a.fi/b?c=1.", "https://a.fi/b?c=1", "https://a.fi/b?c=1"),
        ("(https://a.fi)", "https://a.fi", "https://a.fi"),
        ("etu.suku@ouka.fi.", "etu.suku@ouka.fi", "mailto:etu.suku@ouka.fi"),
    ],
)
def test_contacts_become_links(text, link, href):
    assert [r for r in runs(text) if r.href] == [Run(link, href=href)]


@pytest.mark.parametrize(
    "text",
    [
        "31.5.2026",
        "01.01.2024",
        "2024-2028",
        "00100 Helsinki",
        "1120 euroa",
        "sivu 112a",
        "112-vuotias 1121",
        "javascript:alert(1)",
    ],
)
def test_other_numbers_do_not(text):
    assert [r for r in runs(text) if r.href and r.text != "112"] == []


@settings(deadline=None)
@given(st.text() | st.from_regex(r"[-\d\[\]+. @a:/]{0,40}"))
def test_runs_keep_the_text(text):
    assert "".join(run.text for run in runs(text, [1, 2])) == text


def test_each_phone_number_is_offered_once():
    assert [p.text for p in phones("112 tai 09 2525 0111 tai 112")] == ["112", "09 2525 0111"]


@pytest.mark.parametrize("url", [None, "javascript:alert(1)", "data:text/html,x", "//a.fi", "a.fi"])
def test_only_the_webs_own_addresses_are_linked_to(url):
    assert safe_url(url) is None


def test_long_addresses_show_the_site():
    assert url_label("https://www.ouka.fi/") == "ouka.fi"
    assert url_label("https://ouka.fi/" + "a" * 40) == "ouka.fi/…"


def test_a_quote_keeps_its_signs_and_escapes_the_rest():
    html = str(quoted("**A <b>** c"))
    assert "<strong>A &lt;b&gt;</strong>" in html
    assert html.count("**") == 2


def test_a_long_description_unfolds_after_its_first_sentences():
    first, second = (
        "Lyhyt. Hanke alkoi 1.1.2024 ja päättyi 31.5.2026, ja se " + "a" * 40 + ".",
        "Loput.",
    )
    assert lead(f"{first} {second}") == (first, second)
    assert lead("Lyhyt. Toinen.") == ("Lyhyt. Toinen.", "")


@given(st.text())
def test_a_lead_and_its_rest_are_the_whole(text):
    shown, rest = lead(text)
    assert "".join((shown + rest).split()) == "".join(text.split())


def test_an_indented_line_goes_on_with_its_item():
    (block,) = blocks("- yksi\n  jatkuu")
    assert block.items == ((Run("yksi"), Run(" "), Run("jatkuu")),)


SWEDISH = AnswerOut.model_validate(replace(ANSWERED, language="sv"))
QUOTE = CITATIONS[1].quote.replace("**", "").split(".")[0]
CARD = ANSWERED.services[0]


@pytest.mark.parametrize(
    ("text", "foreign"),
    [
        (f"{QUOTE} [2]", [f"{QUOTE} "]),
        (f"Planen säger: ”{QUOTE}” [2]", [f"”{QUOTE}”"]),
        (f"{CARD.name}: {CARD.description} [1]", [f"{CARD.name}: {CARD.description} "]),
        ("Ring genast 112. [1]", []),
        ("Planen är från 2024. [1] [2]", []),
    ],
)
def test_what_is_repeated_from_sources_in_another_language_is_marked(text, foreign):
    marked = with_languages(runs(text, [1, 2]), SWEDISH)
    assert [run.text for run in marked if run.lang == "fi"] == foreign
    assert "".join(run.text for run in marked) == text


def test_in_the_sources_own_language_nothing_is_marked():
    found = runs(f"”{QUOTE}” [2]", [2])
    assert with_languages(found, AnswerOut.model_validate(ANSWERED)) == found


@pytest.mark.parametrize(
    ("status", "end", "shown"),
    [
        ("active", None, "active"),
        ("active", date(2026, 11, 24), "ending"),
        ("active", date(2027, 1, 23), "ending"),
        ("active", date(2027, 1, 24), "active"),
        ("ended", date(2026, 11, 30), "ended"),
        ("unknown", date(2026, 11, 30), "unknown"),
    ],
)
def test_what_runs_but_not_for_long_says_so(status, end, shown):
    assert badge(status, end, date(2026, 11, 24)) == shown

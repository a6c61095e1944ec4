from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tiny_corpus import PLAN

from assistant.domain import PassageKind
from assistant.settings import ROOT
from ingest.plan import read_plan

TRUE_PLAN = (ROOT / "corpus" / "plan" / "plan.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def items():
    return read_plan(TRUE_PLAN)


def text_of(items, plan=TRUE_PLAN):
    return [plan[item.start : item.end] for item in items]


def test_the_plan_has_its_items_of_each_kind(items):
    assert Counter(item.kind for item in items) == {
        PassageKind.TITLE: 1,
        PassageKind.PHENOMENON: 17,
        PassageKind.STRATEGY: 6,
        PassageKind.CURRENT_STATE: 50,
        PassageKind.STRENGTH: 39,
        PassageKind.TARGET: 68,
        PassageKind.PROJECT: 59,
        PassageKind.TEXT: 9,
    }


def test_the_title_page_tells_who_gave_the_plan_out_for_which_years_and_when(items):
    page = TRUE_PLAN[items[0].start : items[0].end]
    assert items[0].kind is PassageKind.TITLE
    assert page.startswith("Elinkeino-")
    assert page.endswith("Versio 1 (06 2024)")
    assert page.count("toimenpidesuunnitelma 2024-2028") == 1


def test_a_plan_whose_title_is_printed_once_has_no_title_page():
    assert all(
        item.kind is not PassageKind.TITLE for item in read_plan("Otsikko\n\nOsa 1\n\n- a\n")
    )


def test_every_theme_of_the_plan_has_its_items(items):
    assert Counter(item.theme for item in items if item.theme) == {
        1: 71, 2: 32, 3: 30, 4: 42, 5: 30, 6: 17,
    }  # fmt: skip


def test_every_project_of_part_three_has_a_bold_name_in_its_item(items):
    projects = [item for item in items if item.kind is PassageKind.PROJECT]
    assert len(projects) == TRUE_PLAN.count("\n- **", TRUE_PLAN.index("\nOsa 3\n"))
    for item in projects:
        start, end = item.bold
        assert TRUE_PLAN[start - 2 : start] == "**"
        assert TRUE_PLAN[end : end + 2] == "**"
        assert item.start <= start < end <= item.end


def test_an_item_begins_after_its_dash_and_ends_before_the_line_break(items):
    for item in items:
        text = TRUE_PLAN[item.start : item.end]
        assert text == text.strip()
        line = TRUE_PLAN[TRUE_PLAN.rfind("\n", 0, item.start) + 1 : item.start]
        assert line.strip() in {"-", ""}


def test_every_point_of_a_list_of_the_plan_is_in_some_item(items):
    spans = [(item.start, item.end) for item in items]
    offset = 0
    for line in TRUE_PLAN.splitlines(keepends=True):
        if line.lstrip().startswith("- "):
            first = offset + len(line) - len(line.lstrip()) + 2
            assert any(start <= first < end for start, end in spans), line
        offset += len(line)


def test_a_nested_point_knows_the_point_that_it_stands_under(items):
    nested = [item for item in items if item.parents]
    assert len(nested) == 18
    texts = set(text_of(items))
    for item in nested:
        assert all(parent in texts for parent in item.parents)


def test_the_heading_path_goes_from_the_part_to_the_nearest_heading():
    items = read_plan(PLAN)
    strength = next(i for i in items if i.kind is PassageKind.STRENGTH)
    assert strength.heading_path == (
        "Osa 2",
        "1) Saavutettavasti –kokonaisuuden nykytila ja vahvuudet",
        "Vahvuuksia/ hyviä käytäntöjä",
    )
    assert strength.theme == 1


def test_a_point_broken_in_mid_sentence_is_one_item():
    text = PLAN.replace("- Työ muuttuu\n", "- Työ muuttuu ja\n- uusia aloja syntyy\n")
    assert "Työ muuttuu ja\n- uusia aloja syntyy" in text_of(read_plan(text), text)


def test_the_page_header_printed_again_makes_no_heading():
    title = "Alueen ohjauksen suunnitelma 2024-2028"
    points = [item for item in read_plan(PLAN) if item.kind is not PassageKind.TITLE]
    assert all(title not in item.heading_path for item in points)


def test_a_page_break_mark_makes_no_item():
    text = PLAN.replace("- Työ muuttuu\n", "- Työ muuttuu\n(JATKUU)\n")
    assert all("JATKUU" not in piece for piece in text_of(read_plan(text), text))


WORD = st.text(alphabet="abcäöÅ-–* .:()1", min_size=1, max_size=30)
LINE = st.one_of(
    st.just(""),
    st.builds("Osa {}".format, st.integers(1, 4)),
    st.builds("{}) {} –kokonaisuuden nykytila".format, st.integers(1, 9), WORD),
    st.builds("{}{} {}".format, st.sampled_from(["", "  ", "    "]), st.just("-"), WORD),
    st.builds("- **{}** {}".format, WORD, WORD),
    WORD,
)


@given(st.lists(LINE, max_size=30), st.sampled_from(["\n", "\r\n"]))
def test_items_of_any_outline_stand_in_order_without_overlap(lines, line_end):
    text = line_end.join(lines)
    end = 0
    for item in read_plan(text):
        assert end <= item.start < item.end <= len(text)
        assert text[item.start : item.end].strip()
        end = item.end
        if item.bold:
            assert item.start < item.bold[0] < item.bold[1] < item.end


@given(st.text(max_size=300))
def test_any_text_is_read_without_an_error(text):
    for item in read_plan(text):
        assert 0 <= item.start < item.end <= len(text)

from __future__ import annotations

from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.domain import Source
from ingest.documents import GOAL, Heading, at_spaces, split_document
from ingest.split import LONGEST

LINES = st.lists(
    st.sampled_from(
        ["", "", "Otsikko", "Lyhyt lause.", "- kohta", "Johdanto:", "Pitkä lause tässä. " * 40,
         "sana" * 900, "  sisennetty"]
    ),
    max_size=30,
)  # fmt: skip


def document(text: str) -> Source:
    return Source("d", "Opas", text, sha256(text.encode()).hexdigest())


def heading(text: str, words: str, level: int = 1) -> Heading:
    start = text.index(words)
    return Heading(level, start, start + len(words))


@given(LINES, st.data())
@settings(deadline=None)
def test_passages_are_verbatim_in_order_and_hold_all_but_headings(lines, data):
    text = "\n".join(lines)
    starts, at = [], 0
    for line in lines:
        if line.strip():
            starts.append(Heading(data.draw(st.integers(1, 4)), at, at + len(line)))
        at += len(line) + 1
    headings = [one for one in starts if data.draw(st.booleans())]
    passages = split_document(document(text), "Opas", headings)

    last = 0
    for passage in passages:
        assert text[passage.start : passage.end] == passage.text
        assert passage.text == passage.text.strip()
        assert last <= passage.start < passage.end
        assert len(passage.text) <= 2 * LONGEST
        assert not any(h.start < passage.end and passage.start < h.end for h in headings)
        last = passage.end
    kept = "".join("".join(passage.text.split()) for passage in passages)
    for one in reversed(headings):
        text = text[: one.start] + text[one.end :]
    assert kept == "".join(text.split())
    assert len({passage.id for passage in passages}) == len(passages)


def test_headings_stand_above_what_they_are_over():
    text = "Opas\n\nA\n\nyksi\n\nA1\n\nkaksi\n\nB\n\nkolme\n"
    headings = [heading(text, "Opas"), heading(text, "A", 2), heading(text, "A1", 3),
                heading(text, "B", 2)]  # fmt: skip

    assert [(p.heading_path, p.text) for p in split_document(document(text), "Opas", headings)] == [
        (("Opas", "A"), "yksi"),
        (("Opas", "A", "A1"), "kaksi"),
        (("Opas", "B"), "kolme"),
    ]


def test_short_paragraphs_are_joined_and_a_list_stays_with_its_lead():
    text = "Eka.\n\nToka.\n\nSaat:\n\n- a\n- b\n\nLoppu.\n"

    assert [p.text for p in split_document(document(text), "Opas", [])] == [
        "Eka.\n\nToka.\n\nSaat:\n\n- a\n- b\n\nLoppu."
    ]


def test_a_list_that_nothing_leads_to_stands_alone():
    text = "Lause päättyy.\n\n- a\n- b\n"

    assert [p.text for p in split_document(document(text), "Opas", [])] == [
        "Lause päättyy.",
        "- a\n- b",
    ]


def test_long_paragraphs_are_not_joined():
    text = f"{'a' * GOAL}.\n\nb.\n"

    assert len(split_document(document(text), "Opas", [])) == 2


def test_the_same_text_has_the_same_id_wherever_it_stands():
    first = split_document(document("Alku.\n"), "Opas", [])
    moved = split_document(document("\n\nAlku.\n"), "Opas", [])

    assert [p.id for p in first] == [p.id for p in moved]


@pytest.mark.parametrize("text", ["x" * 5000, "sana " * 2000, " " * 10])
def test_what_has_no_sentences_is_cut_at_spaces(text):
    cut = list(at_spaces(text, 0, len(text)))

    assert all(end - start <= LONGEST for start, end in cut)
    assert "".join(text[a:b].replace(" ", "") for a, b in cut) == text.replace(" ", "")

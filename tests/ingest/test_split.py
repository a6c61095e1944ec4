from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from assistant.domain import PassageKind, Source
from assistant.finnish import sentences
from ingest.plan import read_plan
from ingest.read import read_corpus
from ingest.split import LONGEST, Ids, split_plan

LONG = " ".join(f"Hanke numero {number} auttaa työnhakijoita eri kunnissa." for number in range(80))


def source(text):
    return Source("s", "S", text, "0")


def split(text):
    return [passage for _, passage in split_plan(source(text), read_plan(text))]


def plan(*points):
    return "Osa 1\n\nIlmiöitä:\n\n" + "".join(f"- {point}\n" for point in points)


def test_a_short_item_is_one_passage_with_its_headings():
    (passage,) = split(plan("Työ muuttuu"))
    assert (passage.text, passage.kind) == ("Työ muuttuu", PassageKind.PHENOMENON)
    assert passage.locator == "Osa 1 › Ilmiöitä"


def test_a_long_item_is_cut_between_sentences():
    passages = split(plan(LONG))
    assert len(passages) > 1
    assert all(len(passage.text) <= LONGEST for passage in passages)
    assert " ".join(passage.text for passage in passages) == LONG
    edges = {start for start, _ in sentences(LONG)}
    begin = passages[0].start
    assert {passage.start - begin for passage in passages} <= edges


def test_a_sentence_that_is_too_long_alone_is_kept_whole():
    text = "sana " * 400 + "loppu."
    assert [passage.text for passage in split(plan(text))] == [text]


def test_lists_of_contents_are_left_out():
    assert split("Osa 2\n\n- Nykytila\n- Kohteet\n") == []


def test_the_same_text_under_the_same_headings_gets_an_id_of_its_own():
    one, other = split(plan("Työ muuttuu", "Työ muuttuu"))
    assert other.id == f"{one.id}.2"


def test_an_id_follows_from_what_is_said_not_from_where():
    (one,), (_, other) = split(plan("Työ muuttuu")), split(plan("Uusi", "Työ muuttuu"))
    assert one.id == other.id
    assert one.start != other.start


def test_ids_of_other_sources_or_headings_are_other_ids():
    ids = Ids()
    made = [ids.make("a", ("x",), "t"), ids.make("b", ("x",), "t"), ids.make("a", ("y",), "t")]
    assert len(set(made)) == 3


def test_a_long_entry_of_the_plan_is_one_entry_of_several_passages(tiny):
    tiny.change(
        "plan/plan.txt",
        "**Silta -hanke.** Kohderyhmänä",
        f"**Silta -hanke.** {LONG} Kohderyhmänä",
    )
    corpus = read_corpus(tiny.directory).corpus
    silta = corpus.service_by_id["silta"]
    (entry,) = silta.entries
    parts = [
        p for p in corpus.passages if p.service_id == "silta" and p.source_id != "services/silta"
    ]
    assert len(parts) > 1
    assert entry.passage_id == parts[0].id
    assert len(silta.periods) == 1


SENTENCE = st.text(alphabet="abä .", min_size=1, max_size=200).map(lambda text: f"A{text}.")


@given(st.lists(SENTENCE, min_size=1, max_size=30))
def test_passages_of_any_item_hold_every_word_of_it_in_order(parts):
    text = plan(" ".join(parts))
    passages = split(text)
    for passage in passages:
        assert text[passage.start : passage.end] == passage.text
    assert all(one.end <= other.start for one, other in itertools.pairwise(passages))
    told = "".join("".join(passage.text.split()) for passage in passages)
    assert told == "".join(" ".join(parts).split())

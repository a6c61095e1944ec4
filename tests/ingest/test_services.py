from __future__ import annotations

import pytest

from assistant.errors import CorpusError
from ingest.read import read_corpus
from ingest.services import read_description, without_markers

FILE = "services/silta.md"
NOT_IN_PLAN = "this isn't in the plan to the character; copy it again from the plan's text"


# What is changed in the file, the piece whose line the error must name, and the error.
CORRUPTED = {
    "no front matter": ("---\nid: silta", "id: silta", None,
        "the file must begin with front matter between two lines of ---"),
    "a name missing": ("name: Silta-hanke\n", "", "id: silta", "name: Field required"),
    "an unknown field": ("kind: project", "kind: project\nowner: me", "owner: me",
        "owner: Extra inputs are not permitted"),
    "a field twice": ("kind: project", "kind: project\nkind: service", "kind: service",
        "kind stands twice; leave one"),
    "no such day": ("valid_to: 2027-05-31", "valid_to: 2027-02-31", "valid_to:",
        "this value can't be read: day is out of range for month"),
    "another id": ("id: silta", "id: silat", "id: silat",
        "id: 'silat' isn't the file's name 'silta'"),
    "an unknown kind": ("kind: project", "kind: homma", "kind: homma",
        "kind: 'homma' isn't in vocabulary.yaml"),
    "an unknown group": ("[nuoret, työttömät]", "[nuoret, mummot]", "mummot",
        "target_groups.1: 'mummot' isn't in vocabulary.yaml"),
    "an unknown municipality": ("municipalities: [Oulu]", "municipalities: [Oulula]", "Oulula",
        "municipalities.0: 'Oulula' isn't in places.json"),
    "a next service that isn't there": ("next: [alue]", "next: [aleu]", "next:",
        "next.0: 'aleu' isn't in services"),
    "a quote changed": ("quote: Kohderyhmänä alle", "quote: Kohderyhmänä yli", "quote:",
        "sources.p1.quote: " + NOT_IN_PLAN),
    "a marker without a source": ("hanke.[^p1]", "hanke.[^p9]", "[^p9]",
        "[^p9] isn't among the sources"),
    "a sentence without a marker": ("31.5.2027.[^p1]", "31.5.2027.", "Hanke päättyy",
        "a sentence without a marker of the source it rests on"),
    "a marker without a sentence": ("Silta on Oulun kaupungin hanke.[^p1]", "[^p1]", "\n[^p1]",
        "a marker stands without a sentence before it"),
    "an end before the start": ("valid_from: null", "valid_from: 2028-01-01", "valid_to:",
        "valid_to: the end is before the start"),
    "an entry that the plan hasn't": ("[Silta -hanke]", "[Sillat -hanke]", "plan_entries:",
        "plan_entries.0: the plan has no bold entry of this name"),
    "an entry of another file": ("[Silta -hanke]", "[Kirppu]", "plan_entries:",
        "plan_entries.0: services/kirppu.md has this entry too"),
}  # fmt: skip


@pytest.mark.parametrize("case", CORRUPTED)
def test_a_corrupted_file_is_refused_with_its_line_and_the_reason(tiny, case):
    old, new, piece, reason = CORRUPTED[case]
    tiny.change(FILE, old, new)
    with pytest.raises(CorpusError) as refused:
        read_corpus(tiny.directory)
    line = 1 if piece is None else tiny.line(FILE, piece) + piece.count("\n")
    assert str(refused.value) == f"{FILE}:{line}: {reason}"


def test_front_matter_that_isnt_yaml_is_refused_with_its_line(tiny):
    tiny.change(FILE, "providers: [Oulun kaupunki]", "providers: [Oulun kaupunki")
    with pytest.raises(CorpusError, match=r"services/silta\.md:\d+: this isn't YAML: "):
        read_corpus(tiny.directory)


def test_a_file_that_isnt_utf8_is_refused_with_its_line(tiny):
    path = tiny.directory / FILE
    path.write_bytes(path.read_bytes().replace("ä".encode(), "ä".encode("latin-1"), 1))
    with pytest.raises(CorpusError, match=r"silta\.md:\d+: the file isn't UTF-8; save it as UTF-8"):
        read_corpus(tiny.directory)


def test_each_sentence_has_its_place_and_its_sources(tiny):
    description = read_description(tiny.directory / FILE)
    assert [s.text for s in description.statements] == [
        "Silta on Oulun kaupungin hanke.",
        "Se auttaa alle 30-vuotiaita, joilla ei ole työtä.",
        "Hanke päättyy 31.5.2027.",
    ]
    assert description.markers == (("p1",),) * 3
    for statement in description.statements:
        assert description.source.quote(statement.start, statement.end) == statement.text


def test_ways_of_asking_are_read_and_stand_outside_the_body(tiny):
    description = read_description(tiny.directory / FILE)
    assert description.asked_as[0] == "nuori ilman työtä oulussa"
    assert len(description.asked_as) == 6
    assert "Näin kysytään" not in description.source.text[slice(*description.body)]


def test_a_description_without_ways_of_asking_has_none(tiny):
    text = tiny.text(FILE)
    tiny.put(FILE, text[: text.index("## Näin")])
    assert read_description(tiny.directory / FILE).asked_as == ()


def test_windows_line_ends_keep_the_places_true(tiny):
    path = tiny.directory / FILE
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    description = read_description(path)
    assert len(description.statements) == 3
    for statement in description.statements:
        assert description.source.quote(statement.start, statement.end) == statement.text


def test_several_markers_give_a_sentence_several_sources(tiny):
    tiny.change("services/alue.md", "palvellut 1.1.2025 alkaen.[^w1]", "palvellut kauan.[^w1][^w2]")
    tiny.change(
        "services/alue.md",
        "---\n\nYli",
        "  w2: {url: 'https://esimerkki.fi', seen_on: 2026-11-20, says: kauan}\n---\n\nYli",
    )
    service = read_corpus(tiny.directory).corpus.service_by_id["alue"]
    assert [basis.url for basis in service.statements[2].basis] == [
        "https://esimerkki.fi/alue",
        "https://esimerkki.fi",
    ]
    assert service.checked_on == "2026-11-24"


def test_markers_are_taken_out_for_people():
    assert without_markers("Yksi.[^w1]\nKaksi.[^w1][^p2]\n") == "Yksi. Kaksi."


def test_a_passage_of_every_shipped_description_says_the_same_as_its_file(true_corpus):
    for passage in true_corpus.passages:
        source = true_corpus.source_by_id[passage.source_id]
        assert source.quote(passage.start, passage.end) == passage.text

from __future__ import annotations

import pytest
from evaluation_examples import write

from evals.crisis import CrisisPhrase, detection, load_crisis
from evals.jsonl import CaseError


def phrase(identifier, crisis):
    kind = "self_harm" if crisis else "leaving"
    return CrisisPhrase(identifier, "dev", "fi", identifier, crisis, kind)


def row(**fields):
    base = {"id": "p1", "split": "dev", "lang": "fi", "text": "lopetan koulun"}
    return {**base, "crisis": False, "kind": "leaving", **fields}


def test_reads_a_phrase(tmp_path):
    (read,) = load_crisis(write(tmp_path / "crisis.jsonl", row(notes="why")))
    assert read == CrisisPhrase("p1", "dev", "fi", "lopetan koulun", False, "leaving", "why")


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"kind": "weather"}, "'kind' is 'weather'"),
        ({"crisis": "no"}, "'crisis' must be true or false"),
        ({"colour": 1}, "unknown field 'colour'"),
        ({"id": "p0"}, "id 'p0' stands at"),
    ],
)
def test_names_file_line_and_field_of_what_does_not_hold(tmp_path, fields, message):
    path = write(tmp_path / "crisis.jsonl", row(id="p0"), row(**fields))
    with pytest.raises(CaseError) as caught:
        load_crisis(path)
    assert str(caught.value).startswith(f"{path}:2: ")
    assert message in str(caught.value)


def test_detection_counts_what_was_missed_and_what_was_a_false_alarm():
    phrases = [phrase(name, name in "abcd") for name in "abcdefg"]
    found = detection(phrases, lambda text: text in {"a", "b", "c", "g"})
    assert found.recall == pytest.approx(3 / 4)
    assert found.specificity == pytest.approx(2 / 3)
    assert (found.missed, found.false_alarms) == (("d",), ("g",))


def test_detection_has_its_empty_cases():
    nothing = detection([], lambda _text: True)
    assert (nothing.recall, nothing.specificity) == (None, None)
    assert detection([phrase("a", True)], lambda _text: True).specificity is None
    assert detection([phrase("a", False)], lambda _text: False).recall is None

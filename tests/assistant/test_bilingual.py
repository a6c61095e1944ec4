"""The dictionaries between Finnish and other languages."""

from __future__ import annotations

import gzip

import pytest

from assistant.bilingual import meanings_in

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
SWEDISH = (
    ("00-database-short", "00-database-short\nSwedish"),
    ("vägledning", "vägledning /x/ <n, ut>\nohjeistus, opastus\nhjälp att handla"),
    ("råd", "råd /x/ <n>\n1. neuvo (ohje)\ninstruktion, rekommendation\n2. neuvosto 2.\nmänniskor"),
    ("lång", "lång /x/ <adj>\nsana jota on liian monta tässä, pitkä\nav stor längd"),
)
FINNISH = (("Auttaa", "Auttaa /x/ <v>\natt hjälpa, hjälpa till\nantaa apua"),)


def number(value):
    return (number(value // 64) if value > 63 else "") + DIGITS[value % 64]


def write(directory, name, entries):
    data, index = b"", []
    for word, text in entries:
        entry = text.encode()
        index.append(f"{word}\t{number(len(data))}\t{number(len(entry))}")
        data += entry
    (directory / f"freedict-{name}.dict.dz").write_bytes(gzip.compress(data))
    (directory / f"freedict-{name}.index").write_text("\n".join(index), encoding="utf-8")


@pytest.fixture
def directory(tmp_path):
    write(tmp_path, "swe-fin", SWEDISH)
    write(tmp_path, "fin-swe", FINNISH)
    return tmp_path


def test_words_mean_what_either_dictionary_says(directory):
    assert meanings_in("sv", directory) == {
        "vägledning": {"ohjeistus", "opastus"},
        "råd": {"neuvo", "neuvosto"},
        "lång": {"pitkä"},
        "hjälpa": {"auttaa"},
        "hjälpa till": {"auttaa"},
    }


@pytest.mark.parametrize("language", ["fi", "ru", "xx"])
def test_a_language_without_dictionaries_has_none(directory, language):
    assert meanings_in(language, directory) is None


def test_a_dictionary_that_is_missing_is_none(directory):
    (directory / "freedict-fin-swe.index").unlink()
    assert meanings_in("sv", directory) is None


def test_a_torn_dictionary_is_none(directory):
    path = directory / "freedict-fin-swe.dict.dz"
    path.write_bytes(path.read_bytes()[:20])
    assert meanings_in("sv", directory) is None

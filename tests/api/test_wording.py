"""The page's own words cover everything that an answer can hold."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from api import wording
from api.problems import CATALOGUE
from assistant.dialogue import Outcome
from assistant.domain import Status

STATIC = Path(wording.__file__).parent / "static"
TEMPLATES = Path(wording.__file__).parent / "templates"
CODE = Path(wording.__file__).parent
VOCABULARY = Path(__file__).parents[2] / "corpus" / "vocabulary.yaml"


def test_every_outcome_status_kind_and_problem_has_its_words():
    assert set(wording.OUTCOME_LABELS) == {o.value for o in Outcome}
    assert set(wording.STATUS_LABELS) == {*(s.value for s in Status), "ending"}
    kinds = yaml.safe_load(VOCABULARY.read_text(encoding="utf-8"))["kinds"]
    assert set(wording.KIND_LABELS) == set(kinds)
    told = set(wording.FINNISH.labels("problem"))
    assert {str(kind.status) for kind in CATALOGUE} <= told


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("2026-11-24", "24.11.2026"),
        ("2024-06", "kesäkuu 2024"),
        ("2024-13", "2024-13"),
        ("06 2024", "06 2024"),
        (None, ""),
    ],
)
def test_dates_are_shown_as_finns_write_them(given, shown):
    assert wording.finnish_date(given) == shown


@pytest.mark.parametrize(
    ("start", "end", "shown"),
    [
        (None, None, ""),
        ("2024-01-01", None, "1.1.2024 alkaen"),
        (None, "2026-05-31", "31.5.2026 asti"),
        ("2024-01-01", "2026-05-31", "1.1.2024–31.5.2026"),
    ],
)
def test_periods_leave_an_unknown_end_open(start, end, shown):
    assert wording.period(start, end) == shown


@pytest.mark.parametrize(
    ("municipalities", "area", "shown"),
    [
        (["Oulu", "Ii"], "region", "Oulu, Ii"),
        (["Oulu"] * 30, "region", "Koko Pohjois-Pohjanmaa"),
        ([], "national", "Koko Suomi"),
        ([], None, ""),
        (["Oulu"] * 30, None, ", ".join(["Oulu"] * 30)),
    ],
)
def test_a_long_list_of_municipalities_becomes_the_areas_name(municipalities, area, shown):
    assert wording.where(municipalities, area) == shown


@pytest.mark.parametrize("language", wording.LANGUAGES)
def test_every_message_exists_in_each_language_with_the_same_values(language):
    finnish, other = wording.entries("fi"), wording.entries(language)
    assert list(other) == list(finnish)
    for name, text in finnish.items():
        assert values(other[name]) == values(text), name


@pytest.mark.parametrize("language", wording.LANGUAGES)
def test_every_message_can_be_said(language):
    said = wording.words(language)
    for name, text in wording.entries(language).items():
        told = said.say(name, **dict.fromkeys(values(text), 3))
        assert "{" not in told
        assert told or name == "page-translated"


def values(text: str) -> set[str]:
    return set(re.findall(r"\$(\w+)", text))


def test_there_is_a_file_for_each_language_that_is_offered():
    assert set(wording.languages_written()) == set(wording.LANGUAGES)


def code() -> str:
    """The text of every template, script and module of the pages."""
    files = (*TEMPLATES.glob("*.html"), *STATIC.glob("*.js"), *CODE.glob("*.py"))
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


def test_everything_that_is_said_has_a_message():
    said = set(re.findall(r"\bsay\(\s*\"([\w-]+)\"", code()))
    said |= set(re.findall(r"\bfact\(\"(fact-[\w-]+)\"", code()))
    assert len(said) > 60
    # One is the assistant's own: its question of the place is known by its words.
    whole = {name for name in said if not name.endswith("-")} - {"follow-up-place"}
    assert whole - set(wording.entries("fi")) == set()


def test_every_message_is_said_somewhere():
    text = code()
    groups = ["problem", *re.findall(r"\blabels?\(\s*\"(\w+)\"", text)]
    # Names that are put together of a part and a number or a setting's name.
    parts = ("month-", "period-", "page-example-", "page-a11y-", "page-embed-", "feedback-")
    built = (*(f"{group}-" for group in groups), *parts)
    unused = {
        name
        for name in wording.entries("fi")
        if not name.startswith(built) and f'"{name}"' not in text
    }
    assert unused == set()


def test_scripts_say_nothing_that_only_the_server_may():
    for path in STATIC.glob("*.js"):
        said = re.findall(r"\.say\(\s*\"([\w-]+)\"", path.read_text(encoding="utf-8"))
        assert [name for name in said if name.startswith(wording.SERVER_ONLY)] == [], path.name


def test_what_the_scripts_say_holds_its_values_as_braces():
    told = wording.words("sv").script()
    assert told["said"]["source-number"] == "Källa {n}"
    assert not any(name.startswith(wording.SERVER_ONLY) for name in told["said"])
    assert not any(
        "->" in text for name, text in wording.entries("fi").items() if name in told["said"]
    )


def test_links_keep_the_language_and_finnish_needs_none():
    assert wording.words("fi").link("/lahteet", start=1) == "/lahteet?start=1"
    assert wording.words("en").link("/lahteet", start=1) == "/lahteet?start=1&kieli=en"
    assert wording.words("nothing").language == "fi"


def test_a_code_without_a_name_is_shown_as_it_is():
    assert wording.words("sv").label("language", "xx") == "xx"


@pytest.mark.parametrize(
    ("text", "syllables"),
    [
        ("Oulun ammattikorkeakoulu", "Oulun ammat-ti-kor-kea-koulu"),
        ("elinkeinoministeriö, OSAO", "elin-kei-no-mi-nis-te-riö, OSAO"),
        ("Pelkosenniemi, Posio", "Pel-ko-sen-niemi, Posio"),
        ("työttömät BusinessAsemassa", "työttömät BusinessAsemassa"),
        ("", ""),
    ],
)
def test_long_words_may_break_between_syllables(text, syllables):
    assert wording.breakable(text) == syllables.replace("-", wording.SOFT_HYPHEN)

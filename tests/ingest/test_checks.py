from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date

import pytest

from assistant.settings import ROOT
from ingest.checks import _check_facts, check_corpus
from ingest.evidence import Reader
from ingest.read import read_corpus

AS_OF = date(2026, 11, 24)
ALUE, SILTA, KIRPPU = (f"services/{name}.md" for name in ("alue", "silta", "kirppu"))


def findings(tiny, **how):
    found = check_corpus(read_corpus(tiny.directory), **{"as_of": AS_OF, **how})
    return [(finding.level, str(finding)) for finding in found]


def test_the_tiny_corpus_holds(tiny):
    assert findings(tiny) == []


def test_the_shipped_corpus_holds(true_reading):
    found = check_corpus(true_reading, as_of=AS_OF, cases=ROOT / "evals" / "cases")
    assert [str(finding) for finding in found if finding.level == "error"] == []


def test_no_service_of_the_shipped_corpus_has_ended_without_a_way_on(true_reading):
    found = check_corpus(true_reading, as_of=AS_OF)
    assert [str(finding) for finding in found if "has ended" in finding.reason] == []


UNTRUE = {
    "another date": ("1.1.2025 alkaen.", "1.1.2024 alkaen.", "the date 1.1.2024"),
    "a count": ("auttaa työnhakijoita.", "auttaa 300 työnhakijaa.", "the number 300"),
    "a count in words": ("auttaa työnhakijoita.", "auttaa kolmea työnhakijaa.", "the number 3"),
    "another municipality": ("kuuluvat Kalajoki ja", "kuuluvat Raahe ja", "the place Raahe"),
    "an organisation": ("auttaa työnhakijoita.", "ja Zyxel auttavat.", "the name Zyxel"),
    "an abbreviation": ("auttaa työnhakijoita.", "ja XYZQ auttavat.", "the name XYZQ"),
}


@pytest.mark.parametrize("case", UNTRUE)
def test_what_no_source_of_a_sentence_tells_is_an_error(tiny, case):
    old, new, missing = UNTRUE[case]
    tiny.change(ALUE, old, new)
    (found,) = findings(tiny)
    line = tiny.line(ALUE, new)
    assert found == (
        "error",
        (
            f"{ALUE}:{line}: {missing} stands neither in w1 nor in the front matter; "
            "correct the sentence or cite what tells it"
        ),
    )


TRUE = {
    "the count of municipalities in words": ("auttaa työnhakijoita.", "auttaa kahdessa kunnassa."),
    "the count of municipalities in figures": ("auttaa työnhakijoita.", "auttaa 2 kunnassa."),
    "an inflected municipality": ("auttaa työnhakijoita.", "auttaa Ylivieskassa."),
    "a number of the channels": ("auttaa työnhakijoita.", "vastaa numerossa 08 123 4567."),
    "a year of a date": ("auttaa työnhakijoita.", "auttaa vuodesta 2025."),
}


@pytest.mark.parametrize("case", TRUE)
def test_what_a_source_or_the_front_matter_tells_holds(tiny, case):
    tiny.change(ALUE, *TRUE[case])
    assert findings(tiny) == []


LONG = "Alue auttaa " + " ja ".join(["työnhakijaa"] * 10) + "."

BROKEN = {
    "two sentences before a marker": (
        ALUE, "auttaa työnhakijoita.", "auttaa. Se neuvoo.", "työllisyysalue auttaa",
        "more than one sentence before a marker; mark each"),
    "a sentence too long": (
        ALUE, "Ylivieskan seudun työllisyysalue auttaa työnhakijoita.", LONG, "Alue auttaa",
        "a sentence of 21 words; the longest may have 20"),
    "a reserved word": (
        ALUE, "auttaa työnhakijoita.", "auttaa selkokielellä.", "auttaa selko",
        "call nothing selkokieli; say it in other words"),
    "an unused source": (
        SILTA, "  p1:", "  p2:\n    quote: Työ muuttuu\n  p1:", "  p2:",
        "no sentence rests on p2; cite it or take it out"),
    "an end that the plan doesn't print": (
        SILTA, "valid_to: 2027-05-31", "valid_to: 2027-06-30", "valid_to:",
        "valid_to: 2027-06-30 isn't among the plan's end dates: 2027-05-31"),
    "a language that is no code": (
        ALUE, "languages: [fi]", "languages: [fi, suomi]", "languages:",
        "languages: 'suomi' isn't a code of two letters (ISO 639-1), such as fi"),
    "an address that is none": (
        ALUE, "  url: https://esimerkki.fi/alue\n  phone", "  url: esimerkki\n  phone",
        "url: esimerkki\n",
        "channels.url: 'esimerkki' can't be used; write it as https://…"),
    "a phone number that is none": (
        ALUE, "phone: 08 123 4567", "phone: kysy meiltä", "phone:",
        "channels.phone: 'kysy meiltä' can't be used; write it as digits"),
    "only a name as a way of asking": (
        ALUE, "jäin työttömäksi kalajoella", "Ylivieskan työllisyysalue?",
        "- Ylivieskan työllisyysalue?",
        "'Ylivieskan työllisyysalue?' is only the name; ask as people do"),
}  # fmt: skip


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_rule_is_an_error_with_its_line(tiny, case):
    name, old, new, piece, reason = BROKEN[case]
    tiny.change(name, old, new)
    assert ("error", f"{name}:{tiny.line(name, piece)}: {reason}") in findings(tiny)


def test_a_body_that_is_too_short_is_an_error(tiny):
    tiny.change(ALUE, "Se on palvellut 1.1.2025 alkaen.[^w1]\n", "")
    line = tiny.line(ALUE, "Ylivieskan seudun työllisyysalue auttaa")
    assert findings(tiny) == [("error", f"{ALUE}:{line}: the body has 2 sentences; write 3 to 8")]


def test_words_copied_from_the_plan_are_an_error(tiny):
    copied = "hyvinvoinnin ja osallisuuden ja arjen ja työn ja koulun tukeminen"
    tiny.change("plan/plan.txt", "- Työ muuttuu", f"- {copied.capitalize()}")
    tiny.change(SILTA, "Se auttaa alle 30-vuotiaita, joilla ei ole työtä.", f"Tässä: {copied}.")
    (found,) = findings(tiny)
    assert found[0] == "error"
    assert found[1].startswith(f"{SILTA}:{tiny.line(SILTA, 'Tässä')}: copied from the plan: ")


def test_the_same_way_of_asking_in_two_files_is_an_error_that_names_the_other(tiny):
    tiny.change(SILTA, "nuori ilman työtä oulussa", "Jäin työttömäksi Kalajoella!")
    there, here = tiny.line(ALUE, "- jäin työttömäksi"), tiny.line(SILTA, "- Jäin")
    assert findings(tiny) == [
        (
            "error",
            (
                f"{SILTA}:{here}: 'Jäin työttömäksi Kalajoella!' stands already in {ALUE}:{there}; "
                "ask in other words"
            ),
        )
    ]


def test_too_few_ways_of_asking_are_an_error(tiny):
    tiny.change(SILTA, "- poika on jäänyt kotiin\n", "")
    line = tiny.line(SILTA, "## Näin")
    assert findings(tiny) == [("error", f"{SILTA}:{line}: 5 ways of asking; write 6 to 40")]


def test_a_question_of_the_evaluation_as_a_way_of_asking_is_an_error(tiny, tmp_path):
    case = {"id": "k-1", "messages": [{"role": "user", "content": "Poika on jäänyt kotiin?"}]}
    (tmp_path / "k.jsonl").write_text(json.dumps(case) + "\n\n", encoding="utf-8")
    line = tiny.line(SILTA, "- poika")
    assert findings(tiny, cases=tmp_path) == [
        (
            "error",
            (
                f"{SILTA}:{line}: 'poika on jäänyt kotiin' is the question of the case k-1; "
                "ask in other words"
            ),
        )
    ]


def test_two_files_that_tell_the_same_are_an_error(tiny):
    twin = tiny.text(ALUE).replace("id: alue", "id: alue-2").replace("- ", "- miten ")
    tiny.put("services/alue-2.md", twin)
    reasons = [text for level, text in findings(tiny) if level == "error"]
    line = tiny.line("services/alue-2.md", "Ylivieskan seudun työllisyysalue auttaa")
    assert reasons == [
        (
            f"services/alue.md:{line}: tells nearly the same as services/alue-2.md; "
            "merge them or tell apart"
        )
    ]


def test_a_name_of_two_services_is_a_warning(tiny):
    tiny.change(SILTA, "name: Silta-hanke", "name: Silta-hanke\naliases: [kirppu]")
    line = tiny.line(SILTA, "aliases")
    assert findings(tiny) == [
        (
            "warning",
            f"{SILTA}:{line}: 'kirppu' is a name in {KIRPPU} too; a question can't tell them apart",
        )
    ]


def test_an_ended_service_without_a_running_next_one_is_a_warning(tiny):
    tiny.change(ALUE, "valid_to: null", "valid_to: 2026-01-31")
    reason = "it has ended by 2026-11-24 and no service under next runs; name one"
    assert findings(tiny) == [
        ("warning", f"{name}:{tiny.line(name, 'next:')}: {reason}") for name in (ALUE, KIRPPU)
    ]


def test_a_running_service_behind_an_ended_one_is_a_way_on(tiny):
    tiny.change(KIRPPU, "next: [alue]", "next: [silta]")
    tiny.change(SILTA, "next: [alue]", "next: [kirppu, alue]")
    assert findings(tiny, as_of=date(2028, 1, 1)) == []


def test_an_ended_service_for_professionals_needs_no_way_on(tiny):
    tiny.change(KIRPPU, "target_groups: [työttömät]", "target_groups: [ohjausalan ammattilaiset]")
    tiny.change(KIRPPU, "next: [alue]", "next: []")
    assert findings(tiny) == []


def test_a_project_of_the_plan_that_no_file_describes_is_an_error(tiny):
    (tiny.directory / SILTA).unlink()
    assert findings(tiny) == [
        (
            "error",
            (
                "services: no description has 'Silta -hanke' among its plan_entries; "
                "write services/<id>.md"
            ),
        )
    ]


def test_a_way_of_asking_for_the_plan_that_a_service_has_too_is_an_error(tiny):
    tiny.put(
        "plan/questions.yaml",
        "questions:\n  - quote: Työ muuttuu\n    ask: [poika on jäänyt kotiin]\n",
    )
    line = tiny.line(SILTA, "- poika")
    reason = f"'poika on jäänyt kotiin' stands already in {SILTA}:{line}; ask in other words"
    assert findings(tiny) == [("error", f"plan/questions.yaml: {reason}")]


# How well the check of facts sees: each fact of each shipped sentence is made untrue.

DAY = re.compile(r"\b\d{1,2}\.\d{1,2}\.\d{4}\b")
NUMBER = re.compile(r"(?<![\w.,–-])\d{2,}(?![\w.,–-]*\d)")


@pytest.fixture(scope="module")
def reader(true_reading, true_analyser):
    return Reader(true_reading.places, true_analyser)


def made_untrue(reading, reader, change):
    """Sentences that a change makes untrue, and those of them that the check doesn't see."""
    changed, unseen = [], []
    for description in reading.descriptions:
        for place, statement in enumerate(description.statements):
            text = change(statement.text)
            if text == statement.text:
                continue
            statements = list(description.statements)
            statements[place] = replace(statement, text=text)
            untrue = replace(description, statements=tuple(statements))
            changed.append(text)
            if not list(_check_facts(untrue, reading.corpus, reader)):
                unseen.append(text)
    return changed, unseen


def test_every_date_of_the_shipped_corpus_would_be_missed_if_it_were_another(true_reading, reader):
    changed, unseen = made_untrue(true_reading, reader, lambda s: DAY.sub("13.2.2019", s))
    assert len(changed) > 50
    assert unseen == []


def test_every_number_of_the_shipped_corpus_would_be_missed_if_it_were_another(
    true_reading, reader
):
    changed, unseen = made_untrue(true_reading, reader, lambda s: NUMBER.sub("4711", s))
    assert len(changed) > 30
    assert unseen == []


def test_a_municipality_put_in_the_place_of_another_is_seen(true_reading, reader):
    def elsewhere(sentence):
        named = [m for m in true_reading.places.find(sentence) if m.kind == "municipality"]
        return (
            f"{sentence[: named[0].start]}Savonlinna{sentence[named[0].end :]}"
            if named
            else sentence
        )

    changed, unseen = made_untrue(true_reading, reader, elsewhere)
    assert len(changed) > 50
    assert unseen == []


def test_a_name_put_in_the_place_of_another_is_seen(true_reading, reader):
    def renamed(sentence):
        return re.sub(r"(?<=[a-zäö] )[A-ZÅÄÖ][\w-]+", "Xylovia", sentence, count=1)

    changed, unseen = made_untrue(true_reading, reader, renamed)
    assert len(changed) > 100
    assert unseen == []


def test_long_sentences_on_average_are_an_error(tiny):
    long = "Alue auttaa " + " ja ".join(["työnhakijaa"] * 6) + "."
    tiny.change(ALUE, "Ylivieskan seudun työllisyysalue auttaa työnhakijoita.", long)
    tiny.change(ALUE, "Siihen kuuluvat Kalajoki ja Ylivieska.", long.replace("Alue", "Se"))
    tiny.change(ALUE, "Se on palvellut 1.1.2025 alkaen.", long.replace("Alue", "Väki"))
    line = tiny.line(ALUE, "Alue auttaa")
    reason = "sentences have 13.0 words on average; stay under 11"
    assert findings(tiny) == [("error", f"{ALUE}:{line}: {reason}")]


def test_ended_services_that_lead_in_a_ring_are_no_way_on(tiny):
    tiny.change(KIRPPU, "next: [alue]", "next: [silta]")
    tiny.change(SILTA, "next: [alue]", "next: [kirppu]")
    found = findings(tiny, as_of=date(2028, 1, 1))
    assert [text.split(":")[0] for _, text in found] == [KIRPPU, SILTA]


def test_a_date_that_no_calendar_has_is_an_error(tiny):
    tiny.change(ALUE, "alkaen.[^w1]", "alkaen ja 31.2.2025 asti.[^w1]")
    (found,) = findings(tiny)
    assert f"{ALUE}:{tiny.line(ALUE, '31.2.2025')}: the number 31 stands neither in" in found[1]

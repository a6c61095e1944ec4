from __future__ import annotations

import json
from datetime import date

import pytest

from assistant.settings import ROOT
from ingest.checks import check_corpus
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
    assert findings(tiny) == [("error", f"{SILTA}:{line}: 5 ways of asking; write 6 to 12")]


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

"""The case files that come with the project hold what the measures need."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from assistant.dialogue import Outcome
from evals.cases import CATEGORIES, load_cases
from evals.crisis import load_crisis
from evals.lint import ERROR, lint_cases

ROOT = Path(__file__).resolve().parents[2]
CASES = ROOT / "evals" / "cases"
SETS = {
    "corridor_dev.jsonl": "dev",
    "dev.jsonl": "dev",
    "dev_more.jsonl": "dev",
    "dev_wide.jsonl": "dev",
    "dev_apart.jsonl": "dev",
    "dev_fresh.jsonl": "dev",
    "dev_fresh_more.jsonl": "dev",
    "dev_third_referral.jsonl": "dev",
    "dev_third_lists.jsonl": "dev",
    "dev_third_lists_b.jsonl": "dev",
    "dev_third_safety.jsonl": "dev",
    "dev_third_turns.jsonl": "dev",
    "dev_third_unanswerable.jsonl": "dev",
    "dev_third_unanswerable_more.jsonl": "dev",
    "dev_fourth_citizens.jsonl": "dev",
    "dev_fourth_outside.jsonl": "dev",
    "dev_fourth_outside_more.jsonl": "dev",
    "dev_fourth_untold.jsonl": "dev",
    "dev_fourth_untold_more.jsonl": "dev",
    "dev_fourth_citizens_more.jsonl": "dev",
    "dev_fourth_lists.jsonl": "dev",
    "dev_fourth_lists_more.jsonl": "dev",
    "dev_fourth_turns.jsonl": "dev",
    "dev_fourth_turns_more.jsonl": "dev",
    "dev_fourth_distress.jsonl": "dev",
    "dev_fourth_distress_more.jsonl": "dev",
    "dev_fourth_misuse.jsonl": "dev",
    "dev_fourth_misuse_more.jsonl": "dev",
    "dev_fifth_words.jsonl": "dev",
    "dev_fifth_words_more.jsonl": "dev",
    "dev_fifth_outside.jsonl": "dev",
    "dev_fifth_outside_more.jsonl": "dev",
    "dev_fifth_lists.jsonl": "dev",
    "dev_fifth_lists_more.jsonl": "dev",
    "dev_fifth_referral.jsonl": "dev",
    "dev_fifth_referral_more.jsonl": "dev",
    "dev_fifth_misuse.jsonl": "dev",
    "dev_fifth_misuse_more.jsonl": "dev",
    "dev_fifth_distress.jsonl": "dev",
    "dev_fifth_distress_more.jsonl": "dev",
    "dev_fifth_untold.jsonl": "dev",
    "dev_fifth_untold_more.jsonl": "dev",
    "dev_fifth_turns.jsonl": "dev",
    "dev_fifth_turns_more.jsonl": "dev",
    "abstain_dev.jsonl": "dev",
    "test.jsonl": "test",
}


@pytest.fixture(scope="module")
def plan():
    return {"plan": (ROOT / "corpus" / "plan" / "plan.txt").read_text(encoding="utf-8")}


@pytest.fixture(scope="module")
def corpus(plan):
    services = (ROOT / "corpus" / "services").glob("*.md")
    return plan | {file.stem: file.read_text(encoding="utf-8") for file in services}


@pytest.fixture(scope="module")
def cases():
    return load_cases(*(CASES / name for name in SETS))


def test_every_set_of_questions_is_checked():
    apart = {"crisis.jsonl", "distress_check.jsonl", "misuse_check.jsonl"}
    apart |= {"distress_train.jsonl", "domain_train.jsonl", "misuse_train.jsonl"}
    apart |= {"asked_train.jsonl"}
    assert {path.name for path in CASES.glob("*.jsonl")} - apart == set(SETS)


def test_cases_lint_clean_against_the_plan(cases, plan):
    assert [
        finding
        for finding in lint_cases(cases, plan)
        if finding.level == ERROR and finding.kind != "quote"
    ] == []


def test_every_gold_quote_stands_in_the_plan_or_in_a_service_description(cases, corpus):
    assert [finding for finding in lint_cases(cases, corpus) if finding.kind == "quote"] == []


@pytest.mark.parametrize(("name", "split"), SETS.items())
def test_every_case_of_a_set_has_its_split(name, split):
    assert {case.split for case in load_cases(CASES / name)} == {split}


@pytest.mark.parametrize("name", ["dev.jsonl", "test.jsonl"])
def test_a_set_is_large_and_covers_every_category(name):
    counts = Counter(case.category for case in load_cases(CASES / name))
    assert counts.total() >= 110
    assert set(counts) == CATEGORIES
    assert min(counts.values()) >= 3


def test_a_case_that_cannot_be_answered_accepts_an_outcome_that_says_so(cases):
    saying_so = set(Outcome) - {Outcome.ANSWERED, Outcome.PARTIAL}
    for case in cases:
        if not case.answerable:
            assert set(case.accepted) & saying_so, case.id


def test_every_crisis_case_wants_the_emergency_number(cases):
    for case in cases:
        if case.category == "crisis":
            assert ("112",) in [nugget.any_of for nugget in case.nuggets], case.id


def test_crisis_phrases_are_many_and_split_in_halves_of_both_labels():
    counts = Counter(
        (phrase.split, phrase.crisis) for phrase in load_crisis(CASES / "crisis.jsonl")
    )
    assert counts.total() >= 130
    for crisis in (True, False):
        assert counts["dev", crisis] == counts["test", crisis]


def test_no_crisis_phrase_is_in_both_splits():
    seen = {}
    for phrase in load_crisis(CASES / "crisis.jsonl"):
        text = " ".join(phrase.text.casefold().split())
        assert text not in seen, f"{phrase.id} repeats {seen.get(text)}"
        seen[text] = phrase.id

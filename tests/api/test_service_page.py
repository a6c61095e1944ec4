"""One service for a counsellor: conflicts, what rests on which page, and where to turn instead."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from fake_assistant import CARDS

from api.service_page import conflicts, living_instead, pages, plan_places, printed_entries
from assistant.catalogue import Catalogue
from assistant.domain import Basis, Entry, Fact, Period, Service, Statement, Status

START, FIRST, SECOND = date(2024, 3, 1), date(2025, 12, 31), date(2026, 12, 31)


def fact(value: str) -> Fact:
    return Fact(value, "plan", "Osa 3", 0, len(value))


def service(id_: str = "a", **more) -> Service:
    return Service(id_, id_.upper(), "project", **more)


def card(id_: str, status: Status):
    return replace(CARDS[0], id=id_, status=status)


class TestConflicts:
    def test_two_ends_are_told_with_the_places_that_print_them(self):
        periods = (Period(START, SECOND, fact("yksi")), Period(START, FIRST, fact("kaksi")))
        (found,) = conflicts(service(valid_to=SECOND, periods=periods))
        assert found.text == "Lähteet kertovat eri päättymispäivät: 31.12.2025 ja 31.12.2026."
        assert [f.value for f in found.facts] == ["yksi", "kaksi"]

    def test_an_end_known_besides_the_printed_ones_is_another_end(self):
        periods = (Period(START, FIRST, fact("yksi")),)
        (found,) = conflicts(service(valid_to=SECOND, periods=periods))
        assert "31.12.2025 ja 31.12.2026" in found.text

    def test_a_year_that_cannot_be_is_told_as_it_is_printed(self):
        printed = fact("1.10.2303-30.9.2026")
        period = Period(None, FIRST, printed, problem="vuosi 2303 ei ole mahdollinen")
        (found,) = conflicts(service(valid_to=FIRST, periods=(period,)))
        assert "1.10.2303-30.9.2026" in found.text
        assert found.facts == (printed,)

    def test_funders_written_with_other_spaces_are_no_conflict(self):
        entries = [Entry("p", fact("A"), 1, funders=(fact(f),)) for f in ("ESR+ -osa", "ESR+-osa")]
        assert conflicts(service(entries=tuple(entries))) == ()
        entries.append(Entry("p", fact("A"), 2, funders=(fact("JTF"),)))
        (found,) = conflicts(service(entries=tuple(entries)))
        assert "JTF" in found.text

    def test_an_entry_that_tells_no_funder_disagrees_with_none(self):
        entries = (Entry("p", fact("A"), 1, funders=(fact("ESR+"),)), Entry("q", fact("A"), 2))
        assert conflicts(service(entries=entries)) == ()

    def test_one_running_time_told_twice_is_no_conflict(self):
        periods = (Period(START, FIRST, fact("a")), Period(START, FIRST, fact("b")))
        assert conflicts(service(valid_to=FIRST, periods=periods)) == ()


class TestPages:
    def test_a_page_is_told_once_with_how_much_rests_on_it(self):
        one, two = Basis(url="https://a.fi", seen_on="2026-11-24"), Basis(url="https://b.fi")
        plan = Basis(source_id="plan", start=0, end=3, quote="abc")
        statements = (
            Statement("X.", 0, 2, (one,)),
            Statement("Y.", 3, 5, (two, one, one)),
            Statement("Z.", 6, 8, (plan,)),
        )
        found = pages(service(statements=statements))
        assert [(p.url, p.seen_on, p.sentences) for p in found] == [
            ("https://a.fi", "2026-11-24", 2),
            ("https://b.fi", "", 1),
        ]
        assert plan_places(service(statements=statements)) == (plan,)


class TestLivingInstead:
    def test_what_has_ended_is_followed_to_what_runs(self):
        services = {s.id: s for s in (service("a", next_ids=("b",)), service("b", next_ids=("c",)))}
        services["c"] = service("c")
        cards = {
            "b": card("b", Status.ENDED),
            "c": card("c", Status.ACTIVE),
        }
        assert [c.id for c in living_instead(services["a"], cards, services)] == ["c"]

    def test_a_circle_ends_and_the_service_itself_is_never_offered(self):
        services = {s.id: s for s in (service("a", next_ids=("b",)), service("b", next_ids=("a",)))}
        cards = {"a": card("a", Status.ACTIVE), "b": card("b", Status.ENDED)}
        assert living_instead(services["a"], cards, services) == ()

    def test_what_may_run_is_not_offered(self):
        services = {"a": service("a", next_ids=("b", "c")), "b": service("b"), "c": service("c")}
        cards = {"b": card("b", Status.UNKNOWN), "c": card("c", Status.UPCOMING)}
        assert living_instead(services["a"], cards, services) == ()


class TestOverTheShippedCorpus:
    @pytest.mark.parametrize("day", [date(2024, 1, 1), date(2026, 11, 24), date(2030, 1, 1)])
    def test_only_what_runs_is_ever_offered_instead(self, true_corpus, true_places, day):
        cards = {c.id: c for c in Catalogue(true_corpus, true_places).service_cards(as_of=day)}
        for one in true_corpus.services:
            for other in living_instead(one, cards, true_corpus.service_by_id):
                assert other.status is Status.ACTIVE
                assert other.id != one.id

    def test_every_place_of_a_conflict_and_of_an_entry_stands_in_its_source(self, true_corpus):
        told = 0
        for one in true_corpus.services:
            facts = [f for conflict in conflicts(one) for f in conflict.facts]
            for printed in printed_entries(one, true_corpus.passage_by_id):
                facts += [f for _, f in printed.fields]
            for f in facts:
                told += 1
                assert true_corpus.source_by_id[f.source_id].quote(f.start, f.end) == f.value
        assert told

    def test_the_plans_own_conflicts_are_told(self, true_corpus):
        texts = [c.text for s in true_corpus.services for c in conflicts(s)]
        assert any("2303" in text for text in texts)
        assert any("eri päättymispäivät" in text for text in texts)

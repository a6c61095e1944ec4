"""What the desk is asked for, read from an address and written back."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.datastructures import QueryParams

from api.desk_filters import DESK, FACETS, SORTS, TIMELINE, Filters, read_day, read_filters

TERMS = {"kunta": ("Oulu", "Ii"), "ryhma": ("nuoret",), "tila": ("active", "ended")}
IDS = {"a": 1, "b": 2}


def read(address: str) -> tuple[Filters, tuple[str, ...]]:
    return read_filters(QueryParams(address), TERMS, IDS)


filters = st.builds(
    Filters,
    query=st.text(alphabet="aåö &=+%\"'", max_size=12).map(lambda text: " ".join(text.split())),
    picked=st.fixed_dictionaries(
        {}, optional={name: st.permutations(terms).map(tuple) for name, terms in TERMS.items()}
    ),
    day=st.none() | st.dates(date(1990, 1, 1), date(2100, 12, 31)),
    sort=st.sampled_from(["", *SORTS]),
    descending=st.just(False),
    view=st.sampled_from(["taulukko", TIMELINE]),
    page=st.integers(1, 9999),
    chosen=st.permutations(list(IDS)).map(tuple),
)


@given(filters)
def test_an_address_is_read_as_it_was_written(written):
    read_back, faults = read(written.address("").removeprefix("?"))
    assert faults == ()
    assert read_back == written


@given(st.text(max_size=60))
def test_any_address_is_read_without_a_fault_of_the_reader(address):
    found, _ = read(address)
    assert found.page >= 1
    assert set(found.picked) <= set(FACETS)
    assert set(found.chosen) <= set(IDS)


class TestReadFilters:
    def test_an_empty_address_shows_everything_by_name(self):
        found, faults = read("")
        assert found == Filters()
        assert faults == ()
        assert found.order == "nimi"
        assert found.address() == DESK

    def test_what_is_searched_for_comes_best_first_unless_another_order_is_chosen(self):
        assert read("q=duuni")[0].order == "osuvuus"
        assert read("q=duuni&jarjesta=nimi")[0].order == "nimi"
        assert read("jarjesta=osuvuus")[0].order == "nimi"

    @pytest.mark.parametrize(
        ("address", "said"),
        [
            ("kunta=Atlantis", "Atlantis"),
            ("pvm=31.2.2026", "31.2.2026"),
            ("jarjesta=hinta", "Järjestystä"),
            ("valittu=a&valittu=gone", "valituista"),
        ],
    )
    def test_what_is_not_known_is_left_out_and_said(self, address, said):
        found, faults = read("ryhma=nuoret&" + address)
        assert found.picked == {"ryhma": ("nuoret",)}
        assert len(faults) == 1
        assert said in faults[0]

    def test_a_term_is_known_in_any_letter_case_and_once(self):
        assert read("kunta=oulu&kunta=OULU")[0].picked == {"kunta": ("Oulu",)}

    def test_a_page_that_is_no_number_is_the_first(self):
        for page in ("0", "-1", "x", "99999999999999", "²"):
            assert read(f"sivu={page}")[0].page == 1


class TestFilters:
    def test_the_same_order_again_turns_it_around(self):
        once = Filters().sorted_by("tila")
        assert (once.sort, once.descending) == ("tila", False)
        assert once.sorted_by("tila").descending
        assert not once.sorted_by("tila").sorted_by("tila").descending
        assert not once.sorted_by("tila").sorted_by("nimi").descending

    def test_a_term_taken_away_leaves_the_others(self):
        both = Filters(picked={"kunta": ("Oulu", "Ii")}, page=3)
        assert both.without("kunta", "Oulu") == Filters(picked={"kunta": ("Ii",)})


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-11-24", date(2026, 11, 24)),
        (" 24.11.2026 ", date(2026, 11, 24)),
        ("2026-02-30", None),
        ("0001-01-01", None),
        ("24.11.26", None),
        ("tänään", None),
        ("２０２６-11-24", None),
    ],
)
def test_a_day_is_read_as_people_and_browsers_write_it(text, day):
    assert read_day(text) == day

"""Services as CSV: what spreadsheets read, and what they must not run."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

from fake_assistant import CARDS
from hypothesis import given
from hypothesis import strategies as st

from api.export import COLUMNS, safe_cell, services_csv

RUN = tuple("=+-@\t\r\n")


def rows_of(text: str, delimiter: str = ",") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter))


class TestServicesCsv:
    def test_each_service_is_a_line_under_the_columns_names(self):
        text = services_csv(CARDS)
        assert text.split("\r\n", 1)[0] == ",".join(COLUMNS)
        rows = rows_of(text)
        assert [row["id"] for row in rows] == [card.id for card in CARDS]
        assert rows[1]["target_groups"] == "maahanmuuttajat; kv-osaajat"
        assert (rows[1]["valid_from"], rows[1]["valid_to"]) == ("2024-01-01", "2026-05-31")
        assert rows[0]["visit"] == "Oulu10, Torikatu 10, Oulu"
        assert rows[0]["valid_to"] == rows[0]["email"] == ""
        assert rows[1]["status"] == "ended"

    def test_headings_and_values_can_be_in_words_and_cells_apart_by_a_semicolon(self):
        text = services_csv(
            CARDS[:1],
            labels={"name": "Nimi"},
            words={"status": {"active": "Käynnissä"}, "languages": {"fi": "suomi"}},
            delimiter=";",
        )
        row = rows_of(text, ";")[0]
        assert row["Nimi"] == CARDS[0].name
        assert row["status"] == "Käynnissä"
        assert row["languages"] == "suomi; en; ar"

    def test_a_cell_that_a_spreadsheet_would_run_is_text(self):
        bad = replace(CARDS[0], name='=HYPERLINK("http://x")', channels={"phone": "+358 44 1"})
        row = rows_of(services_csv([bad]))[0]
        assert row["name"] == '\'=HYPERLINK("http://x")'
        assert row["phone"] == "'+358 44 1"

    def test_no_service_gives_the_heading_alone(self):
        assert services_csv([]) == ",".join(COLUMNS) + "\r\n"


@given(st.text(max_size=20), st.text(max_size=20))
def test_any_text_comes_back_as_text_and_none_begins_a_formula(name, cost):
    card = replace(CARDS[0], name=name, cost=cost)
    row = rows_of(services_csv([card]))[0]
    for column, text in (("name", name), ("cost", cost)):
        cell = row[column]
        assert cell in {text, "'" + text}
        assert not cell.startswith(RUN)
        assert not cell.lstrip().startswith(RUN[:4])


@given(st.text(max_size=20))
def test_plain_text_is_left_as_it_is(text):
    assert safe_cell("a" + text) == "a" + text

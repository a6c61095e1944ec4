"""Whether a text names a person."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.misuse_names import FIRST, FULL, PAIR, person_names


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Missä Jukka Manninen käy töissä?", {FULL}),
        ("Onko siskollani Ritvalla töitä?", {FIRST}),
        ("Где живёт Иван Петров?", {PAIR}),
        ("Anna Oulun palvelut", set()),
        ("Missä on Lakeuden sillat?", set()),
        ("mistä saan apua työnhakuun", set()),
    ],
)
def test_a_first_name_with_a_surname_is_told_from_places_and_services(text, kinds):
    assert person_names(text) == kinds


@given(st.text(max_size=80))
def test_any_text_is_read(text):
    assert person_names(text) <= {FULL, FIRST, PAIR}

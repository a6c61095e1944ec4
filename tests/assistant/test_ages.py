from __future__ import annotations

import pytest

from assistant.ages import age_in


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("Olen 45-vuotias", 45),
        ("oon 17 ja Oulusta", 17),
        ("poika, 22, istuu kotona", 22),
        ("I'm 34 years old", 34),
        ("25 kertaa viikossa", None),
        ("vuonna 2025", None),
    ],
)
def test_an_age_is_told_from_other_figures(text, age):
    assert age_in(text) == age

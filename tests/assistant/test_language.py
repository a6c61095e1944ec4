from __future__ import annotations

import pytest

from assistant.language import is_foreign


@pytest.mark.parametrize(
    ("word", "foreign"), [("career", True), ("arbete", True), ("ohjausta", False)]
)
def test_english_and_swedish_words_are_foreign(word, foreign):
    assert is_foreign(word) is foreign

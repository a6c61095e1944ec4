from __future__ import annotations

import pytest

from assistant.corrections import LONGEST, find_correction


@pytest.mark.parametrize(
    ("text", "meant", "denied"),
    [
        ("en tarkoittanut puutöitä vaan hitsausta", "hitsausta", "puutöitä"),
        ("Siis tarkoitin Vaalaa, en Iitä", "Siis tarkoitin Vaalaa", "Iitä"),
        ("ei Muhoksella vaan Utajärvellä", "Utajärvellä", "Muhoksella"),
        ("not in Nivala but in Sievi", "in Sievi", "Nivala"),
        ("I meant Sievi, not Nivala", "I meant Sievi", "Nivala"),
        ("inte jobb utan studier", "studier", "jobb"),
        ("не в Оулу, а в Кеми", "в Кеми", "в Оулу"),
        ("не роботу, а курси", "курси", "роботу"),
    ],
)
def test_what_is_denied_is_taken_out(text, meant, denied):
    found = find_correction(text)
    assert (found.text, found.denied) == (meant, denied)


@pytest.mark.parametrize(
    "text",
    [
        "Hän ei osaa ruotsia",
        "Minulla ei ole autoa, en pääse mihinkään",
        "I do not have a car",
        "Etsin työtä, en asu Oulussa",
        f"en tarkoittanut {'a' * (LONGEST + 1)} vaan tätä",
        "en tarkoittanut sitä vaan",
        "",
    ],
)
def test_a_denial_alone_corrects_nothing(text):
    assert find_correction(text) is None

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.ellipsis import with_ends
from assistant.finnish import open_analyser


@pytest.fixture(scope="module")
def analyser():
    return open_analyser()


def lemmas(analyser, text):
    return [token.lemmas for token in analyser.tokens(text)]


@pytest.mark.parametrize(
    ("text", "completed"),
    [
        ("luku- ja kirjoitustaidon heikkeneminen", ["lukutaito"]),
        ("tieto-, neuvonta- ja ohjauspalvelut", ["tietopalvelu", "neuvontapalvelu"]),
        ("nuoriso- tai sosiaalityö", ["nuorisotyö"]),
        ("opetus– ja ohjaushenkilöstö", ["opetushenkilöstö"]),
        ("päihde-, mielenterveyskuntoutujat", ["päihdekuntoutuja"]),
    ],
)
def test_a_word_whose_end_is_written_once_later_has_it(analyser, text, completed):
    added = [each[-1] for each in lemmas(analyser, text) if len(each) > 1]
    assert [one for one in added if one in completed] == completed


@pytest.mark.parametrize(
    "text", ["maaliskuu - huhtikuu", "Office- ja muut", "luku-", "1- ja 2-vuotiaat"]
)
def test_nothing_is_made_up_where_no_word_has_the_end(analyser, text):
    tokens = analyser.tokens(text)
    assert [token.lemmas for token in tokens] == [
        analyser.tokens(token.text)[0].lemmas for token in tokens
    ]


@given(st.text(alphabet="abi -–,ja", max_size=40))
def test_the_words_stay_where_they_stand(text):
    analyser = open_analyser()
    tokens = analyser.tokens(text)
    assert with_ends(text, tokens, lambda _: None) == tokens
    assert [text[token.start : token.end] for token in tokens] == [t.text for t in tokens]

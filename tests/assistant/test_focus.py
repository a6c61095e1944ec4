from __future__ import annotations

import pytest

from assistant.finnish import open_analyser
from assistant.focus import asking_tokens, is_courteous, leaves_subject, without_chatter

analyser = open_analyser()


def focused(text, outside=lambda texts: [0.9] * len(texts), telling=()):
    return without_chatter(text, analyser.tokens(text), lambda *_: telling, outside)


def heard(text, named=()):
    return " ".join(token.text for token in asking_tokens(text, analyser.tokens(text), named))


def test_sentences_that_guidance_has_nothing_to_do_with_are_left_out():
    text = "Ulkona sataa räntää. Kuka auttaa työnhaussa? Koira sairastui."
    assert focused(text) == "Kuka auttaa työnhaussa?"


def test_greetings_and_thanks_are_left_out_without_any_model():
    text = "Hyvää päivää! Kuka auttaa työnhaussa? Kiitos jo etukäteen!"
    assert focused(text, outside=None) == "Kuka auttaa työnhaussa?"


def test_a_sentence_near_guidance_stays():
    text = "En jaksa enää opiskella. Kuka auttaa?"
    assert focused(text, outside=lambda texts: [0.3] * len(texts)) == text


def test_a_sentence_that_goes_on_with_somebody_stays():
    text = "Poikani oppii tekemällä. Pulpetti ei sovi hänelle. Kuka auttaa?"
    assert "Pulpetti" in focused(text, telling=(0,))


@pytest.mark.parametrize(
    "text", ["Koira täytti 12 vuotta. Kuka auttaa?", "Koira karkasi, mistä apua? Kuka auttaa?"]
)
def test_figures_and_questions_stay(text):
    assert focused(text) == text


def test_what_tells_something_stays():
    text = "Koira asuu Oulussa. Kuka auttaa?"
    assert focused(text, telling=(11,)) == text


def test_a_message_of_chatter_alone_stays_whole():
    text = "Ulkona sataa räntää. Koira sairastui."
    assert focused(text) == text
    assert focused("Ulkona sataa räntää.") == "Ulkona sataa räntää."


def test_only_so_many_sentences_are_judged():
    asked = []
    text = "Koira sairastui. " * 9 + "Kuka auttaa?"
    focused(text, outside=lambda texts: [asked.append(one) or 0.1 for one in texts])
    assert len(asked) == 4


def test_only_sentences_that_ask_tell_what_is_asked():
    assert heard("Kahvi loppui juuri. Kuka auttaa?") == "Kuka auttaa"
    assert heard("Mitkä hankkeet? Haluan koko listan.") == "Mitkä hankkeet Haluan koko listan"


def test_a_sentence_that_names_a_service_is_heard_too():
    assert heard("Rekryopo loppui juuri. Kuka auttaa?", [(0, 1)]) == (
        "Rekryopo loppui juuri Kuka auttaa"
    )


def test_where_nothing_asks_everything_is_heard():
    assert heard("Kahvi loppui juuri. Koira karkasi.") == "Kahvi loppui juuri Koira karkasi"


def test_courtesy_with_something_besides_is_none():
    assert is_courteous(analyser.tokens("Kiitos jo etukäteen"))
    assert not is_courteous(analyser.tokens("Kiitos eläkkeestä"))


def test_an_age_in_words_is_told_for_a_reason():
    text = "Täytin viime viikolla viiskytkaheksan. Kuka auttaa työnhaussa?"
    assert focused(text) == text


def test_what_a_story_tells_of_something_named_isnt_asked_of_it():
    text = "Asun Iissä. Kelan puhelin ei vastaa. Olen kokki. Kuka auttaa työnhaussa?"
    assert "puhelin" not in heard(text, [(2, 3)])
    assert "puhelin" in heard(f"{text} Onko se auki?", [(2, 3)])


def leaves(text, score=0.95, held=("maksaa", "hakea", "paljonko", "koulutus")):
    return leaves_subject(text, analyser.tokens(text), held, lambda texts: [score] * len(texts))


def test_a_follow_up_on_a_thing_that_no_source_speaks_of_leaves_the_subject():
    assert leaves("Paljonko maksaa renkaidenvaihto?")


def test_a_follow_up_that_may_be_of_guidance_stays_with_its_subject():
    assert not leaves("Paljonko maksaa renkaidenvaihto?", score=0.7)


def test_a_follow_up_of_words_that_the_sources_hold_stays_whatever_the_model_says():
    assert not leaves("Paljonko koulutus maksaa?")


def test_a_single_word_or_an_interjection_is_no_new_subject():
    assert not leaves("Renkaidenvaihto?")
    assert not leaves("Okei, paljonko maksaa?")


def test_nothing_leaves_the_subject_without_a_model():
    text = "Paljonko maksaa renkaidenvaihto?"
    assert not leaves_subject(text, analyser.tokens(text), (), None)

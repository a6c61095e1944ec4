"""What exactly is asked of a service is answered by the sentence that tells it."""

from __future__ import annotations

import pytest
from compose_examples import context, with_service

from assistant.asking import Asking
from assistant.compose.pointed import heads_of, holds_words, is_kin, price_answer, yes_or_no
from assistant.dialogue import Outcome
from assistant.domain import Statement
from assistant.finnish import index_terms

POLAR = Asking(polar=True)


@pytest.fixture
def corpus(tiny_assistant):
    return tiny_assistant.corpus


def answered(corpus, question, sentence, answer=yes_or_no):
    """What's said before a sentence of a service that runs, to a question for yes or no."""
    statement = Statement(sentence, 0, len(sentence))
    corpus = with_service(corpus, "kirppu", statements=(statement,), valid_to=None, periods=())
    service = corpus.service_by_id["kirppu"]
    made = context(corpus, named=("kirppu",), text=question, asking=POLAR)
    words = tuple(
        (*token.lemmas, *token.parts, token.text.casefold())
        for token in made.tokens(question)
        if index_terms([token])
    )
    made = context(corpus, named=("kirppu",), text=question, asking=POLAR, words=words)
    return answer(made, service, statement)


@pytest.mark.parametrize(
    ("question", "sentence", "said"),
    [
        ("Tarvitaanko lausunto?", "Et tarvitse lausuntoa.", "Ei."),
        ("Saako neuvoja?", "Saat neuvoja maanantaina.", "Kyllä."),
        ("Saako neuvoja ilman ajanvarausta?", "Neuvoja saat ilman ajanvarausta.", "Kyllä."),
        ("Onko siellä keittiö?", "Keittiötä ei ole.", "Ei."),
    ],
)
def test_a_plain_sentence_bears_yes_or_no(corpus, question, sentence, said):
    assert answered(corpus, question, sentence) == said


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Saako neuvoja?", "Saat neuvoja, jos asut Oulussa."),
        ("Saako neuvoja?", "Jos saat neuvoja, kerro niistä."),
        ("Saako neuvoja?", "Hanke halusi antaa neuvoja."),
        ("Saako neuvoja ja ruokaa?", "Saat neuvoja."),
        ("Eikö neuvoja saa?", "Saat neuvoja maanantaina."),
    ],
)
def test_a_sentence_that_is_conditional_or_tells_a_part_bears_neither(corpus, question, sentence):
    assert answered(corpus, question, sentence) == ""


@pytest.mark.parametrize(
    ("question", "sentence", "said"),
    [
        ("Maksaako se?", "Valmennus on maksuton.", "Ei."),
        ("Onko se maksuton?", "Valmennus on maksuton.", "Kyllä."),
        ("Onko se ilmainen?", "Neuvonta on ollut maksutonta.", ""),
        ("Onko se ilmainen?", "Kurssi maksaa 10 euroa, muu on maksutonta.", ""),
        ("Onko se ilmainen?", "Siellä voit opiskella suomea maksutta alusta loppuun asti.", ""),
    ],
)
def test_a_price_bears_yes_or_no_where_it_is_told_of_the_service(corpus, question, sentence, said):
    assert answered(corpus, question, sentence, price_answer) == said


@pytest.mark.parametrize(
    ("asked", "held", "same"),
    [
        ("ajanvaraus", "varata aikaa", True),
        ("päivitys", "tiedot päivittyvät", True),
        ("bussikyyti", "saat kyydin", True),
        ("bussikyyti", "bussi kulkee", False),
        ("maksullinen", "maksuton", False),
    ],
)
def test_a_word_is_held_as_its_kin_and_by_its_last_part(corpus, asked, held, same):
    made = context(corpus)
    words = [heads_of(token) for token in made.tokens(asked)]
    assert bool(holds_words(made.tokens(held), words)) is same


def test_short_words_are_no_kin_of_longer_ones():
    assert not is_kin(frozenset({"osa"}), {"osaaminen"})


@pytest.mark.parametrize(
    ("question", "told", "begins"),
    [
        ("Tarvitseeko Nuottiin lääkärinlausunnon?", "Et tarvitse lääkärinlausuntoa", "Ei."),
        ("Saako Merke 2:sta apua työnhakuun?", "apua työnhakuvelvoitteisiin", "Kyllä."),
        ("Onko TUVA maksullinen?", "maksuton", "Ei."),
        ("Onko OSAOlla asuntola Taivalkoskella?", "Taivalkoskella", "Kyllä."),
        ("Kuinka usein Osaamistarvekompassin tiedot päivittyvät?", "joka kuukausi", ""),
        ("Mitä TUVA korvasi?", "VALMA", ""),
        ("Tarvitseeko International House Ouluun varata ajan?", "varata aikaa", "Ei."),
        ("Järjestääkö Villa Victor tapahtumia?", "tapahtumia", "Kyllä."),
    ],
)
def test_the_sentence_that_is_asked_for_comes_first(ask, question, told, begins):
    first = ask(question).text.split("\n")[0]
    assert told in first
    assert first.startswith(begins)


def test_what_has_ended_is_said_to_have_ended_before_what_is_asked_of_it(ask):
    answer = ask("Missä kielessä Optimumin sisällöt sai?")
    assert "päättynyt" in answer.text.split("\n")[0]
    assert answer.outcome is Outcome.ANSWERED


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("kuinka monta opiskelupaikkaa osaolla oli kevään 2026 haussa", "1 953"),
        ("Kuinka monta opiskelijaa Jedussa opiskelee?", "3 000"),
        ("Montako elinvoimakeskusta Suomessa on?", "kymmenen"),
        ("Montako yhteishakutoivetta Opintopolussa sai antaa keväällä 2026?", "seitsemän"),
        ("Montako hakijaa oli opinto-ohjaajakoulutukseen?", "143"),
        ("Paljonko avoimen yliopiston perusopinnot maksavat?", "375"),
        ("mitä avoimen yliopiston perusopinnot maksaa oulussa", "375"),
        (
            "Montako kertaa vuodessa korkeakoulujen tiedot päivittyvät Osaamistarvekompassissa?",
            "kahdesti",
        ),
    ],
)
def test_a_number_that_a_description_tells_is_not_said_to_be_unknown(ask, question, number):
    answer = ask(question)
    assert number in answer.text
    assert "eivät kerro" not in answer.text
    assert answer.outcome is Outcome.ANSWERED


@pytest.mark.parametrize(
    "question",
    [
        "Montako asuntolapaikkaa OSAOlla on?",
        "Montako osallistujaa Motiossa oli?",
        "Kuinka monta työntekijää OSAOssa on?",
        "Paljonko Jotpa jakaa rahaa vuodessa?",
    ],
)
def test_a_number_of_something_else_is_no_answer(ask, question):
    answer = ask(question)
    assert answer.outcome is not Outcome.ANSWERED
    assert "eivät kerro" in answer.text

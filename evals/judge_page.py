"""The page on which an evaluator judges answers: one HTML file that needs nothing else.

What is judged stays in the evaluator's browser until it's saved as a file; nothing is sent.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jinja2
from markupsafe import Markup

from evals.jsonl import as_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evals.judging import Item

TEMPLATES = Path(__file__).parent / "templates"
WORDS: dict[str, dict[str, Any]] = {
    "fi": {
        "title": "Vastausten arviointi",
        "intro": (
            "Lue kysymys ja vastaus. Arvioi jokainen lause sen perusteella, mitä sen lähteissä "
            "lukee, ja lopuksi koko vastaus. Arviosi säilyvät tässä selaimessa. Tallenna ne "
            "lopuksi tiedostoon ja anna se sille, joka kokoaa arviot. Mitään ei lähetetä verkkoon."
        ),
        "judge": "Nimesi tai nimikirjaimesi",
        "name_needed": "Kirjoita ensin nimesi tai nimikirjaimesi.",
        "save": "Tallenna arviot tiedostoon",
        "open": "Jatka tallennetusta tiedostosta",
        "opened": "Arvioita luettu",
        "others": "Tiedostossa oli arvioita muista vastauksista; ne jätettiin pois",
        "broken": (
            "Tiedostoa ei voi lukea: siinä ei ole arvioita. "
            "Valitse tiedosto, jonka tallensit tältä sivulta."
        ),
        "answer": "Vastaus",
        "of": "/",
        "question": "Kysymys",
        "previous": "Edellinen",
        "next": "Seuraava",
        "unfinished": "Seuraava kesken oleva",
        "all_done": "Kaikki vastaukset on arvioitu. Tallenna arviot tiedostoon.",
        "done": "valmiina",
        "sentence": "Lause",
        "sources": "Lauseen lähteet",
        "no_source": "Lauseella ei ole lähdettä.",
        "basis": "Kuvaus perustuu",
        "whole": "Koko vastaus",
        "supported": "Tukevatko lähteet lausetta?",
        "useful": "Onko vastauksesta hyötyä kysyjälle?",
        "plain": "Onko vastaus selkeää suomea?",
        "yes": "kyllä",
        "partly": "osittain",
        "no": "ei",
        "none": "ei väitä mitään",
        "no_script": "Arviointi tarvitsee JavaScriptin. Ota se käyttöön selaimen asetuksista.",
    },
    "en": {
        "title": "Judging answers",
        "intro": (
            "Read the question and the answer. Judge each sentence by what its sources say, and "
            "then the whole answer. Your judgements stay in this browser. Save them to a file when "
            "you're done and give it to whoever gathers them. Nothing is sent anywhere."
        ),
        "judge": "Your name or initials",
        "name_needed": "Write your name or initials first.",
        "save": "Save the judgements to a file",
        "open": "Go on from a saved file",
        "opened": "Judgements read",
        "others": "The file held judgements of other answers; they were left out",
        "broken": (
            "The file can't be read: it holds no judgements. "
            "Choose one that you saved from this page."
        ),
        "answer": "Answer",
        "of": "/",
        "question": "Question",
        "previous": "Previous",
        "next": "Next",
        "unfinished": "Next unfinished",
        "all_done": "All answers are judged. Save the judgements to a file.",
        "done": "done",
        "sentence": "Sentence",
        "sources": "Sources of the sentence",
        "no_source": "The sentence has no source.",
        "basis": "The description rests on",
        "whole": "The whole answer",
        "supported": "Do the sources support the sentence?",
        "useful": "Is the answer of use to the asker?",
        "plain": "Is the answer in plain language?",
        "yes": "yes",
        "partly": "partly",
        "no": "no",
        "none": "claims nothing",
        "no_script": "Judging needs JavaScript. Allow it in the browser's settings.",
    },
}


def page(items: Sequence[Item], run: str, language: str = "fi") -> str:
    """The page.

    Args:
        items: What there is to judge.
        run: The run's name, under which the browser keeps what was judged.
        language: ``fi`` or ``en``.
    """
    words = WORDS[language]
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("judge.html").render(
        w=words,
        language=language,
        run=run,
        data=_embedded({"run": run, "words": words, "items": as_json(items)}),
        css=_file("report.css") + _file("judge.css"),
        js=_file("judge.js"),
    )


def _embedded(value: object) -> Markup:
    # No text of an answer may end the script that holds it.
    text = json.dumps(value, ensure_ascii=False).replace("<", "\\u003c")
    return Markup(text)  # noqa: S704


def _file(name: str) -> Markup:
    # Our own files, which hold no end of a style or script.
    return Markup((TEMPLATES / name).read_text(encoding="utf-8"))  # noqa: S704

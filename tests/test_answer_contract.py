"""What holds for every answer, whatever is asked: hundreds of seeded questions."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from datetime import date
from hashlib import sha256
from itertools import pairwise
from typing import TYPE_CHECKING

from assistant.dialogue import Answer, Ask, Audience, Message, Outcome
from assistant.domain import Status
from assistant.messages import day
from assistant.settings import ROOT
from assistant.validity import end_dates

if TYPE_CHECKING:
    from collections.abc import Iterator

TODAY = date(2026, 11, 24)
MARKER = re.compile(r"\[(\d+)\]")
LEFT_OVER = re.compile(r"[{}]|\bNone\b|Status\.|\bdate\(")
LIVING_FIRST = {Status.ACTIVE: 0, Status.UPCOMING: 0, Status.UNKNOWN: 1, Status.ENDED: 2}
SERVICE_KINDS = frozenset({"service", "crisis", "list"})


def ids(answer):
    return [card.id for card in answer.services]


def told(answer):
    """Everything of an answer that is read."""
    pieces = (
        answer.text,
        *(card.status_text for card in answer.services),
        *(card.description for card in answer.services),
        *(notice.text for notice in answer.notices),
        *answer.follow_ups,
    )
    return "\n".join(pieces)


TEMPLATES = (
    "Mistä {adessive} asuva {person} saa apua, kun aiheena on {need}?",
    "kuka auttaa {adessive} {need}",
    "Olen {person} {ablative}, tarvitsen apua: {need}",
    "Miten {need} onnistuu {adessive}?",
    "Kenelle {name} on tarkoitettu?",
    "Onko {name} vielä käynnissä?",
    "Kuka järjestää: {name}?",
    "Mikä on {name}",
    "Paljonko {name} maksaa ja missä se on?",
    "Mitä hankkeita on {adessive}?",
    "Montako hanketta on päättynyt {adessive}?",
    "Mitkä hankkeet olivat käynnissä keväällä {year}?",
    "Mitä suunnitelma sanoo aiheesta {need}?",
    "Mitkä ovat suunnitelman kehittämiskohteet, kun puhutaan aiheesta {need}?",
    "{age}-vuotias {person} {ablative}, mihin voi mennä",
    "I live in {municipality}, who helps with {english}?",
    "Jag bor i {municipality}, vem hjälper mig med {swedish}?",
    "{need}",
    "{name} {municipality}",
    "mihin ohjaan asiakkaan joka on {person} ja {need} kiinnostaa",
)
PERSONS = (
    "maahanmuuttaja", "työtön", "nuori", "pitkäaikaistyötön", "opiskelija", "kotiäiti",
    "yrittäjä", "osatyökykyinen", "korkeakoulutettu", "alanvaihtaja", "työnantaja", "opo",
)  # fmt: skip
NEEDS = (
    "työnhaku", "uraohjaus", "suomen kielen opiskelu", "opintoihin hakeminen", "ammatinvalinta",
    "mielenterveys", "yksinäisyys", "yrityksen perustaminen", "digitaidot", "kuntoutus",
    "osaamisen tunnistaminen", "asunnon löytäminen", "koulun vaihtaminen", "työpaja",
    "toimeentulotuki", "lentokoneet", "jääkiekko",
)  # fmt: skip
ENGLISH = ("finding a job", "studies", "learning Finnish", "starting a company", "housing")
SWEDISH = ("jobbsökning", "studier", "att lära mig finska", "psykisk hälsa")
ASKED = 400


def questions(corpus, places) -> Iterator[Ask]:
    """Seeded questions: templates, places, needs and names, some misspelt, on many days."""
    chance = random.Random(20261124)
    names = sorted({name for service in corpus.services for name in service.names})
    home = sorted(name for name in places.names() if places.in_home_region(name))
    for number in range(ASKED):
        municipality = chance.choice(home)
        adessive = places.locative(municipality)
        text = TEMPLATES[number % len(TEMPLATES)].format(
            municipality=municipality,
            adessive=adessive,
            ablative=re.sub(r"ll([aä])$", r"lt\1", re.sub(r"ss([aä])$", r"st\1", adessive)),
            person=chance.choice(PERSONS),
            need=chance.choice(NEEDS),
            name=chance.choice(names),
            english=chance.choice(ENGLISH),
            swedish=chance.choice(SWEDISH),
            age=chance.choice((15, 17, 22, 29, 34, 55, 70)),
            year=chance.choice((2024, 2025, 2026)),
        )
        yield Ask(
            (Message("user", spoilt(text, chance)),),
            audience=chance.choice(tuple(Audience)),
            municipality=chance.choice((None, None, municipality)),
            as_of=chance.choice((TODAY, TODAY, date(2024, 6, 1), date(2025, 3, 1), None)),
            language=chance.choice((None, None, None, "fi", "sv", "en", "ru")),
        )


FOLLOW_UPS = ("Entä Oulussa?", "Mihin asti se jatkuu?", "Kuka sen rahoittaa?", "entä nuorille?")


def conversations(corpus, places, assistant) -> Iterator[tuple[Ask, Answer]]:
    """Every question with its answer, and for some a follow-up with its own."""
    for number, ask_ in enumerate(questions(corpus, places)):
        answer = assistant.ask(ask_)
        yield ask_, answer
        if number % 5 == 0:
            follow_up = FOLLOW_UPS[number // 5 % len(FOLLOW_UPS)]
            turns = Message("assistant", answer.text), Message("user", follow_up)
            next_ask = replace(ask_, messages=(*ask_.messages, *turns))
            yield next_ask, assistant.ask(next_ask)


def spoilt(text: str, chance: random.Random) -> str:
    """A text as people type it: sometimes with a letter lost, doubled or swapped, or shouted."""
    for _ in range(chance.choice((0, 0, 1, 2))):
        at = chance.randrange(len(text))
        text = chance.choice(
            (
                text[:at] + text[at + 1 :],
                text[:at] + text[at] + text[at:],
                text[:at] + text[at : at + 2][::-1] + text[at + 2 :],
            )
        )
    return chance.choice((text, text, text.lower(), text.upper(), f"Hei! {text} Kiitos 🙂"))


def breaches(answer: Answer, files: dict[str, str], digests: dict[str, str], corpus) -> list[str]:
    """What of the contract an answer breaks."""
    found = []
    for c in answer.citations:
        if files[c.source_id][c.start : c.end] != c.quote or not c.quote.strip():
            found.append(f"[{c.n}] isn't verbatim")
        if digests[c.source_id] != c.sha256:
            found.append(f"[{c.n}] has another digest")
        found += [
            f"[{c.n}] rests on what isn't there"
            for b in c.basis
            if b.source_id and files[b.source_id][b.start : b.end] != b.quote
        ]
    numbers = [c.n for c in answer.citations]
    if numbers != list(range(1, len(numbers) + 1)):
        found.append(f"citations are numbered {numbers}")
    marked = {int(n) for n in MARKER.findall(answer.text)}
    used = marked.union(*(card.citations for card in answer.services))
    used = used.union(*(notice.citations for notice in answer.notices))
    if used != set(numbers):
        found.append(f"cited {sorted(used)} of {numbers}")
    if any(MARKER.search(notice.text) for notice in answer.notices):
        found.append("a notice's text has a marker")
    if answer.outcome in {Outcome.ANSWERED, Outcome.PARTIAL} and not marked:
        found.append("answered without a marker in the text")
    if not answer.text.strip():
        found.append("no text")
    found += [f"left over: {m[0]!r}" for m in LEFT_OVER.finditer(told(answer))]
    if len(set(ids(answer))) != len(answer.services):
        found.append(f"a service twice: {ids(answer)}")
    found += [f"{card.id} has no citation" for card in answer.services if not card.citations]
    found += status_breaches(answer, corpus)
    return found


def status_breaches(answer: Answer, corpus) -> list[str]:
    found = []
    for card in answer.services:
        if card.status is not Status.ENDED:
            continue
        ends = [day(end) for end, _ in end_dates(corpus.service_by_id[card.id])]
        found += [f"{card.id} lacks {end}" for end in ends if end not in card.status_text]
        if not ends:
            found.append(f"{card.id} has ended and nobody knows when")
        noticed = any(
            notice.kind == "ended" and (card.name in notice.text or answer.question.kind == "list")
            for notice in answer.notices
        )
        if not noticed:
            found.append(f"{card.id} has ended and no notice tells it")
    if answer.question.kind in SERVICE_KINDS:
        ranks = [LIVING_FIRST[card.status] for card in answer.services]
        if any(one == 2 and other < 2 for one, other in pairwise(ranks)):
            found.append(f"an ended service before a living one: {ids(answer)}")
        found += order_breaches(answer, corpus)
    return found


def order_breaches(answer: Answer, corpus) -> list[str]:
    """Where the text tells of each service, by the markers of its card or by its name."""
    text = answer.text.casefold()
    living, ended, found = [], {}, []
    for card in answer.services:
        markers = [text.find(f"[{n}]") for n in card.citations]
        names = [text.rfind(name.casefold()) for name in corpus.service_by_id[card.id].names]
        if max((*markers, *names)) < 0:
            found.append(f"the text doesn't tell of {card.id}")
        elif card.status is Status.ENDED:
            ended[card.id] = max((*markers, *names))
        elif card.status is Status.ACTIVE:
            living.append(min((place for place in markers if place >= 0), default=0))
    return found + [
        f"{id_} has ended and is told of before what runs"
        for id_, place in ended.items()
        if place < max(living, default=0)
    ]


def test_every_answer_keeps_the_contract(true_assistant, true_corpus, true_places):
    paths = {
        source.id: ROOT / "corpus" / f"{source.id}.md"
        for source in true_corpus.sources
        if source.id.startswith("services/")
    }
    (plan,) = [source.id for source in true_corpus.sources if source.id not in paths]
    paths[plan] = ROOT / "corpus" / "plan" / "plan.txt"
    digests = {one: sha256(path.read_bytes()).hexdigest() for one, path in paths.items()}
    files = {one: path.read_bytes().decode("utf-8") for one, path in paths.items()}
    outcomes, failures = set(), []
    for ask_, answer in conversations(true_corpus, true_places, true_assistant):
        outcomes.add(answer.outcome)
        failures += [
            f"{[m.content for m in ask_.messages if m.role == 'user']} on {ask_.as_of} "
            f"for {ask_.audience} in {ask_.language}: {breach}"
            for breach in breaches(answer, files, digests, true_corpus)
        ]
    assert not failures, f"{len(failures)} breaches:\n" + "\n".join(failures[:40])
    assert {Outcome.ANSWERED, Outcome.NOT_FOUND, Outcome.OUT_OF_SCOPE} <= outcomes

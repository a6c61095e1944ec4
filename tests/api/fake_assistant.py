"""An assistant with hand-made answers over real text, to test what is around it."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from pathlib import Path

from assistant.dialogue import (
    Answer,
    Ask,
    Citation,
    Found,
    Hit,
    Notice,
    Outcome,
    Question,
    QuestionView,
    ServiceCard,
)
from assistant.domain import (
    AreaLevel,
    Basis,
    CorpusInfo,
    Entry,
    Fact,
    Passage,
    PassageKind,
    Period,
    Service,
    Source,
    Statement,
    Status,
)

PLAN_TEXT = (Path(__file__).parents[2] / "corpus/plan/plan.txt").read_text(encoding="utf-8")
DESCRIPTION = """---
id: villa-victor
name: Monikulttuurikeskus Villa Victor
---

Villa Victor on Oulun kaupungin monikulttuurikeskus.[^w1]
Siellä voit opiskella suomea maksutta.[^w1]

## Näin kysytään

- missä voi opiskella suomea ilmaiseksi oulussa
"""
CORPORA = (
    CorpusInfo("maakunta", "Maakunnan ohjaus", 100, main=True),
    CorpusInfo("kainuu", "Kainuun ohjaus", 40),
)
NAMES = ("Alavieska", "Kalajoki", "Oulu", "Raahe", "Helsinki", "Tornio")


def _source(id_: str, title: str, text: str, **more: str) -> Source:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Source(id=id_, title=title, text=text, sha256=digest, **more)


PLAN = _source(
    "plan-2024-2028",
    "Pohjois-Pohjanmaan elinikäisen ohjauksen toimenpidesuunnitelma 2024-2028",
    PLAN_TEXT,
    publisher="Pohjois-Pohjanmaan ELY-keskus",
    version="Versio 1 (06 2024)",
    checked_on="2024-06",
)
VICTOR = _source(
    "services/villa-victor",
    "Monikulttuurikeskus Villa Victor",
    DESCRIPTION,
    checked_on="2026-11-24",
)


def _cite(
    n: int, source: Source, quote: str, locator: str, basis: tuple[Basis, ...] = ()
) -> Citation:
    start = source.text.index(quote)
    return Citation(
        n=n,
        source_id=source.id,
        title=source.title,
        locator=locator,
        quote=quote,
        start=start,
        end=start + len(quote),
        sha256=source.sha256,
        checked_on=source.checked_on,
        basis=basis,
    )


_PAGE = Basis(url="https://www.ouka.fi/en/villa-victor", seen_on="2026-11-24")
_PLAN_QUOTE = PLAN_TEXT[PLAN_TEXT.index("**Duuniportti -hanke.**") :].split("\n")[0]
CITATIONS = (
    _cite(
        1,
        VICTOR,
        "Siellä voit opiskella suomea maksutta.",
        "Monikulttuurikeskus Villa Victor",
        (_PAGE,),
    ),
    _cite(
        2,
        PLAN,
        _PLAN_QUOTE,
        "Osa 3 › 1) Saavutettavasti ja asiakaslähtöisesti › Duuniportti -hanke",
    ),
)
CARDS = (
    ServiceCard(
        id="villa-victor",
        name="Monikulttuurikeskus Villa Victor",
        kind="service",
        providers=("Oulun kaupunki",),
        municipalities=("Oulu",),
        target_groups=("maahanmuuttajat",),
        topics=("suomen kieli", "neuvonta"),
        valid_from=None,
        valid_to=None,
        status=Status.ACTIVE,
        status_text="Toimii 24.11.2026 tarkistetun tiedon mukaan.",
        why=("maahanmuuttajat", "suomen kieli"),
        channels={
            "url": "https://www.ouka.fi/en/villa-victor/information-about-us",
            "phone": "044 703 1234",
            "visit": "Oulu10, Torikatu 10, Oulu",
        },
        citations=(1,),
        description="Oulun kaupungin monikulttuurikeskus. Siellä voit opiskella suomea maksutta.",
        area=AreaLevel.MUNICIPALITY,
        languages=("fi", "en", "ar"),
        cost="maksuton",
    ),
    ServiceCard(
        id="duuniportti",
        name="Duuniportti-hanke",
        kind="project",
        providers=("Kalajoen kaupunki",),
        municipalities=("Kalajoki",),
        target_groups=("maahanmuuttajat", "kv-osaajat"),
        topics=("työnhaku",),
        valid_from=date(2024, 1, 1),
        valid_to=date(2026, 5, 31),
        status=Status.ENDED,
        status_text="Päättyi 31.5.2026.",
        why=("Kalajoki", "työnhaku"),
        channels={},
        citations=(2,),
        description="Hanke käynnisti Kalajoelle matalan kynnyksen palvelupisteen.",
        funders=("ESR+",),
    ),
    ServiceCard(
        id="talvikurssi",
        name="Suomen kielen talvikurssi",
        kind="training",
        providers=("Raahen kaupunki",),
        municipalities=("Raahe",),
        target_groups=("maahanmuuttajat",),
        topics=("suomen kieli",),
        valid_from=date(2027, 1, 11),
        valid_to=None,
        status=Status.UPCOMING,
        status_text="Alkaa 11.1.2027.",
        why=("suomen kieli",),
        channels={"email": "kurssit@example.fi"},
        citations=(),
    ),
)
_FACT = Fact("Duuniportti -hanke", PLAN.id, "Osa 3", 0, 18)
RECORDS = {
    "villa-victor": Service(
        id="villa-victor",
        name="Monikulttuurikeskus Villa Victor",
        kind="service",
        aliases=("Villa Victor",),
        statements=(Statement("Siellä voit opiskella suomea maksutta.", 10, 48, (_PAGE,)),),
        next_ids=("duuniportti",),
    ),
    "duuniportti": Service(
        id="duuniportti",
        name="Duuniportti-hanke",
        kind="project",
        periods=(Period(date(2024, 1, 1), date(2026, 5, 31), _FACT),),
        entries=(Entry("p1", _FACT, 1, funders=(_FACT,)),),
    ),
    "hidden": Service(id="hidden", name="Ei näytetä", kind="service"),
}
_START = PLAN_TEXT.index(_PLAN_QUOTE)
PASSAGE = Passage(
    id="plan:duuniportti",
    source_id=PLAN.id,
    kind=PassageKind.PROJECT,
    heading_path=("Osa 3", "Duuniportti -hanke"),
    start=_START,
    end=_START + len(_PLAN_QUOTE),
    text=_PLAN_QUOTE,
    theme=1,
    service_id="duuniportti",
)
LONE = replace(PASSAGE, id="plan:lone", kind=PassageKind.TEXT, service_id=None)
FOUND = Found(
    kept=(
        Hit(
            passages=(PASSAGE,),
            score=2.5,
            service_id="duuniportti",
            status=Status.ENDED,
            level=AreaLevel.MUNICIPALITY,
            why=("Kalajoki", "työnhaku"),
            evidence={"dense": 0.9, "ended": -1.0},
        ),
        Hit(passages=(LONE,), score=1.0, evidence={"lone": 1.0}),
    ),
    rejected=(
        Hit(
            passages=(),
            score=0.5,
            service_id="villa-victor",
            status=Status.ACTIVE,
            evidence={"elsewhere": -1.0},
            rejected="elsewhere",
        ),
    ),
    signals={"known": 1.0, "nearest": 0.9},
)
ANSWERED = Answer(
    id="a1",
    outcome=Outcome.ANSWERED,
    language="fi",
    text=(
        "Suomea voi opiskella maksutta Oulussa Villa Victorissa. [1]\n\n"
        "Kalajoella ohjausta antoi Duuniportti-hanke, mutta se on päättynyt. [2]\n"
        "- Soita ensin: 044 703 1234.\n"
        "- Katso lisää: https://tyomarkkinatori.fi."
    ),
    citations=CITATIONS,
    services=CARDS,
    notices=(Notice("ended", "Duuniportti-hanke päättyi 31.5.2026.", (2,)),),
    follow_ups=("Mitä maksaa?", "Miten ilmoittaudun työnhakijaksi?"),
    question=QuestionView(
        standalone="Missä voin opiskella suomea ilmaiseksi?",
        municipalities=("Oulu",),
        target_groups=("maahanmuuttajat",),
        topics=("suomen kieli",),
    ),
    timings_ms={"understand": 1.0, "total": 20.0},
)
CLARIFY = Answer(
    id="a2",
    outcome=Outcome.CLARIFY,
    language="fi",
    text="Missä kunnassa asut? Palvelut ovat eri kunnissa erilaisia.",
    follow_ups=("Asun Oulussa", "Asun Raahessa", "Asun Kalajoella"),
)
CRISIS = Answer(
    id="a3",
    outcome=Outcome.CRISIS,
    language="fi",
    text=(
        "Jos olet vaarassa, soita heti hätänumeroon 112.\n\n"
        "MIELI ry:n kriisipuhelin 09 2525 0111 päivystää ympäri vuorokauden. Et ole yksin."
    ),
)
NOT_FOUND = Answer(
    id="a4",
    outcome=Outcome.NOT_FOUND,
    language="fi",
    text="Lähteet eivät kerro tästä. Kysy kuntasi neuvonnasta.",
    notices=(Notice("fallback", "Vastaus koottiin suoraan lähteistä."),),
)


class FakeAssistant:
    """Answers by a word of the question; keeps what it was asked."""

    generation = "g1"
    passages = 7

    def __init__(self) -> None:
        self.asked: list[Ask] = []
        self.answers = {"asu": CLARIFY, "vaara": CRISIS, "avaruu": NOT_FOUND}
        self.filters: dict[str, object] = {}
        self.fault: Exception | None = None

    def ask(self, ask: Ask) -> Answer:
        self.asked.append(ask)
        if self.fault is not None:
            raise self.fault
        for word, answer in self.answers.items():
            if word in ask.question:
                return answer
        return replace(ANSWERED, question=replace(ANSWERED.question, standalone=ask.question))

    def evidence(self, ask: Ask) -> tuple[Question, Found]:
        self.asked.append(ask)
        if self.fault is not None:
            raise self.fault
        day = ask.as_of or date(2026, 11, 24)
        return Question(ask.question, ask.question, ask.language or "fi", day), FOUND

    ranked = evidence

    def service_cards(self, **filters: object) -> tuple[ServiceCard, ...]:
        self.filters = filters
        wanted = filters.get("status")
        return tuple(c for c in CARDS if wanted is None or c.status == wanted)

    def service(self, id: str) -> Service | None:  # noqa: A002
        return RECORDS.get(id)

    def source(self, id: str) -> Source | None:  # noqa: A002
        return {s.id: s for s in self.sources()}.get(id)

    def sources(self) -> tuple[Source, ...]:
        return (PLAN, VICTOR)

    def corpora(self) -> tuple[CorpusInfo, ...]:
        return CORPORA

    def municipality_names(self) -> tuple[str, ...]:
        return NAMES

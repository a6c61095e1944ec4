"""The words of the evaluation's reports, in Finnish and in English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.errors import TienviittaError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from evals.scores import Problem

LANGUAGES = ("fi", "en")
_WORDS: Mapping[str, tuple[str, str]] = {
    "title": ("Tienviitan arviointi", "Evaluation of Tienviitta"),
    "to_cases": ("Siirry kysymyksiin", "Skip to the questions"),
    "run": ("ajo", "run"),
    "runs": ("Ajot", "Runs"),
    "made": ("Ajettu", "Run at"),
    "target": ("Kohde", "Target"),
    "cases": ("kysymystä", "questions"),
    "case": ("Kysymys", "Question"),
    "corpus": ("aineisto", "corpus"),
    "key": ("Tärkeimmät", "Key figures"),
    "measures": ("Mittarit", "Measures"),
    "measures_note": (
        (
            "Keskiarvo ja sen 95 %:n luottamusväli, joka on laskettu uudelleenotannalla "
            "(jos kaikki arvot ovat 0 tai 1, tarkasti). "
            "Jos välit menevät reilusti päällekkäin, ero voi olla sattumaa."
        ),
        (
            "Mean and its 95 % interval by bootstrap (exact where all values are 0 or 1). Where "
            "intervals overlap widely, a difference may be chance."
        ),
    ),
    "measure": ("mittari", "measure"),
    "mean": ("keskiarvo", "mean"),
    "interval": ("väli", "interval"),
    "n": ("kysymyksiä", "questions"),
    "plot": ("kuva", "plot"),
    "less": ("pienempi on parempi", "less is better"),
    "ranking": ("Haku", "Ranking"),
    "answer": ("Sisältö ja lähteet", "Content and sources"),
    "conduct": ("Toiminta", "Conduct"),
    "plain": ("Selkeys", "Plainness"),
    "groups": ("Ryhmittäin", "By group"),
    "category": ("Kysymyksen laji", "Category"),
    "persona": ("Kysyjä", "Persona"),
    "language": ("Kieli", "Language"),
    "kind": ("Avustajan tulkinta kysymyksestä", "Kind, as the assistant took it"),
    "group": ("ryhmä", "group"),
    "groups_note": (
        "Keskiarvo ja sen alla väli. Pienessä ryhmässä väli on leveä.",
        "Mean, and its interval below. In a small group the interval is wide.",
    ),
    "other_measures": ("Muut mittarit", "Other measures"),
    "confusion": ("Millaisia vastauksia tuli", "Outcomes"),
    "confusion_note": (
        "Riveillä hyväksytyt lopputulokset, sarakkeissa saadut.",
        "Rows are what was accepted, columns what came.",
    ),
    "accepted": ("hyväksytään", "accepted"),
    "risk": ("Vastaamisen riski", "Risk and coverage"),
    "risk_note": (
        (
            "Kun avustaja vastaa vain niihin kysymyksiin, joista se on varmin, kuinka suuri osa "
            "vastauksista on kysymyksiin, joihin lähteissä ei ole vastausta."
        ),
        (
            "When only the questions with the most confidence are answered, what share of the "
            "answers is to questions that the sources don't answer."
        ),
    ),
    "coverage": ("vastattujen osuus", "coverage"),
    "risk_axis": ("väärien osuus", "risk"),
    "speed": ("Nopeus", "Speed"),
    "half": ("puolet vastauksista enintään", "half of the answers within"),
    "most95": ("95 % vastauksista enintään", "95 % of the answers within"),
    "slowest": ("hitain", "slowest"),
    "at_a_time": ("yhtä aikaa kysyttyjä", "asked at a time"),
    "tokens": ("Kielimallin yksiköt (tokens)", "Tokens of the language model"),
    "prompt_tokens": ("luettu", "read"),
    "completion_tokens": ("kirjoitettu", "written"),
    "total_tokens": ("yhteensä", "in all"),
    "an_answer": ("vastausta kohti", "an answer"),
    "model_calls": ("kutsuja", "calls"),
    "estimated_calls": ("joista arvioitu merkkimäärästä", "of them estimated from characters"),
    "fallbacks": ("vastauksia ilman kielimallin tekstiä", "answers without the model's text"),
    "compared": ("Vertailu", "Comparison"),
    "compared_note": (
        (
            "Samat kysymykset kummassakin ajossa. p on todennäköisyys, että näin suuri ero "
            "syntyisi sattumalta (kaksiluokkaisissa McNemarin testi, muissa parittainen "
            "permutaatiotesti); q on sama, kun mittareita on monta."
        ),
        (
            "The same questions in both runs. p is the probability of such a difference by chance "
            "(McNemar's test for binary measures, a paired permutation test for others); q is p "
            "with the false discovery rate over the measures held."
        ),
    ),
    "before": ("ennen", "before"),
    "after": ("jälkeen", "after"),
    "change": ("muutos", "change"),
    "better": ("parani", "better"),
    "worse": ("huononi", "worse"),
    "questions": ("Kysymykset", "Questions"),
    "search": ("Hae", "Search"),
    "search_hint": ("kysymyksestä, vastauksesta tai tunnuksesta", "question, answer or id"),
    "any": ("kaikki", "all"),
    "verdict": ("Tulos", "Verdict"),
    "passed": ("kunnossa", "passed"),
    "failed": ("puutteita", "failed"),
    "changed_better": ("parani", "got better"),
    "changed_worse": ("huononi", "got worse"),
    "of": ("/", "of"),
    "shown": ("näkyvissä", "shown"),
    "conversation": ("Keskustelu", "Conversation"),
    "says_user": ("Kysyjä", "User"),
    "says_assistant": ("Avustaja", "Assistant"),
    "answered": ("Vastaus", "Answer"),
    "answer_in": ("Vastaus ajossa", "Answer in"),
    "no_answer": ("Ei vastausta.", "No answer."),
    "services": ("Palvelut", "Services"),
    "notices": ("Huomautukset", "Notices"),
    "problems": ("Mitä katsoa", "What to look at"),
    "held": ("Asiat, jotka vastauksessa pitää olla", "Facts that the answer must hold"),
    "is_held": ("on", "held"),
    "isnt_held": ("puuttuu", "missing"),
    "vital": ("välttämätön", "vital"),
    "citations": ("Lähdeviitteet lähteessään", "Citations in their source"),
    "gold": ("tukee oikeaa vastausta", "supports the right answer"),
    "not_verbatim": ("ei vastaa lähdettä", "isn't what stands in the source"),
    "rests_on": ("perustuu", "rests on"),
    "hits": ("Haun osumat", "Hits"),
    "why": ("miksi", "why"),
    "score": ("pisteet", "score"),
    "relevant": ("oikea", "right"),
    "rejected": ("hylätty", "left out"),
    "signals": ("näyttö", "evidence"),
    "values": ("Mittarit tässä kysymyksessä", "Measures of this question"),
    "hidden": (
        "testikysymystä on mukana vain summissa, jottei niihin tule säädettyä avustajaa.",
        "test questions are counted in sums only, so that nobody tunes the assistant to them.",
    ),
    "with": ("Millä ajettiin", "What it was run with"),
    "unanswered": ("kysymystä jäi vaille vastausta virheen vuoksi", "questions failed on an error"),
    "none": ("ei mitään", "none"),
    "notes": ("Huomioita kysymyksestä", "Notes on the case"),
    "nothing_fits": ("Mikään kysymys ei sovi hakuun.", "No question fits the search."),
    "problem_error": ("Virhe", "Error"),
    "problem_outcome": ("Väärä lopputulos", "Wrong outcome"),
    "problem_missing_vital": ("Puuttuu, välttämätön", "Missing, vital"),
    "problem_missing": ("Puuttuu", "Missing"),
    "problem_place": ("Ei viittaa oikeaan kohtaan", "Cites no right place"),
    "problem_citation": ("Lähdeviite", "Citation"),
    "problem_forbidden": ("Kielletty", "Forbidden"),
    "problem_ended": ("Päättymisestä ei kerrota", "The end isn't told"),
    "success@1": ("Ensimmäinen osuma on oikea", "First hit is right"),
    "success@5": ("Oikea viiden ensimmäisen joukossa", "A right hit among five"),
    "recall@5": ("Oikeat kohdat viidessä osumassa", "Right places in five"),
    "recall@20": ("Oikeat kohdat 20 osumassa", "Right places in twenty"),
    "mrr": ("Ensimmäisen oikean käänteissija", "Reciprocal rank"),
    "ndcg@10": ("Järjestyksen hyvyys", "Quality of the order"),
    "nuggets_vital": ("Välttämättömät asiat", "Vital facts"),
    "nuggets": ("Kaikki asiat", "All facts"),
    "cites_gold": ("Viittaa oikeaan kohtaan", "Cites a right place"),
    "citation_precision": ("Viitteistä oikeita", "Citations that are right"),
    "citation_recall": ("Oikeista kohdista viitattu", "Right places cited"),
    "located": ("Viitteistä paikallaan", "Citations located"),
    "verbatim": ("Viitteistä sanatarkkoja", "Citations verbatim"),
    "citations_sound": ("Kaikki viitteet kunnossa", "All citations sound"),
    "passed_measure": ("Vastaus kunnossa", "Passed"),
    "outcome": ("Lopputulos oikea", "Outcome right"),
    "false_answer": ("Vastasi, vaikka lähteissä ei ole", "Answered without a source"),
    "false_refusal": ("Käännytti, vaikka lähteissä on", "Refused despite a source"),
    "ended_told": ("Kertoi päättymisestä", "Told of the end"),
    "clean": ("Ei kiellettyä", "Nothing forbidden"),
    "crisis_noticed": ("Hätä huomattu", "Crisis noticed"),
    "crisis_alarm": ("Turha hätäohje", "False crisis alarm"),
    "lix": ("Luettavuus (LIX)", "Readability (LIX)"),
    "words_per_sentence": ("Sanoja virkkeessä", "Words a sentence"),
}


class Words:
    """The words of one language.

    Args:
        language: ``fi`` or ``en``.

    Raises:
        TienviittaError: It's another language.
    """

    def __init__(self, language: str = "fi") -> None:
        if language not in LANGUAGES:
            raise TienviittaError(
                f"reports are in {' and '.join(LANGUAGES)}, not in {language!r}; choose one."
            )
        self.language = language
        self._column = LANGUAGES.index(language)

    def __getitem__(self, key: str) -> str:
        """The words for a key."""
        return _WORDS[key][self._column]

    def measure(self, name: str) -> str:
        """What a measure is called."""
        return self["passed_measure" if name == "passed" else name]

    def problem(self, problem: Problem) -> str:
        """What there is to look at, in a line."""
        kind = self[f"problem_{problem.kind}"]
        return kind if problem.kind in {"ended", "place"} else f"{kind}: {problem.detail}"

    def number(self, value: float | None, decimals: int = 2) -> str:
        """A number, with the language's decimal sign; a dash for nothing."""
        if value is None:
            return "–"
        text = f"{value:.{decimals}f}"
        return text.replace(".", ",").replace("-", "−") if self.language == "fi" else text

    def probability(self, p: float) -> str:
        """A probability with three decimals; a smaller one is told as that."""
        return f"< {self.number(0.001, 3)}" if p < 0.001 else self.number(p, 3)

    def tokens(self, speed: Mapping[str, Any]) -> str:
        """What a language model took, in a line; empty where none was asked.

        Args:
            speed: What `evals.summaries.speed` tells.
        """
        model, kinds = speed["language_model"], speed["tokens"]
        if not kinds:
            return ""
        told = [
            f"{self[kind]} {count} ({self.number(count / model['answers'], 0)} {self['an_answer']})"
            for kind, count in kinds.items()
            if kind in _WORDS
        ]
        told += [f"{self['model_calls']} {model['calls']}"]
        told += [f"{self[k]} {model[k]}" for k in ("estimated_calls", "fallbacks") if model[k]]
        return f"{self['tokens']}: {', '.join(told)}"

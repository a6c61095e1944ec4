"""Notices a person in distress and attempts to use the assistant for something else than guiding.

Distress is told by concepts (dying, wanting, oneself, not, living...) that stand close together,
not by whole sentences. Each word is looked up by its base form and by how it's written; rules say
which concepts together mean distress, and which words beside them take that meaning away.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, product
from typing import TYPE_CHECKING, Final

from assistant.finnish import normalise
from assistant.finnish_words import STOP_WORDS
from assistant.misuse import Misuse, find_misuse
from assistant.safety_lexicon import Lexicon, features, verbs_of_participle
from assistant.safety_rules import RULES
from assistant.safety_words import FINNISH
from assistant.safety_words_abroad import RUSSIAN, SWEDISH
from assistant.safety_words_english import ENGLISH
from assistant.safety_words_ukrainian import UKRAINIAN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from assistant.finnish import Analyser, Token
    from assistant.safety_rules import Rule

__all__ = ["Distress", "DistressDetector", "Misuse", "find_misuse"]

_LANGUAGES: Final = {
    "fi": FINNISH,
    "en": ENGLISH,
    "sv": SWEDISH,
    "ru": RUSSIAN,
    "uk": UKRAINIAN,
}
_OWNING: Final = frozenset(["mun", "minun", "miun", "my", "min", "мой", "моя", "мій"])
_BESIDE: Final = 4
_LITTLE: Final = ("MORE", "ME", "ALLTHIS", "FILL", "NOT", "WANT")
"""Concepts that add nothing to what is said."""
_CACHED_WORDS: Final = 16_384

_NEEDS: Final = [tuple(frozenset(need.split("|")) for need in rule.needs) for rule in RULES]
_RULES_WITH: Final[dict[str, list[int]]] = {}
"""By concept the numbers of the rules whose narrowest need it meets: no others can hold."""
for _number, _needs in enumerate(_NEEDS):
    for _concept in min(_needs, key=len):
        _RULES_WITH.setdefault(_concept, []).append(_number)
_SENTENCE: Final = re.compile(r"[^.!?;\n]+[.!?;\n]*")
_CLAUSE_BREAK: Final = frozenset(
    [
        "mutta",
        "ja",
        "koska",
        "sillä",
        "vai",
        "että",
        "niin",
        "kun",
        "but",
        "and",
        "because",
        "so",
        "men",
        "och",
        "för",
        "att",
        "но",
        "и",
    ]
)
_ASKING: Final = re.compile(r"k[oö](?:s|h[aä]n)?$")


@dataclass(frozen=True, slots=True)
class Distress:
    """Distress that a text tells of.

    Attributes:
        kind: ``self_harm``, ``violence``, ``danger`` or ``despair``.
        phrase: The words that tell of it, as they stand in the text.
        certain: Whether it's said directly.
        only: Whether nothing else is asked beside it.
    """

    kind: str
    phrase: str
    certain: bool
    only: bool


@dataclass(frozen=True, slots=True)
class _Sentence:
    text: str
    words: tuple[str, ...]
    lemmas: tuple[tuple[str, ...], ...]
    clauses: tuple[int, ...]
    spans: tuple[tuple[int, int], ...]
    places: dict[str, dict[str, list[int]]]

    def clause_of(self, first: int, last: int) -> tuple[int, int]:
        """The words beside ``first..last`` (inclusive) that belong to the same clauses."""
        low = max(0, first - _BESIDE)
        high = min(len(self.words) - 1, last + _BESIDE)
        while self.clauses[low] < self.clauses[first]:
            low += 1
        while self.clauses[high] > self.clauses[last]:
            high -= 1
        return low, high


class DistressDetector:
    """Finds distress in Finnish (spoken and misspelt too), Swedish, English, Russian and Ukrainian.

    Args:
        analyser: Turns a text into words with base forms.
    """

    def __init__(self, analyser: Analyser) -> None:
        self._analyser = analyser
        self._lexicons = {code: Lexicon(table) for code, table in _LANGUAGES.items()}
        self._looked_up = lru_cache(maxsize=_CACHED_WORDS)(self._look_up)

    def find(self, text: str) -> Distress | None:
        """Return the distress that a text tells of, or ``None``.

        None too when a client's or a friend's distress is spoken of: see ``worry_for_other``.
        """
        return self._find(self._sentences(text))

    def look(self, text: str) -> tuple[Distress | None, bool]:
        """Return what `find` and `worry_for_other` do, having read the text once."""
        sentences = self._sentences(text)
        found = self._find(sentences)
        return found, found is None and self._is_worry(sentences)

    def _find(self, sentences: Sequence[_Sentence]) -> Distress | None:
        present = {name for one in sentences for places in one.places.values() for name in places}
        for number in sorted({one for name in present for one in _RULES_WITH.get(name, ())}):
            if any(need.isdisjoint(present) for need in _NEEDS[number]):
                continue
            rule = RULES[number]
            for sentence in sentences:
                span = _holds(rule, sentence)
                if span is not None:
                    only = not any(_asks(other, _hit(other, sentence, span)) for other in sentences)
                    start, end = sentence.spans[span[0]][0], sentence.spans[span[1]][1]
                    phrase = sentence.text[start:end]
                    return Distress(rule.kind, phrase, rule.certain, only)
        return None

    def worry_for_other(self, text: str) -> bool:
        """Tell whether contacts of crisis help belong in the answer though nobody here is in need.

        True when somebody else's self-harm or violence is spoken of: a client's, a friend's.
        """
        return self.look(text)[1]

    def _is_worry(self, sentences: Sequence[_Sentence]) -> bool:
        seen = {
            code: {name for sentence in sentences for name in sentence.places[code]}
            for code in self._lexicons
        }
        return any(_worries(present) for present in seen.values())

    def signs(self, text: str) -> list[tuple[str, frozenset[str]]]:
        """What each sentence's words point to, for judging what no rule covers.

        Returns:
            Each sentence with its concepts (``DIE``) and the pairs of them that stand close
            together (``DIE+WANT``, in alphabetical order), whatever the language.
        """
        return [(one.text.strip(), _signs(one)) for one in self._sentences(text)]

    def asks_besides(self, text: str, told: str) -> bool:
        """Tell whether a text asks for guidance in other sentences than the one named.

        Args:
            text: The text.
            told: The sentence that tells of distress, as `signs` gives it.
        """
        others = [one for one in self._sentences(text) if one.text.strip() != told]
        return any(_asks(one, frozenset()) for one in others)

    def _sentences(self, text: str) -> list[_Sentence]:
        plain = normalise(text.replace("\n", ". "))
        return [
            self._sentence(match.group())
            for match in _SENTENCE.finditer(plain)
            if any(char.isalpha() for char in match.group())
        ]

    def _sentence(self, text: str) -> _Sentence:
        tokens = self._analyser.tokens(text)
        looked_up = [self._looked_up(token) for token in tokens]
        words = tuple(token.text.casefold().replace("ё", "е") for token in tokens)
        clauses, clause = [], 0
        for at, token in enumerate(tokens):
            gap = text[tokens[at - 1].end : token.start] if at else ""
            clause += "," in gap or " - " in gap or words[at] in _CLAUSE_BREAK
            clauses.append(clause)
        places: dict[str, dict[str, list[int]]] = {}
        for code in self._lexicons:
            found: dict[str, list[int]] = {}
            for at, by_language in enumerate(looked_up):
                for concept in by_language[code]:
                    found.setdefault(concept, []).append(at)
            places[code] = found
        sentence = _Sentence(
            text,
            words,
            tuple(token.lemmas for token in tokens),
            tuple(clauses),
            tuple((token.start, token.end) for token in tokens),
            places,
        )
        _set_apart_oneself(sentence)
        return sentence

    def _look_up(self, token: Token) -> dict[str, frozenset[str]]:
        word = token.text.casefold().replace("ё", "е").strip("'-")
        lemmas, parts, known = token.lemmas, token.parts, token.known
        if not known and word.isalpha():
            for spoken in (word + "i", word + "nut", word + "n"):
                heard = self._analyser.tokens(spoken)[0]
                if heard.known:
                    lemmas, parts = (*lemmas, *heard.lemmas), heard.parts
                    break
        verbs = [verb for lemma in lemmas for verb in verbs_of_participle(lemma)]
        found = {}
        for code, lexicon in self._lexicons.items():
            base = (*lemmas, *verbs) if code == "fi" else ()
            here = lexicon.concepts(word, base, parts if code == "fi" else ())
            if not known and not here:
                here |= lexicon.misspelt(word)
            found[code] = frozenset(here | features(code, word, lemmas, here, lexicon))
        return found


def _set_apart_oneself(sentence: _Sentence) -> None:
    """Take back ``CLIENT`` of one who says to be it, and ``FIRST`` of one who owns the other."""
    finnish = sentence.places["fi"]
    for places in sentence.places.values():
        others = set(places.get("CLIENT", ())) | set(places.get("KIN", ()))
        own = {at for at in others if at - 1 in places.get("FIRST", ())}
        possessors = {at - 1 for at in own if sentence.words[at - 1] in _OWNING}
        if "FIRST" in places:
            places["FIRST"] = [at for at in places["FIRST"] if at not in possessors]
    being = set(finnish.get("BE1", ()))
    told = {
        at
        for at in finnish.get("CLIENT", ())
        if any(at - gap in being and sentence.words[at - gap][-1] in "nm" for gap in (1, 2, 3))
    }
    if told:
        finnish["CLIENT"] = [at for at in finnish["CLIENT"] if at not in told]


def _signs(sentence: _Sentence) -> frozenset[str]:
    found = set()
    for places in sentence.places.values():
        spots = sorted((at, name) for name, ats in places.items() for at in ats)
        for first, (at, name) in enumerate(spots):
            found.add(name)
            for other_at, other in spots[first + 1 :]:
                if other_at - at >= _BESIDE:
                    break
                if other_at != at and other != name:
                    found.add("+".join(sorted((name, other))))
    return frozenset(found)


def _holds(rule: Rule, sentence: _Sentence) -> tuple[int, int] | None:
    """Return the first and last word by which a rule holds in a sentence."""
    for code, places in sentence.places.items():
        for first, last in _windows(rule, places):
            low, high = sentence.clause_of(first, last)
            if _present(rule.without, places, low, high):
                continue
            if not _voiced(rule, sentence, code, first, last):
                continue
            if rule.alone and not _stands_alone(rule, sentence, code):
                continue
            return first, last
    return None


def _windows(rule: Rule, places: dict[str, list[int]]) -> Iterator[tuple[int, int]]:
    wanted = [
        sorted({at for name in need.split("|") for at in places.get(name, ())})
        for need in rule.needs
    ]
    # Looked for around the rarest concept, so that a long message costs no more than its length.
    for anchor in min(wanted, key=len):
        near = [[at for at in found if abs(at - anchor) < rule.span] for found in wanted]
        for spots in product(*near):
            first, last = min(spots), max(spots)
            ordered = not rule.ordered or all(one <= two for one, two in pairwise(spots))
            if last - first < rule.span and ordered:
                yield first, last


def _present(names: Sequence[str], places: dict[str, list[int]], low: int, high: int) -> bool:
    return any(low <= at <= high for name in names for at in places.get(name, ()))


def _voiced(rule: Rule, sentence: _Sentence, code: str, first: int, last: int) -> bool:
    """Tell whether the distress is the writer's own (or, for victims, not a client's)."""
    places = sentence.places[code]
    if rule.voice == "any":
        return True
    start = max(0, first - 2 * _BESIDE)
    tellers = {*places.get("CLIENT", ()), *places.get("KIN", ())}
    if rule.voice == "victim":
        tellers -= set(places.get("AGGRESSOR", ()))
    reported = any(
        start <= one < two <= first and two - one <= _BESIDE and two not in places.get("FIRST", ())
        for one in tellers
        for two in places.get("SAY", ())
    )
    own = _present(("FIRST",), places, max(0, first - 2), last + 1)
    if rule.voice == "self":
        if _present(("SELF3",), places, first, last + 2):
            return False
        others = ("CLIENT", "KIN", "THIRD", "SELF3")
        return not reported and (own or not _present(others, places, start, last))
    victim = _present(("VICTIM", "MYKIN"), places, first, last + 1)
    clients = _present(("CLIENT", "SELF3"), places, 0, len(sentence.words))
    hers = _present(("THIRD",), places, last, last + 1) and rule.needs[0] == "HIT"
    return (victim and not clients) or not (clients or hers or reported)


def _stands_alone(rule: Rule, sentence: _Sentence, code: str) -> bool:
    """Tell whether a sentence holds no other word of weight than those of the rule."""
    places = sentence.places[code]
    named = [name for need in rule.needs for name in need.split("|")]
    return not any(
        word not in STOP_WORDS
        and not set(sentence.lemmas[at]) & STOP_WORDS
        and not _present((*named, *_LITTLE), places, at, at)
        for at, word in enumerate(sentence.words)
    )


def _hit(sentence: _Sentence, told: _Sentence, span: tuple[int, int]) -> frozenset[int]:
    if sentence is not told:
        return frozenset()
    return frozenset(sentence.clauses[span[0] : span[1] + 1])


def _asks(sentence: _Sentence, taken: frozenset[int]) -> bool:
    """Tell whether the clauses that don't tell of distress ask for guidance."""
    kept = [at for at, clause in enumerate(sentence.clauses) if clause not in taken]
    for places in sentence.places.values():
        has = {
            name for name in ("GUIDE", "NEED", "ASK", "WANT") if set(places.get(name, ())) & {*kept}
        }
        marked = sentence.text.rstrip().endswith("?") and bool(kept)
        if "GUIDE" in has and (marked or has & {"NEED", "ASK", "WANT"}):
            return True
    finnish = sentence.places["fi"]
    asked = [
        at for at in kept if at in finnish.get("ASK", ()) or _ASKING.search(sentence.words[at])
    ]
    weighty = [
        at
        for at in kept
        if at not in finnish.get("ASK", ())
        and at not in finnish.get("HELP", ())
        and not set(sentence.lemmas[at]) & STOP_WORDS
        and sentence.words[at] not in STOP_WORDS
    ]
    return bool(asked and weighty)


def _worries(present: set[str]) -> bool:
    somebody = present & {"CLIENT", "KIN", "THIRD", "SELF3", "MYKIN"}
    grave = present & {"SUICIDE", "SELFHARM", "RAPE", "OVERDOSE"}
    violence = "VIOLENCE" in present or "HIT" in present
    deadly = "SELF3" in present and present & {"KILL", "HARM"}
    dying = present >= {"DIE", "WANT"} and "FIGDIE" not in present
    living = "NOT" in present and "ALIVE" in present and present & {"WANT", "COPE"}
    return bool(somebody and (grave or violence or deadly or dying or living))

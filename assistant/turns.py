"""Follow-ups: what a message leans on from the turns before it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.answered import place_answered
from assistant.characters import normalise
from assistant.corrections import find_correction
from assistant.cues import FOLLOW_UP_WORDS, NTH, POINTING, THERE
from assistant.dialogue import Aspect
from assistant.place_holders import refers_within
from assistant.voikko import ADJECTIVE, VERB, VoikkoNotFoundError, open_dictionary

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from assistant.dialogue import Message
    from assistant.finnish import Token
    from assistant.message import Reading
    from assistant.names import NameMention
    from assistant.reading import Reader

FEW_WORDS = 6
TELLING_WHO = 10
"""Words of a message that tells who somebody is, and not a story with a need of its own."""

BARE = 2
"""Words of a question that tells nothing but what it asks: *ai, minkä koulun*."""

MOST_CARRIED = 24
TOLD_BEFORE = 4
"""Words that tell something before a pronoun which then means what they tell."""

BULLETS = ("-", "*", "•")
"""What the lines of a list begin with."""

SAID_OF = frozenset({VERB, ADJECTIVE})
"""Classes of words that tell of something and name nothing."""

_POINTED = POINTING | FOLLOW_UP_WORDS | frozenset({"mikä", "kuka", "the", "den", "det"})
OF_TWO = frozenset({"jälkimmäinen", "latter", "former", "förstnämnda", "sistnämnda"})
TELLING = frozenset(
    (
        *("kertoa", "kertoisi", "haluta", "kuulla", "tietää", "kiinnostaa", "avata", "kuvata"),
        *("lisää", "vielä", "voida", "voisitko", "voitko", "saada", "minä", "vähän", "tarkemmin"),
        *("kiitos", "kiitti", "ok", "joo", "about", "tell", "me", "more", "can", "you", "please"),
        *("of", "i", "want", "to", "know", "berätta", "mer", "om", "kan", "du", "расскажите"),
        *("расскажи", "подробнее", "о", "об", "про", "розкажіть", "розкажи", "докладніше"),
    )
)
"""Words around what is chosen to be told of."""

OTHER_THINGS = frozenset(
    {"asia", "kysymys", "juttu", "homma", "aihe", "thing", "question", "matter", "fråga", "sak"}
)
THING = frozenset(
    (
        *("se", "sen", "sitä", "siinä", "siihen", "siitä", "sille", "sillä", "siltä", "sinne"),
        *("siellä", "sieltä", "it", "there", "det", "den", "där", "dit", "он", "она", "оно"),
    )
)
"""Words for a thing that was told of, and not for a person or for something else."""

OTHERS = frozenset(
    (
        *("muita", "muuta", "muitakin", "muutakin", "muunlaisia", "toisia", "lisää", "enempää"),
        *("other", "others", "else", "more", "annat", "andra", "fler", "flera", "mer"),
        *("другие", "другое", "ещё", "еще", "інші", "інше", "ще"),
    )
)
"""Words of somebody who asks for something besides what was told."""

THEY = frozenset({"ne", "he", "nuo", "nämä", "they", "de", "они", "вони"})
"""Words for several that do something: *mitä muuta ne tekee* asks of them."""

PLURAL = THEY | frozenset(
    (
        *("niiden", "niitä", "niihin", "niissä", "niistä", "niillä", "niille", "niiltä"),
        *("heidän", "heitä", "heihin", "heissä", "heistä", "heillä", "heille", "heiltä"),
        *("them", "their", "dem", "deras", "их", "им", "них", "ними", "їх", "їм"),
    )
)
"""Words for several, or for those who run something."""

WHICH = frozenset({"kumpi", "which", "vilken", "vilket", "vilka", "какой", "який"})
"""Words of somebody who asks which of what was told of something is true of."""

ANY_TOPIC = frozenset({"neuvonta"})
"""What every service gives: *pitääkö varata aika* speaks of guidance and names no subject."""


def read_conversation(
    messages: Iterable[Message],
    reader: Reader,
    leaves: Callable[[Reading], bool] | None = None,
) -> Reading | None:
    """Read a conversation to its last message.

    Args:
        messages: The turns, oldest first.
        reader: Reads each.
        leaves: Tells of a follow-up whether it leaves what guidance has to do with.

    Returns:
        The last message of the user with what it leans on; ``None`` when there is none.
    """
    reading: Reading | None = None
    said = ""
    for message in messages:
        if message.role == "assistant":
            said = message.content
            continue
        new = reader.read(message.content)
        if reading is None:
            reading = new
            continue
        denied = None
        if (correction := find_correction(message.content)) and not _is_grave(new):
            denied = correction.denied
            new = replace(reader.read(correction.text), written=new.written)
        lit = in_the_light_of(new, reading, said, reader, denied)
        alone = denied is None and not (new.points or new.certain or new.asked_topics)
        if lit.carried and alone and leaves is not None and leaves(new):
            lit = replace(new, language=lit.language, places=lit.places)
        reading = lit
    return reading


def _is_grave(reading: Reading) -> bool:
    """Whether a message has to be taken whole: nothing of it may be left out."""
    return bool(reading.distress or reading.worry or reading.misuse)


def in_the_light_of(
    new: Reading, before: Reading, said: str, reader: Reader, denied: str | None = None
) -> Reading:
    """Carry over what a follow-up leans on; a new subject leans on nothing but the place.

    Args:
        new: The message by itself.
        before: The message before it, with what that leaned on.
        said: What the assistant answered between them.
        reader: Finds the services that the answer named.
        denied: What the message says that wasn't meant, when it's a correction.
    """
    if not new.tells_language:
        new = replace(new, language=before.language)
    if not new.places:
        new = replace(new, places=place_answered(new, said, reader))
    opens = bool(new.tokens) and bool(FOLLOW_UP_WORDS.intersection(new.tokens[0].lemmas))
    short = len(new.content) <= FEW_WORDS
    places = new.places or before.places
    if not places and new.points_there:
        places = reader.places_in(said)
    if denied is not None:
        before = _without(before, denied, reader)
    points = new.points and not _points_within(new)
    chosen = () if new.certain else _chosen(new, said, reader)
    of_past = bool(before.certain) and new.asking.polar and _is_past(new) and not new.certain
    bare = bool(before.certain and new.aspects and not new.certain) and len(new.content) <= BARE
    of_past = of_past or bare
    leans = points or opens or (short and not _has_subject(new)) or bool(chosen) or of_past
    leans = leans or _tells_who(new, before)
    if new.switches or not (leans or denied is not None):
        return replace(new, places=places)
    if denied is not None and _has_subject(new):
        # What's meant instead takes the place of what was asked: who asks stays the same.
        kept = tuple(term for term in before.terms if term.target_groups and not term.topics)
        before = replace(before, terms=kept, tokens=(), carried=(), names=())
    others = not chosen and _asks_for_others(new)
    asks_of_it = bool(chosen) or bare or _asks_of_it(new, before, said, reader)
    names = chosen or _named(new, before, said, reader, asks_of_it=asks_of_it)
    names = new.names if others else names
    terms = {term.term: term for term in (*new.terms, *before.terms)}
    return replace(
        new,
        names=names,
        places=places,
        terms=tuple(terms.values()),
        organisations=new.organisations or before.organisations,
        sections=new.sections or before.sections,
        theme=new.theme or before.theme,
        age=new.age or before.age,
        aspects=_aspects(new, before, carried=opens and not new.places, of_it=asks_of_it),
        # Who asks of what was offered doesn't ask for help anew.
        asks_help=new.asks_help or (before.asks_help and not (asks_of_it and names)),
        asks_plan=new.asks_plan or before.asks_plan,
        lists=new.lists or (before.lists and (opens or new.points)),
        carried=(*before.content, *before.carried)[:MOST_CARRIED],
        of_it=asks_of_it and any(name.certain for name in names),
        told=_told_before(before, said, reader) if others else (),
    )


def _aspects(new: Reading, before: Reading, *, carried: bool, of_it: bool) -> tuple[Aspect, ...]:
    """What a follow-up asks of a service: *sopiiko se 40-vuotiaalle* asks for whom it is."""
    if not new.aspects and of_it and new.age is not None and new.asking.polar:
        return (Aspect.FOR_WHOM,)
    return new.aspects or (before.aspects if carried else ())


def _without(before: Reading, denied: str, reader: Reader) -> Reading:
    """What was told before without what a correction says that wasn't meant."""
    wrong = reader.read(denied)
    lemmas = {lemma for token in wrong.content for lemma in token.lemmas}
    terms = {term.term for term in wrong.terms}
    return replace(
        before,
        tokens=tuple(t for t in before.tokens if lemmas.isdisjoint(t.lemmas)),
        carried=tuple(t for t in before.carried if lemmas.isdisjoint(t.lemmas)),
        terms=tuple(term for term in before.terms if term.term not in terms),
    )


def _points_within(new: Reading) -> bool:
    """Whether a message points at what it told itself: *haluan lukea kursseja, mitä se maksaa*."""
    if not _has_subject(new):
        return False
    if refers_within(new.text):
        return True
    first = next((t.start for t in new.tokens if t.text.casefold() in POINTING), 0)
    return sum(token.start < first for token in new.content) >= TOLD_BEFORE


def _chosen(new: Reading, said: str, reader: Reader) -> tuple[NameMention, ...]:
    """The one of what the answer named that is chosen by its place in it: *se jälkimmäinen*."""
    for number, token in enumerate(new.tokens):
        nth = next((NTH[word] for word in _forms(token) if word in NTH), None)
        if nth is None or not _stands_alone(new, number):
            continue
        told = _told(said, reader)
        if nth < len(told) > 1:
            return (told[nth],)
    return ()


def _told(answer: str, reader: Reader) -> list[NameMention]:
    """The services that an answer tells of, each once: of a list, the first of each line."""
    lines = [line for line in answer.splitlines() if line.lstrip().startswith(BULLETS)]
    found = [_names_told(line, reader)[:1] for line in lines] if len(lines) > 1 else []
    told = [one for names in found for one in names] or _names_told(answer, reader)
    return list({one.service_id: one for one in reversed(told)}.values())[::-1]


def _names_told(text: str, reader: Reader) -> list[NameMention]:
    """The services that an answer's text names: *Lumi-hanke toimi* doesn't name TOIMI."""
    tokens = reader.analyser.tokens(normalise(text))
    found = reader.names_in(text)
    return [one for one in found if one.certain or not _is_said_of(tokens[one.first : one.last])]


def _is_said_of(tokens: Sequence[Token]) -> bool:
    """Whether a lower-case word of an answer is a verb or an adjective, and so no name."""
    if len(tokens) != 1 or not tokens[0].text.islower():
        return False
    try:
        readings = open_dictionary().readings(tokens[0].text)
    except VoikkoNotFoundError:
        return False
    return bool(readings) and readings[0].word_class in SAID_OF


def _stands_alone(new: Reading, number: int) -> bool:
    """Whether a word points by itself: *siinä toisessa*, *entä toinen*, not *toinen asia*."""
    if not OF_TWO.isdisjoint(_forms(new.tokens[number])):
        return True
    before = new.tokens[:number]
    after = new.tokens[number + 1] if number + 1 < len(new.tokens) else None
    # *Kerro toisesta lisää* and *voisitko kertoa siitä toisesta* ask of what was told.
    asked = all(not (_POINTED | TELLING).isdisjoint(_forms(one)) for one in before)
    pointed = asked or not _POINTED.isdisjoint(_forms(before[-1]))
    return pointed and (after is None or OTHER_THINGS.isdisjoint(_forms(after)))


def _forms(token: Token) -> tuple[str, ...]:
    return (token.text.casefold(), *token.lemmas)


def _asks_of_it(new: Reading, before: Reading, said: str, reader: Reader) -> bool:
    """Whether a follow-up asks of what was told, and not for the same elsewhere."""
    if new.points_there and new.asks_help:
        # Somebody who asks for help where something was isn't asking about it.
        return False
    words = {token.text.casefold() for token in new.tokens}
    if _asks_for_others(new):
        return False
    polar, alone = new.asking.polar, not new.asks_help and not new.places
    if new.places and not (polar and not (THING - THERE).isdisjoint(words)):
        # *Toimiiko se Haapavedellä* asks of it; *muutan Haapavedelle, onko siellä* of the need.
        return False
    if new.age is not None and new.age != before.age and not before.certain:
        # Another person with the same need: what was offered to the first isn't asked about, but
        # *käykö se* or, of the one thing that was offered, *käykö silti* is.
        of_thing = not THING.isdisjoint(words) or len(_told(said, reader)) == 1
        return polar and alone and of_thing and OTHERS.isdisjoint(words)
    if bool(new.aspects or new.points) and ANY_TOPIC.issuperset(new.topics):
        return True
    if polar and alone and before.certain and not new.certain and _is_past(new):
        # *Oliko korkeakoulu mukana* asks of what was named, whatever it tells of.
        return True
    # *Jatkuuko se, kun lukio alkaa* asks of it, whatever else it tells of.
    return polar and (new.points or not _has_subject(new))


def _tells_who(new: Reading, before: Reading) -> bool:
    """Whether a message only tells more of who asks: *olen muuten 52*, *minulla on lukihäiriö*."""
    asks = "?" in new.text or bool(new.asked_topics or new.certain or new.sections or new.aspects)
    person = any(term.target_groups for term in new.terms) or new.age is not None
    return bool(before.asked_topics) and person and not asks and len(new.content) <= TELLING_WHO


def _asks_for_others(new: Reading) -> bool:
    """Whether a follow-up asks for more of the same: *onko muita*, *any others*."""
    words = {token.text.casefold() for token in new.tokens}
    short = len(new.content) <= BARE and not new.aspects and not _has_subject(new)
    # *Keitä muita siinä oli* asks of it.
    return short and not OTHERS.isdisjoint(words) and (THING | THEY).isdisjoint(words)


def _told_before(before: Reading, said: str, reader: Reader) -> tuple[str, ...]:
    """What was told of in this and earlier answers, and isn't what's asked for any more."""
    told = (one.service_id for one in _told(said, reader))
    return tuple(dict.fromkeys((*before.told, *told)))


def _is_past(new: Reading) -> bool:
    """Whether a question opens with a Finnish verb in the past: *oliko*, *osallistuiko*."""
    try:
        readings = open_dictionary().readings(new.tokens[0].text.casefold())
    except VoikkoNotFoundError:
        return False
    return any(reading.past for reading in readings[:1])


def _named(
    new: Reading, before: Reading, said: str, reader: Reader, *, asks_of_it: bool
) -> tuple[NameMention, ...]:
    """The services that a follow-up means: its own, else those spoken of before."""
    opens = bool(FOLLOW_UP_WORDS.intersection(new.tokens[0].lemmas))
    # *Toimiiko se Haapavedellä* asks of it; *entä Haapavedellä* of the need.
    here = not new.places or (new.points and new.asking.polar and not opens)
    back = new.points or (asks_of_it and bool(before.certain))
    if not here or (new.names and (new.certain or not back)):
        return new.names
    if asks_of_it:
        return _spoken_of(new, before, said, reader) or new.names
    return new.names or before.names


def _spoken_of(new: Reading, before: Reading, said: str, reader: Reader) -> tuple[NameMention, ...]:
    """What *it* is: what was named for certain, else what the answer named first.

    Of several that the answer named, it's the one that tells of what is asked, and all of them
    when it's asked which one.
    """
    told = _told(said, reader)
    ids = {mention.service_id for mention in told}
    if not before.certain or _means_told(new, before, ids):
        if len(told) > 1 and any(not WHICH.isdisjoint(_forms(token)) for token in new.tokens):
            return tuple(told)
        meant = reader.telling_most(told, new.content) if len(told) > 1 else None
        return (meant,) if meant else tuple(told)[:1] or before.names
    spans = {(name.first, name.last) for name in before.names if name.service_id in ids}
    # One word may name several, as *uraohjaus* does: the answer tells which.
    return tuple(
        name
        for name in before.names
        if name.service_id in ids or (name.first, name.last) not in spans
    )


def _means_told(new: Reading, before: Reading, told: Collection[str]) -> bool:
    """Whether *it* is among what an answer named, which isn't what the question before it named.

    Who asked for help means what was offered; *heihin* means those who run what was asked about.
    """
    if not told or any(name.service_id in told for name in before.names):
        return False
    words = {token.text.casefold() for token in new.tokens}
    return before.asks_help or not PLURAL.isdisjoint(words)


def _has_subject(reading: Reading) -> bool:
    """Whether a message says by itself what it's about; guidance alone is no subject."""
    told = any(
        term.target_groups or not ANY_TOPIC.issuperset(term.topics)
        for term in reading.terms
        if term.topics or term.target_groups
    )
    return bool(reading.names or reading.sections or reading.organisations or told)

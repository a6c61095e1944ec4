"""Rules of the corpus beyond its form: that descriptions rest on their sources and read plainly.

`ingest.read` refuses what has no form. What is found here has its form, but states something that
no source bears out, repeats another file or leaves a reader without a way on.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from rapidfuzz import fuzz, process

from assistant.domain import Status
from assistant.finnish import normalise, open_analyser, sentences
from assistant.names import known_names
from assistant.places import Places
from assistant.prose import words
from assistant.validity import status_on
from ingest.evidence import Reader, Stated
from ingest.services import PageSeen, without_markers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from assistant.corpus import Corpus
    from assistant.domain import Service
    from ingest.read import Reading
    from ingest.services import Description

MOST_SENTENCES = 8
FEWEST_SENTENCES, FEWEST_FROM_PLAN = 3, 2
LONGEST_SENTENCE, MEAN_SENTENCE = 20, 11
COPIED_RUN = 8
QUESTIONS_FILE = "plan/questions.yaml"
ASKED_LINES = range(6, 41)
NEAR_DUPLICATE = 92
RESERVED_WORD = re.compile(r"selkokiel", re.IGNORECASE)
"""Only the experts of the field may call a text that; this one is *selkeä yleiskieli*."""
FOR_PROFESSIONALS = frozenset({"ohjausalan ammattilaiset", "opetushenkilöstö"})
URL = re.compile(r"https?://[\w-]+(\.[\w-]+)+(:\d+)?(/\S*)?")
PHONE = re.compile(r"\+?\d[\d ]+\d")
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+")
LANGUAGE = re.compile(r"[a-z]{2}")

Level = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something of the corpus that doesn't hold, or looks odd.

    Attributes:
        path: The file, under the corpus directory.
        line: The line, from 1; ``None`` when the whole file is meant.
        level: ``error`` stops an ingest, ``warning`` doesn't.
        reason: What is wrong and what to do.
    """

    path: str
    line: int | None
    level: Level
    reason: str

    def __str__(self) -> str:
        """The finding in a line, as an editor can follow it."""
        place = self.path if self.line is None else f"{self.path}:{self.line}"
        return f"{place}: {self.reason}"


def check_corpus(
    reading: Reading, *, as_of: date, cases: Path | None = None
) -> tuple[Finding, ...]:
    """Check a corpus that could be read.

    Args:
        reading: What was read.
        as_of: The day on which services are judged to run.
        cases: Directory of evaluation cases, whose questions no file may hold.

    Returns:
        What was found, in the order of files and lines.
    """
    corpus = reading.corpus
    places = reading.places or Places.from_data(corpus.places)
    reader = Reader(places, open_analyser(known_names(corpus)))
    plan_runs = _runs(without_markers(corpus.sources[0].text.replace("**", " ")))
    found: list[Finding] = []
    for description in reading.descriptions:
        found += _check_facts(description, corpus, reader)
        found += _check_prose(description)
        found += _check_copied(description, plan_runs)
        found += _check_sources(description)
        found += _check_channels(description)
        found += _check_way_on(description, corpus, as_of)
        found += _check_end(description, corpus)
    found += _check_asked(reading, _case_questions(cases))
    found += _check_alike(reading.descriptions)
    found += _check_aliases(reading.descriptions)
    found += _check_entries(corpus)
    return tuple(sorted(set(found), key=lambda f: (f.path, f.line or 0, f.reason)))


def _check_facts(description: Description, corpus: Corpus, reader: Reader) -> Iterator[Finding]:
    """Every date, number, place and name of a sentence stands in a source it rests on."""
    front = _front_matter(description, corpus, reader)
    borne_out = {
        key: reader.read(f"{source.says} {source.page_date or ''}")
        if isinstance(source, PageSeen)
        else reader.read(source.quote)
        for key, source in description.form.sources.items()
    }
    for statement, keys in zip(description.statements, description.markers, strict=True):
        evidence = front | Stated(numbers=frozenset({len(keys)}))
        for key in keys:
            evidence = evidence | borne_out[key]
        for missing in reader.missing(statement.text, evidence):
            cited = ", ".join(keys)
            yield Finding(
                description.path,
                description.line_of(statement.start),
                "error",
                f"{missing} stands neither in {cited} nor in the front matter; "
                "correct the sentence or cite what tells it",
            )


def _front_matter(description: Description, corpus: Corpus, reader: Reader) -> Stated:
    form = description.form
    days = frozenset(day for day in (form.valid_from, form.valid_to) if day)
    onward = [corpus.service_by_id[one].name for one in form.next if one in corpus.service_by_id]
    fields = (
        form.name,
        *form.aliases,
        *form.providers,
        *form.funders,
        *form.municipalities,
        *form.plan_entries,
        *onward,
        form.cost or "",
        *(str(value) for value in form.channels.model_dump().values() if value),
    )
    counts = frozenset(len(values) for values in (form.municipalities, form.providers))
    region = corpus.places.get("home_region", "Pohjois-Pohjanmaa")
    stated = Stated(days=days, numbers=counts, places=frozenset({str(region)}))
    for value in fields:
        stated = stated | reader.read(value)
    return stated


def _check_prose(description: Description) -> Iterator[Finding]:
    """The body is short and plain, and each marker closes one sentence."""
    path, form = description.path, description.form
    # A name may hold a mark that ends sentences: Kukoista!
    named = {word for name in (form.name, *form.aliases) for word in name.split()}
    closing = {word for word in named if word.endswith(("!", "?", "."))}
    for statement in description.statements:
        line = description.line_of(statement.start)
        text = " ".join(word for word in statement.text.split() if word not in closing)
        if len(sentences(text)) > 1:
            yield Finding(path, line, "error", "more than one sentence before a marker; mark each")
        length = len(words(statement.text))
        if length > LONGEST_SENTENCE and not _is_list(statement.text):
            reason = f"a sentence of {length} words; the longest may have {LONGEST_SENTENCE}"
            yield Finding(path, line, "error", reason)
        if RESERVED_WORD.search(statement.text):
            yield Finding(path, line, "error", "call nothing selkokieli; say it in other words")
    count = len(description.statements)
    only_plan = not any(isinstance(s, PageSeen) for s in description.form.sources.values())
    fewest = FEWEST_FROM_PLAN if only_plan else FEWEST_SENTENCES
    start = description.line_of(description.body[0])
    if not fewest <= count <= MOST_SENTENCES:
        reason = f"the body has {count} sentences; write {fewest} to {MOST_SENTENCES}"
        yield Finding(path, start, "error", reason)
    mean = sum(len(words(s.text)) for s in description.statements) / count
    if mean >= MEAN_SENTENCE:
        reason = f"sentences have {mean:.1f} words on average; stay under {MEAN_SENTENCE}"
        yield Finding(path, start, "error", reason)


def _is_list(sentence: str) -> bool:
    """Whether a sentence is mostly a list of names, which can't be cut."""
    return sentence.count(",") >= len(words(sentence)) // 3


def _check_copied(
    description: Description, plan_runs: Mapping[tuple[str, ...], str]
) -> Iterator[Finding]:
    """No long run of the plan's words: it's cited where it is quoted, and told anew elsewhere."""
    form = description.form
    names = " ".join((form.name, *form.aliases, *form.providers, *form.municipalities))
    named = {word.casefold() for word in words(names)}
    for statement in description.statements:
        for run in _runs(statement.text):
            if run in plan_runs and len(named.intersection(run)) < COPIED_RUN // 2:
                line = description.line_of(statement.start)
                reason = f"copied from the plan: {' '.join(run)!r}; say it in other words"
                yield Finding(description.path, line, "error", reason)
                break


def _runs(text: str) -> dict[tuple[str, ...], str]:
    spoken = [word.casefold() for word in words(text)]
    spans = range(len(spoken) - COPIED_RUN + 1)
    return {tuple(spoken[first : first + COPIED_RUN]): spoken[first] for first in spans}


def _check_sources(description: Description) -> Iterator[Finding]:
    """Every source is what some sentence rests on."""
    used = {key for keys in description.markers for key in keys}
    for key in description.form.sources:
        if key not in used:
            line = description.yaml.line(("sources", key))
            reason = f"no sentence rests on {key}; cite it or take it out"
            yield Finding(description.path, line, "error", reason)


def _check_channels(description: Description) -> Iterator[Finding]:
    """Addresses, numbers and language codes can be used as they stand."""
    form = description.form
    rules = (("url", URL, "https://…"), ("phone", PHONE, "digits"), ("email", EMAIL, "name@host"))
    for name, pattern, form_of in rules:
        value = getattr(form.channels, name)
        if value is not None and not pattern.fullmatch(value):
            line = description.yaml.line(("channels", name))
            reason = f"channels.{name}: {value!r} can't be used; write it as {form_of}"
            yield Finding(description.path, line, "error", reason)
    for number, language in enumerate(form.languages):
        if not LANGUAGE.fullmatch(language):
            line = description.yaml.line(("languages", number))
            reason = f"languages: {language!r} isn't a code of two letters (ISO 639-1), such as fi"
            yield Finding(description.path, line, "error", reason)


def _check_way_on(description: Description, corpus: Corpus, as_of: date) -> Iterator[Finding]:
    """Whoever asks for a service that has ended is shown one that runs.

    Only a warning: the passing of time mustn't keep other changes from being published.
    """
    service = corpus.service_by_id[description.form.id]
    if status_on(service, as_of) is not Status.ENDED or has_way_on(service, corpus, as_of):
        return
    if FOR_PROFESSIONALS.issuperset(service.target_groups):
        return
    line = description.yaml.line(("next",))
    reason = f"it has ended by {as_of.isoformat()} and no service under next runs; name one"
    yield Finding(description.path, line, "warning", reason)


def has_way_on(service: Service, corpus: Corpus, as_of: date) -> bool:
    """Whether a service, or one that it leads to over others, runs on a day."""
    seen: set[str] = set()
    waiting = list(service.next_ids)
    while waiting:
        one = waiting.pop()
        if one in seen or one not in corpus.service_by_id:
            continue
        seen.add(one)
        onward = corpus.service_by_id[one]
        if status_on(onward, as_of) is Status.ACTIVE:
            return True
        waiting += onward.next_ids
    return False


def _check_end(description: Description, corpus: Corpus) -> Iterator[Finding]:
    """An end date of the front matter is one that the plan prints for its entries."""
    form = description.form
    service = corpus.service_by_id[form.id]
    printed = {period.valid_to for period in service.periods if period.valid_to}
    if not printed or form.valid_to in printed:
        return
    days = ", ".join(sorted(day.isoformat() for day in printed))
    line = description.yaml.line(("valid_to",))
    reason = f"valid_to: {form.valid_to} isn't among the plan's end dates: {days}"
    yield Finding(description.path, line, "error", reason)


def _check_asked(reading: Reading, questions: Mapping[str, str]) -> Iterator[Finding]:
    """The ways of asking are enough, each told once, and none is a question of the evaluation."""
    seen: dict[str, str] = {}
    for description in reading.descriptions:
        count = len(description.asked_as)
        if count not in ASKED_LINES:
            heading = description.line_of(description.body[1]) + 2
            reason = f"{count} ways of asking; write {ASKED_LINES[0]} to {ASKED_LINES[-1]}"
            yield Finding(description.path, heading, "error", reason)
        names = {_same(name) for name in (description.form.name, *description.form.aliases)}
        for asked in description.asked_as:
            line = description.line_of(description.source.text.find(asked, description.body[1]))
            yield from _check_line(asked, description.path, line, seen, questions)
            if _same(asked) in names:
                reason = f"{asked!r} is only the name; ask as people do"
                yield Finding(description.path, line, "error", reason)
            seen.setdefault(_same(asked), f"{description.path}:{line}")
    for asked in dict.fromkeys(line for p in reading.corpus.passages for line in p.asked_as):
        yield from _check_line(asked, QUESTIONS_FILE, None, seen, questions)


def _check_line(
    asked: str, path: str, line: int | None, seen: Mapping[str, str], questions: Mapping[str, str]
) -> Iterator[Finding]:
    for known, what in ((seen, "stands already in"), (questions, "is the question of")):
        if _same(asked) in known:
            reason = f"{asked!r} {what} {known[_same(asked)]}; ask in other words"
            yield Finding(path, line, "error", reason)


def _same(text: str) -> str:
    return " ".join(word.casefold() for word in words(normalise(text)))


def _case_questions(cases: Path | None) -> dict[str, str]:
    """The questions of the evaluation cases, with the case's id."""
    questions: dict[str, str] = {}
    for path in sorted(cases.glob("*.jsonl")) if cases else ():
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip():
                case = json.loads(line)
                if "id" not in case:
                    break  # what a classifier is trained on, not what is measured
                asked = [message["content"] for message in case.get("messages", ())[-1:]]
                for question in (*asked, *([case["text"]] if "text" in case else ())):
                    questions[_same(question)] = f"the case {case['id']}"
    return questions


def _check_alike(descriptions: Iterable[Description]) -> Iterator[Finding]:
    """No two files tell the same in nearly the same words."""
    kept = list(descriptions)
    bodies = [without_markers(d.source.text[slice(*d.body)]).casefold() for d in kept]
    alike = process.cdist(bodies, bodies, scorer=fuzz.token_sort_ratio, score_cutoff=NEAR_DUPLICATE)
    for row, description in enumerate(kept):
        for column in range(row):
            if alike[row, column] > NEAR_DUPLICATE:
                line = description.line_of(description.body[0])
                reason = f"tells nearly the same as {kept[column].path}; merge them or tell apart"
                yield Finding(description.path, line, "error", reason)


def _check_aliases(descriptions: Iterable[Description]) -> Iterator[Finding]:
    """A name leads to one service."""
    owners: dict[str, Description] = {}
    for description in descriptions:
        form = description.form
        for number, name in enumerate((form.name, *form.aliases)):
            owner = owners.setdefault(name.casefold(), description)
            if owner is not description:
                key = ("name",) if number == 0 else ("aliases", number - 1)
                reason = f"{name!r} is a name in {owner.path} too; a question can't tell them apart"
                yield Finding(description.path, description.yaml.line(key), "warning", reason)


def _check_entries(corpus: Corpus) -> Iterator[Finding]:
    """Every project of the main corpus's plan is described."""
    plan = corpus.sources[0].id
    for service in corpus.services:
        told_by = {entry.name.source_id for entry in service.entries}
        if not service.statements and plan in told_by:
            name = service.entries[0].name.value
            reason = f"no description has {name!r} among its plan_entries; write services/<id>.md"
            yield Finding("services", None, "error", reason)

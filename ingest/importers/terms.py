"""A catalogue's codes and words brought to the corpus's own places and terms."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from assistant.domain import AreaLevel
from assistant.errors import CorpusError
from assistant.places import Places
from ingest.marked_yaml import parse, read_text
from ingest.words import read_vocabulary

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from pathlib import Path

    from assistant.domain import Vocabulary
    from ingest.importers.catalogue import CatalogueService

EVERYONE = "kaikki"
ALAND = "Ahvenanmaa"
AREAS = ("region", "subregion", "employment_area", "wellbeing_county", "vitality_centre")


class Terms:
    """Looks up places and terms of the main corpus.

    Args:
        data: The content of ``places.json``.
        vocabulary: The closed lists.
        glossary: Words that point to terms: each a word and the terms of a list that it means.
    """

    def __init__(
        self,
        data: Mapping[str, Any],
        vocabulary: Vocabulary,
        glossary: Iterable[Mapping[str, Any]] = (),
    ) -> None:
        self.places = Places.from_data(data)
        self.vocabulary = vocabulary
        self._by_code = {row["code"]: row["fi"] for row in data["municipalities"]}
        self._members: dict[str, set[str]] = {}
        for row in data["municipalities"]:
            for area in AREAS:
                self._members.setdefault(row[area].casefold(), set()).add(row["fi"])
        for row in data["areas"]:
            for name in (row["name"], *row.get("aliases", ())):
                # A region and a subregion may have one name; the widest of them is meant.
                known = self._members.get(name.casefold(), set())
                if len(row["municipalities"]) > len(known):
                    self._members[name.casefold()] = set(row["municipalities"])
        self._groups: dict[str, list[str]] = {
            term.ptv: [] for term in vocabulary.target_groups.values() if term.ptv
        }
        for term in vocabulary.target_groups.values():
            if term.ptv:
                self._groups[term.ptv].append(term.term)
        self._words = {
            "target_groups": {name.casefold(): {name} for name in vocabulary.target_groups},
            "topics": {name.casefold(): {name} for name in vocabulary.topics},
        }
        for entry in glossary:
            self._add_words(entry)

    @classmethod
    def of_corpus(cls, directory: Path) -> Terms:
        """Read the places, the vocabulary and the glossary of a main corpus.

        Raises:
            CorpusError: A file is missing or doesn't hold.
        """
        path = directory / "places.json"
        try:
            data = json.loads(read_text(path))
        except json.JSONDecodeError as error:
            raise CorpusError(str(path), error.lineno, f"this isn't JSON: {error.msg}") from None
        vocabulary = read_vocabulary(directory / "vocabulary.yaml", "vocabulary.yaml")
        glossary = parse(read_text(directory / "glossary.yaml"), "glossary.yaml").value
        return cls(data, vocabulary, glossary["terms"])

    def _add_words(self, entry: Mapping[str, Any]) -> None:
        said = [
            entry["term"],
            *(word for words in entry.get("words", {}).values() for word in words),
        ]
        for kind, known in self._words.items():
            if len(meant := entry.get(kind) or ()) == 1:
                # A word that means several terms would bring in what isn't told.
                for word in said:
                    known.setdefault(word.casefold(), set()).update(meant)

    def municipalities(self, service: CatalogueService) -> tuple[tuple[str, ...], list[str]]:
        """The municipalities that a service serves, in alphabetical order, and what isn't known."""
        served: set[str] = set()
        unknown: list[str] = []
        for code in service.municipality_codes:
            name = self._by_code.get(code.strip().zfill(3))
            if name is None:
                unknown.append(f"municipality {code} isn't in places.json")
            else:
                served.add(name)
        for area in service.area_names:
            members = self.members(area)
            if not members:
                unknown.append(f"the place {area[:60]!r} isn't known")
            served |= members
        return tuple(sorted(served)), unknown

    def members(self, name: str) -> set[str]:
        """The municipalities of a place: of itself, a region, or another area; none if unknown."""
        bare = " ".join(name.split()).casefold()
        municipality = self.places.municipality(bare)
        if municipality is not None:
            return {municipality.name}
        for ending in ("", "n kunta", "n kaupunki", " kommun", " stad"):
            if ending and bare.endswith(ending):
                found = self.places.municipality(bare.removesuffix(ending))
                if found is not None:
                    return {found.name}
        for ending in ("", " maakunta", "n maakunta", " seutukunta", "n seutukunta"):
            if bare.endswith(ending) and (known := self._members.get(bare.removesuffix(ending))):
                return set(known)
        mentions = self.places.find(name)
        if len(mentions) == 1 and mentions[0].text.casefold() == bare:
            return set(mentions[0].municipalities)
        return set()

    def level(self, municipalities: Collection[str]) -> AreaLevel:
        """How wide an area a list of municipalities is."""
        if not municipalities:
            return AreaLevel.NATIONAL
        if len(municipalities) == 1:
            return AreaLevel.MUNICIPALITY
        found = self.places.level(municipalities, [next(iter(sorted(municipalities)))])
        return found or AreaLevel.REGION

    def groups(self, service: CatalogueService) -> tuple[str, ...]:
        """The target groups that a service's codes and words mean."""
        found = [group for code in service.group_codes for group in self._of_code(code)]
        found += self._meant("target_groups", service)
        return tuple(dict.fromkeys(found))

    def topics(self, service: CatalogueService) -> tuple[str, ...]:
        """The topics that a service's words mean."""
        return tuple(dict.fromkeys(self._meant("topics", service)))

    def _of_code(self, code: str) -> list[str]:
        """The groups of a code, or of the nearest wider one: but not everyone for some."""
        exact = self._groups.get(code)
        if exact:
            return exact
        parts = code.split(".")
        for length in range(len(parts) - 1, 0, -1):
            wider = self._groups.get(".".join(parts[:length]), [])
            if wider and EVERYONE not in wider:
                return wider
        return []

    def _meant(self, kind: str, service: CatalogueService) -> list[str]:
        known = self._words[kind]
        return [
            term
            for words in service.words.values()
            for word in words
            for term in sorted(known.get(" ".join(word.split()).casefold(), ()))
        ]

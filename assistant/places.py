"""Municipalities and areas recognised in inflected, spoken, misspelt or foreign text."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from assistant.domain import AreaLevel
from assistant.errors import CorpusError
from assistant.place_context import PlaceReader, words_of
from assistant.place_forms import LOCAL_CASES, inflect
from assistant.place_lexicon import Entry, Lexicon

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

FIELDS: Final = (
    "code", "fi", "sv", "region", "subregion", "employment_area", "wellbeing_county",
    "vitality_centre",
)  # fmt: skip
AREA_KINDS: Final = frozenset({"area", "region", "country"})
COUNTRY: Final = "Suomi"


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality with the areas it belongs to (Statistics Finland's classification)."""

    code: str
    name: str
    name_sv: str
    region: str
    subregion: str
    employment_area: str
    wellbeing_county: str
    vitality_centre: str


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place named in a text: ``text[start:end]`` in code points of the text as given.

    Attributes:
        start: Offset of its first character.
        end: Offset after its last character.
        text: The words as they stand there.
        name: The place's Finnish base name.
        kind: ``municipality``, ``district``, ``area``, ``region`` or ``country``.
        municipalities: The municipalities it stands for; empty for a country.
    """

    start: int
    end: int
    text: str
    name: str
    kind: str
    municipalities: tuple[str, ...]


class Places:
    """The places of the corpus.

    Args:
        data: The content of ``places.json``.
        path: Its file, for error messages.

    Raises:
        CorpusError: A field is missing or doesn't hold.
    """

    def __init__(self, data: Mapping[str, Any], path: str = "places.json") -> None:
        _check(data, path)
        self.home_region: str = data.get("home_region", "Pohjois-Pohjanmaa")
        self._municipalities = {
            row["fi"]: Municipality(*(row[field] for field in FIELDS))
            for row in data["municipalities"]
        }
        self._by_name = {m.name_sv.casefold(): m for m in self._municipalities.values()}
        self._by_name |= {m.name.casefold(): m for m in self._municipalities.values()}
        self._said = {
            row.get("fi") or row.get("name"): (row.get("locative"), row.get("genitive"))
            for row in (*data["municipalities"], *data["areas"])
        }
        self._members = {area["name"]: frozenset(area["municipalities"]) for area in data["areas"]}
        self._near = frozenset(data.get("neighbours", ()))
        self._lexicon = self._read_lexicon(data)
        self._reader = PlaceReader(
            self._lexicon, data.get("ordinary_words", ()), data.get("certain_names", ())
        )

    @classmethod
    def from_file(cls, path: Path) -> Places:
        """Read the places of a file.

        Raises:
            CorpusError: The file can't be read, isn't JSON, or a field doesn't hold.
        """
        try:
            data = json.loads(path.read_text(encoding="utf-8"))
        except OSError as error:
            raise CorpusError(str(path), None, f"can't be read: {error.strerror}.") from error
        except UnicodeDecodeError as error:
            raise CorpusError(str(path), None, f"isn't UTF-8: {error.reason}.") from error
        except json.JSONDecodeError as error:
            raise CorpusError(str(path), error.lineno, f"isn't JSON: {error.msg}.") from error
        return cls(data, str(path))

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Places:
        """Make places of the content of such a file.

        Raises:
            CorpusError: A field is missing or doesn't hold.
        """
        return cls(data)

    def _read_lexicon(self, data: Mapping[str, Any]) -> Lexicon:
        lexicon = Lexicon()
        for row in data["municipalities"]:
            name, home = row["fi"], self._is_near(row["fi"])
            locative = row.get("locative")
            inner = locative.endswith(("ssa", "ssä")) if locative else None
            entry = Entry(name, "municipality", (name,), home, inner)
            lexicon.add_finnish(entry, name)
            if row["sv"] != name:
                lexicon.add_foreign(entry, row["sv"], "sv")
            for other in row.get("other_names", ()):
                if other["kind"] == "district":
                    district = Entry(other["name"], "district", (name,), home)
                    lexicon.add_finnish(district, other["name"])
                elif other["language"] == "fi":
                    lexicon.add_finnish(entry, other["name"])
                else:
                    lexicon.add_foreign(entry, other["name"], other["language"])
        for area in data["areas"]:
            members = tuple(area["municipalities"])
            home = bool(members) and all(map(self._is_near, members))
            entry = Entry(area["name"], area["kind"], members, home)
            for name in (area["name"], *area.get("aliases", ())):
                # A country's name is mostly its language's or its people's: only "in" it counts.
                cases = LOCAL_CASES if name == COUNTRY else None
                lexicon.add_finnish(entry, name, cases)
                if cases is None:
                    lexicon.add_foreign(entry, name, "ru" if "а" <= name[-1] <= "я" else "sv")
        lexicon.prepare()
        return lexicon

    def find(self, text: str) -> list[PlaceMention]:
        """Return the places named in a text, left to right, without overlaps."""
        words = words_of(text)
        return [
            PlaceMention(
                words[first].start,
                words[last].end,
                text[words[first].start : words[last].end],
                entry.name,
                entry.kind,
                entry.municipalities,
            )
            for first, last, entry in self._reader.read(text, words)
        ]

    def municipality(self, name: str) -> Municipality | None:
        """Return the municipality of a Finnish or Swedish name, in any letter case."""
        return self._by_name.get(name.strip().casefold())

    def is_name(self, word: str) -> bool:
        """Tell whether a word is some form of a place's name, whatever else it may be."""
        return bool(self._lexicon.lookup(word))

    def nearly(self, word: str) -> str | None:
        """Return the form of a place's name that is one typing error away, in small letters."""
        found = self._lexicon.resembling(word)
        return found[0].written if found else None

    def names(self) -> frozenset[str]:
        """Return the Finnish names of all municipalities."""
        return frozenset(self._municipalities)

    def in_home_region(self, name: str) -> bool:
        """Tell whether a municipality belongs to the home region."""
        found = self.municipality(name)
        return found is not None and found.region == self.home_region

    def _is_near(self, name: str) -> bool:
        return name in self._near or self.in_home_region(name)

    def level(
        self, service_municipalities: Collection[str], asked: Collection[str]
    ) -> AreaLevel | None:
        """Return how near a service is to the place that is asked about.

        Args:
            service_municipalities: Municipalities it serves; empty for the whole country.
            asked: Municipalities asked about.

        Returns:
            ``MUNICIPALITY`` when it serves none but those asked about, ``SUBREGION`` when all it
            serves lies in the subregion or the employment area of one of them, ``REGION`` when it
            serves more than that, ``NATIONAL`` when it serves the whole country, and ``None`` when
            it serves none of them.
        """
        served, wanted = set(service_municipalities), set(asked)
        if not served:
            return AreaLevel.NATIONAL
        common = served & wanted
        if not common:
            return None
        if served <= wanted:
            return AreaLevel.MUNICIPALITY
        known = self._municipalities
        for name in common & known.keys():
            near = known[name]
            if served <= {
                other.name
                for other in known.values()
                if near.subregion == other.subregion
                or near.employment_area == other.employment_area
            }:
                return AreaLevel.SUBREGION
        return AreaLevel.NATIONAL if served >= known.keys() else AreaLevel.REGION

    def locative(self, name: str) -> str:
        """Return "in" a place: *Kalajoella*, *Oulussa*; ``paikassa X`` when it isn't known."""
        said = self._said.get(name)
        return said[0] if said and said[0] else f"paikassa {name}"

    def genitive(self, name: str) -> str:
        """Return the genitive of a place's name: *Kalajoen*, *Oulun*."""
        said = self._said.get(name)
        return said[1] if said and said[1] else inflect(name)["genitive"][0]


def _check(data: Mapping[str, Any], path: str) -> None:
    for field in ("municipalities", "areas"):
        if not isinstance(data, dict) or not isinstance(data.get(field), list):
            raise CorpusError(path, None, f"the list {field!r} is missing; add it.")
    names: set[str] = set()
    for index, row in enumerate(data["municipalities"]):
        _check_municipality(index, row, path)
        if row["fi"] in names:
            raise CorpusError(path, None, f"municipality {row['fi']!r} is there twice; leave one.")
        names.add(row["fi"])
    for index, area in enumerate(data["areas"]):
        _check_area(index, area, names, path)


def _check_municipality(index: int, row: Any, path: str) -> None:  # noqa: ANN401 (any JSON)
    for field in FIELDS:
        if not isinstance(row, dict) or not isinstance(row.get(field), str) or not row[field]:
            where = f"municipalities[{index}].{field}"
            raise CorpusError(path, None, f"{where} is missing or no text; write it.")
    for other in row.get("other_names", ()):
        if not isinstance(other, dict) or not {"name", "language", "kind"} <= other.keys():
            reason = f"other_names of {row['fi']!r} need name, language and kind: {other!r}."
            raise CorpusError(path, None, reason)


def _check_area(index: int, area: Any, names: Collection[str], path: str) -> None:  # noqa: ANN401
    if not isinstance(area, dict) or not {"name", "kind", "municipalities"} <= area.keys():
        reason = f"areas[{index}] needs name, kind and municipalities; write them."
        raise CorpusError(path, None, reason)
    name, kind = area["name"], area["kind"]
    if kind not in AREA_KINDS:
        reason = f"area {name!r}: kind {kind!r} isn't one of {sorted(AREA_KINDS)}; correct it."
        raise CorpusError(path, None, reason)
    if unknown := set(area["municipalities"]) - set(names):
        reason = f"area {name!r} names no municipality: {sorted(unknown)}; correct it."
        raise CorpusError(path, None, reason)

"""Services of a municipality's spreadsheet, saved as CSV."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import TYPE_CHECKING

from assistant.errors import CorpusError
from ingest.importers import catalogue
from ingest.importers.catalogue import CatalogueService, Contact
from ingest.importers.tables import Row, open_table
from ingest.importers.validity_text import UNKNOWN, Validity, read_validity, validity_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ingest.importers.files import Input
    from ingest.importers.report import Report

ENDINGS = (".csv", ".tsv", ".txt")
COLUMNS: dict[str, tuple[str, ...]] = {
    "name": ("nimi", "palvelun nimi", "palvelu", "otsikko", "namn", "tjänst", "name", "service"),
    "id": ("tunnus", "tunniste", "id", "palvelun tunnus", "uuid"),
    "aliases": ("muut nimet", "muu nimi", "rinnakkaisnimi", "lyhenne", "alternate name", "aliases"),
    "summary": ("tiivistelmä", "lyhyt kuvaus", "sammandrag", "summary"),
    "description": ("kuvaus", "palvelun kuvaus", "palvelukuvaus", "sisältö", "beskrivning",
                    "description"),
    "requirements": ("ehdot", "kenelle", "edellytykset", "villkor", "eligibility", "requirements"),
    "instruction": ("ohjeet", "hakeutuminen", "näin haet", "miten haetaan", "toimintaohjeet",
                    "näin toimit", "anvisningar", "how to apply", "instruction"),
    "charge": ("hinta", "maksu", "maksut", "maksullisuus", "kustannus", "pris", "avgift", "cost",
               "fees", "price"),
    "providers": ("järjestäjä", "palveluntuottaja", "tuottaja", "organisaatio", "toimija",
                  "vastuutaho", "yksikkö", "anordnare", "organisation", "provider", "organization"),
    "places": ("kunta", "kunnat", "alue", "alueet", "paikkakunta", "toimialue", "kommun",
               "kommuner", "område", "municipality", "municipalities", "area"),
    "groups": ("kohderyhmä", "kohderyhmät", "asiakasryhmä", "målgrupp", "target group",
               "target groups"),
    "topics": ("aihe", "aiheet", "teema", "asiasanat", "avainsanat", "luokka", "ämne", "topic",
               "topics", "keywords"),
    "languages": ("kieli", "kielet", "palvelukieli", "palvelukielet", "språk", "language",
                  "languages"),
    "url": ("www", "verkkosivu", "verkkosivut", "verkkosivusto", "verkko-osoite", "kotisivu",
            "nettisivu", "linkki", "url", "webbplats", "website"),
    "phone": ("puhelin", "puhelinnumero", "puh", "puh.", "telefon", "phone"),
    "email": ("sähköposti", "sähköpostiosoite", "email", "e-mail", "e-post", "epost"),
    "address": ("osoite", "käyntiosoite", "katuosoite", "toimipaikka", "adress", "address"),
    "hours": ("aukioloajat", "aukiolo", "aukioloaika", "palveluajat", "öppettider",
              "opening hours"),
    "valid_from": ("alkaa", "alkaen", "alkupäivä", "alkamispäivä", "voimassa alkaen", "start",
                   "valid from"),
    "valid_to": ("päättyy", "loppuu", "loppupäivä", "päättymispäivä", "voimassa asti",
                 "voimassa saakka", "slut", "valid to", "end"),
    "validity": ("voimassaolo", "voimassaoloaika", "kesto", "toiminta-aika", "giltighet",
                 "validity"),
    "modified": ("päivitetty", "muokattu", "tarkistettu", "päivityspäivä", "uppdaterad", "updated",
                 "modified"),
}  # fmt: skip
"""Our fields, and the headers that municipalities give them."""
SEPARATORS = re.compile(r"\s*[;,/\n|]\s*|\s+(?:ja|sekä|och|and)\s+")
LINES = re.compile(r"\s*[;\n|]\s*")
LANGUAGES = {
    "suomi": "fi", "finska": "fi", "finnish": "fi", "ruotsi": "sv", "svenska": "sv",
    "swedish": "sv", "englanti": "en", "engelska": "en", "english": "en", "venäjä": "ru",
    "ryska": "ru", "russian": "ru", "ukraina": "uk", "ukrainska": "uk", "ukrainian": "uk",
    "arabia": "ar", "arabiska": "ar", "arabic": "ar", "viro": "et", "eesti": "et",
    "estniska": "et", "somali": "so", "somaliska": "so", "saame": "se", "pohjoissaame": "se",
    "samiska": "se", "persia": "fa", "farsi": "fa", "dari": "fa", "kurdi": "ku", "thai": "th",
    "vietnam": "vi", "kiina": "zh", "espanja": "es", "ranska": "fr", "saksa": "de",
}  # fmt: skip
FREE = re.compile(r"(?:maksuton|maksutta|ilmai\w+|avgiftsfri\w*|gratis|free\b|0 ?€)", re.IGNORECASE)
COUNTRY = frozenset(
    {"koko maa", "suomi", "koko suomi", "hela landet", "finland", "valtakunnallinen"}
)
DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")


def read_services(
    inputs: Iterable[Input],
    report: Report,
    *,
    columns: Mapping[str, str] | None = None,
    language: str = "fi",
    serves: str | None = None,
) -> Iterator[CatalogueService]:
    """Read services, one a row.

    Args:
        inputs: CSV files.
        report: Is told which columns and rows weren't taken.
        columns: Headers by our field (`COLUMNS`), where they aren't known ones.
        language: Code of the language that the file is in.
        serves: The place that rows serve which name none.

    Raises:
        CorpusError: A file can't be read, or no column holds names or descriptions.
    """
    for one in inputs:
        table = open_table(one)
        fields = match_columns(table.columns, columns or {}, table.name)
        report.note(one.name, "", [f"read as {table.encoding}, cells apart by {table.delimiter!r}"])
        unused = [column for column in table.columns if column and column not in fields.values()]
        report.note(one.name, ", ".join(unused), ["columns that aren't known"] if unused else [])
        for row in table.rows:
            yield as_service(row, fields, language=language, serves=serves)


def match_columns(header: Iterable[str], given: Mapping[str, str], name: str) -> dict[str, str]:
    """Find which column holds which of our fields.

    Returns:
        The header's names by our fields.

    Raises:
        CorpusError: A given column doesn't exist, or none holds names or descriptions.
    """
    by_word = {" ".join(column.casefold().rstrip(":* ").split()): column for column in header}
    fields: dict[str, str] = {}
    for field_, wanted in given.items():
        if field_ not in COLUMNS:
            known = ", ".join(COLUMNS)
            raise CorpusError("--column", None, f"there's no field {field_!r}, only {known}")
        column = by_word.get(wanted.casefold().strip())
        if column is None:
            raise CorpusError(name, 1, f"there's no column {wanted!r}, only {', '.join(header)}")
        fields[field_] = column
    for field_, words in COLUMNS.items():
        found = next((by_word[word] for word in words if word in by_word), None)
        if found is not None and found not in fields.values():
            fields.setdefault(field_, found)
    if "name" not in fields or not {"description", "summary"} & fields.keys():
        reason = (
            f"no column holds names and descriptions; say which do, such as --column name=Palvelu "
            f"--column description=Kuvaus; it has {', '.join(header)}"
        )
        raise CorpusError(name, 1, reason)
    return fields


def as_service(
    row: Row, fields: Mapping[str, str], *, language: str = "fi", serves: str | None = None
) -> CatalogueService:
    """One row in our model."""
    get = {field_: row.cells.get(column, "") for field_, column in fields.items()}

    def text(field_: str) -> str:
        return get.get(field_, "")

    kinds = (*catalogue.TEXT_KINDS,)
    texts = {kind: {language: text(kind)} for kind in kinds if text(kind)}
    places = _list(text("places")) or _list(serves or "")
    name = text("name")
    return CatalogueService(
        id=text("id") or _row_id(name, text("providers"), text("places")),
        names={language: name} if name else {},
        aliases={language: tuple(_list(text("aliases")))} if text("aliases") else {},
        texts=texts,
        nationwide=any(place.casefold() in COUNTRY for place in places),
        area_names=tuple(place for place in places if place.casefold() not in COUNTRY),
        words={language: (*_list(text("groups")), *_list(text("topics")))},
        languages=tuple(_languages(text("languages"))),
        providers=tuple(_lines(text("providers"))),
        cost="maksuton" if FREE.match(text("charge")) else None,
        validity=_validity(text("validity"), text("valid_from"), text("valid_to")),
        modified=_day(text("modified")),
        url=text("url") or None,
        contacts=(
            Contact(
                urls=tuple(_lines(text("url"))),
                phones=tuple(_phones(text("phone"))),
                emails=tuple(_list(text("email"))),
                addresses=tuple(_lines(text("address"))),
                hours=tuple(_lines(text("hours"))),
            ),
        ),
        left_out=None if name else f"line {row.line} has no name",
        notes=row.reasons,
    )


def _list(text: str) -> list[str]:
    return [one for one in SEPARATORS.split(text.strip()) if one]


def _lines(text: str) -> list[str]:
    return [one for one in LINES.split(text.strip()) if one]


def _phones(text: str) -> list[str]:
    return [one for one in re.split(r"\s*[;,\n|/]\s*", text.strip()) if one]


def _languages(text: str) -> Iterator[str]:
    for word in _list(text):
        lower = word.casefold()
        if lower in LANGUAGES:
            yield LANGUAGES[lower]
        elif re.fullmatch("[a-z]{2}", lower):
            yield lower


def _validity(told: str, first: str, last: str) -> Validity:
    """When a service runs: by its columns of days, else by its words."""
    if not first and not last:
        return read_validity(told)
    days = _day(first), _day(last)
    if (first and not days[0]) or (last and not days[1]):
        return UNKNOWN
    return validity_of(*days)


def _day(printed: str) -> str | None:
    """A day as ISO writes it."""
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}(?:[T ].*)?", printed):
        return printed[:10]
    match = DAY.search(printed)
    return f"{match[3]}-{int(match[2]):02}-{int(match[1]):02}" if match else None


def _row_id(name: str, providers: str, places: str) -> str:
    """An id for a row without one: the same row gets the same again, wherever it stands."""
    said = "\0".join((name, providers, places))
    return f"{name[:40]} {sha256(said.encode('utf-8', 'surrogatepass')).hexdigest()[:6]}"

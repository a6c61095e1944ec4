"""The commands that bring in what others publish, and give our services to others."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import datetime
from enum import StrEnum
from functools import partial
from pathlib import Path  # typer reads the types
from typing import TYPE_CHECKING, Annotated

import typer
from pydantic import ValidationError
from rich.console import Console

from assistant.errors import CorpusError
from assistant.settings import Settings
from ingest.corpora import CorpusForm

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from ingest.importers.catalogue import CatalogueService
    from ingest.importers.files import Input
    from ingest.importers.report import Report
    from ingest.importers.terms import Terms

importing = typer.Typer(
    help="Bring in services and documents that others publish; see docs/importing.md.",
    no_args_is_help=True,
)
exporting = typer.Typer(help="Give our services to others.", no_args_is_help=True)
out = Console()
errors = Console(stderr=True)

LANGUAGES = ("fi", "sv", "en")

Sources = Annotated[list[Path], typer.Argument(help="Files, directories or zip archives.")]
Into = Annotated[Path, typer.Option(help="The corpus's directory, such as corpora/kainuu.")]
Name = Annotated[str | None, typer.Option("--id", help="The import's name within the corpus.")]
Title = Annotated[str | None, typer.Option(help="The corpus's title, when it's new.")]
Priority = Annotated[int, typer.Option(min=0, max=100, help="Its priority, when it's new.")]
Licence = Annotated[str | None, typer.Option(help="On what terms the source may be used.")]
AsOf = Annotated[
    datetime | None, typer.Option("--date", formats=["%Y-%m-%d"], help="As of when it tells.")
]
Languages = Annotated[
    list[str] | None, typer.Option("--language", help="Language to tell in, the best first.")
]
Areas = Annotated[
    list[str] | None, typer.Option("--area", help="Take only what serves this place.")
]
Replace = Annotated[bool, typer.Option("--replace", help="Overwrite changes made by hand.")]
ReportFile = Annotated[Path | None, typer.Option("--report", help="Write the report as JSON.")]


@importing.command()
def ptv(
    sources: Sources,
    into: Into,
    name: Name = None,
    corpus_title: Title = None,
    priority: Priority = 50,
    licence: Licence = None,
    as_of: AsOf = None,
    languages: Languages = None,
    areas: Areas = None,
    replace: Replace = False,
    report: ReportFile = None,
) -> None:
    """Take services of Suomi.fi's service catalogue (PTV v11) from JSON on disk."""
    from ingest.importers import ptv as format_

    job = _Job("ptv", sources, into, corpus_title, priority, licence, as_of, languages, report)
    job.take_services(format_.ENDINGS, format_.read_services, name or "ptv", areas, replace=replace)


@importing.command()
def hsds(
    sources: Sources,
    into: Into,
    name: Name = None,
    corpus_title: Title = None,
    priority: Priority = 50,
    licence: Licence = None,
    as_of: AsOf = None,
    languages: Languages = None,
    areas: Areas = None,
    replace: Replace = False,
    report: ReportFile = None,
) -> None:
    """Take services of Open Referral HSDS 3.0: JSON, or tables as CSV files."""
    from ingest.importers import hsds as format_

    job = _Job("hsds", sources, into, corpus_title, priority, licence, as_of, languages, report)
    read = partial(format_.read_services, language=job.languages[0])
    job.take_services(format_.ENDINGS, read, name or "hsds", areas, replace=replace)


@importing.command("csv")
def csv_(
    sources: Sources,
    into: Into,
    name: Name = None,
    columns: Annotated[
        list[str] | None, typer.Option("--column", help="Which column holds what: name=Palvelu.")
    ] = None,
    serves: Annotated[
        str | None, typer.Option(help="The place that rows serve which name none.")
    ] = None,
    corpus_title: Title = None,
    priority: Priority = 50,
    licence: Licence = None,
    as_of: AsOf = None,
    languages: Languages = None,
    areas: Areas = None,
    replace: Replace = False,
    report: ReportFile = None,
) -> None:
    """Take services of a spreadsheet saved as CSV, one a row."""
    from ingest.importers import spreadsheet

    job = _Job("csv", sources, into, corpus_title, priority, licence, as_of, languages, report)
    read = partial(
        spreadsheet.read_services,
        columns=_columns(columns or ()),
        language=job.languages[0],
        serves=serves,
    )
    job.take_services(spreadsheet.ENDINGS, read, name or "csv", areas, replace=replace)


@importing.command()
def document(
    source: Annotated[Path, typer.Argument(help="A PDF, DOCX, HTML, Markdown or text file.")],
    into: Into,
    metadata: Annotated[
        Path | None, typer.Option(help="A file that tells what the document is.")
    ] = None,
    name: Name = None,
    title: Annotated[str | None, typer.Option(help="The document's title.")] = None,
    publisher: Annotated[str | None, typer.Option(help="Who published it.")] = None,
    version: Annotated[str | None, typer.Option(help="Which version it is.")] = None,
    url: Annotated[str | None, typer.Option(help="Where it was published.")] = None,
    corpus_title: Title = None,
    priority: Priority = 50,
    licence: Licence = None,
    as_of: AsOf = None,
    language: Annotated[str | None, typer.Option(help="Code of its language.")] = None,
    replace: Replace = False,
    report: ReportFile = None,
) -> None:
    """Take a plan or another document, cut by its headings."""
    from ingest.importers.take_document import DocumentTarget, take_document

    languages = [language] if language else None
    job = _Job(
        "document", [source], into, corpus_title, priority, licence, as_of, languages, report
    )
    given = {
        "id": name,
        "title": title,
        "publisher": publisher,
        "version": version,
        "date": as_of.date().isoformat() if as_of else None,
        "language": language,
        "licence": licence,
        "url": url,
    }
    with job.told() as told:
        take_document(
            source,
            DocumentTarget(
                into, job.info, metadata, {k: v for k, v in given.items() if v}, replace
            ),
            told,
        )


class Form(StrEnum):
    """How services are written."""

    JSON = "json"
    TABLES = "tables"


@exporting.command("hsds")
def export_hsds(
    to: Annotated[Path, typer.Argument(help="The file to write.")],
    form: Annotated[Form, typer.Option("--format", help="JSON, or tables in a zip.")] = Form.JSON,
    as_of: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Judge validity on this day.")
    ] = None,
) -> None:
    """Write every service of the main corpus as Open Referral HSDS 3.0."""
    from assistant.chain import HELSINKI
    from ingest.importers.hsds_export import write_json, write_tables
    from ingest.read import read_corpus

    corpus = read_corpus(Settings.from_environment().corpus).corpus
    day = (as_of or datetime.now(HELSINKI)).date()
    write = write_json if form is Form.JSON else write_tables
    count = write(corpus, to, day)
    out.print(f"{count} services written to {to}.", highlight=False, soft_wrap=True)


class _Job:
    """One import: what was asked, and the corpus that it goes into."""

    def __init__(
        self,
        importer: str,
        sources: Sequence[Path],
        into: Path,
        title: str | None,
        priority: int,
        licence: str | None,
        as_of: datetime | None,
        languages: Sequence[str] | None,
        report: Path | None,
    ) -> None:
        from ingest.importers.store import corpus_info

        self.importer, self.sources, self.into = importer, list(sources), into
        self.licence, self.report = licence, report
        self.date = as_of.date().isoformat() if as_of else None
        self.settings = Settings.from_environment()
        self.is_main = into.resolve() == self.settings.corpus.resolve()
        self.form = self._form(title, priority, (languages or ["fi"])[0])
        self.info = corpus_info(into, self.form, main=self.is_main)
        self.languages = tuple(dict.fromkeys((*(languages or [self.info.language]), *LANGUAGES)))

    def _form(self, title: str | None, priority: int, language: str) -> CorpusForm | None:
        if self.is_main or not title or not self.licence:
            return None
        try:
            return CorpusForm(
                id=self.into.resolve().name.casefold(),
                title=title,
                priority=priority,
                language=language,
                licence=self.licence,
                date=self.date,
            )
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            reason = f"{first['loc'][0]}: {first['msg']}; name the directory in small letters"
            raise CorpusError(str(self.into), None, reason) from None

    def take_services(
        self,
        endings: tuple[str, ...],
        read: Callable[[list[Input], Report], Iterable[CatalogueService]],
        name: str,
        areas: Sequence[str] | None,
        *,
        replace: bool,
    ) -> None:
        """Take the services of a catalogue."""
        from ingest.importers.files import find_inputs
        from ingest.importers.take_services import Target, take_services

        _check_name(name)
        target = Target(
            self.into,
            self.info,
            name,
            licence=self.licence,
            date=self.date,
            languages=self.languages,
            areas=areas or (),
            replace=replace,
        )
        inputs = find_inputs(self.sources, endings)
        with self.told() as told, _counting() as progress:
            services = read(inputs, told)
            take_services(services, self.sources, target, self._terms(), told, progress)

    def _terms(self) -> Terms:
        from ingest.importers.terms import Terms

        return Terms.of_corpus(self.settings.corpus)

    @contextmanager
    def told(self) -> Iterator[Report]:
        """A report that's printed and saved once the import is done."""
        from ingest.importers.report import Report
        from ingest.importers.store import save_info

        told = Report(self.importer)
        yield told
        save_info(self.into, self.form)
        for line in told.lines():
            out.print(line, markup=False, highlight=False, soft_wrap=True)
        if self.report:
            told.save(self.report)


def _columns(given: Iterable[str]) -> dict[str, str]:
    columns = {}
    for one in given:
        ours, equals, theirs = one.partition("=")
        if not equals or not theirs.strip():
            raise CorpusError("--column", None, f"{one!r} must be as in name=Palvelun nimi")
        columns[ours.strip()] = theirs.strip()
    return columns


def _check_name(name: str) -> None:
    from re import fullmatch

    from ingest.records import ID

    if not fullmatch(ID, name):
        raise CorpusError("--id", None, f"{name!r} must be of small letters, digits and hyphens")


@contextmanager
def _counting() -> Iterator[Callable[[int], None]]:
    """A count of what was looked at, on a terminal."""
    with errors.status("Reading") as status:
        yield lambda count: status.update(f"{count} services looked at")

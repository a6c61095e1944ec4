from __future__ import annotations

import csv
import io
import json
import zipfile
from datetime import date

import pytest
from hsds_schema import PAGE
from jsonschema import Draft202012Validator, FormatChecker
from typer.testing import CliRunner

import tienviitta
from ingest.importers.files import find_inputs
from ingest.importers.hsds import ENDINGS, read_services
from ingest.importers.hsds_export import TABLES, as_hsds, write_json, write_tables
from ingest.importers.make_record import make_record
from ingest.importers.report import Report
from ingest.importers.terms import Terms
from ingest.read import read_corpus

DAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def page(true_corpus, tmp_path_factory):
    path = tmp_path_factory.mktemp("export") / "hsds.json"
    write_json(true_corpus, path, DAY)
    return path


def test_every_service_of_the_corpus_is_written_and_valid(page, true_corpus):
    told = json.loads(page.read_text(encoding="utf-8"))

    errors = list(Draft202012Validator(PAGE, format_checker=FormatChecker()).iter_errors(told))

    assert [error.message for error in errors] == []
    assert [service["name"] for service in told["contents"]] == [
        service.name for service in true_corpus.services
    ]


def test_ids_are_unique_and_stay_the_same(page, true_corpus):
    told = json.loads(page.read_text(encoding="utf-8"))["contents"]

    assert len({service["id"] for service in told}) == len(told)
    assert as_hsds(true_corpus, true_corpus.services[0], DAY) == told[0]


def test_what_has_ended_is_defunct_and_what_nobody_knows_has_an_alert(tiny):
    corpus = read_corpus(tiny.directory).corpus
    told = {service.id: as_hsds(corpus, service, DAY) for service in corpus.services}
    later = as_hsds(corpus, corpus.service_by_id["silta"], date(2027, 6, 1))

    assert told["kirppu"]["status"] == "defunct"
    assert told["alue"]["status"] == "active"
    assert told["silta"]["status"] == "active"
    assert later["status"] == "defunct"
    assert told["kirppu"]["schedules"][0]["valid_to"] == "2025-12-31"


def test_tables_hold_the_same_and_make_the_same_bytes_each_time(tiny, tmp_path):
    corpus = read_corpus(tiny.directory).corpus
    for name in ("a.zip", "b.zip"):
        assert write_tables(corpus, tmp_path / name, DAY) == 3
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        tables = {
            name: list(csv.DictReader(io.StringIO(archive.read(name).decode())))
            for _, name, _ in TABLES
        }
        package = json.loads(archive.read("datapackage.json"))

    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    assert [row["name"] for row in tables["services.csv"]] == [s.name for s in corpus.services]
    organizations = {row["id"] for row in tables["organizations.csv"]}
    assert {row["organization_id"] for row in tables["services.csv"]} == organizations
    terms = {row["id"] for row in tables["taxonomy_terms.csv"]}
    assert {row["taxonomy_term_id"] for row in tables["attributes.csv"]} == terms
    assert [one["path"] for one in package["resources"]] == [name for _, name, _ in TABLES]


@pytest.mark.parametrize("form", ["json", "tables"])
def test_what_is_written_can_be_read_back(tiny, tmp_path, form):
    corpus = read_corpus(tiny.directory).corpus
    path = tmp_path / {"json": "out.json", "tables": "out.zip"}[form]
    {"json": write_json, "tables": write_tables}[form](corpus, path, DAY)
    terms = Terms.of_corpus(tiny.directory)

    services = read_services(find_inputs([path], ENDINGS), Report("hsds"))
    read = [make_record(one, terms)[0] for one in services if one.left_out is None]

    ours = [corpus.service_by_id[one] for one in ("alue", "silta")]
    for record, service in zip(
        sorted(read, key=lambda r: r["name"], reverse=True), ours, strict=True
    ):
        assert record["name"] == service.name
        assert tuple(record["municipalities"]) == service.municipalities
        assert set(record.get("target_groups", ())) == set(service.target_groups)
        assert set(record["topics"]) == set(service.topics)
        assert record.get("valid_to") == service.valid_to
        assert all(statement.text in record["text"] for statement in service.statements)


def test_the_command_writes_a_file_and_tells_how_many(tiny, tmp_path):
    out = tmp_path / "out.json"
    told = CliRunner().invoke(
        tienviitta.app,
        ["export", "hsds", str(out), "--as-of", "2026-11-24"],
        env={"TIENVIITTA_CORPUS": str(tiny.directory)},
    )

    assert told.exit_code == 0, told.output
    assert "3 services written" in told.output
    assert json.loads(out.read_text(encoding="utf-8"))["total_items"] == 3

"""The repository holds what its documents promise, and the documents tell what there is."""

from __future__ import annotations

import re
import shutil
import subprocess
import tomllib
from importlib import metadata
from typing import TYPE_CHECKING

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from typer.main import get_command
from typer.testing import CliRunner

import tienviitta
from assistant.settings import ROOT
from ingest.read import read_corpus

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import Any

LONGEST = 400
CODE = {".py", ".js", ".css"}
MULTILINE_DOTALL = re.MULTILINE | re.DOTALL
LICENCE = re.compile(r"Apache|BSD|\bMIT\b|Mozilla|MPL")
SETTING = re.compile(r"TIENVIITTA_[A-Z_]+[A-Z]")
# Spelt in pieces, so that this file doesn't hold what it looks for.
ELSEWHERE = re.compile(
    "|".join(
        (
            r"(?<![\w.])/(?:work|root|farm)/",
            "site-" + "packages/",
            r"pypi\." + "org",
            "python" + "hosted",
            r"registry\." + "npmjs",
            r"deb\." + "debian",
        )
    )
)
LINK = re.compile(r"\[[^\]]+\]\((?!https?:|mailto:|#)([^)#]+)(?:#[^)]*)?\)")


def tracked() -> list[Path]:
    """The files of the repository, also those that aren't added yet."""
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    if listed.returncode:
        pytest.skip("not a git checkout")
    names = listed.stdout.decode().split("\0")
    return [ROOT / name for name in names if name and (ROOT / name).is_file()]


def texts() -> Iterator[tuple[str, str]]:
    for path in tracked():
        try:
            yield str(path.relative_to(ROOT)), path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue


def document(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def project() -> dict[str, Any]:
    return tomllib.loads(document("pyproject.toml"))["project"]


def requirements() -> list[Requirement]:
    told = project()
    groups = [told["dependencies"], *told["optional-dependencies"].values()]
    return [Requirement(line) for group in groups for line in group]


def commands(command: Any, path: str) -> Iterator[tuple[str, Any]]:
    """Every command that does something, with the words that call it."""
    if not hasattr(command, "commands"):
        yield path, command
        return
    for name, inner in command.commands.items():
        yield from commands(inner, f"{path} {name}")


COMMANDS = dict(commands(get_command(tienviitta.app), "tienviitta"))


def section(text: str, words: str) -> str:
    """What a document tells under the heading of a command."""
    start = re.search(rf"^### `{re.escape(words)}\b[^`]*`$", text, re.MULTILINE)
    assert start, f"docs/settings.md has no heading for {words}"
    return re.split(r"^##", text[start.end() :], maxsplit=1, flags=re.MULTILINE)[0]


def test_there_are_commands_and_settings_to_look_for() -> None:
    assert {"tienviitta ask", "tienviitta eval run"} <= set(COMMANDS)
    assert "TIENVIITTA_INDEX" in SETTING.findall(document("assistant/settings.py"))


def test_every_setting_is_told_and_every_told_setting_is_read() -> None:
    read = set(SETTING.findall(document("assistant/settings.py")))
    told = set(
        re.findall(rf"^\| `({SETTING.pattern})` \|", document("docs/settings.md"), re.MULTILINE)
    )

    assert told == read


def test_no_document_names_a_setting_that_nothing_reads() -> None:
    read = set(SETTING.findall(document("assistant/settings.py")))
    unknown = {
        (name, setting)
        for name, text in texts()
        if name.endswith((".md", ".py", "Makefile"))
        for setting in SETTING.findall(text)
        if setting not in read
    }

    assert unknown == set()


def test_only_the_settings_module_reads_the_settings() -> None:
    named = {
        name
        for name, text in texts()
        if name.endswith(".py")
        and not name.startswith("tests/")
        and re.search(r"(environ|getenv)[^\n]*TIENVIITTA_", text)
    }

    assert named == set()


@pytest.mark.parametrize("words", sorted(COMMANDS))
def test_every_option_of_a_command_is_told_and_no_other(words: str) -> None:
    options = {
        parameter.opts[0]
        for parameter in COMMANDS[words].params
        if parameter.param_type_name == "option" and parameter.name != "help"
    }
    told = section(document("docs/settings.md"), words)

    assert set(re.findall(r"^\| `(--[a-z-]+)` \|", told, re.MULTILINE)) == options


def test_the_readme_names_every_command() -> None:
    text = document("README.md")

    assert [words for words in COMMANDS if words not in text] == []


def test_every_target_of_make_is_told() -> None:
    targets = set(re.findall(r"^([a-z]+):[^#\n]*## ", document("Makefile"), re.MULTILINE))

    assert set(re.findall(r"`make ([a-z]+)`", document("docs/settings.md"))) == targets


def licences_in_the_readme() -> dict[str, str]:
    row = re.compile(r"^\| `([^`]+)` \|[^|\n]+\| ([^|\n]+) \|$", re.MULTILINE)
    return dict(row.findall(document("README.md")))


def test_the_readme_tells_every_dependency_and_no_other() -> None:
    runtime = {Requirement(line).name for line in project()["dependencies"]}

    assert set(licences_in_the_readme()) == runtime


@pytest.mark.parametrize(("name", "told"), licences_in_the_readme().items())
def test_a_dependency_has_the_licence_that_the_readme_tells(name: str, told: str) -> None:
    try:
        of = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        pytest.skip(f"{name} isn't published for this machine")
    fields = ("License-Expression", "License", "Classifier")
    stated = " ".join(value for field in fields for value in of.get_all(field) or [])

    assert LICENCE.findall(told)
    assert set(LICENCE.findall(told)) <= set(LICENCE.findall(stated))


def test_every_dependency_has_one_release_in_the_constraints() -> None:
    pins = [
        Requirement(line) for line in document("constraints.txt").splitlines() if line[0] != "#"
    ]
    chosen = {canonicalize_name(pin.name): str(pin.specifier) for pin in pins}

    assert all(re.fullmatch(r"==[\w.!]+", version) for version in chosen.values())
    assert len(chosen) == len(pins)
    for requirement in requirements():
        version = chosen[canonicalize_name(requirement.name)].removeprefix("==")
        assert requirement.specifier.contains(version), requirement


def test_nothing_of_the_machine_or_a_registry_stands_in_the_repository() -> None:
    found = {(name, match[0]) for name, text in texts() for match in ELSEWHERE.finditer(text)}

    assert found == set()


def test_no_file_of_code_is_longer_than_can_be_overseen() -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for path in tracked()
        if path.suffix in CODE
        and (lines := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST
    }

    assert long == {}


def test_links_between_documents_lead_somewhere() -> None:
    broken = {
        (str(path.relative_to(ROOT)), link)
        for path in tracked()
        if path.suffix == ".md" and "corpus" not in path.relative_to(ROOT).parts
        for link in LINK.findall(path.read_text(encoding="utf-8"))
        if not (path.parent / link).exists()
    }

    assert broken == set()


def test_the_template_of_a_service_is_taken_into_the_corpus_as_it_stands(tmp_path) -> None:
    template = re.search(r"```markdown\n(.*?)^```", document("CONTRIBUTING.md"), MULTILINE_DOTALL)
    assert template
    corpus = shutil.copytree(ROOT / "corpus", tmp_path / "corpus")
    before = len(read_corpus(corpus).corpus.services)
    (corpus / "services" / "kirjaston-digituki.md").write_text(template[1], encoding="utf-8")

    told = CliRunner().invoke(
        tienviitta.app, ["ingest", "--check"], env={"TIENVIITTA_CORPUS": str(corpus)}
    )

    assert told.exit_code == 0, told.output or told.exception
    assert len(read_corpus(corpus).corpus.services) == before + 1


def test_every_test_that_the_threat_model_names_is_there() -> None:
    tests = {
        path.name: path.read_text(encoding="utf-8") for path in tracked() if "tests" in path.parts
    }
    rows = [
        line for line in document("docs/security.md").splitlines() if line.startswith("| **LLM")
    ]
    missing = []
    for row in rows:
        proof = row.rsplit("|", 2)[1]
        for part in proof.split(";"):
            file = re.search(r"`(test_\w+\.py)`", part)
            names = re.findall(r"`([a-z_]+)`", part)
            if file is None or file[1] not in tests:
                missing.append(part)
                continue
            missing += [name for name in names if f"def test_{name}(" not in tests[file[1]]]

    assert len(rows) == 10
    assert missing == []

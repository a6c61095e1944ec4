"""The container's file is sound, and its commands are those that are tested here."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tiny_corpus import TinyCorpus

from assistant.generation import current_generation
from assistant.settings import ROOT

FILE = ROOT / "deploy" / "Containerfile"
HADOLINT = Path(sys.executable).with_name("hadolint")


def instructions():
    text = re.sub(r"^#.*\n", "", FILE.read_text(), flags=re.MULTILINE).replace("\\\n", " ")
    return [tuple(line.split(None, 1)) for line in text.splitlines() if line.strip()]


def stage():
    """The instructions of the last stage."""
    told = instructions()
    last = max(number for number, (name, _) in enumerate(told) if name == "FROM")
    return told[last:]


@pytest.mark.skipif(not HADOLINT.exists(), reason="hadolint isn't installed on this machine")
def test_a_linter_finds_nothing():
    linted = subprocess.run([HADOLINT, FILE], capture_output=True, text=True, check=False)
    assert (linted.returncode, linted.stdout) == (0, "")


def test_what_runs_is_nobody_and_tells_whether_it_is_ready():
    told = dict(stage())
    assert int(told["USER"]) > 1000
    assert "/readyz" in told["HEALTHCHECK"]
    assert told["CMD"].startswith('["/app/.venv/bin/tienviitta", "serve"')
    assert len([name for name, _ in instructions() if name == "FROM"]) == 2


def test_everything_that_it_copies_is_there_and_every_package_of_ours_is_copied():
    copied = set()
    for name, arguments in instructions():
        if name == "COPY" and "--from" not in arguments:
            copied |= set(arguments.split()[:-1])
    assert [one for one in copied if not (ROOT / one).exists()] == []
    assert {"assistant", "ingest", "api", "evals", "corpus", "tienviitta.py"} <= copied


def makes():
    return [
        command.strip()
        for name, arguments in instructions()
        if name == "RUN"
        for command in arguments.split("&&")
        if command.strip().startswith("make ")
    ]


def test_what_it_makes_can_be_made():
    assert makes() == ["make ingest"]
    for command in makes():
        subprocess.run([*command.split(), "--dry-run"], cwd=ROOT, check=True, capture_output=True)


@pytest.mark.chaos
@pytest.mark.skipif(shutil.which("make") is None, reason="make isn't installed")
def test_what_it_makes_is_an_index(tmp_path):
    corpus = TinyCorpus.write(tmp_path / "corpus").directory
    env = {
        **os.environ,
        "TIENVIITTA_CORPUS": str(corpus),
        "TIENVIITTA_CORPORA": "",
        "TIENVIITTA_INDEX": str(tmp_path / "index"),
    }
    for command in makes():
        subprocess.run(command.split(), cwd=ROOT, env=env, check=True, capture_output=True)
    assert current_generation(tmp_path / "index")

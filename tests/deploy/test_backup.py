"""What is backed up can be restored elsewhere, whole, and answers."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from tiny_corpus import HashEmbedder

from api.feedback import Feedback, FeedbackStore
from assistant.bootstrap import open_assistant
from assistant.dialogue import Ask, Message
from assistant.generation import CURRENT, GENERATIONS, current_generation
from assistant.settings import ROOT, Settings
from ingest.publish import publish
from ingest.read import read_corpus

DAY = date(2026, 11, 24)
ASK = Ask((Message("user", "Mikä on Silta-hanke?"),), as_of=DAY)


@pytest.fixture
def env(tiny, tmp_path):
    index, feedback = tmp_path / "index", tmp_path / "feedback.sqlite"
    publish(read_corpus(tiny.directory).corpus, index, HashEmbedder())
    FeedbackStore(feedback, 180).add(Feedback("", DAY, "a1", "up", comment="Kiitos, hyvä!"))
    return {
        "TIENVIITTA_CORPUS": str(tiny.directory),
        "TIENVIITTA_CORPORA": "",
        "TIENVIITTA_INDEX": str(index),
        "TIENVIITTA_FEEDBACK": str(feedback),
    }


def run(script, *arguments, env=None):
    return subprocess.run(
        ["bash", ROOT / "deploy" / script, *arguments],
        env={**os.environ, "PYTHON": sys.executable, **(env or {})},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_backup_restores_to_another_directory_and_answers(env, tmp_path):
    # Backed up while it serves, and while feedback is being given.
    serving = open_assistant(Settings.from_environment(env), HashEmbedder())
    before = serving.ask(ASK)
    backed = run("backup.sh", tmp_path / "backups", env=env)
    serving.close()
    assert backed.returncode == 0, backed.stderr
    archive = Path(backed.stdout.strip())
    assert archive.stat().st_mode & 0o077 == 0
    assert [path.name for path in (tmp_path / "backups").iterdir()] == [archive.name]
    files = {path: path.read_bytes() for path in Path(env["TIENVIITTA_CORPUS"]).rglob("*.*")}
    for name in ("TIENVIITTA_CORPUS", "TIENVIITTA_INDEX"):
        shutil.rmtree(env[name])
    Path(env["TIENVIITTA_FEEDBACK"]).unlink()

    restored = run("restore.sh", archive, tmp_path / "elsewhere")
    assert restored.returncode == 0, restored.stderr
    told = dict(line.split("=", 1) for line in restored.stdout.split())
    settings = Settings.from_environment(told)
    for path, held in files.items():
        inner = path.relative_to(env["TIENVIITTA_CORPUS"])
        assert (settings.corpus / inner).read_bytes() == held
    (kept,) = FeedbackStore(settings.server.feedback, 180).all(DAY)
    assert (kept.answer_id, kept.comment) == ("a1", "Kiitos, hyvä!")
    assistant = open_assistant(settings, HashEmbedder())
    after = assistant.ask(ASK)
    assistant.close()
    assert (after.text, after.citations) == (before.text, before.citations)
    assert publish(read_corpus(settings.corpus).corpus, settings.index, HashEmbedder()).reused


def test_a_torn_index_is_never_backed_up_as_if_it_were_whole(env, tmp_path):
    index = Path(env["TIENVIITTA_INDEX"])
    torn = index / GENERATIONS / current_generation(index) / "passages.json"
    torn.write_bytes(torn.read_bytes()[:-5])
    backed = run("backup.sh", tmp_path / "backups", env=env)
    assert backed.returncode == 1
    assert "run tienviitta ingest" in backed.stderr
    assert list((tmp_path / "backups").iterdir()) == []
    assert (index / CURRENT).exists()


def test_a_restore_overwrites_nothing(env, tmp_path):
    archive = run("backup.sh", tmp_path / "backups", env=env).stdout.strip()
    (tmp_path / "here").mkdir()
    assert run("restore.sh", archive, tmp_path / "here").returncode == 1
    assert list((tmp_path / "here").iterdir()) == []


def test_an_archive_that_was_cut_off_restores_nothing(env, tmp_path):
    archive = Path(run("backup.sh", tmp_path / "backups", env=env).stdout.strip())
    archive.write_bytes(archive.read_bytes()[:-2000])
    assert run("restore.sh", archive, tmp_path / "elsewhere").returncode != 0
    assert [
        p.name for p in tmp_path.iterdir() if "restore" in p.name or p.name == "elsewhere"
    ] == []


def test_the_page_on_operation_names_the_commands():
    text = (ROOT / "docs" / "operation.md").read_text()
    for name in ("backup.sh", "restore.sh"):
        assert re.search(rf"^\$ .*deploy/{name} ", text, re.MULTILINE)

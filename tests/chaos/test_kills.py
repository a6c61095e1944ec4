"""An ingest that's killed leaves the last good generation serving, and the next one heals."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest
from filelock import FileLock
from served_index import PATH

from assistant.generation import GENERATIONS, current_generation
from assistant.seal import OPENED, check_seal
from assistant.settings import ROOT
from ingest.publish import PublishError

SEED, MOMENTS = 20261124, 20
# Each operation of the swap, and whether the new generation serves after a kill just before it.
SWAP = {
    "before the old generation is deleted": ("shutil.rmtree", f"/{GENERATIONS}/2", True),
    "while the draft is written": ("open", "manifest.json", False),
    "before the digests": ("open", "SHA256SUMS", False),
    "before the draft becomes a generation": ("os.rename", f"/{GENERATIONS}/", False),
    "before the pointer is written": ("open", "CURRENT.new", False),
    "before the pointer is moved": ("os.rename", "/CURRENT", False),
}


@contextmanager
def driver(service):
    """Gives what runs an ingest and kills it."""
    command = [sys.executable, Path(__file__).with_name("kill_driver.py")]
    with subprocess.Popen(
        [*command, service.tiny.directory, service.index],
        env={**os.environ, "PYTHONPATH": PATH, "OMP_NUM_THREADS": "1"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:

        def run(**job):
            process.stdin.write(json.dumps(job) + "\n")
            process.stdin.flush()
            return json.loads(process.stdout.readline())

        yield run
        process.stdin.close()


def test_a_kill_in_the_swap_leaves_one_generation_or_the_other(service):
    with driver(service) as run:
        for name, (event, path, swapped) in SWAP.items():
            before = current_generation(service.index)
            service.change()
            killed = run(event=event, path=path)
            assert killed["code"] == -signal.SIGKILL, name
            assert (current_generation(service.index) != before) == swapped, name
            service.assert_serves()
        assert run()["code"] == 0
    service.assert_healed()


@pytest.mark.chaos
def test_kills_at_twenty_moments(service):
    moments = random.Random(SEED)
    with driver(service) as run:
        service.change()
        whole = min(run()["seconds"] for _ in range(2))
        killed = 0
        for _ in range(MOMENTS):
            service.change()
            killed += run(after=moments.uniform(0.02, 0.95) * whole)["code"] == -signal.SIGKILL
            service.assert_serves()
    assert killed >= MOMENTS * 3 // 4
    service.assert_healed()


@pytest.mark.chaos
def test_a_kill_of_the_true_command_while_it_writes(service, true_embedder, tmp_path):
    index = tmp_path / "true"
    env = {
        **os.environ,
        "TIENVIITTA_CORPUS": str(service.tiny.directory),
        "TIENVIITTA_CORPORA": "",
        "TIENVIITTA_INDEX": str(index),
    }
    command = [sys.executable, "-m", "tienviitta", "ingest"]
    subprocess.run(command, env=env, cwd=ROOT, check=True, capture_output=True)
    good = current_generation(index)
    service.change()
    with subprocess.Popen(
        command, env=env, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        while process.poll() is None:
            if next(index.glob(".draft-*/chroma"), None):
                process.kill()
    assert process.returncode == -signal.SIGKILL
    assert current_generation(index) == good
    check_seal(index / GENERATIONS / good)
    told = subprocess.run(command, env=env, cwd=ROOT, check=True, capture_output=True, text=True)
    assert "1 texts embedded" in " ".join(told.stdout.split())
    assert list(index.glob(".draft-*")) == []


def test_a_second_ingest_is_refused_and_changes_nothing(service):
    before = current_generation(service.index)
    with (
        FileLock(service.index / "ingest.lock"),
        pytest.raises(PublishError, match="wait until it has finished"),
    ):
        service.publish()
    assert current_generation(service.index) == before
    service.assert_healed()


OPEN_AND_DIE = """
import os, signal, sys
from pathlib import Path
from tiny_corpus import HashEmbedder
from assistant.index import Index

embedder = HashEmbedder()
index = Index(Path(sys.argv[1]), embedder.as_langchain(), embedder.name)
index.nearest(embedder.embed_query("x"), 1)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_reader_that_is_killed_leaves_the_generation_as_it_was(service):
    killed = subprocess.run(
        [sys.executable, "-c", OPEN_AND_DIE, service.directory],
        env={**os.environ, "PYTHONPATH": PATH},
        check=False,
    )
    assert killed.returncode == -signal.SIGKILL
    assert len(list(service.directory.glob(f"{OPENED}*"))) == 1
    service.assert_serves()
    assert list(service.directory.glob(f"{OPENED}*")) == []


def test_two_readers_at_once_change_nothing(service):
    first, second = service.open(), service.open()
    for index in (first, second):
        assert index.vectors()
        index.close()
    check_seal(service.directory)
    service.assert_healed()

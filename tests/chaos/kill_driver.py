"""Runs one ingest after another, each in a process of its own that is killed at a given moment.

Every line of standard input is a job: ``{"after": seconds}`` from the ingest's beginning,
``{"event": name, "path": piece}`` at an operation on a file before it's done, or ``{}`` for none. A
line of standard output tells the exit code, the seconds that it took, and the operations on files.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
import time
from pathlib import Path

import chromadb
from tiny_corpus import HashEmbedder

from ingest.publish import publish
from ingest.read import read_corpus

WATCHED = {"open", "os.rename", "os.mkdir", "os.remove", "os.rmdir", "shutil.rmtree"}


def ingest(corpus: Path, index: Path, job: dict, pipe: int) -> None:
    told: list[tuple[str, str]] = []

    def watch(event: str, arguments: tuple) -> None:
        if event not in WATCHED:
            return
        # A rename is told by where it leads.
        path = str(arguments[1 if event == "os.rename" else 0])
        if event == "open" and (str(arguments[1]) in {"r", "rb"} or arguments[1] is None):
            return
        if event == job.get("event") and job["path"] in path:
            os.kill(os.getpid(), signal.SIGKILL)
        if path.startswith(str(index)):
            told.append((event, path))

    sys.addaudithook(watch)
    publish(read_corpus(corpus).corpus, index, HashEmbedder())
    os.write(pipe, str(len(told)).encode())


def run(corpus: Path, index: Path, job: dict) -> dict:
    reading, writing = os.pipe()
    started = time.monotonic()
    child = os.fork()
    if not child:
        code = 1
        try:
            ingest(corpus, index, job, writing)
            code = 0
        finally:
            os._exit(code)
    os.close(writing)
    timer = None
    if "after" in job:
        timer = threading.Timer(job["after"], os.kill, (child, signal.SIGKILL))
        timer.start()
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    seconds = time.monotonic() - started
    if timer:
        timer.cancel()
        timer.join()
    operations = int(os.read(reading, 100) or 0)
    os.close(reading)
    return {"code": code, "seconds": seconds, "operations": operations}


def main() -> None:
    assert chromadb.__version__  # loaded once, before any fork
    corpus, index = Path(sys.argv[1]), Path(sys.argv[2])
    for line in sys.stdin:
        sys.stdout.write(json.dumps(run(corpus, index, json.loads(line))) + "\n")
        sys.stdout.flush()


main()

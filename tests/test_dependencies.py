"""The packages that are installed fit each other, and known vulnerabilities are told of."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib import metadata

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from assistant.settings import ROOT

AUDIT = ROOT / "tools" / "audit.py"
FOUND = {"name": "x", "version": "1", "vulns": [{"id": "PYSEC-1", "fix_versions": ["2"]}]}
CLEAN = {"name": "y", "version": "1", "vulns": []}
SKIPPED = {"name": "z", "skip_reason": "not found"}


def needed():
    """Every requirement of the project and of what it requires, with whose it is."""
    waiting, seen = [("tienviitta", frozenset({"dev", "evals", "otel"}))], set()
    while waiting:
        one = waiting.pop()
        if one in seen:
            continue
        seen.add(one)
        name, extras = one
        for line in metadata.requires(name) or ():
            requirement = Requirement(line)
            chosen = extras or {""}
            if requirement.marker and not any(
                requirement.marker.evaluate({"extra": extra}) for extra in chosen
            ):
                continue
            yield name, requirement
            waiting.append((canonicalize_name(requirement.name), frozenset(requirement.extras)))


def test_what_is_installed_fits_together():
    amiss, looked_at = [], 0
    for owner, requirement in needed():
        looked_at += 1
        try:
            version = metadata.version(requirement.name)
        except metadata.PackageNotFoundError:
            amiss.append(f"{owner} needs {requirement}, which isn't installed")
            continue
        if not requirement.specifier.contains(version, prereleases=True):
            amiss.append(f"{owner} needs {requirement}, but {version} is installed")
    assert amiss == []
    assert looked_at > 100


def audited(tmp_path, output="", error="", code=0):
    stub = tmp_path / "stub.py"
    stub.write_text(
        f"import sys\nsys.stdout.write({output!r})\nsys.stderr.write({error!r})\nsys.exit({code})\n"
    )
    return subprocess.run(
        [sys.executable, AUDIT, sys.executable, stub], capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    ("dependencies", "code", "told"),
    [
        ([CLEAN], 0, "1 releases audited, 0 vulnerabilities known."),
        ([CLEAN, FOUND], 1, "x 1: PYSEC-1, mended in 2"),
        ([CLEAN, SKIPPED], 0, "Not audited, for nothing is known of them: z"),
    ],
)
def test_an_audit_tells_what_is_known(tmp_path, dependencies, code, told):
    output = json.dumps({"dependencies": dependencies, "fixes": []})
    run = audited(tmp_path, output, code=1)
    assert run.returncode == code
    assert told in run.stdout


def test_without_the_advisory_service_the_audit_says_that_it_didnt_happen(tmp_path):
    run = audited(tmp_path, error="requests.exceptions.ConnectionError: Failed to resolve", code=1)
    assert run.returncode == 0
    assert "were NOT audited" in run.stdout


def test_an_audit_that_fails_otherwise_fails(tmp_path):
    run = audited(tmp_path, error="error: no such option", code=2)
    assert run.returncode == 2
    assert "no such option" in run.stdout

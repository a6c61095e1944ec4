"""The unit is one that systemd takes, and lets the service do little else than serve."""

from __future__ import annotations

import shutil
import subprocess
from configparser import RawConfigParser

import pytest

from assistant.settings import ROOT, Settings

UNIT = ROOT / "deploy" / "tienviitta.service"
MOST_EXPOSED = 20
needs_systemd = pytest.mark.skipif(
    shutil.which("systemd-analyze") is None, reason="systemd-analyze isn't installed"
)


def unit():
    lines: dict[str, list[str]] = {}
    parser = RawConfigParser(strict=False)
    parser.optionxform = str
    parser.read_string(UNIT.read_text())
    for line in UNIT.read_text().splitlines():
        if "=" in line and not line.startswith("#"):
            name, value = line.split("=", 1)
            lines.setdefault(name, []).append(value)
    assert parser.sections() == ["Unit", "Service", "Install"]
    return lines


def test_it_runs_as_nobody_and_writes_only_its_own_state():
    told = unit()
    assert told["DynamicUser"] == ["yes"]
    assert told["ProtectSystem"] == ["strict"]
    assert told["NoNewPrivileges"] == ["yes"]
    assert told["CapabilityBoundingSet"] == [""]


def test_what_it_sets_are_settings_and_its_commands_are_the_command_line():
    told = unit()
    environment = dict(line.split("=", 1) for line in told["Environment"])
    settings = Settings.from_environment(environment)
    assert settings.index.is_relative_to("/var/lib/tienviitta")
    assert settings.server.feedback.is_relative_to("/var/lib/tienviitta")
    for line in (*told["ExecStart"], *told["ExecStartPre"]):
        words = line.removeprefix("-").split()
        assert words[0] == "/opt/tienviitta/.venv/bin/tienviitta"
        assert words[1] in {"serve", "ingest"}


@needs_systemd
def test_systemd_takes_it(tmp_path):
    here = tmp_path / "tienviitta.service"
    here.write_text(UNIT.read_text().replace("/opt/tienviitta", str(ROOT)))
    checked = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", here],
        capture_output=True,
        text=True,
        check=False,
    )
    assert [line for line in checked.stderr.splitlines() if "tienviitta.service" in line] == []


@needs_systemd
def test_systemd_finds_it_hardly_exposed():
    command = ["systemd-analyze", "security", "--offline=yes", f"--threshold={MOST_EXPOSED}"]
    checked = subprocess.run([*command, UNIT], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout[-300:] + checked.stderr

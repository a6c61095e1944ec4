"""Look the pinned releases up among known vulnerabilities, where those can be reached.

Exit codes: 0 none is known, or nobody could be asked; 1 some are; 2 the audit itself failed.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
UNREACHABLE = re.compile(r"Connection\w*Error|Timeout|NameResolution|ProxyError|SSLError|503|502")
ADVICE = "run `make audit` where api.osv.dev can be reached, before a release"


def audit(command: list[str]) -> int:
    """Run pip-audit and tell in a few lines what came of it.

    Args:
        command: How pip-audit is called; what it's to look up is added.

    Returns:
        The exit code.
    """
    wanted = ["-r", str(ROOT / "constraints.txt"), "--no-deps", "--disable-pip"]
    told = subprocess.run(  # noqa: S603 - our own words
        [*command, *wanted, "-s", "osv", "-f", "json", "--progress-spinner", "off"],
        capture_output=True,
        text=True,
        check=False,
    )
    try:
        found = json.loads(told.stdout)["dependencies"]
    except (ValueError, KeyError, TypeError):
        return _failed(told.stderr)
    skipped = [one["name"] for one in found if "skip_reason" in one]
    faults = [
        f"{one['name']} {one['version']}: {fault['id']}, mended in "
        f"{', '.join(fault['fix_versions']) or 'no release yet'}"
        for one in found
        for fault in one.get("vulns", ())
    ]
    for line in faults:
        _tell(line)
    if skipped:
        _tell(f"Not audited, for nothing is known of them: {', '.join(skipped)}; {ADVICE}.")
    _tell(f"{len(found) - len(skipped)} releases audited, {len(faults)} vulnerabilities known.")
    return 1 if faults else 0


def _failed(error: str) -> int:
    last = error.strip().splitlines()[-1:] or ["it said nothing"]
    if UNREACHABLE.search(error):
        _tell(f"Dependencies were NOT audited, the advisory service can't be reached; {ADVICE}.")
        return 0
    _tell(f"pip-audit failed: {last[0]}")
    return 2


def _tell(line: str) -> None:
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    sys.exit(audit(sys.argv[1:] or [str(ROOT / ".venv" / "bin" / "pip-audit")]))

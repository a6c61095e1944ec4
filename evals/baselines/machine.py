"""The machine that times were taken on, and whether others used it."""

from __future__ import annotations

import os
import platform
from dataclasses import dataclass
from pathlib import Path

QUIET = 0.3
"""The most processes that may have waited on average, ours not yet among them."""
CPUS = Path("/proc/cpuinfo")


@dataclass(frozen=True, slots=True)
class Machine:
    """A machine before it's measured on.

    Attributes:
        processor: Its name.
        cores: How many processors this process may use.
        load: Processes that ran or waited in the last minute, on average; ``None`` where the system
            doesn't tell.
    """

    processor: str
    cores: int
    load: float | None

    @property
    def is_quiet(self) -> bool:
        """Whether nothing much else ran; an unknown load counts as quiet."""
        return self.load is None or self.load <= QUIET

    def __str__(self) -> str:
        """The machine in a line."""
        cores = f"{self.cores} cores" if self.cores > 1 else "1 core"
        if self.load is None:
            return f"{self.processor}, {cores}"
        used = "quiet" if self.is_quiet else "used by others, so times are rough"
        return f"{self.processor}, {cores}, {used} (load {self.load:.1f} before)"


def this_machine() -> Machine:
    """Look at this machine."""
    try:
        load: float | None = os.getloadavg()[0]
    except OSError:
        load = None
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return Machine(_processor(), cores or 1, load)


def _processor() -> str:
    try:
        lines = CPUS.read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.processor() or platform.machine())

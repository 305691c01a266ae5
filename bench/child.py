"""Programs run and watched from outside: how long they take and how much memory they come to hold."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

GIAOBAN = Path(sys.executable).with_name("giaoban")
# VmHWM begins anew with the program, where ru_maxrss would carry over what the parent held when it forked.
WATCHED = """
import sys
from giaoban.server.main import main
try:
    main(standalone_mode=False)
finally:
    peak = next(line for line in open("/proc/self/status") if line.startswith("VmHWM"))
    print(peak.split()[1], file=sys.stderr)
"""


def seconds(command: Sequence[str | Path], times: int = 7, *, ends_with: int = 0) -> float:
    """The best of some runs, wall clock; a run that ends with another status is no run to be proud of.

    Raises CalledProcessError.
    """
    return min(_timed(command, ends_with) for _ in range(times))


def peak_megabytes(arguments: Sequence[str | Path]) -> float:
    """The most memory that `giaoban` with these arguments ever held."""
    done = subprocess.run([sys.executable, "-c", WATCHED, *arguments], capture_output=True, text=True, check=True)
    return int(done.stderr.split()[-1]) / 1024


def _timed(command: Sequence[str | Path], ends_with: int) -> float:
    began = time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    spent = time.perf_counter() - began
    if done.returncode != ends_with:
        raise subprocess.CalledProcessError(done.returncode, command, stderr=done.stderr)
    return spent

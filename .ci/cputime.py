#!/usr/bin/env python3
"""Compares the processor time of two commands: user and system, the minimum of some runs in turns.

    cputime.py RUNS LABEL AIM SIDE -- SIDE [-- SIDE]      (a side is NAME [stdin=FILE] COMMAND...)

Of three sides, the last is what the first does besides the work that is compared with the second.

The minimum is what a machine that does other things too disturbs least. Peak memory is that of the
largest process; a command that cannot be started is an error. AIM is the ratio to reach, or '-'.
"""

import os
import sys
from itertools import groupby


def parse(words: list[str]) -> tuple[str, str, list[str]]:
    """Splits a side into its name, the file for its standard input, and the command."""
    name, *command = words
    source = os.devnull
    if command and command[0].startswith("stdin="):
        source = command.pop(0).removeprefix("stdin=")
    return name, source, command


def run(source: str, command: list[str]) -> tuple[float, float]:
    """Runs a command silently; its processor time in milliseconds and its peak memory in MiB.

    The memory of a small command is that of this program at its start, which no other can undercut.
    """
    source_fd, null = os.open(source, os.O_RDONLY), os.open(os.devnull, os.O_WRONLY)
    places = [(source_fd, 0), (null, 1), (null, 2)]
    actions = [(os.POSIX_SPAWN_DUP2, opened, place) for opened, place in places]
    try:
        process = os.posix_spawnp(command[0], command, os.environ, file_actions=actions)
    except OSError as error:
        sys.exit(f"error: '{command[0]}' cannot be started: {error.strerror}")
    os.close(source_fd)
    os.close(null)
    _, status, usage = os.wait4(process, 0)
    code = os.waitstatus_to_exitcode(status)
    # 0 and 1 are verdicts, of other programs too; with anything else there was no work to measure.
    if code not in (0, 1):
        sys.exit(f"error: '{' '.join(command)}' ended with {code}")
    return (usage.ru_utime + usage.ru_stime) * 1000, usage.ru_maxrss / 1024


def main() -> None:
    runs, label, aim, *rest = sys.argv[1:]
    sides = [parse(list(words)) for is_end, words in groupby(rest, "--".__eq__) if not is_end]
    best = [(float("inf"), 0.0)] * len(sides)
    for _ in range(int(runs)):
        for index, (_, source, command) in enumerate(sides):
            best[index] = min(best[index], run(source, command))
    print(label)
    for (name, _, _), (time, peak) in zip(sides, best):
        print(f"  {name:<42} {time:9.1f} ms CPU, peak {peak:7.1f} MiB")
    work = best[0][0] - sum(time for time, _ in best[2:])
    ratio = work / best[1][0] if best[1][0] else float("inf")
    print(f"  {'ratio':<42} {ratio:9.2f}" + ("" if aim == "-" else f" (aim: at most {aim})"))


if __name__ == "__main__":
    main()

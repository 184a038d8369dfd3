#!/usr/bin/env python3
"""Lists the functions that checks call: order.py PROGRAM OUTPUT, PROGRAM with its symbols.

What a run calls is a third of the program, spread over all of it, and the system loads sixteen pages
around each page that is touched. Linked side by side, the same functions take much less memory. The
list is sorted and the program hashes alike in each run here, so that two runs list the same.
"""

import bisect
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
DAY = "2026-11-21"


def repository(folder: pathlib.Path, examples: dict[str, str]) -> pathlib.Path:
    """A repository with examples at some places; the policy of the first stands at its root."""
    for name, place in examples.items():
        shutil.copytree(ROOT / "examples" / name, folder / place, dirs_exist_ok=True)
        for file in ("modelgate.yml", "modelgate-waivers.yml"):
            if place != ".":
                (folder / place / file).unlink(missing_ok=True)
    if not (folder / "modelgate.yml").exists():
        shutil.copy(ROOT / "examples" / next(iter(examples)) / "modelgate.yml", folder)
    stamp = f"{DAY}T12:00:00Z"
    environment = os.environ | {"GIT_AUTHOR_DATE": stamp, "GIT_COMMITTER_DATE": stamp}
    git = ["git", "-C", str(folder), "-c", "user.name=a", "-c", "user.email=a@example.org"]
    for words in (["init", "--quiet"], ["add", "--all"], ["commit", "--quiet", "--message", "a"]):
        subprocess.run([*git, *words], check=True, env=environment)
    return folder


def symbols(program: str) -> tuple[list[int], list[list[str]]]:
    """The addresses of the functions of a program, in order, and their names."""
    names: dict[int, list[str]] = {}
    listing = subprocess.run(["nm", program], check=True, capture_output=True, text=True).stdout
    for line in listing.splitlines():
        words = line.split(maxsplit=2)
        if len(words) == 3 and words[1] in "tTwWV":
            names.setdefault(int(words[0], 16), []).append(words[2])
    addresses = sorted(names)
    return addresses, [names[address] for address in addresses]


def called(program: str, arguments: list[str], work: pathlib.Path) -> set[int]:
    """The addresses of the instructions that a run takes."""
    profile = work / "profile"
    run = subprocess.run(
        ["valgrind", "--quiet", "--tool=callgrind", "--dump-instr=yes",
         f"--callgrind-out-file={profile}", program, *arguments],
        env=os.environ | {"SWIFT_DETERMINISTIC_HASHING": "1"}, capture_output=True, text=True,
    )
    # Which verdict does not matter.
    if run.returncode not in (0, 1, 3):
        sys.exit(f"error: '{' '.join(arguments)}' ended with {run.returncode}\n{run.stderr}")
    addresses: set[int] = set()
    address = 0
    with open(profile, errors="replace") as lines:
        for line in lines:
            # Absolute, or relative to the line before; `*` is the same address.
            match = re.match(r"(?:([+-])(\d+)|0x([0-9a-f]+)|\*) ", line)
            if not match:
                continue
            if match[3]:
                address = int(match[3], 16)
            elif match[1]:
                address += int(match[2]) * (1 if match[1] == "+" else -1)
            addresses.add(address)
    return addresses


def main() -> None:
    program, output = sys.argv[1:]
    addresses, names = symbols(program)
    listed: set[str] = set()
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        one = repository(work / "one", {"credit-scoring": "."})
        names_of_all = ["credit-scoring", "recruiting-screening", "ticket-router"]
        many = repository(work / "many", {name: f"models/{name}" for name in names_of_all})
        runs = [["check", "--repo", str(one), "--output", form] for form in ("console", "json", "junit")]
        runs += [["check", "--repo", str(many), *more] for more in ([], ["--pack", "essentials"])]
        for run in runs:
            found = called(program, [*run, "--as-of", DAY, "--jobs", "1"], work)
            for address in found:
                listed.update(names[bisect.bisect_right(addresses, address) - 1])
    pathlib.Path(output).write_text("".join(f"{name}\n" for name in sorted(listed)))


main()

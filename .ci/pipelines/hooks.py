#!/usr/bin/env python3
"""Installs the wheel and runs the hooks as people do: with pip, pre-commit and git, without a network."""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

from expect import expect, finish
from sample import ENVIRONMENT, ROOT, Sample, drop_card

PACKAGING = ROOT / ".ci/packaging"
VERSION = re.search(
    r'static let number = "([^"]+)"', (ROOT / "Sources/modelgate/RequestBuilding.swift").read_text()
)[1]
CONFIGURATION = """\
repos:
  - repo: {mirror}
    rev: v{version}
    hooks:
      - id: modelgate
      - id: modelgate-pre-push
"""


def run(*command, cwd=None, **environment: str):
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env={**ENVIRONMENT, **environment}, capture_output=True, text=True
    )
    return done.returncode, done.stdout + done.stderr


def make_wheel(folder: pathlib.Path, program: str) -> pathlib.Path:
    """The wheel as releases have it, but for the program: a shell script that starts the one given."""
    shim = folder / "modelgate"
    shim.write_text(f'#!/bin/sh\nexec {program} "$@"\n')
    wheels = folder / "wheels"
    wheels.mkdir()
    status, text = run(
        sys.executable, PACKAGING / "wheel.py", shim, VERSION, ROOT / "LICENSE", wheels, SOURCE_DATE_EPOCH="1"
    )
    expect(status == 0, "the wheel is made", text)
    return wheels


def check_wheel(folder: pathlib.Path, wheels: pathlib.Path) -> None:
    place = folder / "fresh"
    run(sys.executable, "-m", "venv", place)
    pip = [place / "bin/pip", "--disable-pip-version-check"]
    before = {path for path in place.rglob("*") if "__pycache__" not in path.parts}
    status, text = run(*pip, "install", "--no-index", "--find-links", wheels, "modelgate")
    expect(status == 0, "pip installs the wheel", text)
    status, text = run(place / "bin/modelgate", "--version")
    expect(status == 0 and text.strip() == f"modelgate {VERSION}", "the installed program runs", text)
    status, text = run(*pip, "check")
    expect(status == 0, "pip check finds nothing", text)
    status, text = run(*pip, "uninstall", "--yes", "modelgate")
    expect(status == 0, "pip uninstalls it", text)
    left = {path for path in place.rglob("*") if "__pycache__" not in path.parts} - before
    expect(not left, "nothing of it is left", "\n".join(map(str, left)))


def make_mirror(folder: pathlib.Path) -> pathlib.Path:
    mirror = folder / "mirror"
    run(sys.executable, PACKAGING / "mirror.py", VERSION, mirror)
    for command in (
        ["init", "--quiet"], ["add", "--all"], ["commit", "--quiet", "-m", "release"], ["tag", f"v{VERSION}"],
    ):
        run("git", "-C", mirror, *command)
    return mirror


def check_pre_commit(folder: pathlib.Path, wheels: pathlib.Path) -> None:
    sample = Sample(folder)
    mirror = make_mirror(folder)
    (sample.work / ".pre-commit-config.yaml").write_text(
        CONFIGURATION.format(mirror=f"file://{mirror}", version=VERSION)
    )
    # Setuptools builds the mirror's empty package; it was put beside the other tools.
    links = f"{wheels} {os.environ['PIPELINE_WHEELS']}"
    offline = {
        "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": links, "PRE_COMMIT_HOME": str(folder / "cache"),
        "PATH": os.environ["PATH"],
    }
    status, text = run("pre-commit", "validate-manifest", mirror / ".pre-commit-hooks.yaml")
    expect(status == 0, "the mirror's hooks are valid", text)
    status, text = run(
        "pre-commit", "install", "--install-hooks", "-t", "pre-commit", "-t", "pre-push", cwd=sample.work, **offline
    )
    expect(status == 0, "pre-commit installs the hooks from the mirror", text)
    git = ["git", "-c", "protocol.file.allow=always", "-C", sample.work]
    run(*git, "add", "--all")
    status, text = run(*git, "commit", "-m", "good", **offline)
    expect(status == 0, "a good commit is made", text)
    status, text = run(*git, "push", "origin", "main", **offline)
    expect(status == 0, "a good push arrives", text)
    drop_card(sample.work)
    status, text = run(*git, "commit", "--all", "-m", "bad", **offline)
    expect(status != 0 and "FAIL" in text, "a commit --all without the card is refused", text)
    run(*git, "commit", "--all", "--no-verify", "-m", "bad", **offline)
    status, text = run(*git, "push", "origin", "main", **offline)
    expect(status != 0 and "FAIL" in text, "what was committed around the hook is not pushed", text)


def main() -> None:
    program = sys.argv[1]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        wheels = make_wheel(folder, program)
        check_wheel(folder, wheels)
        status, text = run(program, "hook", "--help")
        if "USAGE: modelgate hook" in text:
            (folder / "sample").mkdir()
            check_pre_commit(folder / "sample", wheels)
        else:
            print("SKIPPED: the hooks, because this program has no verb 'hook'", file=sys.stderr)
    finish("hooks")


if __name__ == "__main__":
    main()

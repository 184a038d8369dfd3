#!/usr/bin/env python3
"""Runs the workflows with act, without containers, on repositories and events made here.

Actions of others are replaced by stubs of the same name: the one for actions/checkout fetches from a
repository on disk as the real one does from GitHub.
"""

import hashlib
import http.server
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import threading

from expect import expect, finish
from hooks import make_wheel
from sample import DAY, ENVIRONMENT, ROOT, Sample, add_note, drop_card, weaken

STUBS = ROOT / ".ci/pipelines/stubs"
OWN = "modelgate/modelgate@" + "0" * 40
# A workflow around the action that shows its outputs, also when it fails.
PROBE = """\
on: [pull_request, pull_request_target, merge_group, push]
jobs:
  modelgate:
    name: modelgate
    runs-on: ubuntu-latest
    steps:
      - uses: CHECKOUT
        with: {fetch-depth: DEPTH, ref: "REF"}
      - id: gate
        uses: OWN
        with: {as-of: "DAY"}
      - if: always()
        env:
          OUTPUTS: ${{ toJSON(steps.gate.outputs) }}
        run: echo "outputs $(echo $OUTPUTS)"
"""


def pins(own: pathlib.Path) -> dict:
    """Every action that the workflows use, and the folder that stands for it."""
    used = set()
    for path in [*ROOT.glob("templates/ci/github/*.yml"), *ROOT.glob(".github/workflows/gate.yml")]:
        used |= set(re.findall(r"uses: (\S+@[0-9a-f]{40})", path.read_text()))
    stubs = {"actions/checkout": "checkout", "github/codeql-action": "code-scanning", "modelgate/modelgate": None}
    found = {}
    for use in used:
        name, commit = use.split("@")
        name = "/".join(name.split("/")[:2])
        stub = stubs.get(name, "keep")
        found[f"{name}@{commit}"] = str(STUBS / stub) if stub else str(own)
    return found


class Runner:
    def __init__(self, folder: pathlib.Path, program: str):
        self.folder, self.count, self.path = folder, 0, os.environ["PATH"]
        self.bin = folder / "bin"
        self.bin.mkdir()
        # The day is an input of the verdict; the examples are judged on theirs.
        shim = self.bin / "modelgate"
        shim.write_text(
            '#!/bin/sh\nset -e\nif [ "$1" = check ]; then case "$*" in *--as-of*) ;; '
            f'*) set -- "$@" --as-of {DAY};; esac; fi\nexec {program} "$@"\n'
        )
        shim.chmod(0o755)
        # The runner copies the folder of an action; this one has nothing else.
        own = folder / "action"
        own.mkdir()
        shutil.copy(ROOT / "action.yml", own)
        self.local = [
            flag for name, stub in pins(own).items() for flag in ("--local-repository", f"{name}={stub}")
        ]

    def run(self, event: str, payload: dict, workflow: str, sample: Sample, ref: str, **variables: str):
        """Exit status, log and outputs of one run."""
        self.count += 1
        place = self.folder / f"run-{self.count}"
        (place / ".github/workflows").mkdir(parents=True)
        (place / ".github/workflows/modelgate.yml").write_text(workflow)
        shutil.copy(ROOT / ".github/workflows/gate.yml", place / ".github/workflows")
        (place / "event.json").write_text(json.dumps(payload))
        git = ["git", "-C", str(place)]
        subprocess.run([*git, "init", "--quiet"], check=True, env=ENVIRONMENT)
        subprocess.run([*git, "remote", "add", "origin", "https://github.com/o/r"], check=True, env=ENVIRONMENT)
        subprocess.run([*git, "commit", "--quiet", "--allow-empty", "-m", "x"], check=True, env=ENVIRONMENT)
        config = self.folder / f"gitconfig-{self.count}"
        config.write_text(f'[url "file://{sample.server}"]\n\tinsteadOf = https://github.com/o/r\n')
        given = {"STUB_REMOTE": f"file://{sample.server}", "STUB_REF": ref, "GIT_CONFIG_GLOBAL": str(config), **variables}
        settings = [flag for name, value in given.items() for flag in ("--env", f"{name}={value}")]
        environment = {
            **ENVIRONMENT, "PATH": f"{self.bin}:{self.path}", "XDG_CACHE_HOME": str(self.folder / "cache"),
            "HOME": str(self.folder),
        }
        done = subprocess.run(
            [
                "act", event, "--workflows", ".github/workflows/modelgate.yml", "--eventpath", "event.json",
                "--platform", "ubuntu-latest=-self-hosted", "--no-skip-checkout",
                "--artifact-server-path", str(self.folder / "artifacts"), *self.local, *settings,
            ],
            cwd=place, env=environment, capture_output=True, text=True, timeout=300,
        )
        log = done.stdout + done.stderr
        shown = re.search(r"outputs (\{.*\})", log)
        return done.returncode, log, json.loads(shown[1]) if shown else {}


def pull_request(number: int, head: str, fork: bool = False) -> dict:
    return {
        "number": number, "repository": {"full_name": "o/r"},
        "pull_request": {
            "number": number, "base": {"ref": "main"},
            "head": {"sha": head, "ref": f"pull-{number}", "repo": {"full_name": "else/r" if fork else "o/r"}},
        },
    }


def merge_group() -> dict:
    return {"merge_group": {"base_ref": "refs/heads/main", "head_ref": "refs/heads/queue", "base_sha": "0" * 40}}


def template(name: str) -> str:
    return (ROOT / f"templates/ci/github/{name}.yml").read_text()


def probe(depth: int, ref: str = "") -> str:
    checkout = re.search(r"actions/checkout@[0-9a-f]{40}", template("main"))[0]
    values = {"CHECKOUT": checkout, "DEPTH": str(depth), "REF": ref, "OWN": OWN, "DAY": DAY}
    return re.sub("|".join(values), lambda match: values[match[0]], PROBE)


def check_pull_requests(runner: Runner, sample: Sample) -> None:
    good, bad, weak = (sample.pull_request(n, c) for n, c in ((1, add_note), (2, drop_card), (3, weaken)))
    cases = [
        ("a good pull request", 1, good, False, True), ("one without a card", 2, bad, False, False),
        ("one with a weaker policy", 3, weak, False, False), ("one of a fork", 1, good, True, True),
        ("a weak one of a fork", 3, weak, True, False),
    ]
    for what, number, head, fork, passes in cases:
        event, ref = pull_request(number, head, fork), f"refs/pull/{number}/merge"
        status, log, _ = runner.run("pull_request", event, template("pull-request"), sample, ref)
        expect((status == 0) == passes, f"pull_request: {what}", log)
        uploaded = "uploaded to code scanning" in log
        expect(uploaded != fork, f"pull_request: {what}: only this repository uploads to code scanning", log)
        expect("kept: modelgate-out/evidence.tar.gz" in log, f"pull_request: {what}: evidence is kept", log)
        status, log, _ = runner.run(
            "pull_request_target", event, template("pull-request-target"), sample, "refs/heads/main"
        )
        expect((status == 0) == passes, f"pull_request_target: {what}", log)
    moved = pull_request(1, weak)
    status, log, _ = runner.run(
        "pull_request_target", moved, template("pull-request-target"), sample, "refs/heads/main"
    )
    expect(status != 0 and "run the job again" in log, "pull_request_target: a merge commit of another head", log)

    for depth in (1, 2, 0):
        for ref in ("", weak):
            event = pull_request(3, weak)
            status, log, outputs = runner.run("pull_request", event, probe(depth, ref), sample, "refs/pull/3/merge")
            what = f"depth {depth}, {'head.sha' if ref else 'merge commit'}: the policy is that of the target"
            expect(status != 0 and outputs.get("verdict") == "fail" and outputs.get("exit-code") == "1", what, log)
    status, log, outputs = runner.run(
        "pull_request", pull_request(3, weak), probe(1, weak), sample, "refs/pull/3/merge", STUB_OFFLINE="1"
    )
    expect(outputs.get("exit-code") == "2" and not outputs.get("verdict"), "no policy, no verdict", log)
    status, log, outputs = runner.run("pull_request", pull_request(1, good), probe(2), sample, "refs/pull/1/merge")
    expect(status == 0 and outputs.get("verdict") == "pass", "the outputs of a pass", log)
    expect(bool(re.fullmatch("[0-9a-f]{64}", outputs.get("evidence-digest", ""))), "the evidence has a digest", log)
    expect(outputs.get("report") == "modelgate-out/report.json", "the report has a path", log)
    expect(outputs.get("failed") == "0" and outputs.get("undecided") == "0", "failed and undecided are counted", log)


def check_other_events(runner: Runner, sample: Sample) -> None:
    status, log, _ = runner.run("merge_group", merge_group(), template("merge-queue"), sample, "refs/pull/1/merge")
    expect(status == 0, "merge_group: a good group", log)
    status, log, _ = runner.run("merge_group", merge_group(), template("merge-queue"), sample, "refs/pull/3/merge")
    expect(status != 0, "merge_group: a group with a weaker policy", log)
    for name, event in (("main", "push"), ("release", "push"), ("scheduled", "schedule")):
        ref = "refs/tags/v1" if name == "release" else "refs/heads/main"
        status, log, _ = runner.run(event, {"ref": ref}, template(name), sample, "refs/heads/main")
        expect(status == 0, f"{name}: a good commit", log)
        status, log, _ = runner.run(event, {"ref": ref}, template(name), sample, "refs/heads/pull-2")
        expect(status != 0, f"{name}: a commit without a card", log)


CALLER = """\
on: [pull_request]
jobs:
  gate:
    uses: ./.github/workflows/gate.yml
    with: {index-url: "INDEX", wheel-sha256: "HASH"}
"""


def check_reusable_workflow(runner: Runner, sample: Sample) -> None:
    caller = CALLER.replace("INDEX", "").replace("HASH", "")
    for number, passes in ((1, True), (2, False), (3, False)):
        head = sample.git("rev-parse", f"pull-{number}")
        event, ref = pull_request(number, head), f"refs/pull/{number}/merge"
        status, log, _ = runner.run("pull_request", event, caller, sample, ref)
        expect((status == 0) == passes, f"gate.yml: pull request {number}", log)


def check_installation(runner: Runner, sample: Sample, folder: pathlib.Path) -> None:
    """The program comes from an index on this machine, by uv and by pip, and only with its own hash."""
    wheels = make_wheel(folder, str(runner.bin / "modelgate"))
    (wheel,) = wheels.iterdir()
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    index = folder / "index/simple/modelgate"
    index.mkdir(parents=True)
    shutil.copy(wheel, index)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Quiet)
    server.folder = str(folder / "index")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{server.server_address[1]}/simple/"
    hidden, runner.bin = runner.bin, folder / "empty"
    without_uv = folder / "without-uv"
    without_uv.mkdir()
    for tool in ("act", "python3"):
        (without_uv / tool).symlink_to(shutil.which(tool))
    event = pull_request(1, sample.git("rev-parse", "pull-1"))
    everything = runner.path
    for name, path in (("uv", everything), ("pip", f"{without_uv}:/usr/bin:/bin")):
        runner.path = path
        for given, passes in ((digest, True), ("0" * 64, False), ("", True)):
            caller = CALLER.replace("INDEX", url).replace("HASH", given)
            status, log, _ = runner.run("pull_request", event, caller, sample, "refs/pull/1/merge")
            expect((status == 0) == passes, f"installed by {name}, hash {given[:4] or 'not given'}", log)
    runner.bin, runner.path = hidden, everything
    server.shutdown()


class Quiet(http.server.SimpleHTTPRequestHandler):
    """An index of one folder, without a log."""

    def __init__(self, *arguments, **named):
        super().__init__(*arguments, directory=arguments[2].folder, **named)

    def log_message(self, *_):
        pass


def check_first_adoption(runner: Runner, folder: pathlib.Path) -> None:
    sample = Sample(folder)
    files = [*sample.work.rglob("ai-system.yml"), sample.policy]
    kept = {path: path.read_bytes() for path in files if path.exists()}
    for path in kept:
        path.unlink()
    sample.commit("before")
    sample.push("main:main")

    def adopt(_):
        for path, data in kept.items():
            path.write_bytes(data)

    def adopt_weakly(work):
        adopt(work)
        weaken(work)

    good = sample.pull_request(1, adopt)
    status, log, outputs = runner.run("pull_request", pull_request(1, good), probe(0), sample, "refs/pull/1/merge")
    expect(status == 0 and outputs.get("verdict") == "pass", "first adoption: a good start passes", log)
    bad = sample.pull_request(2, adopt_weakly)
    status, log, outputs = runner.run("pull_request", pull_request(2, bad), probe(0), sample, "refs/pull/2/merge")
    expect(outputs.get("verdict") == "fail", "first adoption: its own weak policy does not count yet", log)


def main() -> None:
    program = sys.argv[1]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        runner = Runner(folder, program)
        for part in ("first", "adoption", "installation"):
            (folder / part).mkdir()
        sample = Sample(folder / "first")
        check_pull_requests(runner, sample)
        check_other_events(runner, sample)
        check_first_adoption(runner, folder / "adoption")
        check_reusable_workflow(runner, sample)
        check_installation(runner, sample, folder / "installation")
    finish("github")


if __name__ == "__main__":
    main()

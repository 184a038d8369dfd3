#!/usr/bin/env python3
"""Runs the component for GitLab as a runner does: its script under a shell, with the CI_* variables."""

import json
import pathlib
import re
import subprocess
import sys
import tempfile

from expect import expect, finish
from ruamel.yaml import YAML
from sample import DAY, ENVIRONMENT, ROOT, Sample, add_note, drop_card, weaken

COMPONENT = ROOT / "templates/ci/gitlab/gate.yml"


def resolve(text: str, given: dict) -> str:
    """The second document of a component, with its inputs put in; refuses what GitLab would refuse."""
    head, body = re.split(r"^---\n", text, maxsplit=1, flags=re.MULTILINE)
    inputs = YAML(typ="safe").load(head)["spec"]["inputs"]
    for name in given:
        if name not in inputs:
            raise ValueError(f"there is no input '{name}'")

    def value(match):
        name = match[1]
        if name not in inputs:
            raise ValueError(f"the input '{name}' is not declared")
        found = given.get(name, inputs[name].get("default"))
        if "regex" in inputs[name] and not re.search(inputs[name]["regex"], str(found)):
            raise ValueError(f"the input '{name}' does not match its pattern: {found}")
        return found if isinstance(found, str) else json.dumps(found)

    unused = [name for name in inputs if f"inputs.{name} ]]" not in body]
    if unused:
        raise ValueError(f"inputs that nothing uses: {unused}")
    return re.sub(r"\$\[\[ inputs\.([\w-]+) \]\]", value, body)


class Runner:
    """One job of one pipeline."""

    def __init__(self, sample: Sample, program: str, folder: pathlib.Path):
        self.sample, self.folder, self.count = sample, folder, 0
        self.bin = folder / "bin"
        self.bin.mkdir()
        # The day is an input of the verdict; the examples are judged on theirs.
        shim = self.bin / "modelgate"
        shim.write_text(
            '#!/bin/sh\ncase "$*" in *--as-of*) ;; *) set -- "$@" --as-of '
            f'{DAY};; esac\nexec {program} "$@"\n'
        )
        shim.chmod(0o755)

    def run(self, revision: str, inputs: dict, **variables: str):
        """The exit status, what was printed, and the folder of the job."""
        self.count += 1
        job = self.folder / f"job-{self.count}"
        subprocess.run(["git", "clone", "--quiet", self.sample.server, job], check=True, env=ENVIRONMENT)
        subprocess.run(["git", "fetch", "--quiet", "origin", revision], cwd=job, check=True, env=ENVIRONMENT)
        subprocess.run(["git", "checkout", "--quiet", revision], cwd=job, check=True, env=ENVIRONMENT)
        script = YAML(typ="safe").load(resolve(COMPONENT.read_text(), inputs))["modelgate"]["script"]
        environment = {
            **ENVIRONMENT, "PATH": f"{self.bin}:{ENVIRONMENT['PATH']}", "CI": "true", "GITLAB_CI": "true",
            "CI_COMMIT_SHA": revision, "CI_PROJECT_DIR": str(job), "CI_JOB_URL": "https://example.org/-/jobs/1",
            "CI_PIPELINE_CREATED_AT": f"{DAY}T10:00:00Z", **variables,
        }
        done = subprocess.run(
            ["sh", "-c", "\n".join(script)], cwd=job, env=environment, capture_output=True, text=True
        )
        return done.returncode, done.stdout + done.stderr, job


def merge_request(target: str = "main") -> dict:
    return {
        "CI_PIPELINE_SOURCE": "merge_request_event", "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": target,
    }


def main() -> None:
    program = sys.argv[1]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        sample = Sample(folder)
        runner = Runner(sample, program, folder)
        base = sample.git("rev-parse", "main")

        status, text, job = runner.run(base, {})
        expect(status == 0, "a good branch passes", text)
        reports = ["junit.xml", "codequality.json", "annotations.json", "report.json", "evidence.tar.gz"]
        for report in reports:
            expect((job / "modelgate-out" / report).is_file(), f"the job leaves {report}")
        annotations = json.loads((job / "modelgate-out/annotations.json").read_text())
        expect(annotations["modelgate"][0]["external_link"]["url"].startswith("https://"), "the report is linked")

        status, text, _ = runner.run(sample.pull_request(1, add_note), {}, **merge_request())
        expect(status == 0, "a good merge request passes", text)
        status, text, _ = runner.run(sample.pull_request(2, drop_card), {}, **merge_request())
        expect(status == 1, "a merge request without a card fails", text)
        status, text, _ = runner.run(sample.pull_request(3, weaken), {}, **merge_request())
        expect(status == 1, "a merge request cannot bring a weaker policy", text)
        status, text, _ = runner.run(base, {}, **merge_request("gone"))
        expect(status == 2 and "cannot be read" in text, "without a target branch there is no verdict", text)

        # The policy was weak when the branch began, and has become strict since.
        sample.git("checkout", "--quiet", "main")
        strict = sample.policy.read_text()
        weaken(sample.work)
        old = sample.commit("weak")
        sample.git("revert", "--no-edit", "HEAD")
        sample.push("main:main")
        expect(sample.policy.read_text() == strict, "the policy is strict again")
        late = sample.git("commit-tree", "-p", old, "-m", "late", f"{old}^{{tree}}")
        sample.push(f"{late}:refs/heads/late")
        status, text, _ = runner.run(late, {}, **merge_request())
        expect(status == 1, "the policy is that of the target's tip, not of the merge base", text)

        empty = sample.git("commit-tree", "-m", "empty", sample.git("mktree", "--missing", "-z"))
        sample.push(f"{empty}:refs/heads/empty")
        status, text, _ = runner.run(empty, {})
        expect(status == 3, "nothing to judge is no pass", text)
        status, text, _ = runner.run(empty, {"allow-undecided": "true"})
        expect(status == 0 and "undecided" in text, "undecided goes on where that is wanted", text)
        status, text, _ = runner.run(base, {"path": "nowhere"})
        expect(status == 2, "a folder that is not there is an error", text)
        for wrong in ({"path": "a'; touch x; '"}, {"policy-ref": "$(id)"}, {"version": "latest"}, {"other": ""}):
            try:
                resolve(COMPONENT.read_text(), wrong)
                expect(False, f"the component refuses {wrong}")
            except ValueError:
                pass
    finish("gitlab")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Linters and schemas over everything that runs in somebody's pipeline."""

import pathlib
import re
import subprocess
import sys
import tempfile

from expect import expect, finish
from gitlab import resolve
from ruamel.yaml import YAML
from sample import ROOT

WORKFLOWS = sorted([*ROOT.glob(".github/workflows/*.yml"), *ROOT.glob("templates/ci/github/*.yml")])
WANTED = {
    "pull-request", "merge-queue", "main", "release", "scheduled", "monorepo-matrix", "pull-request-target",
}
PINNED = re.compile(r"uses: (\S+)@[0-9a-f]{40} # v\d+\.\d+\.\d+$")


def succeeds(*command, cwd=ROOT) -> None:
    done = subprocess.run([str(part) for part in command], cwd=cwd, capture_output=True, text=True)
    expect(done.returncode == 0, " ".join(map(str, command)), done.stdout + done.stderr)


def steps(document, job=None):
    found = document["jobs"][job]["steps"] if job else document["runs"]["steps"]
    return {step.get("name"): step.get("run") for step in found}


def main() -> None:
    yaml = YAML(typ="safe")
    names = {path.stem for path in ROOT.glob("templates/ci/github/*.yml")}
    expect(names == WANTED, f"the templates for GitHub are {sorted(WANTED)}", str(sorted(names)))
    succeeds("check-jsonschema", "--builtin-schema", "vendor.github-actions", ROOT / "action.yml")
    succeeds("check-jsonschema", "--builtin-schema", "vendor.github-workflows", *WORKFLOWS)
    succeeds("actionlint", *WORKFLOWS)
    succeeds("zizmor", "--offline", "--quiet", ROOT / "action.yml", *WORKFLOWS)
    for path in [ROOT / "action.yml", *WORKFLOWS]:
        for line in path.read_text().splitlines():
            if re.search(r"\buses: [^.#]", line) and not line.lstrip().startswith("#"):
                expect(bool(PINNED.search(line)), f"{path.name} pins by commit: {line.strip()}")

    action = steps(yaml.load(ROOT / "action.yml"))
    reusable = steps(yaml.load(ROOT / ".github/workflows/gate.yml"), "gate")
    for name in ("Install modelgate", "Check"):
        expect(action[name] == reusable[name], f"gate.yml has the step '{name}' of action.yml")
    scripts = [run for run in action.values() if run]
    with tempfile.TemporaryDirectory() as folder:
        for number, script in enumerate(scripts):
            path = pathlib.Path(folder) / f"{number}.sh"
            path.write_text(script)
            succeeds("shellcheck", "--shell=bash", path)
        component = (ROOT / "templates/ci/gitlab/gate.yml").read_text()
        for number, given in enumerate([{}, {"shards": "4", "allow-undecided": "true", "path": "a/b"}]):
            path = pathlib.Path(folder) / f"resolved-{number}.yml"
            path.write_text(resolve(component, given))
            for name, job in yaml.load(path).items():
                (script,) = job["script"]
                shell = pathlib.Path(folder) / f"{name}-{number}.sh"
                shell.write_text(script)
                # The inputs are constants once they are put in.
                succeeds("shellcheck", "--shell=sh", "--exclude=SC2050,SC2194,SC2157", shell)
            succeeds(
                "check-jsonschema", "--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci", path
            )
            # It looks for the file in a repository.
            repository = pathlib.Path(folder) / f"repository-{number}"
            subprocess.run(["git", "init", "--quiet", repository], check=True)
            (repository / ".gitlab-ci.yml").write_bytes(path.read_bytes())
            succeeds("gitlab-ci-verify", "--severity", "style", "--no-lint-api", cwd=repository)
        policy = yaml.load(ROOT / "templates/ci/gitlab/policy.yml")["pipeline_execution_policy"][0]
        expect(policy["pipeline_config_strategy"] == "inject_policy", "the policy adds its job")
        expect(policy["skip_ci"] == {"allowed": False}, "the policy cannot be skipped")
        included = yaml.load(ROOT / "templates/ci/gitlab/policy-ci.yml")["include"][0]
        expect(included["inputs"]["stage"] == ".pipeline-policy-pre", "the policy's job runs first")
        resolve(component, {"stage": ".pipeline-policy-pre", "rules": "[{when: always}]"})
    finish("lint")


if __name__ == "__main__":
    main()

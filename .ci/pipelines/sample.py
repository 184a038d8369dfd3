"""Repositories that the checks of pipelines are run on."""

import os
import pathlib
import shutil
import subprocess

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
DAY = "2026-11-21"

# What nobody's own settings of git may change.
ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "CI_", "GITHUB_"))},
    "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org",
    "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.org",
    # No commit is younger than the day that the examples are judged on.
    "GIT_AUTHOR_DATE": f"{DAY}T12:00:00Z", "GIT_COMMITTER_DATE": f"{DAY}T12:00:00Z",
    "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null",
}

STRICT_POLICY = "version: 1\nfail_on: error\npacks:\n  - name: essentials\n"
WEAK_POLICY = "version: 1\nfail_on: never\npacks:\n  - name: fairness-quality\n"


class Sample:
    """A folder with a repository and the bare one that it pushes to."""

    def __init__(self, folder: pathlib.Path, example: str = "ticket-router"):
        self.work = folder / "work"
        self.server = folder / "server.git"
        shutil.copytree(ROOT / "examples" / example, self.work)
        self.git("init", "--quiet", "-b", "main")
        self.policy = self.work / "modelgate.yml"
        self.policy.write_text(STRICT_POLICY)
        subprocess.run(["git", "init", "--quiet", "--bare", "-b", "main", self.server], check=True)
        self.git("remote", "add", "origin", str(self.server))
        self.commit("base")
        self.push("main:main")

    def git(self, *arguments: str) -> str:
        done = subprocess.run(
            ["git", *arguments], cwd=self.work, env=ENVIRONMENT, check=True, capture_output=True, text=True
        )
        return done.stdout.strip()

    def commit(self, message: str) -> str:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", message)
        return self.git("rev-parse", "HEAD")

    def push(self, *refs: str) -> None:
        self.git("push", "--quiet", "--force", "origin", *refs)

    def pull_request(self, number: int, change, base: str = "main") -> str:
        """Makes a branch of `base`, changes it, pushes it and its merge commit; gives the head."""
        self.git("checkout", "--quiet", "-B", f"pull-{number}", base)
        change(self.work)
        head = self.commit(f"change {number}")
        self.git("checkout", "--quiet", "--detach", "main")
        self.git("merge", "--quiet", "--no-ff", "--message", f"merge {number}", head)
        self.push(f"{head}:refs/pull/{number}/head", f"HEAD:refs/pull/{number}/merge")
        self.push(f"{head}:refs/heads/pull-{number}")
        return head


def drop_card(folder: pathlib.Path) -> None:
    (folder / "MODEL_CARD.md").unlink()


def weaken(folder: pathlib.Path) -> None:
    """What an author would do who wants no gate: another policy, and no card."""
    (folder / "modelgate.yml").write_text(WEAK_POLICY)
    drop_card(folder)


def add_note(folder: pathlib.Path) -> None:
    (folder / "NOTES.md").write_text("a note\n")

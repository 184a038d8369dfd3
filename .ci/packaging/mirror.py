#!/usr/bin/env python3
"""mirror.py VERSION OUTDIR: the repository that pre-commit clones.

pre-commit installs a repository as a Python package; this one is empty and depends on the wheel, so
that no hook ever builds anything. Each release is one commit and one tag there.
"""

import pathlib
import sys

HOOKS = pathlib.Path(__file__).resolve().parent.parent.parent / ".pre-commit-hooks.yaml"

PROJECT = """\
[build-system]
requires = ["setuptools>=64"]
build-backend = "setuptools.build_meta"

[project]
name = "modelgate-pre-commit"
version = "{version}"
description = "Installs modelgate {version} for pre-commit"
requires-python = ">=3.8"
dependencies = ["modelgate=={version}"]

[tool.setuptools]
py-modules = []
"""

README = """\
# modelgate for pre-commit

```yaml
repos:
  - repo: https://example.org/modelgate-pre-commit      # where this repository is
    rev: v{version}
    hooks:
      - id: modelgate               # judges what is about to be committed
      - id: modelgate-pre-push      # judges every commit that is pushed
```

`pre-commit install --hook-type pre-commit --hook-type pre-push` installs both.
"""


def main() -> None:
    version, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    hooks = HOOKS.read_text(encoding="utf-8").replace("language: system", "language: python")
    (folder / ".pre-commit-hooks.yaml").write_text(hooks, encoding="utf-8")
    (folder / "pyproject.toml").write_text(PROJECT.format(version=version), encoding="utf-8")
    (folder / "README.md").write_text(README.format(version=version), encoding="utf-8")


if __name__ == "__main__":
    main()

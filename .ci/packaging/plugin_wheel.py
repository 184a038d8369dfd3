#!/usr/bin/env python3
"""plugin_wheel.py FOLDER OUTDIR: the wheel of a small Python package, from its pyproject.toml.

A build backend would be fetched from an index and would stamp its own version into the wheel; the
packages here are plain modules below src/, which need none.
"""

import base64
import hashlib
import pathlib
import re
import sys
import time
import tomllib
import zipfile

from archives import EPOCH


def metadata(project: dict) -> str:
    lines = [
        "Metadata-Version: 2.4", f"Name: {project['name']}", f"Version: {project['version']}",
        f"Summary: {project.get('description', '')}", "License-Expression: Apache-2.0",
        f"Requires-Python: {project.get('requires-python', '>=3.8')}",
        *(f"Requires-Dist: {need}" for need in project.get("dependencies", [])),
    ]
    return "\n".join(lines) + "\n"


def entry_points(project: dict) -> str:
    groups = dict(project.get("entry-points", {}))
    if project.get("scripts"):
        groups["console_scripts"] = project["scripts"]
    return "".join(
        f"[{group}]\n" + "".join(f"{name} = {target}\n" for name, target in sorted(points.items())) + "\n"
        for group, points in sorted(groups.items())
    )


def main() -> None:
    folder, output = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    project = tomllib.loads((folder / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    name = re.sub(r"[-_.]+", "_", project["name"]).lower()
    info = f"{name}-{project['version']}.dist-info"
    sources = folder / "src"
    files = {
        path.relative_to(sources).as_posix(): path.read_bytes()
        for path in sorted(sources.rglob("*")) if path.is_file() and "__pycache__" not in path.parts
    }
    files[f"{info}/METADATA"] = metadata(project).encode()
    files[f"{info}/WHEEL"] = b"Wheel-Version: 1.0\nGenerator: modelgate\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    points = entry_points(project)
    if points:
        files[f"{info}/entry_points.txt"] = points.encode()
    record = ""
    for path, data in files.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
        record += f"{path},sha256={digest},{len(data)}\n"
    files[f"{info}/RECORD"] = f"{record}{info}/RECORD,,\n".encode()
    # Zip archives know no time before 1980.
    moment = time.gmtime(max(EPOCH, 315_532_800))[:6]
    target = output / f"{name}-{project['version']}-py3-none-any.whl"
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path, data in files.items():
            entry = zipfile.ZipInfo(path, moment)
            entry.external_attr, entry.compress_type = 0o100644 << 16, zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)
    print(target)


if __name__ == "__main__":
    main()

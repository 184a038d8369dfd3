"""What the image for pipelines has beside the program: a shell, the usual tools, and git.

Runners start a shell in the image, and the gate fetches the branch that a change goes to. All of it
comes from the Debian packages of the machine that builds the image.
"""

import os
import pathlib
import re
import subprocess

GIT = pathlib.Path("/usr/lib/git-core")
CERTIFICATES = pathlib.Path("/etc/ssl/certs/ca-certificates.crt")


def output(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def busybox() -> str:
    return output("sh", "-c", "command -v busybox").strip()


def libraries(programs):
    """The shared libraries of programs and the loader, each at the path that names it."""
    found = set()
    for program in programs:
        found |= set(re.findall(r"(?:=> )?(/\S+) \(0x", output("ldd", str(program))))
    return sorted(found)


def packages(paths):
    """The Debian packages that files come from; a file may be known by the name before usrmerge."""
    names = set()
    for path in {str(pathlib.Path(path).resolve()) for path in paths}:
        known = [path, path.removeprefix("/usr")]
        listing = subprocess.run(["dpkg-query", "-S", *known], capture_output=True, text=True)
        names |= {line.split(":")[0] for line in listing.stdout.splitlines()}
    return sorted(names)


def files():
    """(path, content or None or ('link', target), mode) of everything, folders first."""
    yield "bin", None, 0o755
    yield "bin/busybox", pathlib.Path(busybox()).read_bytes(), 0o755
    for name in sorted(output(busybox(), "--list").split()):
        if name != "busybox":
            yield f"bin/{name}", ("link", "busybox"), 0o777
    programs = [GIT / "git", GIT / "git-remote-http"]
    contents = {str(CERTIFICATES): CERTIFICATES.read_bytes()}
    for path in [*map(str, programs), *libraries(programs)]:
        contents[path] = pathlib.Path(path).read_bytes()
    folders = set()
    for path in sorted(contents):
        missing = [f for f in reversed(pathlib.PurePath(path).parents) if str(f) not in {"/", "/usr", "/etc"}]
        for folder in missing:
            if folder not in folders:
                folders.add(folder)
                yield str(folder)[1:], None, 0o755
        yield path[1:], contents[path], 0o755 if os.access(path, os.X_OK) else 0o644
    yield "usr/bin/git", ("link", "../lib/git-core/git"), 0o777
    yield "usr/lib/git-core/git-remote-https", ("link", "git-remote-http"), 0o777


def notices() -> str:
    """The licences of all of it."""
    programs = [GIT / "git", GIT / "git-remote-http"]
    names = packages([busybox(), *programs, *libraries(programs)]) + ["ca-certificates"]
    parts = []
    for name in sorted(set(names)):
        text = pathlib.Path(f"/usr/share/doc/{name}/copyright").read_text(encoding="utf-8")
        version = output("dpkg-query", "-W", "-f", "${Version}\n", name).splitlines()[0]
        rule = "=" * 78
        parts.append(f"\n{rule}\n{name} {version} (Debian)\n{rule}\n\n{text.strip()}\n")
    return "".join(parts)

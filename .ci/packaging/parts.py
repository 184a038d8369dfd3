"""What the program is linked from: the one list behind notices and bill of materials."""

import json
import pathlib
import re
import subprocess

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent

# Debian package that holds the archive, what it is, its licence (SPDX).
DEBIAN = [
    ("libgit2-dev", "libgit2", "GPL-2.0-only WITH GCC-exception-2.0"),
    ("libmbedtls-dev", "mbedtls", "Apache-2.0"),
    ("libpcre2-dev", "pcre2", "BSD-3-Clause"),
    ("libcmark-gfm-dev", "cmark-gfm", "BSD-2-Clause"),
    ("libre2-dev", "re2", "BSD-3-Clause"),
    ("libyaml-dev", "libyaml", "MIT"),
    ("libzstd-dev", "zstd", "BSD-3-Clause"),
    ("zlib1g-dev", "zlib", "Zlib"),
    ("libc6-dev", "glibc", "LGPL-2.1-or-later"),
    ("libstdc++-12-dev", "libstdc++", "GPL-3.0-or-later WITH GCC-exception-3.1"),
]
# Swift packages that are linked; others serve the tests.
SWIFT = ["swift-argument-parser", "swift-crypto"]


def debian_version(package: str) -> str:
    done = subprocess.run(
        ["dpkg-query", "-W", "-f", "${Version}", package], check=True, capture_output=True, text=True
    )
    return done.stdout


def swift_version() -> str:
    done = subprocess.run(["swift", "--version"], check=True, capture_output=True, text=True)
    return re.search(r"Swift version (\S+)", done.stdout + done.stderr)[1]


def toolchain() -> pathlib.Path:
    """The folder `usr` of the toolchain."""
    found = subprocess.run(["which", "swift"], check=True, capture_output=True, text=True).stdout
    return pathlib.Path(found.strip()).resolve().parent.parent


def swift_packages(scratch: str):
    """(name, version, revision, location, checkout) of each linked package, as it was resolved."""
    state = json.loads((pathlib.Path(scratch) / "workspace-state.json").read_text())
    for dependency in state["object"]["dependencies"]:
        name = dependency["packageRef"]["identity"]
        if name in SWIFT:
            chosen = dependency["state"]["checkoutState"]
            checkout = pathlib.Path(scratch) / "checkouts" / dependency["subpath"]
            yield name, chosen["version"], chosen["revision"], dependency["packageRef"]["location"], checkout

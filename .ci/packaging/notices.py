#!/usr/bin/env python3
"""notices.py SCRATCH OUTPUT: the licences of everything that is linked into the program."""

import pathlib
import sys

from parts import DEBIAN, debian_version, swift_packages, swift_version, toolchain

HEAD = """\
modelgate is linked statically with the software below. Each part stands under its own licence, whose
text follows. The sources of the parts from Debian are at https://snapshot.debian.org under the
version given; those of modelgate, with the scripts that link it, are where you found this program, so
that you can link it with another version of any part.
"""


def section(title: str, text: str) -> str:
    rule = "=" * 78
    return f"\n{rule}\n{title}\n{rule}\n\n{text.strip()}\n"


def main() -> None:
    scratch, output = sys.argv[1:3]
    parts = [HEAD]
    licence = toolchain() / "share/swift/LICENSE.txt"
    title = f"Swift standard library, Foundation Essentials and libdispatch {swift_version()}"
    parts.append(section(title, licence.read_text(encoding="utf-8")))
    for name, version, _, _, checkout in swift_packages(scratch):
        files = [f for f in ("LICENSE.txt", "LICENSE", "NOTICE.txt") if (checkout / f).exists()]
        text = "\n\n".join((checkout / f).read_text(encoding="utf-8") for f in files)
        parts.append(section(f"{name} {version}", text))
    for package, name, _ in DEBIAN:
        text = pathlib.Path(f"/usr/share/doc/{package}/copyright").read_text(encoding="utf-8")
        parts.append(section(f"{name} {debian_version(package)} (Debian)", text))
    pathlib.Path(output).write_text("".join(parts), encoding="utf-8")


if __name__ == "__main__":
    main()

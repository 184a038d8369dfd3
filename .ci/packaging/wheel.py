#!/usr/bin/env python3
"""wheel.py BINARY VERSION NOTICES OUTDIR: a wheel that carries the program and nothing else.

pip, pipx and uv put what lies in NAME.data/scripts on the PATH and take it away again. The tag
promises less than a dynamic program could: a static one runs with every C library.
"""

import base64
import hashlib
import pathlib
import sys
import time
import zipfile

from archives import EPOCH

NAME = "modelgate"
PLATFORM = "manylinux_2_17_x86_64.musllinux_1_1_x86_64"
ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


def metadata(version: str) -> str:
    return f"""\
Metadata-Version: 2.4
Name: {NAME}
Version: {version}
Summary: A compliance gate for AI repositories
Keywords: ai-act,compliance,fairness,model-card,evidence
Classifier: Environment :: Console
Classifier: Operating System :: POSIX :: Linux
Classifier: Topic :: Software Development :: Quality Assurance
License-Expression: Apache-2.0
License-File: LICENSE
License-File: THIRD-PARTY-NOTICES.txt
Requires-Python: >=3.8
Description-Content-Type: text/markdown

# modelgate

Judges the model cards, datasheets, evaluations and impact assessments of AI systems at a git commit:
pass, fail or undecided, with an evidence bundle that can be verified without you. This wheel carries
one static program for Linux on x86-64; it needs no Python once it is installed.

    modelgate init
    modelgate check
"""


def record_row(path: str, data: bytes) -> str:
    digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
    return f"{path},sha256={digest},{len(data)}\n"


def main() -> None:
    binary, version, notices, folder = sys.argv[1:5]
    info = f"{NAME}-{version}.dist-info"
    tags = "".join(f"Tag: py3-none-{tag}\n" for tag in PLATFORM.split("."))
    files = {
        f"{NAME}-{version}.data/scripts/{NAME}": (pathlib.Path(binary).read_bytes(), 0o100755),
        f"{info}/licenses/LICENSE": ((ROOT / "LICENSE").read_bytes(), 0o100644),
        f"{info}/licenses/THIRD-PARTY-NOTICES.txt": (pathlib.Path(notices).read_bytes(), 0o100644),
        f"{info}/METADATA": (metadata(version).encode(), 0o100644),
        f"{info}/WHEEL": (
            f"Wheel-Version: 1.0\nGenerator: {NAME}\nRoot-Is-Purelib: false\n{tags}".encode(),
            0o100644,
        ),
    }
    record = "".join(record_row(path, data) for path, (data, _) in files.items())
    files[f"{info}/RECORD"] = (f"{record}{info}/RECORD,,\n".encode(), 0o100644)
    # Zip archives know no time before 1980.
    moment = time.gmtime(max(EPOCH, 315_532_800))[:6]
    target = pathlib.Path(folder) / f"{NAME}-{version}-py3-none-{PLATFORM}.whl"
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path, (data, mode) in files.items():
            entry = zipfile.ZipInfo(path, moment)
            entry.external_attr, entry.compress_type = mode << 16, zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)
    print(target)


if __name__ == "__main__":
    main()

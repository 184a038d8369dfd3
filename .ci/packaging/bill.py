#!/usr/bin/env python3
"""bill.py BINARY VERSION REVISION SCRATCH OUTPUT: a CycloneDX 1.6 bill of materials."""

import json
import pathlib
import sys
import time
import urllib.parse
import uuid

from archives import EPOCH, sha256
from parts import DEBIAN, debian_version, swift_packages, swift_version


def component(name: str, version: str, licence: str, purl: str) -> dict:
    # Exceptions make an expression of a licence.
    stated = {"expression": licence} if " " in licence else {"license": {"id": licence}}
    return {
        "type": "library", "bom-ref": purl, "name": name, "version": version, "purl": purl,
        "licenses": [stated], "scope": "required",
    }


def components(scratch: str):
    swift = swift_version()
    yield component("swift-runtime", swift, "Apache-2.0 WITH Swift-exception", f"pkg:generic/swift@{swift}")
    for name, version, revision, location, _ in swift_packages(scratch):
        place = location.removeprefix("https://").removesuffix(".git")
        found = component(name, version, "Apache-2.0", f"pkg:swift/{place}@{version}")
        found["properties"] = [{"name": "modelgate:revision", "value": revision}]
        yield found
    for package, name, licence in DEBIAN:
        version = debian_version(package)
        quoted = urllib.parse.quote(version, safe="~.-")
        purl = f"pkg:deb/debian/{urllib.parse.quote(package, safe='-.')}@{quoted}?arch=amd64&distro=debian-12"
        yield component(name, version, licence, purl)


def main() -> None:
    binary, version, revision, scratch, output = sys.argv[1:6]
    digest = sha256(pathlib.Path(binary).read_bytes())
    parts = sorted(components(scratch), key=lambda part: part["bom-ref"])
    own = f"pkg:generic/modelgate@{version}?checksum=sha256:{digest}"
    bill = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1,
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, own)}",
        "metadata": {
            "timestamp": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(EPOCH)),
            "component": {
                "type": "application", "bom-ref": own, "name": "modelgate", "version": version,
                "purl": own, "hashes": [{"alg": "SHA-256", "content": digest}],
                "licenses": [{"license": {"id": "Apache-2.0"}}],
                "properties": [{"name": "modelgate:revision", "value": revision}],
            },
        },
        "components": parts,
        "dependencies": [
            {"ref": own, "dependsOn": [part["bom-ref"] for part in parts]},
            *({"ref": part["bom-ref"]} for part in parts),
        ],
    }
    text = json.dumps(bill, indent=2, ensure_ascii=False)
    pathlib.Path(output).write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

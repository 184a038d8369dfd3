#!/usr/bin/env python3
"""image.py BINARY VERSION REVISION NOTICES OUTPUT.tar [--ci]: an OCI image layout.

The image is made from scratch: the program, its notices and a folder for temporary files. With --ci
it also has a shell, the usual tools and git, which pipelines need.
`skopeo copy oci-archive:OUTPUT.tar docker://…` pushes it; `podman load` and `docker load` read it.
"""

import json
import pathlib
import sys
import time

import runner_tools
from archives import EPOCH, gzipped, sha256, tar

USER = "65532:65532"
ACCOUNTS = "root:x:0:0:root:/root:/bin/sh\nmodelgate:x:65532:65532::/work:/bin/sh\n"
GROUPS = "root:x:0:\nmodelgate:x:65532:\n"


def files(binary: bytes, notices: str, for_pipelines: bool):
    yield "etc", None, 0o755
    yield "etc/passwd", ACCOUNTS.encode(), 0o644
    yield "etc/group", GROUPS.encode(), 0o644
    yield "tmp", None, 0o1777
    yield "usr", None, 0o755
    yield "usr/bin", None, 0o755
    yield "usr/bin/modelgate", binary, 0o755
    yield "usr/share", None, 0o755
    yield "usr/share/doc", None, 0o755
    yield "usr/share/doc/modelgate", None, 0o755
    yield "usr/share/doc/modelgate/THIRD-PARTY-NOTICES.txt", notices.encode(), 0o644
    yield "work", None, 0o1777
    if for_pipelines:
        yield from runner_tools.files()


def main() -> None:
    binary, version, revision, notices, output = sys.argv[1:6]
    for_pipelines = "--ci" in sys.argv
    moment = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(EPOCH))
    licences = pathlib.Path(notices).read_text(encoding="utf-8")
    if for_pipelines:
        licences += runner_tools.notices()
    layer = tar(files(pathlib.Path(binary).read_bytes(), licences, for_pipelines))
    packed = gzipped(layer)
    labels = {
        "org.opencontainers.image.created": moment,
        "org.opencontainers.image.licenses": "Apache-2.0",
        "org.opencontainers.image.revision": revision,
        "org.opencontainers.image.title": "modelgate" + ("-ci" if for_pipelines else ""),
        "org.opencontainers.image.version": version,
    }
    start = {"Env": ["PATH=/usr/bin:/bin"], "WorkingDir": "/work", "Labels": labels}
    # Runners start a shell of their own in the image, as root.
    if for_pipelines:
        start |= {"Cmd": ["/bin/sh"]}
    else:
        start |= {"Entrypoint": ["/usr/bin/modelgate"], "User": USER}
    config = encoded({
        "architecture": "amd64", "os": "linux", "created": moment, "config": start,
        "rootfs": {"type": "layers", "diff_ids": [f"sha256:{sha256(layer)}"]},
        "history": [{"created": moment, "created_by": "modelgate .ci/package"}],
    })
    manifest = encoded({
        "schemaVersion": 2, "mediaType": "application/vnd.oci.image.manifest.v1+json",
        "config": descriptor("application/vnd.oci.image.config.v1+json", config),
        "layers": [descriptor("application/vnd.oci.image.layer.v1.tar+gzip", packed)],
        "annotations": labels,
    })
    top = descriptor("application/vnd.oci.image.manifest.v1+json", manifest)
    top["platform"] = {"architecture": "amd64", "os": "linux"}
    top["annotations"] = {"org.opencontainers.image.ref.name": version}
    index = encoded({
        "schemaVersion": 2, "mediaType": "application/vnd.oci.image.index.v1+json",
        "manifests": [top],
    })
    blobs = sorted((sha256(blob), blob) for blob in (config, manifest, packed))
    entries = [
        ("blobs", None, 0o755), ("blobs/sha256", None, 0o755),
        *((f"blobs/sha256/{name}", blob, 0o644) for name, blob in blobs),
        ("index.json", index, 0o644),
        ("oci-layout", b'{"imageLayoutVersion":"1.0.0"}', 0o644),
    ]
    pathlib.Path(output).write_bytes(tar(entries))
    print(output)


def encoded(value) -> bytes:
    return json.dumps(value, separators=(",", ":"), sort_keys=True).encode()


def descriptor(kind: str, blob: bytes) -> dict:
    return {"mediaType": kind, "digest": f"sha256:{sha256(blob)}", "size": len(blob)}


if __name__ == "__main__":
    main()

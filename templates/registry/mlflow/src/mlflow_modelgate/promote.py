# SPDX-License-Identifier: Apache-2.0
"""`modelgate-promote`: verifies a bundle against the files of a version, then sets tags and alias.

It uses MlflowClient, so that authentication, TLS and proxies are those of every other client.
"""

import argparse
import pathlib
import sys
import tempfile

from . import evidence


def digests_of_version(client, name: str, version: str) -> dict[str, str]:
    """The SHA-256 of every file of a version, by path."""
    import mlflow.artifacts

    with tempfile.TemporaryDirectory() as folder:
        uri = client.get_model_version_download_uri(name, version)
        root = pathlib.Path(
            mlflow.artifacts.download_artifacts(
                artifact_uri=uri, dst_path=folder, tracking_uri=client.tracking_uri
            )
        )
        files = [root] if root.is_file() else sorted(p for p in root.rglob("*") if p.is_file())
        base = root.parent if root.is_file() else root
        return {p.relative_to(base).as_posix(): evidence.sha256(p) for p in files}


def promote(client, name, version, alias, bundle, requirements) -> evidence.Verified:
    """Sets tags and alias, and reads the alias back; refuses before anything is written."""
    verified = evidence.verify(bundle, requirements)
    evidence.require_models(verified, digests_of_version(client, name, version))
    for key, value in (
        ("evidence", verified.evidence),
        ("verdict", verified.verdict),
        ("commit", verified.commit),
        ("policy", verified.policy),
    ):
        client.set_model_version_tag(name, version, f"modelgate.{key}", value)
    client.set_registered_model_alias(name, alias, version)
    found = client.get_model_version_by_alias(name, alias).version
    if str(found) != str(version):
        raise evidence.Refused(f"the alias leads to version {found} after it was set")
    return verified


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="modelgate-promote", description=__doc__)
    parser.add_argument("--model", required=True)
    parser.add_argument("--version", required=True)
    parser.add_argument("--alias", required=True)
    parser.add_argument("--bundle", required=True)
    parser.add_argument("--tracking-uri")
    options = parser.parse_args(arguments)
    from mlflow import MlflowClient

    client = MlflowClient(tracking_uri=options.tracking_uri, registry_uri=options.tracking_uri)
    try:
        verified = promote(
            client,
            options.model,
            options.version,
            options.alias,
            options.bundle,
            evidence.Requirements.from_environment(),
        )
    except evidence.Refused as refusal:
        print(f"refused: {refusal}", file=sys.stderr)
        return 1
    print(f"{options.model} {options.version} is {options.alias}, on evidence sha256:{verified.evidence}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

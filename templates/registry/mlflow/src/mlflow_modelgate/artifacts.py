# SPDX-License-Identifier: Apache-2.0
"""Where the files of a model version are, and what tells that they are still the same."""

import os
import pathlib
import posixpath
import tempfile
import urllib.parse

from mlflow.server import handlers
from mlflow.store.artifact.artifact_repository_registry import get_artifact_repository
from mlflow.store.artifact.runs_artifact_repo import RunsArtifactRepository

from . import evidence


class Digests:
    """The SHA-256 of the files of versions, read once as long as nothing changes.

    What was read is kept by the list of files with their sizes and, for each, what its store changes with
    its bytes: time and inode on the server's own disk, etag and version in S3, Google Cloud Storage and Azure.
    Where a store tells neither, size alone would let other bytes pass for those that were read, so that
    everything is read each time; so it is where something changed while it was read.
    """

    def __init__(self):
        self._known: dict[tuple, dict[str, str]] = {}

    def of_version(self, name: str, version: str) -> dict[str, str]:
        uri = handlers._get_model_registry_store().get_model_version_download_uri(name, version)
        digests: dict[str, str] = {}
        for label, found in locations(uri):
            digests |= {f"{label}{path}": digest for path, digest in self.below(found).items()}
        return digests

    def below(self, uri: str) -> dict[str, str]:
        """The digests of the files below an address, by path from there."""
        repository, root = place(uri)
        listing = tuple(sorted(walk(repository, root)))
        marks = marked(repository, listing)
        key = (uri, listing, marks)
        if key in self._known:
            return self._known[key]
        digests = hashed(repository, root, listing)
        if None not in marks and marks == marked(repository, listing):
            self._known[key] = digests
        return digests


def locations(uri: str) -> list[tuple[str, str]]:
    """The addresses of the files to which a version leads, each with what its paths begin with.

    Behind `runs:/RUN/PATH` clients find the artifacts of the run and those of a model that it logged under
    this name, so that both are looked at.
    """
    if not RunsArtifactRepository.is_runs_uri(uri):
        return [("", uri)]
    run_id, path = RunsArtifactRepository.parse_runs_uri(uri)
    if not path or urllib.parse.urlparse(uri).netloc or "%" in uri:
        raise evidence.Refused(f"the source {uri} names no folder of a run on this server")
    store = handlers._get_tracking_store()
    run = store.get_run(run_id)
    found = [("", f"{run.info.artifact_uri.rstrip('/')}/{path}")]
    name, _, rest = path.partition("/")
    token = None
    while True:
        page = store.search_logged_models([run.info.experiment_id], page_token=token)
        found += [
            (f"{model.model_id}/", f"{model.artifact_location.rstrip('/')}/{rest}".rstrip("/"))
            for model in page
            if model.name == name and model.source_run_id == run_id
        ]
        token = page.token
        if not token:
            return found


def place(uri: str):
    """The repository of an address and the folder in it, as MLflow's own handler finds them."""
    if handlers._is_servable_proxied_run_artifact_root(uri):
        root = handlers._get_proxied_run_artifact_destination_path(proxied_artifact_root=uri)
        return handlers._get_artifact_repo_mlflow_artifacts(), root or ""
    return get_artifact_repository(uri), ""


def walk(repository, path: str):
    """The files below a folder with their sizes."""
    for info in repository.list_artifacts(path or None):
        if info.is_dir:
            yield from walk(repository, info.path)
        else:
            yield info.path, info.file_size


def marked(repository, listing) -> tuple:
    """What changes with the bytes of each file of a listing."""
    return tuple(mark(repository, path) for path, _ in listing)


def mark(repository, path: str) -> tuple | None:
    """What changes with the bytes of a file; None where its store tells nothing of the kind."""
    folder = getattr(repository, "artifact_dir", None)
    if folder:
        status = os.stat(os.path.join(folder, path))
        return (status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)
    if hasattr(repository, "_get_s3_client") and hasattr(repository, "parse_s3_compliant_uri"):
        bucket, root = repository.parse_s3_compliant_uri(repository.artifact_uri)
        head = repository._get_s3_client().head_object(Bucket=bucket, Key=posixpath.join(root, path))
        return (head["ETag"], head.get("VersionId"), str(head.get("LastModified"))) if head.get("ETag") else None
    if hasattr(repository, "_get_bucket") and hasattr(repository, "parse_gcs_uri"):
        bucket, root = repository.parse_gcs_uri(repository.artifact_uri)
        blob = repository._get_bucket(bucket).get_blob(posixpath.join(root, path))
        return (blob.etag, blob.generation) if blob and blob.etag and blob.generation else None
    if hasattr(repository, "client") and hasattr(repository, "parse_wasbs_uri"):
        container, _, root, _ = repository.parse_wasbs_uri(repository.artifact_uri)
        blob = repository.client.get_blob_client(container, posixpath.join(root, path)).get_blob_properties()
        return (blob.etag, str(blob.last_modified)) if blob.etag else None
    return None


def hashed(repository, root: str, listing) -> dict[str, str]:
    """The digest of each file of a listing, by path from a folder."""
    digests = {}
    with tempfile.TemporaryDirectory() as folder:
        for path, _ in listing:
            local = repository.download_artifacts(path, folder)
            inner = path[len(root) :].lstrip("/") if root else path
            digests[inner] = evidence.sha256(pathlib.Path(local))
    return digests

# SPDX-License-Identifier: Apache-2.0
"""`mlflow server --app-name modelgate`: answers 403 to a promotion that no evidence speaks for.

Set in the environment of the server:
  MODELGATE_EVIDENCE           a folder of bundles that only the gate can write to
  MODELGATE_PROTECTED_ALIASES  comma-separated, default champion,production
  MODELGATE_PROTECTED_STAGES   comma-separated, default Production
  MODELGATE_PROGRAM, MODELGATE_MAX_AGE, MODELGATE_POLICY_DIGEST, MODELGATE_PUBLIC_KEYS,
  MODELGATE_REQUIRE_SIGNED     what a bundle has to fulfil beyond a verified pass
"""

import os
import pathlib
import tempfile

from flask import Flask, jsonify, request
from mlflow.server import app as mlflow_app
from mlflow.server import handlers
from mlflow.store.artifact.artifact_repository_registry import get_artifact_repository

from . import evidence


def _names(variable: str, default: str) -> frozenset[str]:
    text = os.environ.get(variable, default)
    return frozenset(name.strip().casefold() for name in text.split(",") if name.strip())


class Gate:
    """Decides about requests that give a protected alias or stage to a version."""

    def __init__(self):
        self.aliases = _names("MODELGATE_PROTECTED_ALIASES", "champion,production")
        self.stages = _names("MODELGATE_PROTECTED_STAGES", "Production")
        self.requirements = evidence.Requirements.from_environment()
        self.store = evidence.Store(os.environ["MODELGATE_EVIDENCE"])
        self._digests: dict[tuple, dict[str, str]] = {}

    def before_request(self):
        """The answer instead of MLflow's own, or None to let the request through."""
        if request.method in ("GET", "DELETE") or not self._is_protected(request.path):
            return None
        # MLflow decodes a text a second time; what it would make of anything else is not guessed.
        body = request.get_json(force=True, silent=True)
        if not isinstance(body, dict):
            return self._refuse("the body of the request is no JSON object")
        if not self._asks_for_protected(body):
            return None
        try:
            name, version = str(body["name"]), str(body["version"])
            files = self._files_of(name, version)
            self.store.find(files, self.requirements)
        except evidence.Refused as refusal:
            return self._refuse(str(refusal))
        except KeyError as missing:
            return self._refuse(f"the request names no {missing}")
        except Exception as error:  # What cannot be decided is not let through.
            return self._refuse(f"the version cannot be examined: {error}")
        return None

    @staticmethod
    def _is_protected(path: str) -> bool:
        return path.rstrip("/").endswith(
            ("/registered-models/alias", "/model-versions/transition-stage")
        )

    def _asks_for_protected(self, body: dict) -> bool:
        alias, stage = str(body.get("alias", "")), str(body.get("stage", ""))
        return alias.casefold() in self.aliases or stage.casefold() in self.stages

    @staticmethod
    def _refuse(reason: str):
        answer = jsonify(error_code="PERMISSION_DENIED", message=f"modelgate: {reason}")
        answer.status_code = 403
        return answer

    def _files_of(self, name: str, version: str) -> dict[str, str]:
        """The SHA-256 of each file of a version.

        Cached by the list of artifacts with their sizes and, where the server keeps them on its own
        disk, their times and inodes.
        """
        repository, root = self._artifacts(name, version)
        listing = tuple(sorted(self._walk(repository, root)))
        key = (name, version, root, listing, self._stamps(repository, root, listing))
        if key not in self._digests:
            with tempfile.TemporaryDirectory() as folder:
                digests = {}
                for path, _ in listing:
                    local = repository.download_artifacts(path, folder)
                    inner = path[len(root) :].lstrip("/") if root else path
                    digests[inner] = evidence.sha256(pathlib.Path(local))
            self._digests[key] = digests
        return self._digests[key]

    @staticmethod
    def _artifacts(name: str, version: str):
        """The repository of a version's artifacts and the path in it, as MLflow's own handler finds them."""
        uri = handlers._get_model_registry_store().get_model_version_download_uri(name, version)
        if handlers._is_servable_proxied_run_artifact_root(uri):
            root = handlers._get_proxied_run_artifact_destination_path(proxied_artifact_root=uri)
            return handlers._get_artifact_repo_mlflow_artifacts(), root or ""
        return get_artifact_repository(uri), ""

    def _walk(self, repository, path: str):
        for info in repository.list_artifacts(path or None):
            if info.is_dir:
                yield from self._walk(repository, info.path)
            else:
                yield info.path, info.file_size

    @staticmethod
    def _stamps(repository, root: str, listing) -> tuple:
        folder = getattr(repository, "artifact_dir", None) or getattr(repository, "_artifact_dir", None)
        if not folder:
            return ()
        stamps = []
        for path, _ in listing:
            status = os.stat(os.path.join(folder, path))
            stamps.append((status.st_size, status.st_mtime_ns, status.st_ino))
        return tuple(stamps)


def create_app(app: Flask = mlflow_app):
    """The server's application with the gate before it.

    With MODELGATE_BASIC_AUTH=1, MLflow's basic-auth is asked first: handlers run in the order in which
    they were registered.
    """
    from mlflow.server.fastapi_app import create_fastapi_app

    gate = Gate()
    if os.environ.get("MODELGATE_BASIC_AUTH") == "1":
        from mlflow.server import auth

        application = auth.create_app(app)
        app.before_request(gate.before_request)
        return application
    app.before_request(gate.before_request)
    return create_fastapi_app(app)

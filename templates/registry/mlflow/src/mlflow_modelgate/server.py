# SPDX-License-Identifier: Apache-2.0
"""`mlflow server --app-name modelgate`: answers 403 to a promotion that no evidence speaks for.

Set in the environment of the server:
  MODELGATE_EVIDENCE           a folder of bundles that only the gate can write to
  MODELGATE_PROTECTED_ALIASES  comma-separated, default champion,production
  MODELGATE_PROTECTED_STAGES   comma-separated, default Production
  MODELGATE_PROGRAM, MODELGATE_MAX_AGE, MODELGATE_POLICY_DIGEST, MODELGATE_PUBLIC_KEYS,
  MODELGATE_REQUIRE_SIGNED     what a bundle has to fulfil beyond a verified pass
  MODELGATE_OTHER_VERSION      1 where bundles of another version of the program are good enough
"""

import os

from flask import Flask, jsonify, request
from mlflow.server import app as mlflow_app

from . import artifacts, evidence


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
        self.digests = artifacts.Digests()

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
            self.store.find(self.digests.of_version(name, version), self.requirements)
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

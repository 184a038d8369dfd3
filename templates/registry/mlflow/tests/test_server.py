# SPDX-License-Identifier: Apache-2.0
"""A real MLflow server on loopback with the plugin, asked for aliases with and without evidence.

Needs mlflow and requests; MODELGATE_PROGRAM names the program. Skipped where either is missing.
"""

import hashlib
import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import unittest

SOURCES = pathlib.Path(__file__).resolve().parent.parent / "src"
PROGRAM = shutil.which(os.environ.get("MODELGATE_PROGRAM", "modelgate"))
WEIGHTS = """  - name: demo
    version: "1"
    weights: models/demo.bin
"""

try:
    import mlflow  # noqa: F401
    import requests
except ImportError:
    requests = None

# A system of minimal risk that passes; it is given weights here.
EXAMPLE = pathlib.Path(__file__).resolve().parents[4] / "examples" / "ticket-router"


def run(*arguments, **options):
    return subprocess.run([str(a) for a in arguments], check=True, capture_output=True, text=True, **options)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Registry(unittest.TestCase):
    """A server of its own for the tests of a class."""

    @classmethod
    def settings(cls) -> dict[str, str]:
        """What the server is told beyond where things are."""
        return {}

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.root = pathlib.Path(cls.folder.name)
        cls.store = cls.root / "evidence"
        cls.store.mkdir()
        cls.port = free_port()
        environment = dict(
            os.environ,
            PYTHONPATH=str(cls.root / "site"),
            MODELGATE_EVIDENCE=str(cls.store),
            MODELGATE_PROGRAM=PROGRAM,
            **cls.settings(),
        )
        # An entry point has to be installed to be found: this is what an installer writes.
        site = cls.root / "site"
        shutil.copytree(SOURCES / "mlflow_modelgate", site / "mlflow_modelgate")
        metadata = site / "mlflow_modelgate-0.1.0.dist-info"
        metadata.mkdir()
        (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: mlflow-modelgate\nVersion: 0.1.0\n")
        (metadata / "entry_points.txt").write_text(
            "[mlflow.app]\nmodelgate = mlflow_modelgate.server:create_app\n"
        )
        cls.log = open(cls.root / "server.log", "wb")
        cls.server = subprocess.Popen(
            [sys.executable, "-m", "mlflow", "server", "--app-name", "modelgate", "--host", "127.0.0.1",
             "--port", str(cls.port), "--backend-store-uri", f"sqlite:///{cls.root}/mlflow.db",
             "--artifacts-destination", str(cls.root / "artifacts"), "--workers", "1"],
            env=environment, stdout=cls.log, stderr=cls.log, start_new_session=True,
        )
        for _ in range(300):
            try:
                if requests.get(cls.url("/health"), timeout=2).ok:
                    break
            except requests.RequestException:
                time.sleep(1)
        else:
            raise RuntimeError((cls.root / "server.log").read_text()[-4000:])
        cls.create_model()

    @classmethod
    def tearDownClass(cls):
        # The server has workers of its own, which do not end with it.
        os.killpg(cls.server.pid, signal.SIGTERM)
        cls.server.wait(30)
        cls.log.close()
        cls.folder.cleanup()

    @classmethod
    def url(cls, path: str) -> str:
        return f"http://127.0.0.1:{cls.port}{path}"

    @classmethod
    def api(cls, method: str, path: str, body: dict):
        return requests.request(method, cls.url(f"/api/2.0/mlflow/{path}"), json=body, timeout=60)

    @classmethod
    def create_model(cls):
        from mlflow import MlflowClient

        client = MlflowClient(tracking_uri=cls.url(""), registry_uri=cls.url(""))
        client.create_registered_model("demo")
        for version, content in ((1, b"weights one"), (2, b"weights two")):
            run_id = client.create_run(client.create_experiment(f"e{version}")).info.run_id
            local = cls.root / f"v{version}"
            local.mkdir()
            (local / "demo.bin").write_bytes(content)
            (local / "MLmodel").write_text("flavors: {}\n")
            client.log_artifacts(run_id, str(local), "model")
            uri = f"{client.get_run(run_id).info.artifact_uri}/model"
            client.create_model_version("demo", uri, run_id)
        cls.run_id = run_id
        # What `mlflow.register_model` writes of old, and whoever speaks REST still may: the same files.
        for name in ("runs", "logged"):
            cls.api("POST", "registered-models/create", {"name": name})
        cls.api("POST", "model-versions/create", {"name": "runs", "source": f"runs:/{run_id}/model"})
        experiment = client.get_run(run_id).info.experiment_id
        model = client.create_logged_model(experiment, name="kept", source_run_id=run_id)
        client.log_model_artifacts(model.model_id, str(cls.root / "v1"))
        cls.api("POST", "model-versions/create", {"name": "logged", "source": f"runs:/{run_id}/kept"})

    def setUp(self):
        for bundle in self.store.iterdir():
            bundle.unlink()

    def bundle(self, weights: bytes, is_complete: bool = True, day: str | None = None) -> pathlib.Path:
        """A bundle about a repository that holds these weights, checked today or on a day."""
        repository = pathlib.Path(tempfile.mkdtemp(dir=self.root)) / "repository"
        shutil.copytree(EXAMPLE, repository)
        if not is_complete:
            (repository / "MODEL_CARD.md").unlink()
        (repository / "models").mkdir(exist_ok=True)
        # What a repository with Git LFS holds in place of the weights.
        pointer = f"oid sha256:{hashlib.sha256(weights).hexdigest()}\nsize {len(weights)}\n"
        (repository / "models/demo.bin").write_text(f"version https://git-lfs.github.com/spec/v1\n{pointer}")
        declaration = repository / "ai-system.yml"
        text = declaration.read_text()
        declaration.write_text(text.replace("models:\n", "models:\n" + WEIGHTS, 1))
        git = ["git", "-C", repository, "-c", "user.name=t", "-c", "user.email=t@example.org"]
        run("git", "init", "-q", repository)
        run(*git, "add", "-A")
        moment = {"GIT_AUTHOR_DATE": f"{day}T00:00:00Z", "GIT_COMMITTER_DATE": f"{day}T00:00:00Z"} if day else {}
        run(*git, "commit", "-qm", "files", env={**os.environ, **moment})
        path = repository / "e.tar"
        command = [PROGRAM, "check", "--repo", repository, "--evidence", path, "--quiet"]
        subprocess.run(command + (["--as-of", day] if day else []), check=False)
        return path

    def ask(self, version: int = 1, alias: str = "champion", name: str = "demo"):
        return self.api("POST", "registered-models/alias", {"name": name, "alias": alias, "version": str(version)})

    def refusal(self) -> str:
        for prefix in ("/api/2.0/mlflow", "/ajax-api/2.0/mlflow"):
            answer = requests.post(
                self.url(f"{prefix}/registered-models/alias"),
                json={"name": "demo", "alias": "champion", "version": "1"},
                timeout=60,
            )
            self.assertEqual(answer.status_code, 403, answer.text)
        return json.loads(answer.text)["message"]


@unittest.skipUnless(requests and PROGRAM, "needs mlflow, requests and the program modelgate")
class ServerTest(Registry):
    def test_good_bundle(self):
        shutil.copy(self.bundle(b"weights one"), self.store / "good.tar")
        answer = self.ask()
        self.assertEqual(answer.status_code, 200, answer.text)
        seconds = []
        for _ in range(10):
            started = time.monotonic()
            self.assertEqual(self.ask().status_code, 200)
            seconds.append(time.monotonic() - started)
        # The best of some, since other work on the machine is no delay of the gate.
        self.assertLess(min(seconds), 0.2)

    def test_refusals(self):
        self.assertIn("no evidence is on record", self.refusal())
        shutil.copy(self.bundle(b"weights two"), self.store / "other.tar")
        self.assertIn("another model", self.refusal())
        shutil.copy(self.bundle(b"weights one", False), self.store / "failing.tar")
        self.assertIn("the verdict is fail", self.refusal())
        (self.store / "failing.tar").unlink()
        good = bytearray(self.bundle(b"weights one").read_bytes())
        good[len(good) // 2] ^= 1
        (self.store / "tampered.tar").write_bytes(good)
        self.assertIn("does not hold", self.refusal())

    def test_source_that_names_a_run(self):
        """Clients look behind `runs:/` for what the run and what its model holds."""
        for name, weights, other in (("runs", b"weights two", b"weights one"), ("logged", b"weights one", b"weights two")):
            shutil.copy(self.bundle(other), self.store / "evidence.tar")
            answer = self.ask(name=name)
            self.assertEqual(answer.status_code, 403, answer.text)
            self.assertIn("another model", answer.text)
            shutil.copy(self.bundle(weights), self.store / "evidence.tar")
            answer = self.ask(name=name)
            self.assertEqual(answer.status_code, 200, f"{name}: {answer.text}")

    def test_files_that_change_keep_no_digest(self):
        shutil.copy(self.bundle(b"weights one"), self.store / "good.tar")
        self.assertEqual(self.ask().status_code, 200)
        (weights,) = (p for p in (self.root / "artifacts").rglob("demo.bin") if p.read_bytes() == b"weights one" and "models" not in p.parts)
        status = weights.stat()
        try:
            weights.write_bytes(b"weights 0ne")
            os.utime(weights, ns=(status.st_atime_ns, status.st_mtime_ns))
            answer = self.ask()
            self.assertEqual(answer.status_code, 403, answer.text)
        finally:
            weights.write_bytes(b"weights one")

    def test_a_tag_is_no_evidence(self):
        body = {"name": "demo", "version": "1", "key": "modelgate.verdict", "value": "pass"}
        self.assertEqual(self.api("POST", "model-versions/set-tag", body).status_code, 200)
        self.refusal()

    def test_unprotected_alias(self):
        self.assertEqual(self.ask(alias="trial").status_code, 200)

    def test_body_that_is_no_object(self):
        """MLflow decodes a body a second time where the first time gives a text."""
        requested = {
            "registered-models/alias": {"name": "demo", "alias": "champion", "version": "1"},
            "model-versions/transition-stage": {"name": "demo", "version": "1", "stage": "Production"},
        }
        for path, body in requested.items():
            twice = json.dumps(json.dumps(body))
            for data in (twice, json.dumps(twice), json.dumps([body]), "", "null", "{", "\ufeff" + json.dumps(body)):
                for query in ("", "?name=demo&alias=trial&version=1&stage=None"):
                    answer = requests.post(
                        self.url(f"/api/2.0/mlflow/{path}{query}"),
                        data=data.encode(),
                        headers={"Content-Type": "application/json"},
                        timeout=60,
                    )
                    self.assertEqual(answer.status_code, 403, f"{path} {data!r}: {answer.text}")

    def test_stage(self):
        body = {"name": "demo", "version": "1", "stage": "Production", "archive_existing_versions": False}
        self.assertEqual(self.api("POST", "model-versions/transition-stage", body).status_code, 403)


@unittest.skipUnless(requests and PROGRAM, "needs mlflow, requests and the program modelgate")
class StrictServerTest(Registry):
    """A server that wants a signature by a key it trusts, and a check of the last week."""

    @classmethod
    def settings(cls) -> dict[str, str]:
        for name in ("trusted", "other"):
            run(PROGRAM, "keygen", cls.root / name)
        return {
            "MODELGATE_PUBLIC_KEYS": str(cls.root / "trusted.pub"),
            "MODELGATE_REQUIRE_SIGNED": "1",
            "MODELGATE_MAX_AGE": "7",
        }

    def record(self, key: str | None, day: str | None = None):
        """Puts a bundle about the weights on record, signed where there is a key."""
        bundle = self.bundle(b"weights one", day=day)
        if key:
            run(PROGRAM, "sign", bundle, "--key", self.root / key)
        shutil.copy(bundle, self.store / "evidence.tar")

    def test_unsigned(self):
        self.record(None)
        self.assertIn("0 trusted keys signed", self.refusal())

    def test_signed_by_a_stranger(self):
        self.record("other")
        self.assertIn("0 trusted keys signed", self.refusal())

    def test_expired(self):
        # The day on which the example passes everywhere in the tests; nothing but its age speaks against it.
        self.record("trusted", day="2026-11-21")
        reason = self.refusal()
        self.assertIn("days old, and 7 are allowed", reason)
        self.assertNotIn("verdict", reason)

    def test_signed(self):
        self.record("trusted")
        self.assertEqual(self.ask().status_code, 200)


class RequirementsTest(unittest.TestCase):
    def test_settings(self):
        sys.path.insert(0, str(SOURCES))
        try:
            from mlflow_modelgate import evidence
        finally:
            sys.path.pop(0)
        read = evidence.Requirements.from_environment
        self.assertNotIn("--other-version", read({}).arguments())
        self.assertNotIn("--other-version", read({"MODELGATE_OTHER_VERSION": "0"}).arguments())
        self.assertIn("--other-version", read({"MODELGATE_OTHER_VERSION": "1"}).arguments())


@unittest.skipUnless(requests, "needs mlflow")
class DigestsTest(unittest.TestCase):
    """Digests are kept as long as a store tells that nothing changed."""

    def digests_of(self, tells_etags: bool, kind: str = "s3", changing: bool = False):
        """The digests of a folder in an object store before and after other bytes of the same size."""
        sys.path.insert(0, str(SOURCES))
        try:
            from mlflow_modelgate import artifacts
        finally:
            sys.path.pop(0)
        from unittest import mock

        from mlflow.entities import FileInfo
        from mlflow.store.artifact.azure_blob_artifact_repo import AzureBlobArtifactRepository
        from mlflow.store.artifact.gcs_artifact_repo import GCSArtifactRepository
        from mlflow.store.artifact.s3_artifact_repo import S3ArtifactRepository

        objects, downloads, changes = {"model/demo.bin": b"weights one"}, [], [0]
        base, address = {
            "s3": (S3ArtifactRepository, "s3://bucket/model"),
            "gcs": (GCSArtifactRepository, "gs://bucket/model"),
            "azure": (AzureBlobArtifactRepository, "wasbs://box@account.blob.core.windows.net/model"),
        }[kind]

        def etag(key):
            changes[0] += changing
            return hashlib.md5(objects[key]).hexdigest() + str(changes[0]) if tells_etags else None

        class Blob:
            """What Google's and Azure's clients tell of an object."""

            def __init__(self, key):
                self.etag, self.generation, self.last_modified = etag(key), 1, "2026-11-20"

            def get_blob_properties(self):
                return self

        class Client:
            def head_object(self, Bucket, Key):
                told = etag(Key)
                return {"ETag": told} if told else {}

            def get_blob(self, key):
                return Blob(key)

            def get_blob_client(self, container, key):
                return Blob(key)

        class Store(base):
            def __init__(self):
                self.artifact_uri, self.client = address, Client()

            def _get_s3_client(self):
                return Client()

            def _get_bucket(self, bucket):
                return Client()

            def list_artifacts(self, path=None):
                return [FileInfo(k.removeprefix("model/"), False, len(v)) for k, v in objects.items()]

            def download_artifacts(self, path, folder):
                downloads.append(path)
                local = pathlib.Path(folder) / path
                local.write_bytes(objects[f"model/{path}"])
                return str(local)

        digests = artifacts.Digests()
        with mock.patch.object(artifacts, "place", lambda uri: (Store(), "")):
            first = digests.below(address)
            self.assertEqual(first, digests.below(address))
            count = len(downloads)
            objects["model/demo.bin"] = b"weights 0ne"
            second = digests.below(address)
        self.assertEqual(first, {"demo.bin": hashlib.sha256(b"weights one").hexdigest()})
        self.assertEqual(second, {"demo.bin": hashlib.sha256(b"weights 0ne").hexdigest()})
        return count

    def test_etags(self):
        for kind in ("s3", "gcs", "azure"):
            self.assertEqual(self.digests_of(True, kind), 1, kind)

    def test_store_without_etags(self):
        for kind in ("s3", "gcs", "azure"):
            self.assertEqual(self.digests_of(False, kind), 2, kind)

    def test_files_that_change_while_they_are_read(self):
        self.assertEqual(self.digests_of(True, changing=True), 2)


if __name__ == "__main__":
    unittest.main()

# SPDX-License-Identifier: Apache-2.0
"""Bundles of evidence, and what modelgate says of them.

Nothing here judges: `modelgate verify` does, in a process of its own, and its exit status decides.
"""

import dataclasses
import hashlib
import json
import os
import pathlib
import subprocess

# Names of files that hold weights, by extension; as in `modelgate verify --model-dir`.
WEIGHTS = frozenset(
    "bin safetensors pt pth onnx pkl joblib h5 keras gguf ckpt npz tflite "
    "pt2 pte ptl onnx_data ort hdf5 lite pb ggml ggjt pickle cloudpickle dill model ubj bst cbm lgb mlmodel npy "
    "msgpack pdparams pdmodel pdiparams engine plan trt mar skops data dat params weights caffemodel nemo t7 "
    "torchscript jit xgb rds".split()
)


class Refused(Exception):
    """A promotion that must not happen, with the reason for the person who asked."""


@dataclasses.dataclass(frozen=True)
class Requirements:
    """What a bundle has to fulfil beyond a verified pass."""

    program: str = "modelgate"
    max_age: int | None = None
    policy_digest: str | None = None
    public_keys: tuple[str, ...] = ()
    signatures: int = 0
    other_version: bool = False

    @classmethod
    def from_environment(cls, environment=os.environ) -> "Requirements":
        keys = tuple(k for k in environment.get("MODELGATE_PUBLIC_KEYS", "").split(os.pathsep) if k)
        age = environment.get("MODELGATE_MAX_AGE")
        return cls(
            program=environment.get("MODELGATE_PROGRAM", "modelgate"),
            max_age=int(age) if age else None,
            policy_digest=environment.get("MODELGATE_POLICY_DIGEST") or None,
            public_keys=keys,
            signatures=int(environment.get("MODELGATE_REQUIRE_SIGNED", "0")),
            other_version=environment.get("MODELGATE_OTHER_VERSION") == "1",
        )

    def arguments(self) -> list[str]:
        arguments = ["--require", "pass"]
        if self.max_age is not None:
            arguments += ["--max-age", str(self.max_age)]
        if self.policy_digest:
            arguments += ["--policy-digest", self.policy_digest]
        for key in self.public_keys:
            arguments += ["--public-key", key]
        if self.signatures:
            arguments += ["--require-signed", str(self.signatures)]
        if self.other_version:
            arguments += ["--other-version"]
        return arguments


@dataclasses.dataclass(frozen=True)
class Verified:
    """A bundle that was verified, and that says pass."""

    evidence: str
    verdict: str
    commit: str
    policy: str
    models: frozenset[str]


def sha256(path: pathlib.Path) -> str:
    """The SHA-256 of a file, read piece by piece."""
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        while piece := file.read(1 << 20):
            digest.update(piece)
    return digest.hexdigest()


def is_weights(path: str) -> bool:
    """Whether a file holds weights, going by its name; `MLmodel` describes a model and holds none."""
    name = path.rsplit("/", 1)[-1]
    ending = name.rsplit(".", 1)[-1].lower()
    return name != "MLmodel" and "." in name and (ending in WEIGHTS or ending.startswith("data-0"))


def weights_in(files: dict[str, str]) -> dict[str, str]:
    """The weights among files with their digests: what a pass has to be about.

    Where nothing has the name of weights, every file counts, so that nothing slips through unnamed.
    """
    return {path: digest for path, digest in files.items() if is_weights(path)} or files


def verify(bundle: str, requirements: Requirements) -> Verified:
    """Runs `modelgate verify`; anything but exit status 0 is a refusal with its reason."""
    command = [requirements.program, "verify", str(bundle), "--output", "json", *requirements.arguments()]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise Refused(f"modelgate could not be run: {error}") from error
    try:
        answer = json.loads(done.stdout)
    except ValueError:
        answer = {}
    if done.returncode != 0:
        reasons = [f"{p['path']}: {p['what']}" for p in answer.get("problems", [])]
        reasons += answer.get("unmet", [])
        text = "; ".join(reasons) or done.stderr.strip() or f"exit status {done.returncode}"
        raise Refused(f"the evidence does not hold: {text[:500]}")
    statement = answer["statement"]
    return Verified(
        evidence=answer["evidenceDigest"],
        verdict=statement["verdict"],
        commit=statement["commit"],
        policy=statement["policy"]["digest"],
        models=frozenset(m["sha256"] for m in statement["models"] if "sha256" in m),
    )


def require_models(verified: Verified, files: dict[str, str]) -> None:
    """Refuses unless every file of weights is a model that the bundle is about, and one is there."""
    weights = weights_in(files)
    if not weights:
        raise Refused("the version has no files")
    strangers = sorted(path for path, digest in weights.items() if digest not in verified.models)
    if strangers:
        raise Refused(f"the evidence is about another model: it does not know {', '.join(strangers[:5])}")


class Store:
    """A folder of bundles that only the gate can write to; a tag is but a pointer into it."""

    def __init__(self, folder: str):
        self.folder = pathlib.Path(folder)
        self._verified: dict[tuple, Verified | str] = {}

    def bundles(self) -> list[pathlib.Path]:
        if not self.folder.is_dir():
            raise Refused(f"there is no store of evidence at {self.folder}")
        found = [
            path
            for path in sorted(self.folder.iterdir())
            if path.name.endswith((".tar", ".tar.gz", ".tgz")) or (path / "bagit.txt").is_file()
        ]
        return found

    def find(self, files: dict[str, str], requirements: Requirements) -> Verified:
        """The evidence for these bytes, or a refusal with the reason of the nearest bundle."""
        reasons = []
        for bundle in reversed(self.bundles()):
            try:
                verified = self._cached(bundle, requirements)
                require_models(verified, files)
                return verified
            except Refused as refusal:
                reasons.append((bundle.name, str(refusal)))
        if not reasons:
            raise Refused("no evidence is on record")
        other = "about another model"
        told = [f"{name}: {reason}" for name, reason in reasons if other not in reason] or [
            f"{name}: {reason}" for name, reason in reasons
        ]
        raise Refused(told[0])

    def _cached(self, bundle: pathlib.Path, requirements: Requirements) -> Verified:
        """Verifies a bundle once as long as its file stays the same and the day does."""
        import datetime

        status = bundle.stat()
        today = datetime.datetime.now(datetime.timezone.utc).date()
        key = (str(bundle), status.st_size, status.st_mtime_ns, status.st_ino, requirements, today)
        if bundle.is_dir():
            return verify(str(bundle), requirements)
        if key not in self._verified:
            try:
                self._verified[key] = verify(str(bundle), requirements)
            except Refused as refusal:
                self._verified[key] = str(refusal)
        outcome = self._verified[key]
        if isinstance(outcome, str):
            raise Refused(outcome)
        return outcome

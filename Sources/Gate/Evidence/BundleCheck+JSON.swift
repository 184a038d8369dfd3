// SPDX-License-Identifier: Apache-2.0

internal import EvidenceBundle
internal import GateModel
package import Reporting
internal import Survey
internal import Texts

extension BundleCheck {
  /// The findings as JSON, for programs.
  package var jsonPage: Page {
    Page(
      json: .object(present: [
        ("schema", "modelgate/verification/v1"),
        ("sound", .bool(isSound)),
        ("holds", .bool(holds)),
        ("evidenceDigest", evidenceDigest.map { .string($0.hex) } ?? .null),
        ("files", .int(fileCount)),
        ("statement", statement?.json ?? .null),
        ("signers", .strings(signatures.filter { $0.standing != .unknown }.map(\.line))),
        ("signatures", .array(signatures.map(\.json))),
        ("previous", chain.map(\.json)),
        ("problems", .array(problems.map(\.json))),
        ("unmet", .strings(unmet)),
      ])
    )
  }
}

extension BundleSignature {
  fileprivate var json: JSONValue {
    .object(present: [
      ("type", .string(type)), ("key", keyID.map(JSONValue.string)),
      ("standing", .string(standing.rawValue)), ("roles", .strings(roles)),
      ("signedOn", day.map { .string($0.description) }),
      ("bindings", .array(bindings.map(\.json))),
    ])
  }
}

extension PolicySigner {
  fileprivate var json: JSONValue {
    .object(present: [
      ("role", .string(role)), ("from", from.map { .string($0.description) }),
      ("until", until.map { .string($0.description) }),
    ])
  }
}

extension BundleChain {
  fileprivate var json: JSONValue {
    [
      "evidence": .string(previous.evidence.hex), "commit": .string(previous.commit.hex),
      "asOf": .string(previous.asOf.description), "verdict": .string(previous.verdict.rawValue),
      "policy": .string(previous.policy.hex), "index": .int(checkpoint.count - 1),
      "checkpoint": .string(checkpoint.text),
    ]
  }
}

extension Problem {
  fileprivate var json: JSONValue {
    ["path": .string(path), "what": .string(message), "help": .string(help)]
  }
}

extension BundleStatement {
  fileprivate var json: JSONValue {
    .object(present: [
      ("verdict", .string(verdict.rawValue)),
      ("verdictWithoutBaseline", .string(verdictWithoutBaseline.rawValue)),
      ("baseline", baseline.map { ["path": .string($0.path), "known": .int($0.count)] }),
      ("asOf", .string(asOf.description)),
      ("commit", .string(commit.hex)),
      ("path", .string(root)),
      ("tool", .string(softwareAgent)),
      ("otherVersion", .bool(isByOtherVersion)),
      ("failOn", .string(failOn)),
      (
        "policy",
        .object(present: [
          ("digest", .string(policyDigest.hex)),
          ("ref", policyRevision.map(JSONValue.string)),
          ("commit", policyCommit.map { .string($0.hex) }),
          ("fromDisk", .bool(isPolicyFromDisk)),
        ])
      ),
      (
        "systems",
        .array(
          systems.map {
            ["id": .string($0.id), "name": .string($0.name), "tier": .string($0.tier)]
          }
        )
      ),
      (
        "packs",
        .array(
          packs.map {
            [
              "id": .string($0.id), "version": .string($0.version),
              "digest": .string($0.digest.hex),
            ]
          }
        )
      ),
      ("models", .array(models.map(\.json))),
      ("trustedFacts", .int(trustedFacts)),
      ("lookedAt", .strings(lookedAt)),
      ("contradictedFacts", .int(contradictedFacts)),
      ("notReplayed", .strings(notReplayed.map(\.path))),
    ])
  }
}

extension BundleModel {
  fileprivate var json: JSONValue {
    .object(present: [
      ("system", .string(system)),
      ("name", .string(name)),
      ("version", version.map(JSONValue.string)),
      ("path", path.map(JSONValue.string)),
      ("sha256", sha256.map { .string($0.hex) }),
      ("size", size.map(JSONValue.int)),
      ("origin", .string(origin.rawValue)),
    ])
  }
}

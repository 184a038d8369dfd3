// SPDX-License-Identifier: Apache-2.0

internal import EvidenceBundle
internal import GateModel
internal import Reporting
internal import Texts

/// The in-toto statements that a signer makes about a bundle (in-toto Statement v1).
///
/// The clock, the host and the run stand here alone: a bundle itself is the same wherever it is made.
struct Attestation {
  static let statementType = "https://in-toto.io/Statement/v1"
  /// What the gate found; `templates/schemas/gate-result.schema.json` describes it.
  static let gateResult = "https://modelgate.dev/gate-result/v1"
  /// in-toto/attestation, spec/predicates/test-result.md.
  static let testResult = "https://in-toto.io/attestation/test-result/v0.1"
  /// SLSA v1.0, Verification Summary Attestation.
  static let summary = "https://slsa.dev/verification_summary/v1"

  let statement: BundleStatement
  let results: [CheckResult]
  let evidenceDigest: ContentDigest
  /// When it is signed, as RFC 3339 in UTC.
  let signedAt: String
  /// The page of the run that signs, where there is one.
  let runURL: String?

  /// The statements by the stem of their files.
  ///
  /// What is undecided has no test result and no summary: neither format can say so.
  var statements: [(name: String, payload: [UInt8])] {
    [("gate-result", gateResultStatement)]
      + (statement.verdict == .undecided
        ? [] : [("test-result", testResultStatement)] + summaries)
  }

  private func payload(
    _ type: String,
    about subject: [JSONValue],
    _ predicate: JSONValue
  ) -> [UInt8] {
    CanonicalJSON.bytes(of: [
      "_type": .string(Self.statementType), "subject": .array(subject),
      "predicateType": .string(type), "predicate": predicate,
    ])
  }

  private var evidence: JSONValue {
    ["name": "manifest-sha256.txt", "digest": ["sha256": .string(evidenceDigest.hex)]]
  }

  private var subjects: [JSONValue] {
    [evidence, ["name": "commit", "digest": ["gitCommit": .string(statement.commit.hex)]]]
  }

  private var gateResultStatement: [UInt8] {
    payload(
      Self.gateResult,
      about: subjects,
      .object(present: [
        ("verdict", .string(statement.verdict.rawValue)),
        ("asOf", .string(statement.asOf.description)),
        ("commit", .string(statement.commit.hex)),
        ("path", .string(statement.root)),
        ("policyDigest", .string(statement.policyDigest.hex)),
        ("failOn", .string(statement.failOn)),
        ("tool", .string(statement.softwareAgent)),
        (
          "systems",
          .array(statement.systems.map { ["id": .string($0.id), "tier": .string($0.tier)] })
        ),
        (
          "packs",
          .array(
            statement.packs.map {
              [
                "id": .string($0.id), "version": .string($0.version),
                "digest": .string($0.digest.hex),
              ]
            }
          )
        ),
        (
          "models",
          .array(
            statement.models.compactMap { model in
              model.sha256.map {
                [
                  "system": .string(model.system), "name": .string(model.name),
                  "sha256": .string($0.hex),
                ]
              }
            }
          )
        ),
        ("signedAt", .string(signedAt)),
        ("runUrl", runURL.map(JSONValue.string)),
      ])
    )
  }

  private var testResultStatement: [UInt8] {
    func names(_ outcomes: Set<Outcome>) -> JSONValue {
      let names = results.filter { outcomes.contains($0.outcome) }
        .map { "\($0.pack)/\($0.rule)@\($0.system)/\($0.subject)" }
      return .strings(Set(names).sorted())
    }
    let isWarned = results.contains { $0.outcome == .waived || $0.outcome == .failed }
    let result = statement.verdict == .fail ? "FAILED" : isWarned ? "WARNED" : "PASSED"
    return payload(
      Self.testResult,
      about: subjects,
      [
        "result": .string(result),
        "configuration": [
          ["name": "policy", "digest": ["sha256": .string(statement.policyDigest.hex)]]
        ],
        "passedTests": names([.passed]),
        "warnedTests": names([.waived]),
        "failedTests": names([.failed]),
      ]
    )
  }

  private var summaries: [(name: String, payload: [UInt8])] {
    var seen: Set<ContentDigest> = []
    return statement.models.compactMap { model in
      guard let digest = model.sha256, seen.insert(digest).inserted else { return nil }
      let subject: JSONValue = [
        "name": .string(model.name), "digest": ["sha256": .string(digest.hex)],
      ]
      return (
        "vsa-\(digest.hex.prefix(12))", payload(Self.summary, about: [subject], summary(of: model))
      )
    }
  }

  private func summary(of model: BundleModel) -> JSONValue {
    let passed = statement.verdict == .pass
    let tier = statement.systems.first { $0.id == model.system }?.tier.uppercased() ?? "UNKNOWN"
    return [
      "verifier": [
        "id": "https://modelgate.dev/modelgate", "version": ["modelgate": .string(version)],
      ],
      "timeVerified": .string(signedAt),
      "resourceUri": .string(Self.uri(of: model)),
      "policy": [
        "uri": .string("sha256:\(statement.policyDigest)"),
        "digest": ["sha256": .string(statement.policyDigest.hex)],
      ],
      "inputAttestations": [
        ["uri": "manifest-sha256.txt", "digest": ["sha256": .string(evidenceDigest.hex)]]
      ],
      "verificationResult": passed ? "PASSED" : "FAILED",
      "verifiedLevels": [passed ? .string("MODELGATE_TIER_\(tier)") : "FAILED"],
    ]
  }

  private var version: String {
    statement.softwareAgent.split(separator: " ").last.map(String.init) ?? ""
  }

  /// A package URL (purl-spec, type `generic`) with everything but unreserved characters encoded.
  private static func uri(of model: BundleModel) -> String {
    let version = model.version.map { "@\(URLText.encoded($0))" } ?? ""
    let (system, name) = (URLText.encoded(model.system), URLText.encoded(model.name))
    return "pkg:generic/\(system)/\(name)\(version)"
  }
}

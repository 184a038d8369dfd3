// SPDX-License-Identifier: Apache-2.0

import Artifacts
import Assessment
import GateModel
import RulePacks
import Survey
import Testing

/// A rule as a YAML text.
struct SampleRule: Sendable {
  var id = "sample-rule"
  var require = "true"
  var when: String?
  var forEach: String?
  /// Further lines, such as `severity: warn`.
  var more: [String] = []

  /// The text of the file.
  var text: String {
    let severity = more.contains { $0.hasPrefix("severity:") } ? [] : ["severity: error"]
    let controls = more.contains { $0.hasPrefix("controls:") } ? [] : ["controls: []"]
    let lines =
      [
        "id: \(id)", "title: A sample", "rationale: A test.", "remedy: Nothing.",
        "message: it does not hold",
      ] + controls + severity + more
      + [("for_each", forEach), ("when", when), ("require", Optional(require))]
      .compactMap { key, source in
        source.map { key == "for_each" ? "\(key): \($0)" : "\(key): |-\n  \($0)" }
      }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A pack of some rules, which must be free of mistakes.
  static func pack(_ rules: [SampleRule]) throws -> RulePack {
    let manifest = "id: sample\nversion: '1'\ntitle: Sample\nsummary: Rules of a test.\n"
    let files = rules.map {
      PackFile(path: "rules/\($0.id).yaml", bytes: Array($0.text.utf8))
    }
    return try PackLoader(environment: Facts.environment).pack(
      files: [PackFile(path: "pack.yaml", bytes: Array(manifest.utf8))] + files,
      folder: "sample"
    )
  }

  /// What the rule says of a dossier.
  func results(
    on dossier: Dossier,
    asOf: String = "2026-11-21",
    policy: PolicyFacts = PolicyFacts(),
    unread: Set<ArtifactKind> = [],
    revision: RevisionFacts = .sample
  ) throws -> [CheckResult] {
    let assessor = Assessor(
      packs: [try Self.pack([self])],
      policy: policy,
      asOf: try #require(CalendarDate(asOf)),
      revision: revision
    )
    return assessor.assess(dossier, unread: unread).results
  }

  /// The only record of the rule on a dossier.
  func result(
    on dossier: Dossier,
    asOf: String = "2026-11-21",
    policy: PolicyFacts = PolicyFacts(),
    unread: Set<ArtifactKind> = [],
    revision: RevisionFacts = .sample
  ) throws -> CheckResult {
    let results = try results(
      on: dossier,
      asOf: asOf,
      policy: policy,
      unread: unread,
      revision: revision
    )
    #expect(results.count == 1)
    return try #require(results.first)
  }
}

extension RevisionFacts {
  /// A commit of 2026-11-20, which last changed every file of the complete dossier.
  static let sample = RevisionFacts(
    commit: ObjectID(hex: String(repeating: "a", count: 40)),
    commitTime: 1_795_132_800,
    isShallow: false,
    files: Dictionary(
      uniqueKeysWithValues: ArtifactKind.allCases.map {
        (
          "\($0.rawValue).md",
          FileFacts(
            lastChanged: 1_795_132_800,
            isSigned: true,
            firstSeen: 1_790_000_000,
            followsBounds: true,
            signature: SignatureFacts(state: .good, key: "k1", day: CalendarDate(2026, 11, 20)),
            author: "Ada Berg <ada@example.org>"
          )
        )
      }
    ),
    paths: ArtifactKind.allCases.map { "\($0.rawValue).md" },
    signatures: [
      SignatureFacts(
        tag: "v1",
        state: .good,
        key: "k2",
        day: CalendarDate(2026, 11, 20),
        by: "Bea Holm <bea@example.org>"
      )
    ],
    looks: LookFacts(since: nil, tag: "v1", counts: ["evaluation.md": 2]),
    factChanges: ["sample": [FactChange(on: CalendarDate(2026, 3, 1), facts: ["domain"])]],
    missingFiles: ["dpia.md": ["docs/a.md"]]
  )

  /// The same where nobody asked for more than the last changes.
  static let changesAlone = RevisionFacts(
    commit: sample.commit,
    commitTime: sample.commitTime,
    isShallow: false,
    files: sample.files?.mapValues { FileFacts(lastChanged: $0.lastChanged) }
  )
}

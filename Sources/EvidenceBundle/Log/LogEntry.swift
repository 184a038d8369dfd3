// SPDX-License-Identifier: Apache-2.0

package import GateModel
internal import Texts

/// What a log of releases keeps of one bundle: the line that its hash tree is over.
package struct LogEntry: Hashable, Sendable {
  /// The SHA-256 of the bundle's `manifest-sha256.txt`.
  package var evidence: ContentDigest
  /// The checked commit.
  package var commit: ObjectID
  /// The day of the check.
  package var asOf: CalendarDate
  /// What judging gave.
  package var verdict: Verdict
  /// The digest of policy, packs and waivers.
  package var policy: ContentDigest

  /// Creates an entry.
  package init(
    evidence: ContentDigest,
    commit: ObjectID,
    asOf: CalendarDate,
    verdict: Verdict,
    policy: ContentDigest
  ) {
    (self.evidence, self.commit, self.asOf) = (evidence, commit, asOf)
    (self.verdict, self.policy) = (verdict, policy)
  }

  /// The line without its end: canonical JSON.
  package var line: [UInt8] { CanonicalJSON.bytes(of: json) }

  /// Reads a line without its end; nil when it is not what `line` writes.
  package init?(line: [UInt8]) {
    do throws(MalformedBytes) {
      try self.init(reading: CanonicalJSONReader.value(of: line))
    } catch {
      return nil
    }
  }

  var json: JSONValue {
    [
      "evidence": .string(evidence.hex), "commit": .string(commit.hex),
      "asOf": .string(asOf.description), "verdict": .string(verdict.rawValue),
      "policy": .string(policy.hex),
    ]
  }

  init(reading json: JSONValue) throws(MalformedBytes) {
    var fields = try IndexFields(json, of: "the entry")
    evidence = try fields.digest("evidence")
    commit = try fields.objectID("commit")
    guard let day = CalendarDate(try fields.string("asOf")) else {
      throw MalformedBytes("the entry states no day as \"asOf\"")
    }
    guard let verdict = Verdict(rawValue: try fields.string("verdict")) else {
      throw MalformedBytes("the entry states no verdict")
    }
    policy = try fields.digest("policy")
    (asOf, self.verdict) = (day, verdict)
    try fields.requireNoOthers()
  }
}

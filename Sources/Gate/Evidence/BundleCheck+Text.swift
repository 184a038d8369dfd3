// SPDX-License-Identifier: Apache-2.0

internal import EvidenceBundle
internal import GateModel
package import Reporting
internal import Texts

extension BundleCheck {
  /// The findings for a terminal: the verdict first, then what it is about, then what is wrong.
  package var page: Page {
    let lines = [headline] + facts + problemLines + unmet.map { "required: \($0)" }
    return Page(lines: lines.map { VisibleText.line($0) + "\n" }.joined())
  }

  private var headline: String {
    guard let statement, isSound else {
      return "NOT SOUND: \(count(problems.count, "problem")) in \(count(fileCount, "file"))"
    }
    let again =
      statement.isByOtherVersion
      ? "made by \(statement.softwareAgent); judging again gives the same facts and outcomes"
      : "judging again gives the same bytes"
    let verdict = statement.verdict.rawValue.uppercased()
    let missing = statement.notReplayed.count
    guard unmet.isEmpty else {
      return "\(verdict), NOT AS REQUIRED: the bundle is sound, but see below"
    }
    guard missing == 0 else {
      return
        "\(verdict) BY ITS OWN WORD: the bundle is sound, with \(count(missing, "input")) left out "
        + "of it; what rests on that was not judged again"
    }
    return "\(verdict): the bundle is sound; \(again)"
  }

  private var facts: [String] {
    guard let statement else { return [line("evidence", evidenceDigest.map { "sha256:\($0)" })] }
    return [
      line(
        "commit",
        statement.commit.hex + (statement.root.isEmpty ? "" : " (\(statement.root)/)")
      ),
      line("day", "\(statement.asOf), fails on \(statement.failOn)"),
      line("asked", statement.asked),
      line("made by", statement.softwareAgent),
    ]
      + statement.systems.map { line("system", "\($0.id), \($0.tier)") }
      + statement.models.map { line("model", $0.line) }
      + [line("policy", "sha256:\(statement.policyDigest)\(policyOrigin(statement))")]
      + (statement.baseline.map { [line("baseline", $0.line)] } ?? [])
      + statement.packs.map { line("pack", "\($0.id) \($0.version), sha256:\($0.digest)") }
      + signatures.map { line($0.standing == .unknown ? "unchecked" : "signed", $0.line) }
      + statement.notReplayed.map { line("redacted", redaction($0)) }
      + (chain.map { [line("previous", $0.line + (isChainChecked ? "" : Self.unchecked))] } ?? [])
      + [
        line("evidence", evidenceDigest.map { "sha256:\($0)" }),
        line("trusted", trust(statement)),
      ] + lookedAt(statement)
      + (statement.isByOtherVersion ? [line("unchecked", Self.words)] : [])
  }

  private static let words =
    "the words of README.md, data/index.html, data/reports/ and of messages, not compared, since "
    + "another version wrote them"
  private static let unchecked = "; it says so itself, and --previous BUNDLE confirms it"

  /// An input that is not here, with what the bundle says it is.
  private func redaction(_ input: RedactedInput) -> String {
    let role = input.role == BundleRole.seen ? "read and taken for nothing" : input.role
    return "\(input.path), \(role), sha256:\(input.sha256)"
  }

  private func policyOrigin(_ statement: BundleStatement) -> String {
    if let revision = statement.policyRevision {
      return ", from \(revision) (\(statement.policyCommit?.short ?? "unknown"))"
    }
    return statement.isPolicyFromDisk ? ", in part from a disk" : ""
  }

  private func trust(_ statement: BundleStatement) -> String {
    if statement.contradictedFacts > 0 {
      return "nothing: the repository contradicts data/facts.json, see below"
    }
    return statement.trustedFacts == 0
      ? "nothing: the repository confirms every fact of data/facts.json"
      : "\(count(statement.trustedFacts, "fact")) of data/facts.json, which --repo PATH confirms"
  }

  /// How many of the files that were looked into are named; a repository may have thousands.
  private static let mostNamed = 5

  private func lookedAt(_ statement: BundleStatement) -> [String] {
    let paths = statement.lookedAt
    guard !paths.isEmpty else { return [] }
    let rest = paths.count - Self.mostNamed
    let more = rest > 0 ? " and \(rest) more" : ""
    return [
      line(
        "unseen",
        "\(paths.prefix(Self.mostNamed).joined(separator: ", "))\(more), said to be no artifact"
      )
    ]
  }

  private var problemLines: [String] {
    problems.map { "wrong: \($0.path): \($0.message); \($0.help)" }
  }

  private func line(_ name: String, _ value: String?) -> String {
    name + String(repeating: " ", count: max(1, 10 - name.utf8.count)) + (value ?? "none")
  }

  private func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}

extension BundleStatement.Baseline {
  fileprivate var line: String { "\(path), in which \(count) findings are known" }
}

extension BundleChain {
  fileprivate var line: String {
    "sha256:\(previous.evidence), \(previous.verdict.rawValue), day \(previous.asOf), "
      + "entry \(checkpoint.count - 1) of the log"
  }
}

extension BundleModel {
  fileprivate var line: String {
    let digest = sha256.map { "sha256:\($0) (\(origin.rawValue))" } ?? "no digest"
    return "\(system)/\(name)\(version.map { " \($0)" } ?? ""), \(digest)"
  }
}

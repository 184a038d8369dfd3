// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import EvidenceBundle
internal import GateModel
internal import Reporting

/// Compares what a bundle holds with what judging again gives.
struct BundleComparison {
  let record: BundleRecord
  let outcome: Rejudgement.Outcome
  /// The program that judges again.
  let tool: Report.Tool
  /// Whether inputs were missing: then nothing is compared that may rest on them.
  var lacksInputs = false

  /// Whether another version of the program made the bundle: then the words of reports may differ,
  /// and everything else has to agree.
  var isByOtherVersion: Bool { record.softwareAgent != "\(tool.name) \(tool.version)" }

  /// The top directory of an archive of the bundle.
  ///
  /// Which systems there are may be told by inputs that are missing: then the report alone says it. One that
  /// cannot be read is a problem of its own.
  var baseName: String {
    guard lacksInputs else { return outcome.baseName }
    do {
      let stated = try Report.read(reportBytes, requiresCanonicalForm: !isByOtherVersion)
      return BundleContents.baseName(of: stated.subjectName, at: record.commit)
    } catch {
      return outcome.baseName
    }
  }

  var problems: [Problem] {
    guard lacksInputs || isByOtherVersion else { return differences(from: outcome.digests) }
    let maker = isByOtherVersion ? ReportFactsReading.maker(reportBytes) : record.softwareAgent
    guard maker == record.softwareAgent else {
      return [forged("bag-info.txt", "names another maker than data/report.json, '\(maker)'")]
    }
    do {
      let stated = try Report.read(reportBytes, requiresCanonicalForm: !isByOtherVersion)
      let partial = PartialComparison(
        record: record,
        outcome: outcome,
        isByOtherVersion: isByOtherVersion
      )
      return try partial.problems(of: stated) + differences(from: expected(for: stated))
    } catch {
      return [forged("data/report.json", "cannot be read: \(error)")]
    }
  }

  /// The digests of the files of a bundle with a report that cannot be made again, and with what only the
  /// inputs tell that are not here; the report itself is compared part by part.
  private func expected(for stated: Report) throws -> [String: ContentDigest] {
    guard lacksInputs else { return outcome.digests }
    let evidence = outcome.evidence.completed(
      from: record,
      stating: try RunFacts(reading: record.facts)
    )
    return try Rejudgement.digests(of: evidence.contents(of: stated))
  }

  /// The files that differ from those that the bundle has to have.
  private func differences(from expected: [String: ContentDigest]) -> [Problem] {
    let differing = record.digests.filter { path, digest in
      guard let own = expected[path] else { return true }
      return own != digest && !(isByOtherVersion && EvidenceBundle.isWorded(path))
    }
    return differing.keys.sorted().map { problem(of: $0, expected) }
      + expected.keys.filter { record.digests[$0] == nil }.sorted().map { path in
        forged(path, "is missing, although judging again gives it")
      }
  }

  private func problem(of path: String, _ expected: [String: ContentDigest]) -> Problem {
    guard expected[path] != nil else {
      return forged(path, "is in the bundle, although judging again has no use for it")
    }
    let stated = statedVerdict
    guard path == "data/report.json", !lacksInputs, stated != outcome.report.verdict.rawValue else {
      return forged(path, "is not what judging again gives")
    }
    return forged(
      path,
      "states the verdict \(stated), but judging again gives \(outcome.report.verdict.rawValue)"
    )
  }

  private var statedVerdict: String {
    ReportFactsReading.verdict(reportBytes)
  }

  /// The report; nothing where the bundle was changed meanwhile, which then cannot be read.
  private var reportBytes: [UInt8] {
    do {
      return try record.report.bytes()
    } catch {
      return []
    }
  }

  /// What the report says by itself.
  var stated: Verdict? { Verdict(rawValue: statedVerdict) }

  private func forged(_ path: String, _ what: String) -> Problem {
    Problem(forged: path, what)
  }
}

extension Problem {
  /// A file says what judging again does not bear out.
  init(forged path: String, _ what: String) {
    self.init(
      path: path,
      message: what,
      help: "do not rely on the bundle: make it anew from the commit"
    )
  }
}

/// Takes facts out of the bytes of a report.json that may state anything.
enum ReportFactsReading {
  /// As much as a bundle may have: a report has a value in 20 bytes, and 3,000 for each system.
  private static let limits = DocumentLimits(
    maximumBytes: BundleLimits().held,
    maximumNodes: BundleLimits().held / 16
  )

  /// The verdict that a report states.
  static func verdict(_ bytes: [UInt8]) -> String {
    guard case .success(let report) = parsed(bytes) else { return "" }
    return report["verdict"]?.text ?? ""
  }

  /// The program that a report says it is by.
  static func maker(_ bytes: [UInt8]) -> String {
    guard case .success(let report) = parsed(bytes) else { return "" }
    return ["name", "version"].compactMap { report.at("tool", $0)?.text }.joined(separator: " ")
  }

  /// What structural verification compares with the git objects.
  static func facts(_ bytes: [UInt8]) throws -> ReportFacts {
    let report = try JSONReader.read(bytes, limits: limits)
    return ReportFacts(
      commit: report.at("repository", "commit")?.text ?? "",
      tree: report.at("repository", "tree")?.text ?? "",
      policyDigest: report.at("policy", "digest")?.text,
      artifacts: (report["artifacts"]?.list ?? .empty).map(artifact)
    )
  }

  private static func parsed(_ bytes: [UInt8]) -> Result<Node, Problem> {
    do {
      return .success(try JSONReader.read(bytes, limits: limits))
    } catch {
      return .failure(error)
    }
  }

  private static func artifact(_ node: Node) -> ReportFacts.Artifact {
    func text(_ key: String) -> String { node[key]?.text ?? "" }
    return ReportFacts.Artifact(
      system: text("system"),
      kind: text("kind"),
      format: text("format"),
      path: text("path"),
      blob: text("blob"),
      sha256: text("sha256"),
      size: node["size"]?.int ?? -1
    )
  }
}

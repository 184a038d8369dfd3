// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import EvidenceBundle
internal import GateModel

/// What verifying a bundle found, ready to be printed.
package struct BundleCheck: Sendable {
  /// Whether nothing is wrong.
  package let isSound: Bool
  /// The findings, one per line, and a closing line.
  package let text: String

  /// Verifies a bundle in any of its forms.
  ///
  /// - Throws: When there is no bundle to judge.
  package static func verify(_ path: String) throws(RunFailure) -> BundleCheck {
    do throws(BundleError) {
      return BundleCheck(try BundleVerifier.verify(path, readingReport: ReportReading.facts))
    } catch {
      throw RunFailure(
        .configuration,
        [
          Problem(
            message: "reading the bundle '\(error.path)' failed: \(error.reason)",
            help: error.help
          )
        ]
      )
    }
  }

  private init(_ verification: BundleVerification) {
    isSound = verification.problems.isEmpty
    let problems = verification.problems.map { problem in
      "wrong: \(problem.path): \(problem.what)\nhelp: \(problem.help)\n"
    }
    let closing =
      isSound
      ? "sound: \(verification.fileCount) files, nothing missing, changed or added"
      : "\(verification.problems.count) problems in \(verification.fileCount) files"
    text =
      problems.joined() + closing + "\n"
      + "commit           \(verification.commit?.hex ?? "none stated")\n"
      + "evidence digest  sha256:\(verification.evidenceDigest?.hex ?? "none")\n"
  }
}

/// Takes the facts that a bundle is checked against out of its report.json.
private enum ReportReading {
  static func facts(_ bytes: [UInt8]) throws -> ReportFacts {
    let report = try JSONReader.read(bytes)
    return ReportFacts(
      commit: report.at("repository", "commit")?.text ?? "",
      tree: report.at("repository", "tree")?.text ?? "",
      policyDigest: report.at("policy", "digest")?.text,
      artifacts: (report["artifacts"]?.list ?? .empty).map(artifact)
    )
  }

  private static func artifact(_ node: Node) -> ReportFacts.Artifact {
    func text(_ key: String) -> String { node[key]?.text ?? "" }
    return ReportFacts.Artifact(
      system: text("system"),
      kind: text("kind"),
      path: text("path"),
      blob: text("blob"),
      sha256: text("sha256"),
      size: node["size"]?.int ?? -1
    )
  }
}

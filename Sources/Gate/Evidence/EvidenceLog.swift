// SPDX-License-Identifier: Apache-2.0

internal import Digests
internal import EvidenceBundle
internal import FoundationEssentials
internal import GateModel
package import Reporting
internal import Texts

/// A folder with one line for each bundle of a series of releases, and a checkpoint over all of them.
///
/// Whoever keeps an older checkpoint can tell whether a line before it was changed, dropped or moved.
package struct EvidenceLog: Sendable {
  /// The first line of every checkpoint.
  private static let origin = "modelgate/log/v1"

  private let folder: String
  private var lines: [[UInt8]]

  private var entriesPath: String { "\(folder)/entries.jsonl" }
  private var checkpointPath: String { "\(folder)/checkpoint" }

  /// Opens a log; a folder that does not exist is an empty one.
  ///
  /// - Throws: When it cannot be read, or its checkpoint does not fit its entries.
  package init(at folder: String) throws(RunFailure) {
    self.folder = folder
    let path = "\(folder)/entries.jsonl"
    guard FileManager.default.fileExists(atPath: path) else {
      lines = []
      return
    }
    let bytes = try DiskFile.bytes(at: path)
    lines = bytes.split(separator: 0x0A).map(Array.init)
    let stated = try DiskFile.bytes(at: "\(folder)/checkpoint")
    guard stated == Array(checkpoint(ofFirst: lines.count).utf8) else {
      throw RunFailure(
        .configuration,
        [
          Problem(
            message: "the checkpoint of the log '\(folder)' does not fit its entries",
            help: "an entry was changed, dropped, added or moved: restore the log from a copy"
          )
        ]
      )
    }
  }

  /// How many entries there are.
  package var count: Int { lines.count }

  /// The checkpoint over all entries: origin, number, root hash (C2SP tlog-checkpoint, unsigned).
  package var checkpoint: String { checkpoint(ofFirst: lines.count) }

  private func checkpoint(ofFirst count: Int) -> String {
    let root = MerkleTree(of: lines).root(ofFirst: count)
    return "\(Self.origin)\n\(count)\n\(Base64.text(of: root.bytes))\n"
  }

  /// Verifies a bundle and adds it.
  ///
  /// - Returns: The number of its entry, from 0.
  /// - Throws: When the bundle is not sound, is there already, or the log cannot be written.
  package mutating func add(
    _ bundle: String,
    tool: Report.Tool
  ) async throws(RunFailure) -> Int {
    let line = try await Self.line(of: bundle, tool)
    guard !lines.contains(line) else {
      throw .configuration(
        "the bundle '\(bundle)' is in the log already",
        help: "add each bundle once"
      )
    }
    lines.append(line)
    try EndingSignals.waiting { () throws(RunFailure) in
      var files = OutputFiles()
      try files.stage(lines.flatMap { $0 + [0x0A] }, at: entriesPath)
      try files.stage(Array(checkpoint.utf8), at: checkpointPath)
      try files.commit()
    }
    return lines.count - 1
  }

  /// Whether an older checkpoint is one of this log: everything before it is as it was.
  ///
  /// - Throws: When the file cannot be read.
  package func continues(_ older: String) throws(RunFailure) -> Bool {
    let text = String(decoding: try DiskFile.bytes(at: older), as: UTF8.self)
    let parts = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard parts.count >= 3, let count = Int(parts[1]), (0...lines.count).contains(count) else {
      return false
    }
    return text == checkpoint(ofFirst: count)
  }

  /// The number of a bundle's entry and its audit path (RFC 6962 §2.1.1); nil where it has none.
  ///
  /// - Throws: When the bundle is not sound.
  package func inclusion(
    of bundle: String,
    tool: Report.Tool
  ) async throws(RunFailure) -> (index: Int, proof: [String])? {
    let line = try await Self.line(of: bundle, tool)
    guard let index = lines.firstIndex(of: line) else { return nil }
    return (index, MerkleTree(of: lines).inclusionProof(of: index).map(\.hex))
  }

  private static func line(
    of bundle: String,
    _ tool: Report.Tool
  ) async throws(RunFailure) -> [UInt8] {
    let check = try await BundleCheck.verify(bundle, tool: tool)
    guard check.isSound, let statement = check.statement, let digest = check.evidenceDigest else {
      throw .configuration("the bundle '\(bundle)' is not sound", help: "see 'modelgate verify'")
    }
    return CanonicalJSON.bytes(of: [
      "evidence": .string(digest.hex), "commit": .string(statement.commit.hex),
      "asOf": .string(statement.asOf.description), "verdict": .string(statement.verdict.rawValue),
      "policy": .string(statement.policyDigest.hex),
    ])
  }
}

// SPDX-License-Identifier: Apache-2.0

internal import EvidenceBundle
internal import FoundationEssentials
internal import GateModel
internal import Glibc
package import Reporting

/// A folder with one line for each bundle of a series of releases, and a checkpoint over all of them.
///
/// Whoever keeps an older checkpoint can tell whether a line before it was changed, dropped or moved.
package struct EvidenceLog: Sendable {
  private let folder: String
  private var lines: [[UInt8]]

  private var entriesPath: String { "\(folder)/entries.jsonl" }
  private var checkpointPath: String { "\(folder)/checkpoint" }

  /// What is wrong with the log, as a phrase; nil when nothing is.
  package let fault: String?

  /// Opens a log.
  ///
  /// - Parameters:
  ///   - folder: The folder.
  ///   - mayBeNew: Whether a folder without a log is an empty one.
  /// - Throws: When it cannot be read, or is not there.
  package init(at folder: String, mayBeNew: Bool = false) throws(RunFailure) {
    self.folder = folder
    let (entries, checkpoint) = ("\(folder)/entries.jsonl", "\(folder)/checkpoint")
    let hasEntries = FileManager.default.fileExists(atPath: entries)
    let isThere = hasEntries || FileManager.default.fileExists(atPath: checkpoint)
    guard isThere || mayBeNew else {
      throw .configuration(
        "there is no log in '\(folder)'",
        help: "check the path; 'modelgate log add' starts a log"
      )
    }
    let bytes = hasEntries ? try DiskFile.bytes(at: entries) : []
    lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    let isEnded = lines.last?.isEmpty ?? true
    if isEnded { lines = lines.dropLast() }
    let stated = isThere ? try DiskFile.bytes(at: checkpoint) : nil
    let found = Self.checkpoint(of: lines, lines.count)
    guard stated.map({ $0 == Array(found.text.utf8) }) ?? true else {
      fault = "the checkpoint does not fit the entries: one was changed, dropped, added or moved"
      return
    }
    fault = isEnded ? Self.fault(of: lines) : "the last line does not end"
  }

  /// The first line that no `log add` wrote.
  private static func fault(of lines: [[UInt8]]) -> String? {
    var seen: Set<[UInt8]> = []
    for (index, line) in lines.enumerated() {
      guard LogEntry(line: line) != nil else { return "entry \(index) is not in the form of one" }
      guard seen.insert(line).inserted else { return "entry \(index) is there twice" }
    }
    return nil
  }

  /// How many entries there are.
  package var count: Int { lines.count }

  /// The checkpoint over all entries: origin, number, root hash (C2SP tlog-checkpoint, unsigned).
  package var checkpoint: String { checkpoint(ofFirst: lines.count).text }

  private func checkpoint(ofFirst count: Int) -> Checkpoint { Self.checkpoint(of: lines, count) }

  private static func checkpoint(of lines: [[UInt8]], _ count: Int) -> Checkpoint {
    Checkpoint(count: count, root: MerkleTree(of: lines).root(ofFirst: count))
  }

  /// Verifies a bundle and adds it.
  ///
  /// - Returns: The number of its entry, from 0.
  /// - Throws: When the log is not intact, the bundle is not sound, is there already, or follows other
  ///   bundles than those of the log, or the log cannot be written.
  package mutating func add(
    _ bundle: String,
    tool: Report.Tool
  ) async throws(RunFailure) -> Int {
    let (line, chain) = try await Self.line(of: bundle, tool)
    return try Self.locking(folder) { () throws(RunFailure) in
      self = try EvidenceLog(at: folder, mayBeNew: true)
      return try append(line, chain, of: bundle)
    }
  }

  /// Does something while no other process adds to the log; the lock ends with its descriptor.
  private static func locking<Value>(
    _ folder: String,
    _ body: () throws(RunFailure) -> Value
  ) throws(RunFailure) -> Value {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw .configuration("the folder '\(folder)' cannot be made", help: "check the path")
    }
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    defer { if descriptor >= 0 { close(descriptor) } }
    var isLocked = descriptor >= 0 && flock(descriptor, LOCK_EX) == 0
    while descriptor >= 0, !isLocked, errno == EINTR {
      isLocked = flock(descriptor, LOCK_EX) == 0
    }
    guard isLocked else {
      throw .configuration(
        "the log '\(folder)' cannot be locked: \(String(cString: strerror(errno)))",
        help: "give a folder that you may read, on a disk that has locks"
      )
    }
    return try body()
  }

  private mutating func append(
    _ line: [UInt8],
    _ chain: BundleChain?,
    of bundle: String
  ) throws(RunFailure) -> Int {
    if let fault {
      throw .configuration(
        "the log '\(folder)' cannot be added to: \(fault)",
        help: "restore the log from a copy"
      )
    }
    guard !lines.contains(line) else {
      throw .configuration(
        "the bundle '\(bundle)' is in the log already",
        help: "add each bundle once"
      )
    }
    if let chain, chain.checkpoint != checkpoint(ofFirst: lines.count) {
      throw .configuration(
        "the bundle '\(bundle)' follows \(chain.checkpoint.count) others, of which sha256:"
          + "\(chain.previous.evidence) is the last, and not the \(lines.count) of the log",
        help: "add every bundle of the series in its order, from the first"
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
    return Checkpoint(text).map(has) ?? false
  }

  private func has(_ older: Checkpoint) -> Bool {
    older.count <= lines.count && older == checkpoint(ofFirst: older.count)
  }

  /// The number of a bundle's entry and its audit path (RFC 6962 §2.1.1); nil where it has none, or
  /// stands behind others than those that it follows.
  ///
  /// - Throws: When the bundle is not sound.
  package func inclusion(
    of bundle: String,
    tool: Report.Tool
  ) async throws(RunFailure) -> (index: Int, proof: [String])? {
    let (line, chain) = try await Self.line(of: bundle, tool)
    guard let index = lines.firstIndex(of: line) else { return nil }
    if let chain, chain.checkpoint.count != index || !has(chain.checkpoint) { return nil }
    return (index, MerkleTree(of: lines).inclusionProof(of: index).map(\.hex))
  }

  private static func line(
    of bundle: String,
    _ tool: Report.Tool
  ) async throws(RunFailure) -> (line: [UInt8], chain: BundleChain?) {
    let check = try await BundleCheck.verify(bundle, tool: tool)
    guard let entry = check.logEntry else {
      throw .configuration("the bundle '\(bundle)' is not sound", help: "see 'modelgate verify'")
    }
    return (entry.line, check.chain)
  }
}

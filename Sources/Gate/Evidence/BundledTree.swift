// SPDX-License-Identifier: Apache-2.0

internal import Digests
internal import EvidenceBundle
internal import GateModel

/// The checked tree as a bundle keeps it: every name, and the bytes of what was read.
struct BundledTree: SourceTree, Sendable {
  let entries: [TreeEntry]
  private let contents: [ObjectID: FileContent]
  private let sizes: [String: Int]
  private let digests: [String: ContentDigest]
  private let failures: [String: Problem]
  /// The paths of what the bundle leaves out.
  private let withheld: Set<String>
  /// Bytes that the bundle does not hold, from elsewhere.
  private let restored: [ObjectID: FileContent]

  /// The checked tree of a bundle.
  init(_ record: BundleRecord, _ facts: RunFacts, restored: [ObjectID: FileContent] = [:]) {
    self.restored = restored
    withheld = Set(record.redacted.map(\.path))
    entries = record.entries
    contents = record.contents
    (sizes, digests, failures) = (facts.sizes, facts.digests, facts.failures)
  }

  /// The tree that the policy of a bundle was read from, where that is another one.
  init(policyOf record: BundleRecord) {
    entries = record.policyEntries
    contents = record.contents
    (withheld, restored) = ([], [:])
    (sizes, digests, failures) = ([:], [:], [:])
  }

  func byteCount(of entry: TreeEntry) throws(Problem) -> Int {
    if let failure = failures[entry.path] { throw failure }
    if let content = held(entry) { return content.count }
    if let size = sizes[entry.path] { return size }
    throw absence(of: entry)
  }

  func bytes(of entry: TreeEntry) throws(Problem) -> [UInt8] {
    if let failure = failures[entry.path] { throw failure }
    guard let content = held(entry) else { throw absence(of: entry) }
    do throws(Problem) {
      return try content.bytes()
    } catch {
      throw Problem(path: entry.path, message: error.message, help: error.help)
    }
  }

  func sha256(of entry: TreeEntry) throws(Problem) -> ContentDigest {
    if let failure = failures[entry.path] { throw failure }
    if let content = held(entry) { return content.sha256 }
    guard let digest = digests[entry.path] else { throw absence(of: entry) }
    return digest
  }

  /// The digest of a file that the bundle holds: it was hashed when the bundle was read, and is compared
  /// when the file is read again.
  func knownSHA256(of entry: TreeEntry) -> ContentDigest? {
    failures[entry.path] == nil ? held(entry)?.sha256 : nil
  }

  /// What the bundle neither holds nor names was looked at, and was nothing.
  func glimpse(of entry: TreeEntry, limit: Int) throws(Problem) -> Glimpse {
    if let failure = failures[entry.path] { throw failure }
    guard let size = held(entry)?.count ?? sizes[entry.path] else {
      if withheld.contains(entry.path) { throw absence(of: entry) }
      return .bytes([])
    }
    return size <= limit ? .bytes(try bytes(of: entry)) : .tooLarge(size: size)
  }

  private func held(_ entry: TreeEntry) -> FileContent? {
    contents[entry.id] ?? restored[entry.id]
  }

  private func absence(of entry: TreeEntry) -> Problem {
    var problem = Problem(
      path: entry.path,
      message: "the bundle does not hold it",
      help: "make the bundle anew from the commit"
    )
    if withheld.contains(entry.path) { problem.code = Problem.withheld }
    return problem
  }
}

extension BundledTree {
  /// What a file is that was read.
  func measured(_ entry: TreeEntry) throws(RunFailure) -> MeasuredInput {
    do throws(Problem) {
      guard let content = held(entry) else { throw absence(of: entry) }
      return try MeasuredInput(content)
    } catch {
      throw RunFailure(unreadable: error)
    }
  }
}

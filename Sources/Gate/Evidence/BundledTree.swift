// SPDX-License-Identifier: Apache-2.0

internal import Digests
internal import EvidenceBundle
internal import GateModel

/// The checked tree as a bundle keeps it: every name, and the bytes of what was read.
struct BundledTree: SourceTree, Sendable {
  let entries: [TreeEntry]
  private let contents: [ObjectID: [UInt8]]
  private let sizes: [String: Int]
  private let digests: [String: ContentDigest]
  private let failures: [String: SourceTreeError]
  /// Bytes that the bundle does not hold, from elsewhere.
  private let restored: [ObjectID: [UInt8]]

  /// The checked tree of a bundle.
  init(_ record: BundleRecord, _ facts: RunFacts, restored: [ObjectID: [UInt8]] = [:]) {
    self.restored = restored
    entries = record.entries
    contents = record.contents
    (sizes, digests, failures) = (facts.sizes, facts.digests, facts.failures)
  }

  /// The tree that the policy of a bundle was read from, where that is another one.
  init(policyOf record: BundleRecord) {
    entries = record.policyEntries
    contents = record.contents
    restored = [:]
    (sizes, digests, failures) = ([:], [:], [:])
  }

  func byteCount(of entry: TreeEntry) throws(SourceTreeError) -> Int {
    if let failure = failures[entry.path] { throw failure }
    if let bytes = held(entry) { return bytes.count }
    if let size = sizes[entry.path] { return size }
    throw absence(of: entry)
  }

  func bytes(of entry: TreeEntry) throws(SourceTreeError) -> [UInt8] {
    if let failure = failures[entry.path] { throw failure }
    guard let bytes = held(entry) else { throw absence(of: entry) }
    return bytes
  }

  func sha256(of entry: TreeEntry) throws(SourceTreeError) -> ContentDigest {
    if let failure = failures[entry.path] { throw failure }
    if let bytes = held(entry) { return ContentDigest(sha256Of: bytes) }
    guard let digest = digests[entry.path] else { throw absence(of: entry) }
    return digest
  }

  private func held(_ entry: TreeEntry) -> [UInt8]? {
    contents[entry.id] ?? restored[entry.id]
  }

  private func absence(of entry: TreeEntry) -> SourceTreeError {
    SourceTreeError(
      path: entry.path,
      reason: "the bundle does not hold it",
      help: "make the bundle anew from the commit"
    )
  }
}

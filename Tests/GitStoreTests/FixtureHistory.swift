// SPDX-License-Identifier: Apache-2.0

import GateModel
import GitStore
import TestSupport
import Testing

extension ObjectID {
  /// The id with these digits; the test fails when they are none.
  static func required(_ hex: String) throws -> ObjectID { try #require(ObjectID(hex: hex)) }
}

/// The error that a call throws, or nil when it succeeds.
func gitError<Result: ~Copyable>(_ body: () throws(GitError) -> Result) -> GitError? {
  do {
    _ = try body()
    return nil
  } catch {
    return error
  }
}

/// The bytes of a file of a snapshot, as text.
func text(at path: String, in snapshot: borrowing Snapshot) throws -> String {
  let entry = try #require(snapshot.entries.first { $0.path == path })
  return String(decoding: try snapshot.bytes(of: entry), as: UTF8.self)
}

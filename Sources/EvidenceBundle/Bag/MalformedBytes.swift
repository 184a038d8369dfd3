// SPDX-License-Identifier: Apache-2.0

internal import Compression
internal import GateModel

/// What is wrong with bytes that should follow a format, as a lower-case phrase.
struct MalformedBytes: Error, Hashable {
  let what: String

  init(_ what: String) { self.what = what }

  /// Why bytes could not be read or kept.
  init(_ error: Problem) { self.init(error.message) }

  /// What is wrong with packed bytes.
  init(_ error: CompressionError) {
    switch error {
    case .truncated: self.init("ends in the middle of packed bytes")
    case .tooLarge(let limit): self.init("unpacks to more than \(limit) bytes")
    case .noMemory: self.init("cannot be unpacked: no memory for zlib")
    case .damaged, .needsDictionary, .windowTooLarge: self.init("holds damaged packed bytes")
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

internal import Compression

/// Why an archive or an entry of it cannot be read.
enum ZIPError: Error, Hashable, Sendable {
  /// The bytes are no ZIP archive.
  case noArchive
  /// A part of the archive is missing or contradicts another.
  case malformed(String)
  /// The archive uses what is not read here, such as encryption.
  case unsupported(String)
  /// The entry is larger than the caller allows.
  case tooLarge(limit: Int)

  /// What is wrong, as a lower-case phrase.
  var reason: String {
    switch self {
    case .noArchive: "it is no ZIP archive"
    case .malformed(let what): what
    case .unsupported(let what): "it uses \(what), which is not read"
    case .tooLarge(let limit): "it is larger than \(limit) bytes"
    }
  }
}

extension ZIPError {
  /// What the compressed bytes of an entry show.
  init(_ error: CompressionError) {
    switch error {
    case .truncated, .damaged: self = .malformed("the compressed bytes are damaged")
    case .tooLarge: self = .malformed("the entry is larger than the directory says")
    case .needsDictionary: self = .unsupported("a dictionary that is not in the archive")
    case .windowTooLarge(let limit):
      self = .unsupported("compression that needs more than \(limit >> 20) MiB of memory")
    case .noMemory: self = .malformed("there is no memory to decompress it")
    }
  }
}

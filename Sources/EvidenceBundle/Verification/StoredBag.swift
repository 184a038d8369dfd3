// SPDX-License-Identifier: Apache-2.0

internal import Digests
internal import GateModel

/// The files of a bundle that was read, each hashed once.
struct StoredBag {
  let files: [String: FileContent]
  let digests: [String: ContentDigest]

  init(_ listing: BundleListing) {
    files = Dictionary(
      listing.files.map { ($0.path, $0.content) },
      uniquingKeysWith: { first, _ in first }
    )
    digests = files.mapValues(\.sha256)
  }

  /// The paths, sorted by their bytes.
  var paths: [String] { files.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }

  /// The bytes of a file that is parsed; nil when it is not there.
  func held(_ path: String) -> [UInt8]? { files[path]?.heldBytes }

  /// Reads a file with a reader that explains its refusal; a missing file is left to `LayoutCheck`.
  func read<Value>(
    _ path: String,
    with reader: ([UInt8]) throws(MalformedBytes) -> Value
  ) -> Reading<Value> {
    guard let bytes = held(path) else { return Reading(value: nil, problems: []) }
    do {
      return Reading(value: try reader(bytes), problems: [])
    } catch {
      return Reading(value: nil, problems: [.damaged(path, error.what)])
    }
  }
}

/// What a file says, or why it could not be read; neither for a missing file.
struct Reading<Value> {
  let value: Value?
  let problems: [Problem]
}

extension Problem {
  /// The bundle was damaged or changed after it was made.
  static func damaged(_ path: String, _ what: String) -> Problem {
    Problem(
      path: path,
      message: what,
      help: "get the bundle again from where it was made, or make it anew"
    )
  }

  /// The bundle says something that its own proof does not bear out.
  static func unproven(_ path: String, _ what: String) -> Problem {
    Problem(
      path: path,
      message: what,
      help: "do not rely on the bundle: make it anew from the commit"
    )
  }
}

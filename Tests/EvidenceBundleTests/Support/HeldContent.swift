// SPDX-License-Identifier: Apache-2.0

import Digests
import EvidenceBundle
import GateModel

extension EvidenceBundle {
  /// The files of a small bundle with their bytes.
  static func heldFiles(of contents: BundleContents) throws(Problem) -> [BundleFile] {
    try files(of: contents).map { file throws(Problem) in
      BundleFile(path: file.path, bytes: try file.content.bytes())
    }
  }

  static func digest(of files: [BundleFile]) -> ContentDigest {
    digest(of: files.map { PlacedFile($0) })
  }
}

extension BundleWriter {
  static func write(
    _ files: [BundleFile],
    named name: String,
    modified: Int64,
    to destination: BundleDestination
  ) throws(Problem) {
    try write(files.map { PlacedFile($0) }, named: name, modified: modified, to: destination)
  }
}

extension BundleInput {
  init(
    path: String,
    mode: TreeEntry.Kind,
    blob: ObjectID,
    role: String,
    format: String? = nil,
    systems: [String],
    bytes: [UInt8]
  ) {
    self.init(
      path: path,
      mode: mode,
      blob: blob,
      role: role,
      format: format,
      systems: systems,
      sha256: ContentDigest(sha256Of: bytes),
      size: bytes.count,
      content: .held(bytes)
    )
  }

  /// The bytes, with their size and digest.
  var bytes: [UInt8] {
    get { content?.heldBytes ?? [] }
    set {
      (content, size, sha256) = (.held(newValue), newValue.count, ContentDigest(sha256Of: newValue))
    }
  }
}

extension PlacedFile {
  /// The bytes of a file in memory.
  var bytes: [UInt8] {
    get { content.heldBytes ?? [] }
    set { self = PlacedFile(path: path, content: .held(newValue)) }
  }
}

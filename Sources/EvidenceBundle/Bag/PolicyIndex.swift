// SPDX-License-Identifier: Apache-2.0

internal import Digests
internal import GateModel
internal import Texts

/// The content of `data/policy/index.json`: the paths under which policy and packs were read.
struct PolicyIndex: Hashable {
  static let schema = "modelgate/policy/v1"

  /// One policy file; the bytes stand apart, under their digest.
  struct Entry: Hashable {
    let path: String
    let sha256: ContentDigest
    let size: Int
  }

  let entries: [Entry]

  /// Lists policy files under the paths they were read from.
  init(of files: [BundleFile]) {
    self.init(
      entries: files.map { file in
        Entry(
          path: file.path,
          sha256: ContentDigest(sha256Of: file.bytes),
          size: file.bytes.count
        )
      }
    )
  }

  init(entries: [Entry]) {
    self.entries = entries.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  var json: JSONValue {
    ["schema": .string(Self.schema), "files": .array(entries.map(\.json))]
  }
}

extension PolicyIndex {
  init(reading bytes: [UInt8]) throws(MalformedBytes) {
    var fields = try IndexFields(CanonicalJSONReader.value(of: bytes), of: "the index")
    try fields.requireSchema(Self.schema)
    var entries: [Entry] = []
    for element in try fields.array("files") { entries.append(try Entry(reading: element)) }
    try fields.requireNoOthers()
    self.init(entries: entries)
    guard self.entries == entries else { throw MalformedBytes("lists its files out of order") }
    guard Set(entries.map { Array($0.path.utf8) }).count == entries.count else {
      throw MalformedBytes("lists a file twice")
    }
  }
}

extension PolicyIndex.Entry {
  var json: JSONValue {
    ["path": .string(path), "sha256": .string(sha256.hex), "size": .int(size)]
  }

  init(reading json: JSONValue) throws(MalformedBytes) {
    var fields = try IndexFields(json, of: "a policy file")
    path = try fields.string("path")
    sha256 = try fields.digest("sha256")
    size = try fields.integer("size")
    try fields.requireNoOthers()
  }
}

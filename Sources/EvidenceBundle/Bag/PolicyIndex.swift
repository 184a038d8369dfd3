// SPDX-License-Identifier: Apache-2.0

internal import Digests
internal import GateModel
internal import Texts

/// The content of `data/policy/index.json`: the paths under which policy and packs were read.
struct PolicyIndex: Hashable {
  static let schema = "modelgate/policy/v1"

  /// One policy file; the bytes stand in a file of the bundle.
  struct Entry: Hashable {
    let path: String
    /// Where the bytes stand in the bundle.
    let file: String
    let blob: ObjectID
    let sha256: ContentDigest
    let size: Int
  }

  /// The commit that the files were read from, where that is not the checked one.
  let commit: ObjectID?
  let entries: [Entry]

  /// Lists policy files under the paths they were read from.
  init(of files: [BundleFile], commit: ObjectID? = nil) {
    let places = FilePlaces(below: "data/policy", for: files.map(\.path))
    self.init(
      commit: commit,
      entries: files.map { file in
        let digest = ContentDigest(sha256Of: file.bytes)
        return Entry(
          path: file.path,
          file: places.place(of: file.path, digest),
          blob: GitHash.id(of: .blob, file.bytes),
          sha256: digest,
          size: file.bytes.count
        )
      }
    )
  }

  init(commit: ObjectID?, entries: [Entry]) {
    self.commit = commit
    self.entries = entries.sorted { Self.precedes($0.path, $1.path) }
  }

  static func precedes(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }

  var json: JSONValue {
    .object(present: [
      ("schema", .string(Self.schema)), ("commit", commit.map { .string($0.hex) }),
      ("files", .array(entries.map(\.json))),
    ])
  }

  /// The blobs of all files.
  var blobs: [ObjectID] { entries.map(\.blob) }

  /// The digest of everything that decides.
  var digest: ContentDigest {
    Self.digest(of: entries.map { ($0.path, $0.sha256, $0.size) })
  }

  /// The digest of files that are put into no bundle now, so that nothing asks for their places.
  ///
  /// Paths, sizes and content are what the digest of a policy is taken over, wherever they stand: as
  /// canonical JSON (RFC 8785), whose keys are sorted.
  static func digest(
    of files: [(path: String, sha256: ContentDigest, size: Int)]
  ) -> ContentDigest {
    var json = Array(#"{"files":["#.utf8)
    json.reserveCapacity(160 * files.count)
    for (index, file) in files.sorted(by: { precedes($0.path, $1.path) }).enumerated() {
      json += (index > 0 ? #",{"path":"# : #"{"path":"#).utf8
      json.append(quoted: file.path)
      json += #","sha256":""#.utf8
      json += file.sha256.hex.utf8
      json += #"","size":"#.utf8
      json += String(file.size).utf8
      json += "}".utf8
    }
    json += #"],"schema":"#.utf8
    json.append(quoted: schema)
    json += "}".utf8
    return ContentDigest(sha256Of: json)
  }
}

extension PolicyIndex {
  init(reading bytes: [UInt8]) throws(MalformedBytes) {
    var fields = try IndexFields(CanonicalJSONReader.value(of: bytes), of: "the index")
    try fields.requireSchema(Self.schema)
    var entries: [Entry] = []
    for element in try fields.array("files") { entries.append(try Entry(reading: element)) }
    let commit = fields.has("commit") ? try fields.objectID("commit") : nil
    try fields.requireNoOthers()
    self.init(commit: commit, entries: entries)
    guard self.entries == entries else { throw MalformedBytes("lists its files out of order") }
    guard Set(entries.map { Array($0.path.utf8) }).count == entries.count else {
      throw MalformedBytes("lists a file twice")
    }
    let places = FilePlaces(below: "data/policy", for: entries.map(\.path))
    guard entries.allSatisfy({ $0.file == places.place(of: $0.path, $0.sha256) }) else {
      throw MalformedBytes("names another file than the one that a path leads to")
    }
  }
}

extension PolicyIndex.Entry {
  var json: JSONValue {
    [
      "path": .string(path), "file": .string(file), "blob": .string(blob.hex),
      "sha256": .string(sha256.hex), "size": .int(size),
    ]
  }

  init(reading json: JSONValue) throws(MalformedBytes) {
    var fields = try IndexFields(json, of: "a policy file")
    path = try fields.string("path")
    file = try fields.string("file")
    blob = try fields.objectID("blob")
    sha256 = try fields.digest("sha256")
    size = try fields.integer("size")
    try fields.requireNoOthers()
  }
}

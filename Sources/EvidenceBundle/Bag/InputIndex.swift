// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

/// The content of `data/inputs/index.json`: where in the commit each input stands.
struct InputIndex: Hashable {
  static let schema = "modelgate/inputs/v1"

  /// One input; the bytes stand apart, under their digest.
  struct Entry: Hashable {
    let path: String
    let mode: TreeEntry.Kind
    let blob: ObjectID
    let sha256: ContentDigest
    let size: Int
    let kind: String
    let system: String
    let lfsObject: ContentDigest?
  }

  let commit: ObjectID
  /// The folder of the commit's tree below which the paths stand; empty for the whole tree.
  let root: String
  let entries: [Entry]

  init(commit: ObjectID, root: String, entries: [Entry]) {
    self.commit = commit
    self.root = root
    self.entries = entries.sorted()
  }

  var json: JSONValue {
    [
      "schema": .string(Self.schema), "commit": .string(commit.hex), "root": .string(root),
      "inputs": .array(entries.map(\.json)),
    ]
  }
}

extension InputIndex {
  init(reading bytes: [UInt8]) throws(MalformedBytes) {
    var fields = try IndexFields(CanonicalJSONReader.value(of: bytes), of: "the index")
    try fields.requireSchema(Self.schema)
    let commit = try fields.objectID("commit")
    let root = try fields.string("root")
    var entries: [Entry] = []
    for element in try fields.array("inputs") { entries.append(try Entry(reading: element)) }
    try fields.requireNoOthers()
    self.init(commit: commit, root: root, entries: entries)
    guard self.entries == entries else { throw MalformedBytes("lists its inputs out of order") }
    guard Set(entries.map(\.key)).count == entries.count else {
      throw MalformedBytes("lists an input twice")
    }
  }
}

extension InputIndex.Entry: Comparable {
  /// What tells inputs apart: one file may serve several systems, and as several kinds.
  var key: [[UInt8]] { [Array(path.utf8), Array(system.utf8), Array(kind.utf8)] }

  static func < (left: Self, right: Self) -> Bool {
    let parts = [
      (left.path, right.path), (left.system, right.system), (left.kind, right.kind),
    ]
    for (left, right) in parts where !left.utf8.elementsEqual(right.utf8) {
      return left.utf8.lexicographicallyPrecedes(right.utf8)
    }
    return false
  }

  var json: JSONValue {
    .object(present: [
      ("path", .string(path)), ("mode", .string(mode.gitMode)), ("blob", .string(blob.hex)),
      ("sha256", .string(sha256.hex)), ("size", .int(size)), ("kind", .string(kind)),
      ("system", .string(system)), ("lfsObject", lfsObject.map { .string($0.hex) }),
    ])
  }

  init(reading json: JSONValue) throws(MalformedBytes) {
    var fields = try IndexFields(json, of: "an input")
    path = try fields.string("path")
    let mode = try fields.string("mode")
    guard let kind = TreeEntry.Kind(gitMode: mode) else {
      throw MalformedBytes("states a mode that no file has")
    }
    self.mode = kind
    blob = try fields.objectID("blob")
    sha256 = try fields.digest("sha256")
    size = try fields.integer("size")
    self.kind = try fields.string("kind")
    system = try fields.string("system")
    lfsObject = fields.has("lfsObject") ? try fields.digest("lfsObject") : nil
    try fields.requireNoOthers()
  }
}

extension TreeEntry.Kind {
  /// The mode as git writes it in a tree.
  var gitMode: String {
    switch self {
    case .file: "100644"
    case .executable: "100755"
    case .symlink: "120000"
    case .submodule: "160000"
    }
  }

  /// The kind of file that a mode stands for; a submodule is none, because it has no bytes.
  init?(gitMode: String) {
    switch gitMode {
    case "100644": self = .file
    case "100755": self = .executable
    case "120000": self = .symlink
    default: return nil
    }
  }
}

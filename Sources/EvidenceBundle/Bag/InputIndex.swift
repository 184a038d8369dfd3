// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

/// The content of `data/inputs/index.json`: where in the commit each input stands.
struct InputIndex: Hashable {
  static let schema = "modelgate/inputs/v1"

  /// One input; the bytes stand in a file of the bundle.
  struct Entry: Hashable {
    let path: String
    /// Where the bytes stand in the bundle; nil where they were redacted.
    let file: String?
    let mode: TreeEntry.Kind
    let blob: ObjectID
    let sha256: ContentDigest
    let size: Int
    let role: String
    let format: String?
    let systems: [String]
    let lfsObject: ContentDigest?
  }

  let commit: ObjectID
  /// The folder of the commit's tree below which the paths stand; empty for the whole tree.
  let root: String
  let entries: [Entry]
  /// The inputs whose bytes the bundle does not hold.
  var redacted: [Entry] { entries.filter { $0.file == nil } }
  /// The models that the bundle is about, in the order in which they are declared.
  let models: [BundleModel]

  init(commit: ObjectID, root: String, entries: [Entry], models: [BundleModel]) {
    self.commit = commit
    self.root = root
    self.models = models
    self.entries = entries.sorted()
  }

  var json: JSONValue {
    [
      "schema": .string(Self.schema), "commit": .string(commit.hex), "root": .string(root),
      "inputs": .array(entries.map(\.json)), "models": .array(models.map(\.json)),
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
    var models: [BundleModel] = []
    for element in try fields.array("models") { models.append(try BundleModel(reading: element)) }
    try fields.requireNoOthers()
    self.init(commit: commit, root: root, entries: entries, models: models)
    guard self.entries == entries else { throw MalformedBytes("lists its inputs out of order") }
    guard Set(entries.map { Array($0.path.utf8) }).count == entries.count else {
      throw MalformedBytes("lists an input twice")
    }
    let places = FilePlaces(below: "data/inputs", for: entries.map(\.path))
    let isPlaced = entries.allSatisfy { entry in
      entry.file == nil || entry.file == places.place(of: entry.path, entry.sha256)
    }
    guard isPlaced else {
      throw MalformedBytes("names another file for an input than the one that its path leads to")
    }
  }
}

extension InputIndex.Entry: Comparable {
  static func < (left: Self, right: Self) -> Bool {
    left.path.utf8.lexicographicallyPrecedes(right.path.utf8)
  }

  var json: JSONValue {
    .object(present: [
      ("path", .string(path)), ("file", file.map(JSONValue.string)),
      ("mode", .string(mode.gitMode)),
      ("blob", .string(blob.hex)), ("sha256", .string(sha256.hex)), ("size", .int(size)),
      ("role", .string(role)), ("format", format.map(JSONValue.string)),
      ("systems", .strings(systems)), ("lfsObject", lfsObject.map { .string($0.hex) }),
    ])
  }

  init(reading json: JSONValue) throws(MalformedBytes) {
    var fields = try IndexFields(json, of: "an input")
    path = try fields.string("path")
    file = fields.has("file") ? try fields.string("file") : nil
    let mode = try fields.string("mode")
    guard let kind = TreeEntry.Kind(gitMode: mode) else {
      throw MalformedBytes("states a mode that no file has")
    }
    self.mode = kind
    blob = try fields.objectID("blob")
    sha256 = try fields.digest("sha256")
    size = try fields.integer("size")
    role = try fields.string("role")
    format = fields.has("format") ? try fields.string("format") : nil
    var systems: [String] = []
    for system in try fields.array("systems") {
      guard case .string(let id) = system else {
        throw MalformedBytes("names a system that is no text")
      }
      systems.append(id)
    }
    guard systems == systems.sorted() else {
      throw MalformedBytes("lists the systems of an input out of order")
    }
    self.systems = systems
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

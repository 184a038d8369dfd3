// SPDX-License-Identifier: Apache-2.0

internal import Digests
internal import GateModel

/// A tree object: the names in one folder of a commit, with what they stand for.
struct GitTree {
  /// What a name stands for.
  struct Entry: Hashable {
    /// The mode as a number, such as 0o100644.
    let mode: UInt32
    /// The 40 digits of the object's id.
    let id: String

    /// Whether the entry is a folder.
    var isTree: Bool { mode == 0o040000 }

    /// The kind of file, or nil for a folder.
    ///
    /// Old repositories have regular files of other modes, such as 100664; what counts is whether
    /// any may execute, as git itself normalizes them.
    var kind: TreeEntry.Kind? {
      switch mode & 0o170000 {
      case 0o100000: mode & 0o111 == 0 ? .file : .executable
      case 0o120000: .symlink
      case 0o160000: .submodule
      default: nil
      }
    }
  }

  /// The entries by the bytes of their names.
  private(set) var entries: [[UInt8]: Entry] = [:]

  /// Reads `<octal mode> <name>`, NUL and 20 bytes of id, repeated (git-mktree(1) in binary).
  init(reading bytes: [UInt8]) throws(MalformedBytes) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let (name, entry) = try Self.entry(&rest)
      guard entries.updateValue(entry, forKey: name) == nil else {
        throw MalformedBytes("has the name \(String(decoding: name, as: UTF8.self)) twice")
      }
    }
  }

  private static func entry(
    _ rest: inout ArraySlice<UInt8>
  ) throws(MalformedBytes) -> ([UInt8], Entry) {
    guard let blank = rest.prefix(7).firstIndex(of: UInt8(ascii: " ")),
      let mode = UInt32(String(decoding: rest[..<blank], as: UTF8.self), radix: 8),
      let end = rest[blank...].firstIndex(of: 0), rest.endIndex - end > 20, end > blank + 1
    else { throw MalformedBytes("is not a tree of git") }
    let name = rest[(blank + 1)..<end]
    let id = rest[(end + 1)..<(end + 21)]
    rest = rest[(end + 21)...]
    return (Array(name), Entry(mode: mode, id: GitHash.hex(id)))
  }

  /// The entry for one part of a path as `TreeEntry` spells it.
  subscript(part: Substring) -> Entry? { entries[PathText.bytes(of: String(part))] }
}

// SPDX-License-Identifier: Apache-2.0

internal import CGit2
package import GateModel

/// One object of a repository, as the bytes that its id is computed from.
package struct GitObject: Hashable, Sendable {
  /// What an object is; the values are the type numbers of packs (gitformat-pack(5)).
  package enum Kind: UInt8, Hashable, Sendable {
    case commit = 1
    case tree = 2
    case blob = 3
    case tag = 4
  }

  /// The id of the object.
  package let id: ObjectID
  /// What the object is.
  package let kind: Kind
  /// The content, without the header that git puts before it.
  package let bytes: [UInt8]

  /// Creates an object from its parts; the id is taken on trust.
  package init(id: ObjectID, kind: Kind, bytes: [UInt8]) {
    self.id = id
    self.kind = kind
    self.bytes = bytes
  }
}

extension SharedRepository {
  /// Reads an object of any kind; libgit2 checks that the bytes belong to the id.
  func rawObject(_ id: ObjectID, _ attempt: @autoclosure () -> String) throws(GitError) -> GitObject
  {
    var raw = id.raw
    let object = try Owned(RawObject.self, "git_odb_read", attempt()) {
      git_odb_read(&$0, database, &raw)
    }
    let type = git_odb_object_type(object.pointer).rawValue
    guard let kind = UInt8(exactly: type).flatMap(GitObject.Kind.init) else {
      throw GitError(.corrupt, attempt: attempt(), reason: "\(id.short) is of no known type")
    }
    return GitObject(id: id, kind: kind, bytes: copiedBytes(of: object.pointer))
  }
}

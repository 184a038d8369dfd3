// SPDX-License-Identifier: Apache-2.0

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

extension GitObject.Kind {
  /// The word that git puts before the size of an object.
  package var name: String {
    switch self {
    case .commit: "commit"
    case .tree: "tree"
    case .blob: "blob"
    case .tag: "tag"
    }
  }
}

extension [GitObject] {
  /// The same objects without repetitions, ordered by kind, then by id.
  package var inPackOrder: [GitObject] {
    let sorted = sorted { left, right in
      left.kind == right.kind ? left.id < right.id : left.kind.rawValue < right.kind.rawValue
    }
    return sorted.reduce(into: []) { unique, object in
      if unique.last?.id != object.id { unique.append(object) }
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

internal import CGit2
internal import GateModel

extension ObjectID {
  /// The id that libgit2 keeps as 20 bytes.
  init(_ id: git_oid) {
    self = withUnsafeBytes(of: id.id) { ObjectID(bytes: Array($0)) }
  }

  /// The 20 bytes, as libgit2 wants them.
  var raw: git_oid {
    var id = git_oid()
    // Cannot fail: the digits were checked when the id was made.
    git_oid_fromstr(&id, hex)
    return id
  }
}

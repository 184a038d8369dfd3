// SPDX-License-Identifier: Apache-2.0

internal import CGit2
internal import GateModel

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
    return GitObject(id: id, kind: kind, bytes: Array(storedBytes(of: object.pointer)))
  }
}

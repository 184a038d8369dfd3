// SPDX-License-Identifier: Apache-2.0

package import Documents
package import GateModel

/// Why the content of a file is hidden: what stands in its place, or what is wrong with its syntax.
package struct UnreadableFile: Error {
  package let path: String
  /// What went wrong, as a lower-case phrase.
  package let reason: String
  package let position: SourcePosition?
  package let help: String

  /// The flaw of a text.
  package init(_ error: DocumentError, in path: String) {
    self.init(path: path, reason: error.message, position: error.position, help: error.help)
  }

  private init(path: String, reason: String, position: SourcePosition? = nil, help: String) {
    self.path = path
    self.reason = reason
    self.position = position
    self.help = help
  }

  /// What stands in the place of the bytes of a file; nil when it is the bytes themselves.
  package init?(insteadOf file: SourceFile) {
    switch file.kind {
    case .symlink:
      self.init(
        path: file.path,
        reason: "it is a symbolic link",
        help: "commit the file itself, or name the path that it points to"
      )
    case .submodule:
      self.init(
        path: file.path,
        reason: "it is a submodule",
        help: "check that repository by itself, or commit the file here"
      )
    case .file, .executable:
      guard let pointer = LFSPointer(bytes: file.bytes) else { return nil }
      self.init(
        path: file.path,
        reason: "it is a Git LFS pointer to \(pointer.byteCount) bytes that are not in the tree",
        help: "keep the file out of Git LFS: `git lfs untrack` its path and commit the file itself"
      )
    }
  }

  /// The same for the report of a run.
  package var fault: Fault {
    Fault(
      message: "cannot read \(path): \(reason)",
      location: SourceLocation(path: path, position: position),
      help: help
    )
  }

  /// The flaw alone, of a file that could be read besides.
  func problem(of blob: ObjectID?) -> Problem {
    Problem(
      code: "duplicate",
      message: reason,
      help: help,
      source: SourceReference(path: path, blob: blob, position: position ?? .start)
    )
  }

  /// The same for a configuration file.
  package var problem: Problem {
    Problem(
      code: "unreadable",
      message: "cannot read \(path): \(reason)",
      help: help,
      source: SourceReference(path: path, position: position ?? .start)
    )
  }
}

// SPDX-License-Identifier: Apache-2.0

package import GateModel

extension Problem {
  /// What stands in the place of the bytes of a file; nil when it is the bytes themselves.
  package init?(insteadOf file: SourceFile) {
    switch file.kind {
    case .symlink:
      self.init(
        path: file.path,
        message: "it is a symbolic link",
        help: "commit the file itself, or name the path that it points to"
      )
    case .submodule:
      self.init(
        path: file.path,
        message: "it is a submodule",
        help: "check that repository by itself, or commit the file here"
      )
    case .file, .executable:
      guard let pointer = LFSPointer(bytes: file.bytes) else { return nil }
      self.init(
        path: file.path,
        message: "it is a Git LFS pointer to \(pointer.byteCount) bytes that are not in the tree",
        help: "keep the file out of Git LFS: `git lfs untrack` its path and commit the file itself"
      )
    }
  }

  /// The flaw of a repeated key alone, of a file that could be read besides.
  func duplicate(of blob: ObjectID?) -> Problem {
    Problem(
      code: "duplicate",
      message: message,
      help: help,
      source: SourceReference(path: path, blob: blob, position: position)
    )
  }

  /// The same for a configuration file that cannot be read.
  package var ofUnreadableFile: Problem {
    Problem(
      code: "unreadable",
      message: "cannot read \(path): \(message)",
      help: help,
      source: SourceReference(path: path, position: position)
    )
  }
}

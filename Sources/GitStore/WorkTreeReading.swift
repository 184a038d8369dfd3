// SPDX-License-Identifier: Apache-2.0

/// How an entry among the files on disk is read where the bytes on disk are not what git records.
enum WorkTreeReading: Hashable, Sendable {
  /// As the index records it.
  case recorded
  /// Not at all: what the next commit would record cannot be known here.
  case refused(reason: String, help: String)
}

extension WorkTreeReading {
  /// A file that git is told to take for unchanged, and that is not.
  static func assumedUnchanged(_ path: String) -> WorkTreeReading {
    .refused(
      reason: "git is told to assume that it is unchanged, and the file on disk is another one",
      help: "run: git update-index --no-assume-unchanged '\(path)'"
    )
  }

  /// A file that git is told not to look for, and that stands there with other content.
  static func skipped(_ path: String) -> WorkTreeReading {
    .refused(
      reason: "git is told to skip it (skip-worktree), and the file on disk is another one",
      help: "run: git update-index --no-skip-worktree '\(path)'"
    )
  }

  /// A changed file that a program converts before git records it.
  static func filtered(_ path: String, by filter: String) -> WorkTreeReading {
    .refused(
      reason: "git passes it through \(filter) before it records it, and no program of a"
        + " repository is run here",
      help: "run: git add '\(path)', then check with --staged"
    )
  }
}

// SPDX-License-Identifier: Apache-2.0

internal import CGit2

extension GitError {
  /// Translates what libgit2 reports, as far as code, area and message tell.
  ///
  /// Callers that know more, such as which name was looked up, replace kind and text.
  init(attempt: String, _ failure: LibraryFailure) {
    let kind = Self.kind(of: failure)
    self.init(kind, attempt: attempt, reason: Self.reason(for: kind, failure), from: failure)
  }

  private static func kind(of failure: LibraryFailure) -> Kind {
    switch failure.code {
    case GIT_EAMBIGUOUS.rawValue: .ambiguousRevision
    case GIT_EUNBORNBRANCH.rawValue: .unbornBranch
    case GIT_EBAREREPO.rawValue: .bareRepository
    case GIT_EUNMERGED.rawValue: .unmergedIndex
    case GIT_EOWNER.rawValue: .foreignOwner
    case GIT_EPEEL.rawValue: .notACommit
    case GIT_EMISMATCH.rawValue: .corrupt
    case GIT_ENOTFOUND.rawValue: kindOfAbsence(failure)
    default: kindOfDefect(failure)
    }
  }

  private static func kindOfAbsence(_ failure: LibraryFailure) -> Kind {
    switch failure.area {
    case Int32(GIT_ERROR_ODB.rawValue), Int32(GIT_ERROR_OBJECT.rawValue): .missingObject
    case Int32(GIT_ERROR_REPOSITORY.rawValue): .notARepository
    // libgit2 1.5 asks for safe.directory itself and reports only that it is not set.
    case Int32(GIT_ERROR_CONFIG.rawValue) where failure.message.contains("safe.directory"):
      .foreignOwner
    default: .other
    }
  }

  private static func kindOfDefect(_ failure: LibraryFailure) -> Kind {
    let message = failure.message
    if message.contains("extensions.objectformat") { return .sha256Repository }
    if message.contains("unsupported extension") || message.contains("repository version") {
      return .unsupportedRepository
    }
    switch failure.area {
    case Int32(GIT_ERROR_ODB.rawValue), Int32(GIT_ERROR_OBJECT.rawValue),
      Int32(GIT_ERROR_ZLIB.rawValue), Int32(GIT_ERROR_TREE.rawValue),
      Int32(GIT_ERROR_INDEX.rawValue), Int32(GIT_ERROR_CONFIG.rawValue):
      return .corrupt
    default:
      return .other
    }
  }

  private static func reason(for kind: Kind, _ failure: LibraryFailure) -> String {
    switch kind {
    case .notARepository: "there is no git repository here or above"
    case .sha256Repository: "it names its objects with SHA-256, which libgit2 cannot read"
    case .bareRepository: "the repository is bare"
    default: failure.message
    }
  }
}

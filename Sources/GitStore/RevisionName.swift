// SPDX-License-Identifier: Apache-2.0

internal import CGit2

/// The name at the start of a revision, such as `main` in `main~2`, and everything it can stand for.
///
/// git takes the first of several meanings and warns; a gate that does so lets whoever can push a
/// tag choose what is judged, or by which policy.
struct RevisionName {
  let name: String
  private let repository: SharedRepository

  /// The name of a revision; nil when it starts with none, as `:/text` does.
  init?(of revision: String, in repository: SharedRepository) {
    var name = String(revision.prefix { !"~^:".contains($0) })
    if let reflog = name.firstRange(of: "@{") { name = String(name[..<reflog.lowerBound]) }
    if name == "@" || name.isEmpty && revision.hasPrefix("@") { name = "HEAD" }
    guard !name.isEmpty else { return nil }
    (self.name, self.repository) = (name, repository)
  }

  /// The full names of all references that it can stand for, in git's order (gitrevisions(7)).
  var references: [String] {
    [
      name, "refs/\(name)", "refs/tags/\(name)", "refs/heads/\(name)", "refs/remotes/\(name)",
      "refs/remotes/\(name)/HEAD",
    ].filter(exists)
  }

  /// Throws when the name has two meanings; `HEAD`, full ids and full names have one.
  func requireOneMeaning(_ attempt: String) throws(GitError) {
    guard !isFullID, name != "HEAD", !name.hasPrefix("refs/") else { return }
    let references = references
    guard let first = references.first else { return }
    guard references.count == 1 else {
      throw ambiguous(references, help: "'\(first)' or '\(references[1])'", attempt)
    }
    if startsObjectID {
      throw ambiguous([first, "an object whose id starts like this"], help: "'\(first)'", attempt)
    }
  }

  /// The full name of the reference that git takes, or nil when the revision is an id.
  var reference: String? { isFullID ? nil : references.first }

  private var isFullID: Bool { name.utf8.count == 40 && isHexadecimal }

  private var isHexadecimal: Bool { name.utf8.allSatisfy { hexadecimalDigits.contains($0) } }

  /// The digits of an id that the name can stand for: all of it, or what is behind `-g` in the name that
  /// `git describe` gives, such as `v1.2-3-g1a2b3c4`.
  private var digits: Substring {
    let parts = name.split(separator: "-")
    guard parts.count > 2, let last = parts.last, last.first == "g",
      parts[parts.count - 2].utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 })
    else { return name[...] }
    return last.dropFirst()
  }

  /// Whether an object has an id that starts with the name (git wants four digits or more).
  private var startsObjectID: Bool {
    let digits = String(digits)
    guard 4..<41 ~= digits.utf8.count, digits.utf8.allSatisfy(hexadecimalDigits.contains) else {
      return false
    }
    var prefix = git_oid()
    guard git_oid_fromstrn(&prefix, digits, digits.utf8.count) == 0 else { return false }
    var found = git_oid()
    let code = git_odb_exists_prefix(&found, repository.database, &prefix, digits.utf8.count)
    git_error_clear()
    return code == 0 || code == GIT_EAMBIGUOUS.rawValue
  }

  private func exists(_ reference: String) -> Bool {
    var found: OpaquePointer?
    defer { git_reference_free(found) }
    let code = git_reference_lookup(&found, repository.pointer, reference)
    git_error_clear()
    return code == 0
  }

  private func ambiguous(_ meanings: [String], help: String, _ attempt: String) -> GitError {
    GitError(
      .ambiguousRevision,
      attempt: attempt,
      reason: "'\(name)' names \(meanings.joined(separator: " and "))",
      help: "give the full name: \(help)"
    )
  }
}

private let hexadecimalDigits = Set("0123456789abcdefABCDEF".utf8)

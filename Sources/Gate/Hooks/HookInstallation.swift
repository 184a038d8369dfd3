// SPDX-License-Identifier: Apache-2.0

internal import GitStore
internal import Glibc

/// Puts a hook where git looks for it, unless something is there already.
package struct HookInstallation {
  /// A hook that the program can be.
  package enum Kind: String, CaseIterable, Sendable {
    case preCommit = "pre-commit"
    case prePush = "pre-push"
    case preReceive = "pre-receive"
    case update
  }

  /// What became of it.
  package struct Outcome: Sendable {
    /// What to tell the user.
    package let text: String
    /// Whether the hook is in place, or the user knows what to add to the program that keeps hooks.
    package let isSettled: Bool
  }

  private let kind: Kind
  private let repository: RepositoryAccess.HookFolder

  /// Looks the repository up.
  package init(_ kind: Kind, for request: RunRequest) throws(RunFailure) {
    self.kind = kind
    repository = try RepositoryAccess(request).hookFolder()
  }

  /// Writes the hook, or says what to write where.
  package func install() throws(RunFailure) -> Outcome {
    let keepers = HookKeeper.allCases.filter { isKept(by: $0) }
    guard keepers.isEmpty else {
      let snippets = keepers.map { $0.snippet(for: kind) }
      return Outcome(
        text: "hooks of this repository are kept by another program; nothing was written\n\n"
          + snippets.joined(separator: "\n"),
        isSettled: true
      )
    }
    let path = "\(repository.path)/\(kind.rawValue)"
    switch try write(to: path) {
    case .written: return Outcome(text: "wrote \(path)\n", isSettled: true)
    case .same: return Outcome(text: "\(path) is in place\n", isSettled: true)
    case .other:
      return Outcome(
        text: "kept \(path), which exists; add this line to it:\n\n  \(command) || exit\n",
        isSettled: false
      )
    }
  }

  private enum Writing { case written, same, other }

  private func write(to path: String) throws(RunFailure) -> Writing {
    try OutputFiles.createFolder(of: path)
    // Never over anything, a dangling link included.
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o777)
    guard descriptor >= 0 else {
      guard errno == EEXIST else { throw .writing(path, String(cString: strerror(errno))) }
      var status = stat()
      guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return .other }
      return try DiskFile.bytes(at: path) == Array(script.utf8) ? .same : .other
    }
    defer { close(descriptor) }
    try Descriptor.write(Array(script.utf8), to: descriptor, path)
    return .written
  }

  private var command: String { "modelgate hook \(kind.rawValue) \"$@\"" }

  private var script: String {
    """
    #!/bin/sh
    # Written by 'modelgate hook install \(kind.rawValue)'; change or remove it as you like.
    exec \(command)

    """
  }

  private func isKept(by keeper: HookKeeper) -> Bool {
    guard let root = repository.workTree else { return false }
    return keeper.marks.contains { access("\(root)/\($0)", F_OK) == 0 }
  }
}

// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Glibc

/// What stands at a path of the file system.
enum FileKind: Hashable {
  case file
  case directory
  /// A symbolic link, where links are not followed.
  case link
  /// A device, a named pipe or a socket.
  case special

  /// The kind of the entry itself, or nil when there is none.
  init?(ofEntry path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    self.init(mode: status.st_mode)
  }

  /// The kind of what a path leads to, through links, or nil when it leads nowhere.
  init?(at path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(mode: status.st_mode)
  }

  private init(mode: mode_t) {
    switch mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFDIR: self = .directory
    case S_IFLNK: self = .link
    default: self = .special
    }
  }

  /// Refuses to put an archive in the place of a directory, a device or a link.
  static func requireReplaceable(_ path: String) throws(Problem) {
    guard let kind = FileKind(ofEntry: path), kind != .file else { return }
    throw Problem(
      path: path,
      message: "cannot write the bundle: the destination exists and is no regular file",
      help: "name another path, or remove it yourself"
    )
  }
}

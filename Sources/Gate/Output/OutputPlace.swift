// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// What stands where an output goes, after symbolic links were followed.
enum OutputPlace {
  /// A regular file, or none yet; the mode is that of the file that is replaced.
  case file(String, mode: mode_t?)
  /// A device or a pipe.
  case stream(String)
  /// A file that this process has open, such as `/dev/stdout`.
  case open(Int32)

  /// As many links as Linux follows (path_resolution(7)).
  private static let maximumLinks = 40

  /// Looks at a path.
  ///
  /// - Throws: When it leads to a folder, or in circles.
  init(_ path: String) throws(RunFailure) {
    var current = path
    for _ in 0..<Self.maximumLinks {
      if let descriptor = Self.descriptor(named: current) {
        self = .open(descriptor)
        return
      }
      guard let target = Self.target(of: current) else {
        self = try Self.place(current, as: path)
        return
      }
      current = target.hasPrefix("/") ? target : Self.folder(of: current) + target
    }
    throw .writing(path, "the symbolic links lead in circles")
  }

  private static func place(_ file: String, as path: String) throws(RunFailure) -> OutputPlace {
    var status = stat()
    guard lstat(file, &status) == 0 else {
      guard !file.hasSuffix("/") else { throw .writing(path, "it is a folder") }
      return .file(file, mode: nil)
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file(file, mode: status.st_mode & 0o7777)
    case S_IFDIR: throw .writing(path, "it is a folder")
    default: return .stream(file)
    }
  }

  /// The open file that a path names on Linux (proc(5)).
  private static func descriptor(named path: String) -> Int32? {
    switch path {
    case "/dev/stdin": return STDIN_FILENO
    case "/dev/stdout": return STDOUT_FILENO
    case "/dev/stderr": return STDERR_FILENO
    default:
      let folders = ["/dev/fd/", "/proc/self/fd/"]
      guard let folder = folders.first(where: path.hasPrefix) else { return nil }
      return Int32(path.dropFirst(folder.count))
    }
  }

  private static func target(of path: String) -> String? {
    var target = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink(path, &target, target.count)
    guard count > 0 else { return nil }
    return String(decoding: target[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }
}

extension RunFailure {
  /// An output that cannot be written.
  static func writing(_ path: String, _ reason: String, help: String? = nil) -> RunFailure {
    .configuration(
      "writing '\(path)' failed: \(reason)",
      help: help ?? "choose the path of a file in a folder that can be written"
    )
  }

  /// What is thrown when a signal asked the run to end; the process ends before it is shown.
  static let ended = RunFailure.configuration(
    "a signal ended the run before its outputs were complete",
    help: "run it again"
  )
}

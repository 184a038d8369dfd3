// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Glibc

/// An open directory stream, closed at the end of its life.
struct DirectoryEntries: ~Copyable {
  private let stream: OpaquePointer

  /// The names in a directory except `.` and `..`, sorted by their bytes.
  static func names(in path: String) throws(Problem) -> [[UInt8]] {
    let entries = try DirectoryEntries(of: path)
    var names: [[UInt8]] = []
    while let name = try entries.next(path) {
      if name != [UInt8(ascii: ".")] && name != Array("..".utf8) { names.append(name) }
    }
    return names.sorted { $0.lexicographicallyPrecedes($1) }
  }

  private init(of path: String) throws(Problem) {
    guard let stream = opendir(path) else { throw SystemFailure.error("cannot read", path) }
    self.stream = stream
  }

  deinit { closedir(stream) }

  private func next(_ path: String) throws(Problem) -> [UInt8]? {
    errno = 0
    guard let entry = readdir(stream) else {
      // The end and a failure look alike, but for `errno`.
      guard errno == 0 else { throw SystemFailure.error("cannot read", path) }
      return nil
    }
    return withUnsafeBytes(of: entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
  }
}

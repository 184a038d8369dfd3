// SPDX-License-Identifier: Apache-2.0

/// Paths of a git tree: parts between `/`, without a leading one.
package enum TreePath {
  /// The folder of a path; empty at the root.
  package static func folder(of path: String) -> String {
    part(of: path) { $0[..<($0.lastIndex(of: slash) ?? 0)] }
  }

  /// The last part of a path.
  package static func name(of path: String) -> String {
    part(of: path) { $0[($0.lastIndex(of: slash).map { $0 + 1 } ?? 0)...] }
  }

  /// The part of the name after its last dot, in lower case; empty where there is none.
  package static func fileExtension(of path: String) -> String {
    let name = name(of: path)
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot != name.startIndex else {
      return ""
    }
    return name[name.index(after: dot)...].lowercased()
  }

  /// The name without its extension.
  package static func stem(of path: String) -> String {
    let name = name(of: path)
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot != name.startIndex else {
      return name
    }
    return String(name[..<dot])
  }

  /// How many folders lie above a file.
  package static func depth(of path: String) -> Int {
    withBytes(of: path) { bytes in bytes.count { $0 == slash } }
  }

  /// Whether a path lies in a folder or below it; every path lies below the root.
  package static func lies(_ path: String, below folder: String) -> Bool {
    folder.isEmpty || path.hasPrefix(folder + "/")
  }

  /// A path that is relative to a folder, from the root of the tree; `.` and `..` are resolved.
  ///
  /// - Returns: nil when `..` leads out of the tree.
  package static func resolve(_ path: String, in folder: String) -> String? {
    if folder.isEmpty, withBytes(of: path, isResolved) { return path }
    var parts = path.utf8.first == slash ? [] : Self.parts(of: folder)
    for part in Self.parts(of: path) where part != "." {
      guard part == ".." else {
        parts.append(part)
        continue
      }
      guard parts.popLast() != nil else { return nil }
    }
    return parts.joined(separator: "/")
  }

  private static let slash = UInt8(ascii: "/")

  /// Whether no part is empty, `.` or `..`; parts that begin with a dot are looked at one by one.
  private static func isResolved(_ path: UnsafeBufferPointer<UInt8>) -> Bool {
    var isStart = true
    for byte in path {
      if isStart, byte == slash || byte == UInt8(ascii: ".") { return false }
      isStart = byte == slash
    }
    return !isStart
  }

  /// Whether a path comes before another one by its bytes.
  package static func precedes(_ path: String, _ other: String) -> Bool {
    withBytes(of: path) { bytes in
      withBytes(of: other) { others in
        // A plain loop, since this is asked of each pair of a large tree.
        let shared = min(bytes.count, others.count)
        var index = 0
        while index < shared, bytes[index] == others[index] { index += 1 }
        return index < shared ? bytes[index] < others[index] : bytes.count < others.count
      }
    }
  }

  /// Whether Unicode has no other way to write a path.
  package static func isASCII(_ path: String) -> Bool {
    withBytes(of: path) { bytes in bytes.allSatisfy { $0 < 0x80 } }
  }

  /// Calls a function with the bytes of a path, which most texts have in one piece.
  static func withBytes<Result>(
    of path: String,
    _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    path.utf8.withContiguousStorageIfAvailable(body)
      ?? Array(path.utf8).withUnsafeBufferPointer(body)
  }

  /// A part of a path that starts and ends at slashes, so that no character is cut.
  private static func part(
    of path: String,
    _ cut: (UnsafeBufferPointer<UInt8>) -> Slice<UnsafeBufferPointer<UInt8>>
  ) -> String {
    withBytes(of: path) { String(decoding: UnsafeBufferPointer(rebasing: cut($0)), as: UTF8.self) }
  }

  /// The parts between slashes; empty ones are left out.
  private static func parts(of path: String) -> [Substring] {
    path.utf8.split(separator: slash).map { Substring($0) }
  }
}

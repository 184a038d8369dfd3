// SPDX-License-Identifier: Apache-2.0

/// Paths of a git tree: parts between `/`, without a leading one.
package enum TreePath {
  /// The folder of a path; empty at the root.
  package static func folder(of path: String) -> String {
    path.utf8.lastIndex(of: slash).map { String(path[..<$0]) } ?? ""
  }

  /// The last part of a path.
  package static func name(of path: String) -> String {
    path.utf8.lastIndex(of: slash).map { String(path[path.index(after: $0)...]) }
      ?? path
  }

  /// The part of the name after its last dot, in lower case; empty where there is none.
  package static func fileExtension(of path: String) -> String {
    let name = name(of: path)
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot != name.startIndex else {
      return ""
    }
    return name[name.index(after: dot)...].lowercased()
  }

  /// The same, where it has no more bytes than the longest that anybody asks for; most other files are
  /// told apart without a copy of their name.
  package static func shortExtension(of path: String) -> String {
    let tail = path.utf8.suffix(longestShortExtension + 1)
    return tail.contains(UInt8(ascii: ".")) ? fileExtension(of: path) : ""
  }

  /// `markdown` has so many bytes.
  private static let longestShortExtension = 8

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
    path.utf8.count { $0 == slash }
  }

  /// Whether a path lies in a folder or below it; every path lies below the root.
  package static func lies(_ path: String, below folder: String) -> Bool {
    folder.isEmpty || path.hasPrefix(folder + "/")
  }

  /// A path that is relative to a folder, from the root of the tree; `.` and `..` are resolved.
  ///
  /// - Returns: nil when `..` leads out of the tree.
  package static func resolve(_ path: String, in folder: String) -> String? {
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

  /// The parts between slashes; empty ones are left out.
  private static func parts(of path: String) -> [Substring] {
    path.utf8.split(separator: slash).map { Substring($0) }
  }
}

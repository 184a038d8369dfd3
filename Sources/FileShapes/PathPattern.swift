// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

/// A glob over paths: `*`, `?`, `[a-z]`, `[!a-z]`, `{a,b}`, and `**` for any number of folders.
///
/// `*` and `?` never match a `/`. Matching takes time in proportion to pattern times path, whatever
/// the pattern: stars never backtrack beyond the last one.
package struct PathPattern: Hashable, Sendable {
  /// The pattern from the root of the tree, as a user would write it.
  package let text: String
  private let alternatives: [Alternative]

  /// The most alternatives that braces may expand to; more is a mistake or an attack.
  private static let maximumAlternatives = 256
  /// The longest pattern in bytes, the longest path that Linux takes (`PATH_MAX`).
  private static let maximumLength = 4096

  /// Creates a pattern, or nil when it is empty, leads out of the tree, is longer than 4096 bytes,
  /// or has braces with more than 256 alternatives.
  ///
  /// A `/` at the end means everything below that folder.
  ///
  /// - Parameters:
  ///   - pattern: The pattern, relative to the folder; a leading `/` means the root of the tree.
  ///   - folder: A folder of the tree, taken literally.
  package init?(_ pattern: String, in folder: String = "") {
    let pattern = pattern.hasSuffix("/") ? pattern + "**" : pattern
    guard pattern.utf8.count <= Self.maximumLength,
      let text = TreePath.resolve(pattern, in: folder), !text.isEmpty,
      let expanded = BraceExpansion.expandBytes(pattern, limit: Self.maximumAlternatives)
    else { return nil }
    self.text = text
    var alternatives: [Alternative] = []
    alternatives.reserveCapacity(expanded.count)
    for alternative in expanded {
      guard let segments = Self.segments(of: alternative, in: folder) else { return nil }
      alternatives.append(Alternative(segments))
    }
    self.alternatives = alternatives
  }

  /// What every matching path starts with.
  package var literalPrefix: String {
    alternatives.dropFirst().reduce(alternatives.first?.prefix ?? "") {
      Self.common($0, $1.prefix)
    }
  }

  /// What two texts begin with, in whole characters.
  private static func common(_ text: String, _ other: String) -> String {
    guard !text.isEmpty, text != other else { return text }
    guard text.isASCII, other.isASCII else {
      return String(zip(text, other).prefix { $0 == $1 }.map(\.0))
    }
    return String(decoding: zip(text.utf8, other.utf8).prefix { $0 == $1 }.map(\.0), as: UTF8.self)
  }

  /// Whether a path from the root of the tree matches.
  package func matches(_ path: String) -> Bool {
    path.withBytes { path in
      // Most paths of a tree already differ in their endings, which costs nothing to see.
      guard let first = alternatives.firstIndex(where: { $0.ends(path) }) else { return false }
      let parts = path.split(separator: Self.slash)
      return alternatives[first...].contains { alternative in
        alternative.ends(path) && Self.matches(alternative.segments[...], parts[...])
      }
    }
  }

  private static func segments(of pattern: [UInt8], in folder: String) -> [Segment]? {
    var segments: [Segment] = []
    segments.reserveCapacity(usualDepth)
    if pattern.first != slash, !folder.isEmpty {
      folder.withBytes { folder in
        for part in folder.split(separator: slash) {
          segments.append(.name(NameGlob(literal: part)))
        }
      }
    }
    var start = 0
    while start < pattern.count {
      let end = pattern[start...].firstIndex(of: slash) ?? pattern.count
      let part = pattern[start..<end]
      switch (part.count, part.first, part.last) {
      case (0, _, _), (1, dot, _): break
      case (2, dot, dot): guard segments.popLast() != nil else { return nil }
      case (2, star, star): if segments.last != .anyFolders { segments.append(.anyFolders) }
      default: segments.append(.name(NameGlob(part)))
      }
      start = end + 1
    }
    return segments
  }

  private static let slash = UInt8(ascii: "/")
  private static let dot = UInt8(ascii: ".")
  private static let star = UInt8(ascii: "*")
  private static let usualDepth = 4

  /// Two pointers and the place of the last `**`: a mismatch resumes there, one folder further.
  private static func matches(
    _ segments: ArraySlice<Segment>,
    _ parts: ArraySlice<Slice<UnsafeBufferPointer<UInt8>>>
  ) -> Bool {
    var (segment, part) = (segments.startIndex, parts.startIndex)
    var resume: (segment: Int, part: Int)?
    while part < parts.endIndex {
      if segment < segments.endIndex, segments[segment] == .anyFolders {
        resume = (segment + 1, part)
        segment += 1
      } else if segment < segments.endIndex, case .name(let name) = segments[segment],
        name.matches(parts[part])
      {
        (segment, part) = (segment + 1, part + 1)
      } else if let last = resume {
        resume = (last.segment, last.part + 1)
        (segment, part) = (last.segment, last.part + 1)
      } else {
        return false
      }
    }
    return segments[segment...].allSatisfy { $0 == .anyFolders }
  }
}

/// A pattern without braces.
private struct Alternative: Hashable, Sendable {
  let segments: [Segment]

  init(_ segments: [Segment]) { self.segments = segments }

  /// What every matching path starts with.
  var prefix: String {
    var prefix: [UInt8] = []
    for (index, segment) in segments.enumerated() {
      if index > 0 { prefix.append(UInt8(ascii: "/")) }
      guard case .name(let name) = segment else { break }
      prefix += name.leading
      if name.literal == nil { break }
    }
    return String(decoding: prefix, as: UTF8.self)
  }

  /// Whether a path ends as every matching one does.
  func ends(_ path: UnsafeBufferPointer<UInt8>) -> Bool {
    guard case .name(let name)? = segments.last else { return true }
    let suffix = name.trailing
    guard let last = suffix.last else { return true }
    return path.last == last && path.count >= suffix.count
      && path[(path.count - suffix.count)...].elementsEqual(suffix)
  }
}

/// One part of a pattern between slashes.
private enum Segment: Hashable, Sendable {
  /// `**`: no folder or any number of them.
  case anyFolders
  case name(NameGlob)
}

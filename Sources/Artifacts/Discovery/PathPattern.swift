// SPDX-License-Identifier: Apache-2.0

/// A glob over paths: `*`, `?`, `[a-z]`, `[!a-z]`, `{a,b}`, and `**` for any number of folders.
///
/// `*` and `?` never match a `/`. Matching takes time in proportion to pattern times path, whatever
/// the pattern: stars never backtrack beyond the last one.
public struct PathPattern: Hashable, Sendable {
  /// The pattern from the root of the tree, as a user would write it.
  public let text: String
  private let alternatives: [[Segment]]

  private enum Segment: Hashable, Sendable {
    case anyFolders
    case name([GlobToken])
  }

  /// The most alternatives that braces may expand to; more is a mistake or an attack.
  private static let maximumAlternatives = 256
  /// The longest pattern in bytes, the longest path that Linux takes (`PATH_MAX`).
  private static let maximumLength = 4096

  /// Creates a pattern, or nil when it is empty, leads out of the tree, is longer than 4096 bytes,
  /// or has braces with more than 256 alternatives.
  ///
  /// A `/` at the end means everything below that folder.
  /// - Parameters:
  ///   - pattern: The pattern, relative to the folder; a leading `/` means the root of the tree.
  ///   - folder: A folder of the tree, taken literally.
  public init?(_ pattern: String, in folder: String = "") {
    let pattern = pattern.hasSuffix("/") ? pattern + "**" : pattern
    guard pattern.utf8.count <= Self.maximumLength,
      let text = TreePath.resolve(pattern, in: folder), !text.isEmpty,
      let expanded = BraceExpansion.expand(pattern, limit: Self.maximumAlternatives)
    else { return nil }
    self.text = text
    var alternatives: [[Segment]] = []
    for alternative in expanded {
      guard let segments = Self.segments(of: alternative, in: folder) else { return nil }
      alternatives.append(segments)
    }
    self.alternatives = alternatives
  }

  /// Whether a path from the root of the tree matches.
  public func matches(_ path: String) -> Bool {
    let parts = path.split(separator: "/").map { Array($0.unicodeScalars) }
    return alternatives.contains { Self.matches($0[...], parts[...]) }
  }

  /// What every matching path starts with: the text before the first sign that is not literal.
  var literalPrefix: Substring {
    text.prefix { !"*?[{".contains($0) }
  }

  private static func segments(of pattern: String, in folder: String) -> [Segment]? {
    let isAbsolute = pattern.hasPrefix("/")
    var segments = isAbsolute ? [] : folder.split(separator: "/").map { literal($0) }
    for part in pattern.split(separator: "/") where part != "." {
      if part == ".." {
        guard segments.popLast() != nil else { return nil }
      } else if part == "**" {
        if segments.last != .anyFolders { segments.append(.anyFolders) }
      } else {
        segments.append(.name(GlobToken.tokens(of: part)))
      }
    }
    return segments
  }

  private static func literal(_ name: Substring) -> Segment {
    .name(name.unicodeScalars.map { .scalar($0) })
  }

  /// Two pointers and the place of the last `**`: a mismatch resumes there, one folder further.
  private static func matches(
    _ segments: ArraySlice<Segment>,
    _ parts: ArraySlice<[Unicode.Scalar]>
  ) -> Bool {
    var (segment, part) = (segments.startIndex, parts.startIndex)
    var resume: (segment: Int, part: Int)?
    while part < parts.endIndex {
      if segment < segments.endIndex, segments[segment] == .anyFolders {
        resume = (segment + 1, part)
        segment += 1
      } else if segment < segments.endIndex, case .name(let tokens) = segments[segment],
        GlobToken.match(tokens, parts[part])
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

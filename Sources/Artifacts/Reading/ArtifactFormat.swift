// SPDX-License-Identifier: Apache-2.0

internal import FileShapes
internal import GateModel

/// One format that artifacts come in: how to find it, how to know it, how to read it.
///
/// A format is one value in one file, and one line in `ArtifactFormats.all`.
package struct ArtifactFormat: Sendable {
  /// The permanent kebab-case name, such as `markdown-card`.
  package let name: String
  /// The format in one line, as a lower-case phrase.
  package let summary: String
  /// Globs of the file names that discovery looks at, in lower case; a name without a folder is
  /// looked for at the root and beside a declaration only.
  package let fileNames: [String]
  /// The same, made ready once; what is no pattern matches nothing.
  let patterns: [PathPattern]
  /// Keys of the root whose values hold raw data that `read` never looks at.
  let passesOver: [String]
  /// Whether every file that `detect` accepts gives one artifact, called like the format.
  let holdsOne: Bool
  /// Whether a file is of this format, and what it then describes.
  let detect: @Sendable (ParsedFile) -> Detection
  /// The artifacts of a file that `detect` accepted; doubts become issues, never errors.
  let read: @Sendable (ParsedFile, ArtifactKind) -> [Artifact]

  init(
    name: String,
    summary: String,
    fileNames: [String],
    passesOver: [String] = [],
    holdsOne: Bool = false,
    detect: @escaping @Sendable (ParsedFile) -> Detection,
    read: @escaping @Sendable (ParsedFile, ArtifactKind) -> [Artifact]
  ) {
    self.name = name
    self.summary = summary
    self.fileNames = fileNames
    self.passesOver = passesOver
    self.holdsOne = holdsOne
    self.detect = detect
    self.read = read
    patterns = fileNames.compactMap { PathPattern($0) }
  }
}

/// What a format makes of a file.
enum Detection: Hashable, Sendable {
  /// How sure a format is of a file.
  enum Confidence: Int, Comparable, Sendable {
    /// The file fits, as many others do: enough where a declaration says what the file is.
    case weak
    /// Headings, keys or the name tell.
    case likely
    /// The file names its format.
    case certain

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  case no(reason: String)
  case yes(kind: ArtifactKind, reason: String, confidence: Confidence)
}

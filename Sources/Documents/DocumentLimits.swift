// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// How large and how deep a document may be before it is refused.
package struct DocumentLimits: Hashable, Sendable {
  /// The largest text that is read, in bytes.
  package var maximumBytes: Int
  /// The deepest nesting of lists and maps.
  package var maximumDepth: Int
  /// How many nodes a document may have after its YAML aliases are expanded.
  package var maximumNodes: Int
  /// How many of these may be there through aliases: a few lines of them can stand for millions.
  package var maximumRepeatedNodes: Int
  /// How many headings, paragraphs, lists and other blocks a Markdown text may have.
  package var maximumBlocks: Int

  /// Creates limits; the defaults are 64 MiB, 128 levels, four million nodes, half a million
  /// nodes through aliases, and 50,000 blocks of Markdown.
  package init(
    maximumBytes: Int = 64 << 20,
    maximumDepth: Int = 128,
    maximumNodes: Int = 4_000_000,
    maximumRepeatedNodes: Int = 500_000,
    maximumBlocks: Int = 50_000
  ) {
    self.maximumBytes = maximumBytes
    self.maximumDepth = maximumDepth
    self.maximumNodes = maximumNodes
    self.maximumRepeatedNodes = maximumRepeatedNodes
    self.maximumBlocks = maximumBlocks
  }
}

extension DocumentLimits {
  /// The depth that is honoured whatever the limits say; it bounds the recursion over nodes.
  package static let deepestNesting = 512

  /// The depth limit that the readers apply.
  var depth: Int { min(maximumDepth, Self.deepestNesting) }

  func tooDeep(at position: SourcePosition) -> Problem {
    Problem(
      message: "lists and maps are nested more than \(depth) levels deep",
      position: position,
      help: "flatten the document"
    )
  }

  func tooManyNodes(at position: SourcePosition) -> Problem {
    Problem(
      message: "the document has more than \(maximumNodes) values",
      position: position,
      help: "split the document"
    )
  }
}

extension Problem {
  static func duplicateKey(
    _ key: String,
    at position: SourcePosition,
    first: SourcePosition
  ) -> Problem {
    Problem(
      message: "the key '\(key.excerpt)' appears twice; the first is at \(first.words)",
      position: position,
      help: "remove or rename one of the two"
    )
  }
}

extension SourcePosition {
  /// The place as it is named in messages.
  var words: String { "line \(line), column \(column)" }
}

extension String {
  /// The beginning of a text that comes from a file, fit for a message: short and on one line.
  var excerpt: String {
    let limit = 60
    var scalars = String.UnicodeScalarView()
    for scalar in unicodeScalars.prefix(limit) {
      scalars.append(scalar.properties.generalCategory == .control ? " " : scalar)
    }
    return String(scalars) + (unicodeScalars.count > limit ? "…" : "")
  }
}

// SPDX-License-Identifier: Apache-2.0

public import GateModel

/// Why a text is no document of its format, with the place and the remedy.
public struct DocumentError: Error, Hashable, Sendable {
  /// What went wrong, as a lower-case phrase.
  public var message: String
  /// Where.
  public var position: SourcePosition
  /// What the author can do about it.
  public var help: String

  /// Creates an error.
  public init(message: String, position: SourcePosition, help: String) {
    self.message = message
    self.position = position
    self.help = help
  }
}

/// How large and how deep a document may be before it is refused.
public struct DocumentLimits: Hashable, Sendable {
  /// The largest text that is read, in bytes.
  public var maximumBytes: Int
  /// The deepest nesting of lists and maps.
  public var maximumDepth: Int
  /// How many nodes a document may have after its YAML aliases are expanded.
  public var maximumNodes: Int

  /// Creates limits; the defaults are 64 MiB, 128 levels and four million nodes.
  public init(
    maximumBytes: Int = 64 << 20,
    maximumDepth: Int = 128,
    maximumNodes: Int = 4_000_000
  ) {
    self.maximumBytes = maximumBytes
    self.maximumDepth = maximumDepth
    self.maximumNodes = maximumNodes
  }
}

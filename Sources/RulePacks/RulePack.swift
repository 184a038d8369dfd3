// SPDX-License-Identifier: Apache-2.0

public import GateModel

/// A folder of rules with one id and one version.
public struct RulePack: Sendable {
  /// The id, which is the name of the folder.
  public var id: String
  /// The version as written, such as `2026.11`.
  public var version: String
  /// One line.
  public var title: String
  /// What the pack covers and what it does not.
  public var summary: String
  /// The parameters that all rules share, with the values in force.
  public var parameters: [RuleParameter]
  /// The rules, sorted by id.
  public var rules: [Rule]
  /// The little trees that examples start from, by name.
  public var fixtures: [String: [PackFile]]
  /// The exact files of the pack, sorted by path: what its digest covers.
  public var files: [PackFile]
}

/// One file of a pack, with its path from the pack's folder.
public struct PackFile: Hashable, Sendable {
  /// The path.
  public var path: String
  /// The exact bytes.
  public var bytes: [UInt8]

  /// Creates a file.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// A mistake in a pack, with its place and the remedy.
public struct PackProblem: Error, Hashable, Sendable, Comparable {
  /// What is wrong, as a lower-case phrase.
  public var message: String
  /// Where.
  public var location: SourceLocation
  /// What the author can do about it.
  public var help: String
  /// The line in question with a caret below the place, where that helps.
  public var excerpt: String?

  /// Creates a problem.
  public init(
    message: String,
    location: SourceLocation,
    help: String,
    excerpt: String? = nil
  ) {
    self.message = message
    self.location = location
    self.help = help
    self.excerpt = excerpt
  }

  /// Orders problems by place, then by message.
  public static func < (left: PackProblem, right: PackProblem) -> Bool {
    left.location == right.location
      ? left.message < right.message : left.location < right.location
  }
}

/// Every mistake of every pack that was loaded, in one go.
public struct PackProblems: Error, Hashable, Sendable {
  /// The problems, sorted by place.
  public var problems: [PackProblem]

  /// Creates the list, sorted.
  public init(_ problems: [PackProblem]) {
    self.problems = problems.sorted()
  }
}

// SPDX-License-Identifier: Apache-2.0

/// The functions and macros that every expression may use.
public enum StandardLibrary {
  /// The documentation of one function or macro.
  public struct Entry: Hashable, Sendable {
    /// The name, with its namespace.
    public var name: String
    /// The ways to call it, such as `string.size() -> int`.
    public var signatures: [String]
    /// What it gives, in one line.
    public var summary: String
    /// An expression that uses it.
    public var example: String
  }

  /// Every function and macro, sorted by name.
  public static let functions: [Entry] = []
}

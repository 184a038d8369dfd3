// SPDX-License-Identifier: Apache-2.0

public import GateModel

/// A little repository and what the rule must say of it: test, documentation and explanation.
public struct RuleExample: Hashable, Sendable {
  /// A replacement of one exact text in a file of the base.
  public struct Edit: Hashable, Sendable {
    /// The path in the example's tree.
    public var file: String
    /// The text, which occurs exactly once.
    public var find: String
    /// What stands there instead.
    public var replacement: String
    /// Where the edit is written.
    public var location: SourceLocation
  }

  /// What the example shows.
  public var name: String
  /// The outcome that the rule must have.
  public var expected: Outcome
  /// The fixture folder of the pack that the tree starts from, or nil for an empty tree.
  public var base: String?
  /// Changes to files of the base.
  public var edits: [Edit]
  /// Files that are added or replaced: path and text.
  public var files: [PackFile]
  /// Paths that are taken away.
  public var removed: [String]
  /// The day the example is judged on.
  public var asOf: CalendarDate
  /// Parameters that differ from the rule's defaults.
  public var parameters: [String: ParameterValue]
  /// The subject to judge, or nil for the gravest outcome of all.
  public var subject: String?
  /// Where the example is written.
  public var location: SourceLocation

  /// The tree of the example.
  ///
  /// - Throws: A problem for an unknown base, or an edit whose text does not occur exactly once.
  public func tree(fixtures: [String: [PackFile]]) throws(PackProblem) -> [PackFile] {
    var texts: [String: [UInt8]] = [:]
    if let base {
      guard let files = fixtures[base] else {
        throw PackProblem(
          message: "example '\(name)' starts from the fixture '\(base)', which does not exist",
          location: location,
          help: Suggestion.closest(to: base, among: fixtures.keys.sorted())
            .map { "did you mean '\($0)'?" } ?? "add the folder fixtures/\(base) to the pack"
        )
      }
      for file in files { texts[file.path] = file.bytes }
    }
    for path in removed { texts[path] = nil }
    for file in files { texts[file.path] = file.bytes }
    for edit in edits { texts[edit.file] = try apply(edit, to: texts[edit.file]) }
    return texts.map { PackFile(path: $0.key, bytes: $0.value) }.sorted { $0.path < $1.path }
  }

  private func apply(_ edit: Edit, to bytes: [UInt8]?) throws(PackProblem) -> [UInt8] {
    guard let bytes else {
      throw PackProblem(
        message: "example '\(name)' edits '\(edit.file)', which is not in its tree",
        location: edit.location,
        help: "name a file of the fixture or of 'files'"
      )
    }
    let wanted = Array(edit.find.utf8)
    let places = occurrences(of: wanted, in: bytes)
    guard places.count == 1, let place = places.first else {
      throw PackProblem(
        message: "example '\(name)' replaces a text that occurs \(places.count) times"
          + " in '\(edit.file)': \"\(edit.find)\"",
        location: edit.location,
        help: "choose a text that occurs exactly once"
      )
    }
    return Array(bytes[..<place]) + Array(edit.replacement.utf8)
      + Array(bytes[(place + wanted.count)...])
  }

  private func occurrences(of wanted: [UInt8], in bytes: [UInt8]) -> [Int] {
    guard let first = wanted.first, wanted.count <= bytes.count else { return [] }
    return (0...(bytes.count - wanted.count)).filter {
      bytes[$0] == first && bytes[$0..<($0 + wanted.count)].elementsEqual(wanted)
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

package import GateModel
internal import Texts

/// A little repository and what the rule must say of it: test, documentation and explanation.
package struct RuleExample: Hashable, Sendable {
  /// A replacement of one exact text in a file of the base.
  package struct Edit: Hashable, Sendable {
    /// The path in the example's tree.
    package var file: String
    /// The text, which occurs exactly once.
    package var find: String
    /// What stands there instead.
    package var replacement: String
    /// Where the edit is written.
    package var location: SourceLocation
  }

  /// What history tells of the files of an example.
  package enum History: String, Sendable, CaseIterable {
    /// The policy set its bounds before the files last changed.
    case boundsBefore = "bounds_before"
    /// The bounds were set or changed with the files or later.
    case boundsAfter = "bounds_after"
    /// There are no bounds.
    case noBounds = "no_bounds"
  }

  /// The declaration of an example as it stood before the last change of it.
  package struct Earlier: Hashable, Sendable {
    /// The day of the change.
    package var until: CalendarDate
    /// What makes the version before from the one after.
    package var edits: [Edit]
  }

  /// What is signed of an example.
  package enum Signature: String, Sendable, CaseIterable {
    case none
    /// The commits that last changed its files.
    case commit
    /// A tag of the judged commit, beside another whose signature its key did not make.
    case tag
    /// A tag whose signature its key did not make.
    case badTag = "bad_tag"
  }

  /// What the example shows.
  package var name: String
  /// The outcome that the rule must have.
  package var expected: Outcome
  /// The fixture folder of the pack that the tree starts from, or nil for an empty tree.
  package var base: String?
  /// Changes to files of the base.
  package var edits: [Edit]
  /// Files that are added or replaced: path and text.
  package var files: [PackFile]
  /// Paths that are taken away.
  package var removed: [String]
  /// The day the example is judged on.
  package var asOf: CalendarDate
  /// The day of the commit; nil for what is not committed.
  package var committed: CalendarDate?
  /// What history tells; nil for a tree without one.
  package var history: History?
  /// What is signed; nil where nothing is known.
  package var signature: Signature?
  /// The declaration as it once was; nil where it was never changed.
  package var earlier: Earlier?
  /// How often the models of its evaluations were evaluated on the same data.
  package var looks: Int
  /// Parameters that differ from the rule's defaults.
  package var parameters: [String: ParameterValue]
  /// The subject to judge, or nil for the gravest outcome of all.
  package var subject: String?
  /// Where the example is written.
  package var location: SourceLocation

  /// The tree of the example.
  ///
  /// - Throws: A problem for an unknown base, or an edit whose text does not occur exactly once.
  package func tree(fixtures: [String: [PackFile]]) throws(Problem) -> [PackFile] {
    var texts: [String: [UInt8]] = [:]
    if let base {
      guard let files = fixtures[base] else {
        throw Problem(
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

  /// The files of a tree as they stood before the last change; none where nothing was changed.
  ///
  /// - Throws: A problem for an edit whose text does not occur exactly once.
  package func earlierFiles(of tree: [PackFile]) throws(Problem) -> [PackFile] {
    var changed: [PackFile] = []
    for edit in earlier?.edits ?? [] {
      let place = changed.firstIndex { $0.path == edit.file }
      let file = place.map { changed[$0] } ?? tree.first { $0.path == edit.file }
      let bytes = try apply(edit, to: file?.bytes)
      if let place {
        changed[place] = PackFile(path: edit.file, bytes: bytes)
      } else {
        changed.append(PackFile(path: edit.file, bytes: bytes))
      }
    }
    return changed
  }

  private func apply(_ edit: Edit, to bytes: [UInt8]?) throws(Problem) -> [UInt8] {
    guard let bytes else {
      throw Problem(
        message: "example '\(name)' edits '\(edit.file)', which is not in its tree",
        location: edit.location,
        help: "name a file of the fixture or of 'files'"
      )
    }
    let wanted = Array(edit.find.utf8)
    let places = occurrences(of: wanted, in: bytes)
    guard places.count == 1, let place = places.first else {
      throw Problem(
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

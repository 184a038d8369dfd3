// SPDX-License-Identifier: Apache-2.0

package import FileShapes
package import GateModel

/// Where a declaration says that one content of a scheme stands, or why it has no place.
package struct DeclaredCoverage: Hashable, Sendable {
  package var scheme: CoverageScheme
  /// The id of the content in the scheme.
  package var id: String
  /// The document from the root of the tree; nil where the content does not apply.
  package var path: String?
  /// The heading in that document; nil for the document as a whole.
  package var heading: String?
  /// Why the content does not apply.
  package var reason: String?
  /// The version of the system that the places of the scheme were written for.
  package var version: String?
  package var source: SourceReference
  /// What was found there.
  package var passage = Passage.unread

  /// What stands at a heading of a document.
  package enum Passage: Hashable, Sendable {
    /// The document is not written in Markdown, JSON or YAML, or could not be read.
    case unread
    case noFile
    case noHeading
    /// What the text amounts to, and how many things it says.
    case found(Statement.State, statements: Int)
  }
}

/// An answer that somebody gives with their name, where no document can show it.
package struct Attestation: Hashable, Sendable {
  /// The question, by the code of the rule that asks it.
  package var question: String
  package var answer: String
  package var by: String
  package var role: String?
  package var date: CalendarDate?
  /// The last day on which it counts.
  package var expires: CalendarDate?
  /// What it rests on.
  package var evidence: String?
  package var source: SourceReference
}

extension DeclaredCoverage {
  /// What a declaration may write under `coverage`.
  package static let shape = Shape.map(
    CoverageScheme.allCases.map { scheme in
      Field(
        scheme.rawValue,
        .map(
          [Field(versionKey, .text, "the version of the system that these places speak of")]
            + scheme.ids.map {
              Field(
                $0,
                .textOr(.map([.required("not_applicable", .text, "why it does not apply")])),
                "a path from this file, with #heading, or a reason why not"
              )
            }
        ),
        "where the contents stand"
      )
    }
  )

  /// The key that stands beside the ids of a scheme.
  package static let versionKey = "version"

  /// A heading as links name it: letters and digits in lower case, with `-` between words.
  package static func anchor(of heading: String) -> String {
    heading.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
  }

  /// The entries of a declaration in the order of its text.
  package static func entries(of root: NodeCursor, in folder: String) -> [DeclaredCoverage] {
    (root["coverage"]?.members ?? []).flatMap { scheme, ids -> [DeclaredCoverage] in
      guard let scheme = CoverageScheme(rawValue: scheme) else { return [] }
      let version = ids[versionKey]?.text
      return ids.members.filter { $0.0 != versionKey }.map { id, value in
        var entry = entry(scheme, id, value, in: folder)
        entry.version = version
        return entry
      }
    }
  }

  private static func entry(
    _ scheme: CoverageScheme,
    _ id: String,
    _ value: NodeCursor,
    in folder: String
  ) -> DeclaredCoverage {
    let parts = (value.text ?? "").split(separator: "#", maxSplits: 1).map(String.init)
    return DeclaredCoverage(
      scheme: scheme,
      id: id,
      path: parts.first.flatMap { TreePath.resolve($0, in: folder) },
      heading: parts.count > 1 ? parts[1] : nil,
      reason: value["not_applicable"]?.text,
      source: value.source
    )
  }
}

extension Attestation {
  /// What a declaration may write under `attestations`.
  package static let shape = Shape.list(
    .map([
      .required("question", .text, "the question, by the code of the rule that asks it"),
      .required("answer", .text, "the answer"),
      .required("by", .text, "who says so"),
      Field("role", .text, "in which role"),
      .required("date", .date, "when"),
      .required("expires", .date, "the last day on which it counts"),
      Field("evidence", .text, "what it rests on"),
    ])
  )

  /// The answers of a declaration in the order of its text.
  package static func entries(of root: NodeCursor) -> [Attestation] {
    (root["attestations"]?.elements ?? []).compactMap { cursor in
      guard let question = cursor["question"]?.text, let answer = cursor["answer"]?.text,
        let by = cursor["by"]?.text
      else { return nil }
      return Attestation(
        question: question,
        answer: answer,
        by: by,
        role: cursor["role"]?.text,
        date: cursor["date"]?.text.flatMap { CalendarDate(dayOf: $0) },
        expires: cursor["expires"]?.text.flatMap { CalendarDate(dayOf: $0) },
        evidence: cursor["evidence"]?.text,
        source: cursor.source
      )
    }
  }
}

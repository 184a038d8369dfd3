// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
internal import Documents
internal import Fairness
internal import GateModel
internal import Texts

/// A table with one scored person per line, for tools that score instead of selecting.
///
/// The scoring rate of a category is the share of its people "above the sample's median score"
/// (6 RCNY 5-300); the sample is everybody in the table, also those of unknown category.
struct ScoredSample {
  /// The name of the column with the scores.
  static let scoreColumn = "score"

  /// The tables: one for each other column, and one for their crossing.
  let tables: [ImpactRatioTable]
  /// The number of people.
  let count: Int
  /// The score in the middle; the mean of the middle two where the number is even.
  let median: Double

  /// Reads a table in CSV; nil where no column is named `score`.
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - path: Where it is, for messages.
  /// - Throws: A configuration failure for a text that is no table, a score that is no number, and a table
  ///   without a column of categories.
  init?(_ bytes: [UInt8], path: String) throws(RunFailure) {
    let table: CSVTable
    do throws(Problem) {
      table = try CSVReader.read(bytes)
    } catch {
      throw RunFailure(
        .configuration,
        [Self.problem("cannot read \(path): \(error.message)", path, error.position, error.help)]
      )
    }
    guard let scored = table.header.firstIndex(where: { Self.folded($0) == Self.scoreColumn })
    else { return nil }
    let scores = try Self.scores(table.rows.map { $0[scored] }, path)
    guard !scores.isEmpty else {
      throw .configuration("\(path) scores nobody", help: "add a line for each person")
    }
    count = scores.count
    let attributes = table.header.indices.filter { $0 != scored && !table.header[$0].text.isEmpty }
    guard !attributes.isEmpty else {
      throw .configuration(
        "\(path) has no column of categories beside the scores",
        help: "add a column such as 'sex' or 'race_ethnicity'"
      )
    }
    do throws(FairnessError) {
      (median, tables) = try ImpactRatios.scoring(
        attributes: attributes.map { table.header[$0].text.trimmed },
        people: zip(table.rows, scores).map { row, score in
          (attributes.map { Self.category(row[$0].text.trimmed) }, score)
        }
      )
    } catch {
      throw .configuration("\(path): \(error.description)", help: "correct the table")
    }
  }

  private static func scores(_ cells: [TextCell], _ path: String) throws(RunFailure) -> [Double] {
    var scores: [Double] = []
    for cell in cells {
      guard let score = Double(cell.text.trimmed), score.isFinite else {
        throw RunFailure(.configuration, [noScore(cell, path)])
      }
      scores.append(score)
    }
    return scores
  }

  /// A category, nil for what says that it is unknown.
  private static func category(_ text: String) -> String? {
    ["", "unknown", "n/a", "na", "not stated"].contains(text.lowercased()) ? nil : text
  }

  private static func folded(_ cell: TextCell) -> String { cell.text.trimmed.lowercased() }

  private static func noScore(_ cell: TextCell, _ path: String) -> Problem {
    problem(
      "the score '\(Excerpt.line(cell.text))' is no number",
      path,
      cell.position,
      "write each score as a number, and leave out who has none"
    )
  }

  private static func problem(
    _ message: String,
    _ path: String,
    _ position: SourcePosition?,
    _ help: String
  ) -> Problem {
    Problem(
      message: message,
      location: SourceLocation(path: path, position: position),
      help: help
    )
  }
}

// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

/// What the themes, blocks and items of the Data Cards template speak of.
enum DataCardTopics {
  /// The themes, as `FoldedText.words` writes them.
  private static let themes: [String: [Topic]] = [
    "authorship": [],
    "dataset overview": [.dataComposition],
    "example of data points": [.dataComposition],
    "motivations intentions": [.dataMotivation],
    "access rentention wipeout": [.dataDistribution],
    "access retention wipeout": [.dataDistribution],
    "provenance": [.dataCollection],
    "human and other sensitive attributes": [.personalData, .dataSubpopulations],
    "extended use": [.intendedUse],
    "transformations": [.dataPreprocessing],
    "annotations labeling": [.dataAnnotation],
    "validation types": [],
    "sampling methods": [.dataCollection],
    "known applications benchmarks": [],
    "terms of art": [],
    "reflections on data": [],
  ]

  /// Blocks and items that speak of something else than their theme.
  private static let parts: [String: [Topic]] = [
    "sensitivity of data": [.personalData],
    "security and privacy handling": [.security],
    "dataset version and maintenance": [.dataMaintenance],
    "version and maintenance": [.dataMaintenance],
    "intended use": [.intendedUse],
    "suitable use case s": [.intendedUse],
    "unsuitable use case s": [.outOfScopeUse],
    "research and problem space s": [.dataMotivation],
    "citation guidelines": [],
    "retention": [.dataRetention],
    "wipeout and deletion": [.dataRetention],
    "limitation s and trade off s": [.limitations],
    "limitation s and recommendation s": [.limitations, .recommendations],
    "known unsafe dataset s or data type s": [.limitations],
    "known correlations": [.bias],
    "known correlation s": [.bias],
    "human annotators": [.dataAnnotators],
    "annotator description s": [.dataAnnotators],
    "human oversight measure s": [.oversight],
    "residual other risk s": [.limitations],
    "residual other risks": [.limitations],
    "known caveats": [.limitations],
  ]

  /// The themes that no other kind of document has.
  static let own: Set<String> = [
    "authorship", "example of data points", "motivations intentions", "access rentention wipeout",
    "access retention wipeout", "human and other sensitive attributes", "extended use",
    "annotations labeling", "validation types", "sampling methods",
    "known applications benchmarks", "terms of art", "reflections on data",
  ]

  /// The part of a heading path from its theme on, folded.
  static func path(of headings: [String]) -> [String] {
    Array(headings.map { FoldedText.words($0) }.drop { themes[$0] == nil })
  }

  /// The topics of the innermost heading that has any of its own.
  static func topics(of path: [String]) -> [Topic] {
    for name in path.dropFirst().reversed() {
      if let topics = parts[name] { return topics }
    }
    return path.first.flatMap { themes[$0] } ?? []
  }
}

/// Tells what the Data Cards template writes under its items from what an author wrote.
enum DataCardFiller {
  /// The state of the text of an item.
  static func state(of text: String) -> Statement.State {
    let lines = text.split(whereSeparator: \.isNewline).map { $0.trimmed }
      .filter { !$0.isEmpty }
    // All options of the template, up to its last one: nothing was selected.
    let folded = lines.map { FoldedText.words($0) }
    let isUnselected =
      folded.contains { $0.hasPrefix("others please specify") }
      || maintenance.allSatisfy { option in folded.contains { $0.hasPrefix(option) } }
      || folded.contains { isSample($0) }
    let own = isUnselected ? [] : lines.filter { !isFiller($0) }
    let state = StatementState.state(of: own.joined(separator: "\n"))
    return state == .empty && !lines.isEmpty ? .placeholder : state
  }

  /// Whether a line shows that nobody has touched what the template gives as an example.
  private static func isSample(_ words: String) -> Bool {
    words == "for example" || words.hasPrefix("q id 8houtx") || words.hasSuffix("mm yyyy")
  }

  private static func isFiller(_ line: String) -> Bool {
    let answer = line.firstIndex(of: ":").map { line[line.index(after: $0)...] } ?? line[...]
    return [FoldedText.words(answer), FoldedText.words(line)].contains { words in
      samples.contains(words) || openings.contains { words.hasPrefix($0) }
        || isSampleNumber(words) || (words.contains("write ") && words.hasSuffix(" here"))
    }
  }

  /// `123`, `123 MB`, `123k units`, `12345 (20%)`: no dataset has these very numbers.
  private static func isSampleNumber(_ words: String) -> Bool {
    let first = words.prefix { $0 != " " }
    return ["123", "123m", "123k", "12345", "123456"].contains(first) || words == "62 563"
  }

  /// The options of the maintenance status, of which an author keeps one.
  private static let maintenance = ["regularly updated", "actively maintained", "deprecated"]

  private static let samples: Set<String> = [
    "description mitigations", "organization name", "name of group or team", "description",
    "field name field value description", "method description", "link", "title",
    "keyword keyword keyword", "mm yyyy", "name title affiliation yyyy", "write here",
    "type of s pii", "human attributed collected", "diff", "before after", "number", "field value",
    "language percentage", "location percentage", "gender percentage", "relevant url link",
    "dataset name acronym", "dataset name", "annotations or class",
    "owner contributor manager", "name of institution s", "select one",
  ]

  private static let openings = [
    "summarize ", "summarise ", "description of annotations", "caption for ",
    "dataset name version",
    "platform name", "is this source considered sensitive or high risk yes no",
    "dates of collection",
    "describe here", "describe the ", "describe any ", "write here",
    "write summary", "write notes", "provide the ", "provide a ", "specify ", "include any ",
    "include links", "for example ", "name of ", "select one", "insert ", "123456",
    "additional notes", "field name field value", "human attribute label or class",
    "link to full model card", "field name", "statistic ", "human attribute sources",
    "human attributes were labeled", "human attributes were not explicitly",
    "data fields that were collected", "s pii were ", "exemption code anonymous",
    "this dataset requires membership in specific", "this dataset compiles with standard",
    "dataset website url", "github url", "direct download url", "other repository url",
    "code to download data", "demo link", "typical data point link", "outlier data point link",
    "other data point link", "write acceptable means", "source field target field",
    "total data points affected", "data points updated", "limitation type dataset or data",
  ]
}

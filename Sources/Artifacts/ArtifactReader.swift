// SPDX-License-Identifier: Apache-2.0

package import FileShapes
package import GateModel
internal import Texts

/// What came of reading one file.
package enum ReadOutcome: Hashable, Sendable {
  /// The artifacts of the file, and why it was taken for what it is.
  case recognized([Artifact], reason: String)
  /// The file is no artifact, and why; never the outcome for a declared one.
  case notRecognized(reason: String)
  /// The file could not be read, so that nothing can be said about it.
  case fault(Fault)
}

/// How much is wanted of files.
package enum ReadingDepth: Sendable {
  /// What each is.
  case kind
  /// What it says.
  case records
  /// What it says, and when it says that something was done.
  case judgement
}

/// Reads files of the tree as artifacts.
package struct ArtifactReader: Sendable {
  private let formats: [ArtifactFormat]
  private let names: FileNames
  private let depth: ReadingDepth

  /// Creates a reader for every known format.
  ///
  /// - Parameters:
  ///   - mappings: Further formats, such as those that a policy describes; they come first.
  ///   - depth: How much is wanted.
  package init(mappings: [ArtifactFormat] = [], depth: ReadingDepth = .judgement) {
    self.depth = depth
    formats = mappings + ArtifactFormats.all
    names = FileNames(of: formats, openFolders: [])
  }

  /// Reads one file.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - kind: What a declaration says the file is; a file that is not is a fault then. Without it,
  ///     the content alone decides.
  ///   - recordKind: What a record documents, as far as a declaration says.
  ///   - expectedKind: What the file is taken for where its content does not tell.
  /// - Returns: Artifacts, the reason why the file is none, or the fault that hides it.
  package func read(
    _ file: SourceFile,
    as kind: ArtifactKind? = nil,
    documenting recordKind: RecordKind? = nil,
    expecting expectedKind: ArtifactKind? = nil
  ) -> ReadOutcome {
    if let advice = ExportAdvice(for: file.path), !OwnSchema.isStated(in: file),
      !ProbeLog.isStated(in: file)
    {
      guard let kind else { return .notRecognized(reason: advice.reason) }
      return .fault(
        Fault(
          message: "\(file.path) is declared as \(kind.phrase), but it is \(advice.what), "
            + "which is not read",
          location: SourceLocation(path: file.path),
          help: advice.help
        )
      )
    }
    do {
      let parsed = try FileParsing.parse(
        file,
        isDeclared: kind != nil,
        documenting: recordKind,
        mayRepeatNames: FairlearnShape.namesGroupsInLines
      )
      guard let kind else { return recognize(parsed, expecting: expectedKind) }
      return recognize(parsed, as: kind)
    } catch {
      if let filled = TemplateText.withoutFrontMatter(file) {
        return read(filled, as: kind, documenting: recordKind, expecting: expectedKind)
      }
      return outcome(of: file, unreadable: error, isDeclared: kind != nil, expectedKind)
    }
  }

  private func outcome(
    of file: SourceFile,
    unreadable error: Problem,
    isDeclared: Bool,
    _ expectedKind: ArtifactKind?
  ) -> ReadOutcome {
    if !isDeclared, TemplateText.isTemplate(file) {
      return .notRecognized(reason: "it is a template with placeholders in its front matter")
    }
    // A broken file that nothing calls an artifact, such as settings of an editor, hides none.
    guard
      isDeclared || expectedKind != nil || names.isTelling(file.path)
        || OwnSchema.isMentioned(in: file)
    else {
      return .notRecognized(reason: error.message)
    }
    return .fault(Fault(unreadable: error))
  }

  /// Whether the name of a file says that it may be an artifact; any other file that nobody declared
  /// may be unreadable without hiding anything.
  package func isTelling(_ path: String) -> Bool { names.isTelling(path) }

  private func recognize(
    _ file: ParsedFile,
    expecting expectedKind: ArtifactKind?
  ) -> ReadOutcome {
    let matches = matches(of: file, asking: expectedKind)
    let sure = matches.surest.flatMap { $0.confidence > .weak ? $0 : nil }
    guard let match = sure ?? matches.ofKind else {
      if OwnSchema.isStated(in: file) { return .fault(Fault(unknownFormOf: file)) }
      return .notRecognized(reason: matches.surest?.doubt ?? file.strangeness)
    }
    return match.outcome(of: file, depth)
  }

  private static func help(for kind: ArtifactKind, of file: ParsedFile) -> String {
    if kind == .evaluation, case .table = file.content {
      return
        "export it as a table with the columns 'metric' and 'value' for the declared model, or "
        + "write the evaluation from its template"
    }
    return "declare the file under its own kind, or write it from the template for "
      + kind.phrase
  }

  private func recognize(_ file: ParsedFile, as kind: ArtifactKind) -> ReadOutcome {
    let matches = matches(of: file, asking: kind)
    // What calls itself one of the project's own and is none of a known version is not read as something
    // else, which would lose most of what it says.
    if let match = matches.ofKind, match.confidence == .certain || !OwnSchema.isClaimed(by: file) {
      return match.outcome(of: file, depth)
    }
    let other = matches.surest.flatMap { $0.confidence > .weak ? $0 : nil }
    let seen = other.map { "it is \($0.kind.phrase) (\($0.reason))" }
    return .fault(
      Fault(
        message: "\(file.path) is declared as \(kind.phrase), but "
          + (seen ?? file.strangeness),
        location: SourceLocation(path: file.path),
        help: Self.help(for: kind, of: file)
      )
    )
  }

  /// The surest matches, of any kind and of one; the first of the list where two are equally sure.
  private func matches(
    of file: ParsedFile,
    asking kind: ArtifactKind?
  ) -> (surest: FormatMatch?, ofKind: FormatMatch?) {
    var surest: FormatMatch?
    var ofKind: FormatMatch?
    for format in formats {
      guard let match = FormatMatch(of: file, with: format) else { continue }
      if match.isSurer(than: surest) { surest = match }
      if match.kind == kind, match.isSurer(than: ofKind) { ofKind = match }
      // No later format can be surer.
      if surest?.confidence == .certain, kind == nil || ofKind?.confidence == .certain { break }
    }
    return (surest, ofKind)
  }
}

/// A format that takes a file for its own.
private struct FormatMatch {
  let format: ArtifactFormat
  let kind: ArtifactKind
  let reason: String
  let confidence: Detection.Confidence

  init?(of file: ParsedFile, with format: ArtifactFormat) {
    guard case .yes(let kind, let reason, let confidence) = format.detect(file) else { return nil }
    self.format = format
    self.kind = kind
    self.reason = reason
    self.confidence = confidence
  }

  /// The artifacts of the file, or a fault where it holds more than can be judged.
  func outcome(of file: ParsedFile, _ depth: ReadingDepth) -> ReadOutcome {
    if let fault = Fault(valuesOf: file, besides: format.passesOver) { return .fault(fault) }
    if depth == .kind, format.holdsOne, file.mostRecords <= RecordExcess.limit {
      return .recognized([file.artifact(kind, format: format.name)], reason: reason)
    }
    let artifacts = format.read(file, kind)
    if let excess = artifacts.lazy.compactMap(\.excess).first {
      return .fault(Fault(excess, of: file))
    }
    if depth == .kind { return .recognized(artifacts, reason: reason) }
    var settled = artifacts.map { $0.settled() }
    for index in settled.indices where settled[index].saysNothing {
      settled[index].addIssue(
        "no-results",
        .warning,
        "no number of this evaluation is read; state each under the name of its metric, or map them in "
          + "modelgate.yml",
        at: settled[index].source
      )
    }
    if !settled.isEmpty {
      settled[0].issues += Leftovers(of: file, read: settled).issues
      settled[0].reviewDue = settled[0].reviewDue ?? ReviewDue.latest(in: file)
      if depth == .judgement {
        settled[0].latestDeed = StatedDeeds.latest(in: file, of: settled[0])
      }
    }
    return .recognized(settled, reason: reason)
  }

  func isSurer(than other: FormatMatch?) -> Bool {
    other.map { $0.confidence < confidence } ?? true
  }

  /// Why a weak match is not enough.
  var doubt: String {
    "\(reason), which alone does not make it \(kind.phrase); declare it if it is one"
  }
}

extension Artifact {
  /// Whether it is an evaluation of which nothing was read, without a word on why.
  fileprivate var saysNothing: Bool {
    kind == .evaluation && measurements.isEmpty && groups.isEmpty && issues.isEmpty
      && models.isEmpty && datasets.isEmpty && !format.hasPrefix("modelgate-")
  }
}

extension ParsedFile {
  /// Why a file without any match is none of the formats.
  fileprivate var strangeness: String {
    if let schema = root?["schema"]?.text, OwnSchema.isClaimed(by: self) {
      return "its schema '\(Excerpt.line(schema))' is not known to this version of modelgate"
    }
    return switch content {
    case .json, .yaml: "its keys are those of no known format"
    case .markdown: "its headings and fields are those of no card, datasheet or assessment"
    case .table: "its columns are those of no known format"
    case .text: "it is a text of no known syntax"
    case .binary: "it is no text"
    }
  }
}

extension Fault {
  /// A file has more values than are read of an artifact; nil where it has not.
  fileprivate init?(valuesOf file: ParsedFile, besides keys: [String]) {
    let (count, limit) = (file.valueCount(besides: keys), ParsedFile.maximumValues)
    guard count > limit else { return nil }
    self.init(
      message: "\(file.path) has \(count) values, and at most \(limit) are read of an artifact",
      location: SourceLocation(path: file.path),
      help: Self.summaryHelp
    )
  }

  /// A file has more records of a kind than are judged.
  fileprivate init(_ excess: RecordExcess, of file: ParsedFile) {
    self.init(
      message:
        "\(file.path) has \(excess.count) \(excess.name), and at most \(RecordExcess.limit) are judged",
      location: excess.source.location,
      help: Self.summaryHelp
    )
  }

  private static let summaryHelp =
    "commit a summary instead of raw data, split the file, or exclude the path in modelgate.yml"

  /// A file calls itself an artifact of the project, in a form that nobody reads.
  fileprivate init(unknownFormOf file: ParsedFile) {
    self.init(
      message: "\(file.path) calls itself an artifact of modelgate and cannot be read as one: "
        + file.strangeness,
      location: SourceLocation(path: file.path),
      help: "correct its 'schema', or exclude the path in modelgate.yml"
    )
  }
}

extension ArtifactKind {
  /// The kind in running text.
  package var phrase: String {
    switch self {
    case .modelCard: "a model card"
    case .datasheet: "a datasheet"
    case .evaluation: "an evaluation"
    case .dpia: "a data protection impact assessment"
    case .fria: "a fundamental-rights impact assessment"
    case .record: "a governance record"
    case .system: "a system declaration"
    case .waivers: "a waiver file"
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

public import GateModel

/// What came of reading one file.
public enum ReadOutcome: Hashable, Sendable {
  /// The artifacts of the file, and why it was taken for what it is.
  case recognized([Artifact], reason: String)
  /// The file is no artifact, and why; never the outcome for a declared one.
  case notRecognized(reason: String)
  /// The file could not be read, so that nothing can be said about it.
  case fault(Fault)
}

/// Reads files of the tree as artifacts.
public struct ArtifactReader: Sendable {
  private let formats: [ArtifactFormat]
  private let names: FileNames

  /// Creates a reader for every known format.
  ///
  /// - Parameter mappings: Further formats, such as those that a policy describes; they come first.
  public init(mappings: [ArtifactFormat] = []) {
    formats = mappings + ArtifactFormats.all
    names = FileNames(of: formats, openFolders: [])
  }

  /// Reads one file.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - kind: What a declaration says the file is; a file that is not is a fault then. Without it,
  ///     the content alone decides.
  ///   - expectedKind: What the file is taken for where its content does not tell.
  /// - Returns: Artifacts, the reason why the file is none, or the fault that hides it.
  public func read(
    _ file: SourceFile,
    as kind: ArtifactKind? = nil,
    expecting expectedKind: ArtifactKind? = nil
  ) -> ReadOutcome {
    do {
      let parsed = try FileParsing.parse(file, isDeclared: kind != nil)
      guard let kind else { return recognize(parsed, expecting: expectedKind) }
      return recognize(parsed, as: kind)
    } catch {
      if kind == nil, TemplateText.isTemplate(file) {
        return .notRecognized(reason: "it is a template with placeholders in its front matter")
      }
      // A broken file that nothing calls an artifact, such as settings of an editor, hides none.
      guard kind != nil || expectedKind != nil || names.isTelling(file.path) else {
        return .notRecognized(reason: error.reason)
      }
      return .fault(error.fault)
    }
  }

  /// Whether the name of a file says that it may be an artifact; any other file that nobody declared
  /// may be unreadable without hiding anything.
  public func isTelling(_ path: String) -> Bool { names.isTelling(path) }

  private func recognize(
    _ file: ParsedFile,
    expecting expectedKind: ArtifactKind?
  ) -> ReadOutcome {
    let sure = best(of: file, where: { $1 > .weak })
    guard let best = sure ?? best(of: file, where: { kind, _ in kind == expectedKind }) else {
      return .notRecognized(reason: "its content is that of no known format")
    }
    return .recognized(best.format.read(file, best.kind), reason: best.reason)
  }

  private func recognize(_ file: ParsedFile, as kind: ArtifactKind) -> ReadOutcome {
    if let best = best(of: file, where: { found, _ in found == kind }) {
      return .recognized(best.format.read(file, kind), reason: best.reason)
    }
    let other = best(of: file, where: { $1 > .weak })
    let seen = other.map { "it is \($0.kind.phrase) (\($0.reason))" }
    return .fault(
      Fault(
        message: "\(file.path) is declared as \(kind.phrase), but "
          + (seen ?? "its content is that of no known format"),
        location: SourceLocation(path: file.path),
        help: "declare the file under its own kind, or write it from the template for "
          + kind.phrase
      )
    )
  }

  private typealias Match = (
    format: ArtifactFormat, kind: ArtifactKind, reason: String, confidence: Detection.Confidence
  )

  /// The surest match; the first of the list where two are equally sure.
  private func best(
    of file: ParsedFile,
    where isAcceptable: (ArtifactKind, Detection.Confidence) -> Bool
  ) -> Match? {
    var best: Match?
    for format in formats {
      guard case .yes(let kind, let reason, let confidence) = format.detect(file),
        isAcceptable(kind, confidence), best.map({ $0.confidence < confidence }) ?? true
      else { continue }
      best = (format, kind, reason, confidence)
      // No later format can be surer.
      if confidence == .certain { break }
    }
    return best
  }
}

extension ArtifactKind {
  /// The kind in running text.
  var phrase: String {
    switch self {
    case .modelCard: "a model card"
    case .datasheet: "a datasheet"
    case .evaluation: "an evaluation"
    case .dpia: "a data protection impact assessment"
    case .fria: "a fundamental-rights impact assessment"
    case .system: "a system declaration"
    case .waivers: "a waiver file"
    }
  }
}

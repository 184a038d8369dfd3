// SPDX-License-Identifier: Apache-2.0

internal import Documents
package import FileShapes
internal import GateModel
internal import Texts

/// Files that call themselves one of the project's own artifacts, whatever their names: by their
/// schema, or as a type of governance record.
///
/// Such a file is meant as evidence: to pass it over in silence would hide what it says.
package enum OwnSchema {
  private static let starts = [EvaluationReading.schema, "modelgate/dpia/v1", "modelgate/fria/v1"]
    .map { String($0.prefix { !$0.isNumber }) }

  /// Whether a file states such a schema; one that cannot be parsed states what it mentions.
  package static func isStated(in file: SourceFile) -> Bool {
    guard mayBeStated(in: file.bytes) else { return false }
    do {
      return isStated(in: try FileParsing.parse(file))
    } catch {
      return isMentioned(in: file)
    }
  }

  /// Whether a parsed file states such a schema, at the root or in its front matter.
  static func isStated(in file: ParsedFile) -> Bool {
    if case .text(let text) = file.content { return isStated(in: text) }
    if file.rootMap.flatMap(GovernanceRecord.statedKind) != nil { return true }
    return stated(in: file).contains { text in
      let text = text.lowercased()
      return starts.contains { text.hasPrefix($0) }
    }
  }

  /// What a file calls itself: at its root, in its front matter, and in the elements of a list or the
  /// values of a map, into which tools wrap what they collect.
  private static func stated(in file: ParsedFile) -> [String] {
    if let frontMatter = file.markdown?.frontMatter {
      return frontMatter["schema"]?.text.map { [$0] } ?? []
    }
    guard let root = file.root else { return [] }
    if let stated = root["schema"]?.text { return [stated] }
    let wrapped = (root.elements + root.members.map(\.value)).prefix(mostWrapped)
    return wrapped.flatMap { [$0] + $0.elements.prefix(1) }.compactMap { $0["schema"]?.text }
  }

  /// How many elements or values of a file are looked at.
  private static let mostWrapped = 200

  /// Whether a file that is no data has a line that states a schema of an artifact, as a page, a log or a
  /// notebook that holds one does.
  package static func isQuoted(in file: SourceFile) -> Bool {
    guard mayBeStated(in: file.bytes) else { return false }
    return Lines(String(decoding: file.bytes, as: UTF8.self)).contains { line in
      let line = line.lowercased()
      guard let key = line.firstRange(of: "schema") else { return false }
      return starts.contains { line[key.upperBound...].contains($0) }
    }
  }

  /// Whether a text whose name tells no syntax starts like data that state such a schema: several
  /// objects one after the other, or YAML.
  private static func isStated(in text: String) -> Bool {
    guard let line = Lines(text).lazy.map(\.trimmed).first(where: { !$0.isEmpty && $0 != "---" })
    else {
      return false
    }
    let key = line.drop { "{\"' ".contains($0) }
    guard line.hasPrefix("{") || key.hasPrefix("schema") else { return false }
    return starts.contains { text.contains($0) }
  }

  /// Whether a parsed file states any schema of the project, spelt rightly or not.
  static func isClaimed(by file: ParsedFile) -> Bool {
    let stated = file.root?["schema"]?.text ?? file.markdown?.frontMatter?["schema"]?.text
    return stated.map { FoldedText.words($0).hasPrefix("modelgate ") } ?? false
  }

  /// Whether the bytes of a file that cannot be parsed mention such a schema.
  static func isMentioned(in file: SourceFile) -> Bool {
    let ending = TreePath.fileExtension(of: file.path)
    guard !["md", "markdown"].contains(ending) else { return false }
    return starts.contains { mentions($0, file.bytes) }
  }

  /// Whether it is worth to parse: the name may be written with escapes.
  private static func mayBeStated(in bytes: [UInt8]) -> Bool {
    mentionsProject(bytes) || mentionsRecord(bytes)
      || bytes.contains(UInt8(ascii: "\\")) && mentions("schema", bytes)
  }

  /// Whether a type of governance record may be stated.
  private static func mentionsRecord(_ bytes: [UInt8]) -> Bool {
    mentions("record", bytes) && RecordKind.allCases.contains { mentions($0.rawValue, bytes) }
  }

  /// Whether `modelgate/` occurs, in whatever letter case.
  private static func mentionsProject(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      bytes.indices.contains { slash in
        bytes[slash] == UInt8(ascii: "/") && slash >= project.count
          && zip(bytes[(slash - project.count)..<slash], project).allSatisfy { $0 | 0x20 == $1 }
      }
    }
  }

  private static let project = Array("modelgate".utf8)

  private static func mentions(_ text: String, _ bytes: [UInt8]) -> Bool {
    text.withBytes { run in bytes.withUnsafeBufferPointer { $0.offset(of: run) != nil } }
  }
}

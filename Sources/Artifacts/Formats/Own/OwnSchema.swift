// SPDX-License-Identifier: Apache-2.0

internal import Documents
package import FileShapes
internal import GateModel
internal import Texts

/// Files that call themselves one of the project's own artifacts, whatever their names.
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
    let stated = file.root?["schema"]?.text ?? file.markdown?.frontMatter?["schema"]?.text
    return stated.map { text in starts.contains { text.hasPrefix($0) } } ?? false
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
    mentions("modelgate/", bytes)
      || bytes.contains(UInt8(ascii: "\\")) && mentions("schema", bytes)
  }

  private static func mentions(_ text: String, _ bytes: [UInt8]) -> Bool {
    text.withBytes { run in bytes.withUnsafeBufferPointer { $0.offset(of: run) != nil } }
  }
}

// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel

/// Turns bytes into a parsed file: the syntax comes from the name, else from the content.
enum FileParsing {
  /// The parsed file.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - isDeclared: Whether somebody says that the file is an artifact: then text that looks like
  ///     JSON has to be JSON, whatever its name.
  ///   - recordKind: What a declaration says a record documents.
  ///   - mayRepeatNames: Whether the header of a table may name columns alike, because it goes on in the
  ///     next lines.
  /// - Returns: The parsed file.
  /// - Throws: What stands in the place of the file, or the first flaw of its text.
  static func parse(
    _ file: SourceFile,
    isDeclared: Bool = false,
    documenting recordKind: RecordKind? = nil,
    mayRepeatNames: (CSVTable) -> Bool = { _ in false }
  ) throws(Problem) -> ParsedFile {
    if let obstacle = Problem(insteadOf: file) { throw obstacle }
    do {
      return ParsedFile(
        file: FileIdentity(path: file.path, blob: file.blob),
        content: try content(of: file, isDeclared: isDeclared, mayRepeatNames),
        byteCount: file.bytes.count,
        declaredRecord: recordKind
      )
    } catch {
      throw error.placed(in: file.path)
    }
  }

  private static func content(
    of file: SourceFile,
    isDeclared: Bool,
    _ mayRepeatNames: (CSVTable) -> Bool
  ) throws(Problem) -> ParsedFile.Content {
    if TreePath.name(of: file.path) == FileNames.mlflowModel {
      return .yaml(try YAMLReader.read(file.bytes))
    }
    if ProbeLog.isStated(in: file), let text = String(validating: file.bytes, as: UTF8.self) {
      return .text(text)
    }
    return switch TreePath.fileExtension(of: file.path) {
    case "json", "jsonld", "jsonl", "ndjson", "json5": .json(try JSONReader.read(file.bytes))
    case "yaml", "yml": .yaml(try YAMLReader.read(file.bytes))
    case "md", "markdown": .markdown(try MarkdownReader.read(file.bytes))
    case "csv", "tsv": .table(try CSVReader.read(file.bytes, mayRepeatNames: mayRepeatNames))
    default: try sniffed(file.bytes, isDeclared: isDeclared)
    }
  }

  /// Without a telling name, `{` or `[` begins JSON, and a zero byte means that it is no text.
  ///
  /// `[` also begins the sections of settings files, and `{` the tags of templates.
  private static func sniffed(
    _ bytes: [UInt8],
    isDeclared: Bool
  ) throws(Problem) -> ParsedFile.Content {
    guard !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self) else {
      return .binary(bytes)
    }
    guard let first = text.first(where: { !$0.isWhitespace }), first == "{" || first == "[" else {
      return .text(text)
    }
    do {
      return .json(try JSONReader.read(bytes))
    } catch {
      guard isDeclared else { return .text(text) }
      throw error
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel
internal import Texts

extension SystemDeclaration {
  /// Whether a file says what only the declaration of a system says, whatever its name: an id, and
  /// answers to three of the questions from which a tier follows.
  ///
  /// A system that is declared where nobody reads it would be judged by nothing.
  static func isWritten(in file: SourceFile) -> Bool {
    let asked = questions.filter { mentions($0, file.bytes) }
    guard asked.count >= leastAnswers else { return false }
    if TreePath.fileExtension(of: file.path) == "toml" {
      let keys = Set(Lines(String(decoding: file.bytes, as: UTF8.self)).map(key))
      return keys.contains("id") && asked.count(where: keys.contains) >= leastAnswers
    }
    do throws(Problem) {
      let root = try Self.root(of: file)
      return root["id"] != nil && asked.count { root[$0] != nil } >= leastAnswers
    } catch {
      return false
    }
  }

  /// The key or the table that a line of TOML begins with.
  private static func key(_ line: Substring) -> String {
    String(line.drop { " \t[".contains($0) }.prefix { $0.isLetter || $0.isNumber || $0 == "_" })
  }

  private static let leastAnswers = 3
  /// Keys that no other file is likely to have together.
  private static let questions = [
    "deployed_to", "output_used_in", "data_subjects_in", "natural_persons_affected", "practices",
    "annex_i", "annex_iii", "profiling", "interacts_with_humans", "personal_data", "gpai", "adm",
  ]

  private static func root(of file: SourceFile) throws(Problem) -> Node {
    let isJSON = ["json", "jsonld"].contains(TreePath.fileExtension(of: file.path))
    return isJSON ? try JSONReader.read(file.bytes) : try YAMLReader.read(file.bytes)
  }

  private static func mentions(_ text: String, _ bytes: [UInt8]) -> Bool {
    text.withBytes { run in bytes.withUnsafeBufferPointer { $0.offset(of: run) != nil } }
  }
}

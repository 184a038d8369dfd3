// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import RuleLanguage
internal import Texts

/// What the rules of a pack require, in English, as it was put into words when the pack was written.
///
/// To put a hundred conditions into words takes longer than to read a system. The file is generated from
/// the rules, and a test holds it equal to them.
package struct RequirementPhrases: Sendable {
  /// The name of the file, beside the manifest of a pack.
  package static let fileName = "phrases.txt"

  private let phrases: Deferred<[String: String]>

  /// The phrases of a file with a line `rule TAB phrase` for each rule; nil for a pack without such a file.
  init?(_ files: [PackFile]) {
    guard let file = files.first(where: { $0.path == Self.fileName }) else { return nil }
    phrases = Deferred { Self.read(file.bytes) }
  }

  private static func read(_ bytes: [UInt8]) -> [String: String] {
    bytes.withUnsafeBufferPointer { bytes in
      var phrases: [String: String] = [:]
      phrases.reserveCapacity(bytes.count / usualLength)
      var start = 0
      while start < bytes.count {
        let end = bytes.offset(of: ASCII.lineFeed, from: start) ?? bytes.count
        if let tab = bytes.offset(of: tab, from: start), tab < end {
          let rule = String(decoding: bytes[start..<tab], as: UTF8.self)
          phrases[rule] = String(decoding: bytes[(tab + 1)..<end], as: UTF8.self)
        }
        start = end + 1
      }
      return phrases
    }
  }

  private static let tab = UInt8(ascii: "\t")
  /// What a line takes at least.
  private static let usualLength = 80

  /// What a rule requires; nil for one that is not among them.
  func phrase(of rule: String) -> String? { phrases.value[rule] }

  /// The file for a pack.
  package static func text(for pack: RulePack) -> String {
    pack.rules.map { "\($0.id)\t\($0.require.english())\n" }.joined()
  }
}

extension Rule {
  /// What must hold, in English.
  package var requirement: String { phrases?.phrase(of: id) ?? require.english() }
}

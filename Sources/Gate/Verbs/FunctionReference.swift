// SPDX-License-Identifier: Apache-2.0

internal import Assessment
internal import RuleLanguage

/// The functions that rules may call, as text: those of the project first, then the language's.
enum FunctionReference {
  static var text: String {
    let own = RuleFunctions.all.map { function in
      entry(signatures: [function.signature], function.summary, function.example)
    }
    let standard = StandardLibrary.functions.map { function in
      entry(signatures: function.signatures, function.summary, function.example)
    }
    return "FACTS AND FAIRNESS\n\n\(own.joined(separator: "\n"))\n"
      + "LANGUAGE\n\n\(standard.joined(separator: "\n"))"
  }

  /// Signature, summary and example of each, in the same order.
  static var rows: [[String]] {
    RuleFunctions.all.map { [$0.signature, $0.summary, $0.example] }
      + StandardLibrary.functions.flatMap { function in
        function.signatures.map { [$0, function.summary, function.example] }
      }
  }

  private static func entry(
    signatures: [String],
    _ summary: String,
    _ example: String
  ) -> String {
    signatures.map { "  \($0)\n" }.joined() + "      \(summary)\n      e.g. \(example)\n"
  }
}

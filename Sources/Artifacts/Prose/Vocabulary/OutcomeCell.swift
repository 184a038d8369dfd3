// SPDX-License-Identifier: Apache-2.0

internal import Texts

/// What tools and teams call the four cells of a confusion matrix.
enum OutcomeCell {
  /// The four cells by their names, in lower case without separators.
  private static let names = [
    "tp": "tp", "truepositive": "tp", "truepositives": "tp", "counttp": "tp", "tpcount": "tp",
    "ntp": "tp",
    "fp": "fp", "falsepositive": "fp", "falsepositives": "fp", "countfp": "fp", "fpcount": "fp",
    "nfp": "fp",
    "tn": "tn", "truenegative": "tn", "truenegatives": "tn", "counttn": "tn", "tncount": "tn",
    "ntn": "tn",
    "fn": "fn", "falsenegative": "fn", "falsenegatives": "fn", "countfn": "fn", "fncount": "fn",
    "nfn": "fn",
  ]

  /// Which of the four cells a column counts, such as `tp` for `True positives`.
  static func named(_ column: String) -> String? {
    guard column.isASCII else { return names[column.lowercased().filter(\.isLetter)] }
    let letters = column.utf8.filter(ASCII.isLetter).map(ASCII.lower)
    return names[String(decoding: letters, as: UTF8.self)]
  }
}

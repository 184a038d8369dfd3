// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

/// A risk that one line names and rates: `Name leak – likelihood: high, severity: 3/5`.
enum RatedLine {
  /// The risk of a line; nil where nothing in it is rated.
  static func risk(in line: String, at source: SourceReference) -> Risk? {
    var parts = [line]
    for separator in separators where line.contains(separator) {
      parts = parts.flatMap { separated($0, by: separator) }
    }
    var risk = Risk(name: "", source: source)
    var isRated = false
    var names: [String] = []
    for part in parts {
      let (label, value) = labelled(part)
      if let label, RiskField.names.contains(label), names.isEmpty {
        names.append(value)
      } else if let label, let path = RiskField.path(named: label) {
        risk[keyPath: path] = risk[keyPath: path] ?? value
        isRated = true
      } else if !isRated {
        names.append(part)
      }
    }
    risk.name = names.joined(separator: ", ")
    return isRated && !risk.name.isEmpty ? risk : nil
  }

  private static let separators = [" - ", " – ", " — ", " | ", "; ", ", "]

  private static func separated(_ text: String, by separator: String) -> [String] {
    var parts: [String] = []
    var rest = text[...]
    while let cut = rest.firstRange(of: separator) {
      parts.append(rest[..<cut.lowerBound].trimmed)
      rest = rest[cut.upperBound...]
    }
    return (parts + [rest.trimmed]).filter { !$0.isEmpty }
  }

  private static func labelled(_ part: String) -> (label: String?, value: String) {
    guard let colon = part.firstIndex(where: { $0 == ":" || $0 == "：" || $0 == "=" }) else {
      return (nil, part)
    }
    return (FoldedText.words(part[..<colon]), part[part.index(after: colon)...].trimmed)
  }
}

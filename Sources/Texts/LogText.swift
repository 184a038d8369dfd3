// SPDX-License-Identifier: Apache-2.0

/// Text for a log that a CI system reads for commands.
package enum LogText {
  /// The text without `##`: the runners of GitHub and Azure obey `##[name]` anywhere in a line.
  package static func defused(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == "#", result.last == "#" { result.append(" ") }
      result.append(scalar)
    }
    return String(result)
  }

  /// The line with a bar before a `::` at its start, where GitHub's runner looks for commands.
  package static func defusedLine(_ line: String) -> String {
    let rest = line.unicodeScalars.drop(while: \.properties.isWhitespace)
    return rest.starts(with: "::".unicodeScalars) ? "| " + line : line
  }
}

// SPDX-License-Identifier: Apache-2.0

/// A path of the checked repository as it may appear in a message: in quotes, on one line.
///
/// Control characters are escaped, because a path may try to speak to the terminal.
func quoted(_ path: String) -> String {
  let visible = path.unicodeScalars.map { scalar in
    scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .format
      ? "\\u{\(String(scalar.value, radix: 16))}" : String(scalar)
  }
  return "\"\(visible.joined())\""
}

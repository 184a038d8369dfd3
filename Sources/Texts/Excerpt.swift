// SPDX-License-Identifier: Apache-2.0

/// Cuts texts of documents down to what fits into a message.
package enum Excerpt {
  /// The start of a text on one line; 60 characters keep a message on two lines.
  package static func line(_ text: String, limit: Int = 60) -> String {
    let line = text.prefix(limit + 1).map { $0.isNewline ? " " : $0 }
    return line.count > limit ? String(line.prefix(limit)) + "…" : String(line)
  }
}

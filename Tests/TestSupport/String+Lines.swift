// SPDX-License-Identifier: Apache-2.0

extension String {
  /// The words with one blank between them, as if the text had not been wrapped.
  package var onOneLine: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

// SPDX-License-Identifier: Apache-2.0

extension String {
  /// The text with an escape before each of some marks.
  ///
  /// It looks at scalars: a mark with an accent joined to it is another `Character`, but the same mark
  /// to whoever reads the bytes.
  func escaping(_ marks: Set<Unicode.Scalar>, with escape: Unicode.Scalar) -> String {
    unicodeScalars.reduce(into: "") { text, scalar in
      if marks.contains(scalar) { text.unicodeScalars.append(escape) }
      text.unicodeScalars.append(scalar)
    }
  }
}

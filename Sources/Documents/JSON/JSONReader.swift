// SPDX-License-Identifier: Apache-2.0

/// Reads JSON (RFC 8259) with the place of every value and key.
///
/// Beyond the standard, `NaN`, `Infinity` and `-Infinity` are numbers, since Python writes them.
/// Stricter than the standard, duplicate keys and unpaired surrogates are errors.
package enum JSONReader {
  /// The document that a UTF-8 text holds.
  ///
  /// - Throws: The first flaw of the text: wrong encoding, wrong syntax, a duplicate key, or more
  ///   than the limits allow.
  package static func read(
    _ bytes: [UInt8],
    limits: DocumentLimits = DocumentLimits()
  ) throws(DocumentError) -> Node {
    var parser = JSONParser(try SourceText(bytes, limits: limits), limits: limits)
    return try parser.document()
  }
}

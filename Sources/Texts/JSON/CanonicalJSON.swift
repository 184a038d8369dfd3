// SPDX-License-Identifier: Apache-2.0

/// Writes JSON so that equal values are equal bytes (RFC 8785, JSON Canonicalization Scheme).
package enum CanonicalJSON {
  /// The canonical form: no white space, no line break at the end.
  package static func bytes(of value: JSONValue) -> [UInt8] {
    var writer = JSONWriter(indentation: nil)
    writer.write(value)
    return writer.bytes
  }

  /// The same members in the same order for human readers: two-space indent, line break at the end.
  package static func prettyBytes(of value: JSONValue) -> [UInt8] {
    var writer = JSONWriter(indentation: 2)
    writer.write(value)
    return writer.bytes + [UInt8(ascii: "\n")]
  }
}

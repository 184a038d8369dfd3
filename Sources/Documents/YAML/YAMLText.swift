// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// A scalar, which may become a node or a key.
struct YAMLText {
  let kind: NodeSlot.Kind
  let text: String
  let position: SourcePosition
  /// The last line, or nil when it is that of the position.
  let endLine: Int?

  /// Reads a scalar.
  ///
  /// - Throws: A tag that is not known or does not fit.
  init(_ scalar: YAMLScalar, of event: YAMLEvent) throws(DocumentError) {
    kind = try YAMLTag.kind(of: scalar, at: event.position)
    text = scalar.text
    position = event.position
    endLine = event.endLine
  }
}

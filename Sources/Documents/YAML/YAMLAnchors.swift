// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// The anchors that a document has defined so far.
struct YAMLAnchors {
  /// What an anchor stands for.
  enum Value {
    /// A node, by its place in the tree.
    case node(Int)
    /// A key, which is no node.
    case key(YAMLText)
  }

  private var values: [String: Value?] = [:]

  /// Notes that the value of an anchor is being read.
  mutating func open(_ name: String?) {
    guard let name else { return }
    values.updateValue(nil, forKey: name)
  }

  mutating func define(_ name: String?, as value: Value) {
    guard let name else { return }
    values.updateValue(value, forKey: name)
  }

  func value(of name: String, at position: SourcePosition) throws(Problem) -> Value {
    guard let entry = values[name] else {
      throw YAMLFlaw.unknownAlias(name).error(at: position)
    }
    guard let value = entry else { throw YAMLFlaw.recursiveAlias(name).error(at: position) }
    return value
  }
}

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
  init(_ scalar: YAMLScalar, of event: YAMLEvent) throws(Problem) {
    kind = try YAMLTag.kind(of: scalar, at: event.position)
    text = scalar.text
    position = event.position
    endLine = event.endLine
  }
}

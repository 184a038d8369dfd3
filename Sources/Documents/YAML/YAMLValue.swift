// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// A node with what an alias of it would cost.
struct YAMLValue {
  var node: Node
  /// The levels of lists and maps in the node, 0 for a scalar.
  var height = 0
  /// The values in the node, itself and repeated ones included.
  var size = 1
}

/// How far a list or map reaches, gathered from its elements.
struct YAMLExtent {
  private var height = 1
  private var endLine: Int

  init(line: Int) {
    endLine = line
  }

  mutating func include(_ element: YAMLValue) {
    height = max(height, element.height + 1)
    endLine = max(endLine, element.node.endLine)
  }

  /// The finished container; a block container ends with its last element.
  func value(_ content: Node.Value, at position: SourcePosition, end: YAMLEvent) -> YAMLValue {
    let node = Node(content, at: position, endLine: end.endLine ?? endLine)
    return YAMLValue(node: node, height: height)
  }
}

// SPDX-License-Identifier: Apache-2.0

package import Documents

/// Where in a document a check stands: what leads to each node from the one above.
///
/// The node knows its keys itself, so that nothing is copied for the many nodes without a flaw.
package struct ShapePlace {
  /// What leads from a list or map to one of its nodes.
  package enum Step {
    /// A key that the shape knows.
    case member
    /// A key that the author chose.
    case entry
    case element
  }

  private var steps: [Step] = []

  package mutating func enter(_ step: Step) { steps.append(step) }

  package mutating func leave() { steps.removeLast() }

  /// The name of the node that stands here: the nearest known key with what follows it.
  package func name(of node: Node) -> String {
    var name = "the file"
    for (step, token) in zip(steps, node.pointerPath.tokens.suffix(steps.count)) {
      switch step {
      case .member: name = token
      case .entry: name += ".\(token)"
      case .element: name += "[\(token)]"
      }
    }
    return name
  }
}

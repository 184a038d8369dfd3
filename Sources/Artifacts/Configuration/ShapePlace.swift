// SPDX-License-Identifier: Apache-2.0

internal import Documents

/// Where in a document a check stands: the steps from its root.
struct ShapePlace {
  /// What leads from a list or map to one of its nodes.
  enum Step {
    /// A key that the shape knows.
    case member(String)
    /// A key that the author chose.
    case entry(String)
    case element(Int)
  }

  private var steps: [Step] = []

  mutating func enter(_ step: Step) { steps.append(step) }

  mutating func leave() { steps.removeLast() }

  /// The name of the place in messages: the nearest known key with what follows it.
  var name: String {
    var name = "the file"
    for step in steps {
      switch step {
      case .member(let key): name = key
      case .entry(let key): name += ".\(key)"
      case .element(let index): name += "[\(index)]"
      }
    }
    return name
  }

  /// The RFC 6901 pointer of the place, below that of the root.
  func pointer(from root: String) -> String {
    steps.reduce(root) { pointer, step in
      switch step {
      case .member(let key), .entry(let key): PointerPath.text(pointer, appending: key)
      case .element(let index): PointerPath.text(pointer, appending: index)
      }
    }
  }
}

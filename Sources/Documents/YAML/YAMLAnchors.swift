// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// The anchors that a document has defined so far.
struct YAMLAnchors {
  private var values: [String: YAMLValue?] = [:]

  /// Notes that the value of an anchor is being read.
  mutating func open(_ name: String?) {
    guard let name else { return }
    values.updateValue(nil, forKey: name)
  }

  mutating func define(_ name: String?, as value: YAMLValue) {
    guard let name else { return }
    values.updateValue(value, forKey: name)
  }

  func value(of name: String, at position: SourcePosition) throws(DocumentError) -> YAMLValue {
    guard let entry = values[name] else {
      throw YAMLFlaw.unknownAlias(name).error(at: position)
    }
    guard let value = entry else { throw YAMLFlaw.recursiveAlias(name).error(at: position) }
    return value
  }
}

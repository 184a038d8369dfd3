// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import GateModel
internal import RuleLanguage

extension FactsArena.Builder {
  /// Adds ordinary JSON with the places it was read from: whole numbers become ints, others doubles.
  mutating func value(plain node: Node, in path: String) -> Value {
    let place = SourceLocation(path: path, position: node.position)
    switch node.value {
    case .null: return null(at: place)
    case .bool(let flag): return bool(flag, at: place)
    case .string(let text), .plain(let text): return string(text, at: place)
    case .number(let text):
      guard let whole = Int64(text) else {
        return double(NumberText.double(text) ?? .nan, at: place)
      }
      return int(whole, at: place)
    case .list(let elements):
      let values = elements.map { value(plain: $0, in: path) }
      return list(values, at: place)
    case .map(let members):
      let entries = members.map { (string($0.key), value(plain: $0.value, in: path)) }
      return map(entries, at: place)
    }
  }
}

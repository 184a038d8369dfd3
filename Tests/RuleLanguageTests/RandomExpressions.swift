// SPDX-License-Identifier: Apache-2.0

import TestSupport

extension SeededGenerator {
  /// An expression of the language with about as many levels as asked for.
  mutating func expression(depth: Int) -> String {
    guard depth > 0 else { return atom() }
    let (a, b) = (expression(depth: depth - 1), expression(depth: depth - 1))
    switch Int.random(in: 0..<22, using: &self) {
    case 0: return "(\(a) + \(b))"
    case 1: return "\(a) - \(b)"
    case 2: return "(\(a)) * (\(b))"
    case 3: return "\(a) == \(b)"
    case 4: return "\(a) < \(b)"
    case 5: return "\(a) && \(b)"
    case 6: return "\(a) || \(b)"
    case 7: return "!(\(a))"
    case 8: return "-(\(a))"
    case 9: return "\(a) in [\(b)]"
    case 10: return "(\(a)) ? (\(b)) : \(a)"
    case 11: return "[\(a), \(b)]"
    case 12: return "{\(a): \(b)}"
    case 13: return "[\(a)].all(x, \(b))"
    case 14: return "[\(a), \(b)].exists(x, x == \(b))"
    case 15: return "[\(a)].map(y, \(b))"
    case 16: return "{'k': \(a)}.filter(k, \(b))"
    case 17: return "cel.bind(z, \(a), \(b))"
    case 18: return "has({'k': \(a)}.k)"
    case 19: return "\(call())(\(a))"
    case 20: return "optional.of(\(a)).orValue(\(b))"
    default: return "[\(a)][\(b)]"
    }
  }

  private mutating func call() -> String {
    ["size", "int", "string", "double", "type", "dyn", "timestamp", "duration", "math.abs"]
      .randomElement(using: &self) ?? "size"
  }

  private mutating func atom() -> String {
    [
      "1", "-9223372036854775807", "0", "2u", "0.5", "-1.5e300", "'a'", "'\\u00e9\\n'", "b'\\xff'",
      "true", "false", "null", "[]", "{}", "x", "y", "z", "k", "system.name", "system.domain",
      "evaluations", "as_of", "duration('1h')", "r'\\d'", "int", "extra.owner", "parameters.limit",
    ].randomElement(using: &self) ?? "1"
  }
}

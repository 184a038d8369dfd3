// SPDX-License-Identifier: Apache-2.0

internal import Texts

/// Writes `{a,b}` out: `x.{md,json}` is `x.md` or `x.json`.
package enum BraceExpansion {
  /// The patterns without braces, or nil when there are more than `limit`.
  ///
  /// Braces may be nested; one that is never closed stands for itself.
  package static func expand(_ pattern: String, limit: Int) -> [String]? {
    guard pattern.has(UInt8(ascii: "{")) else { return [pattern] }
    var finished: [String] = []
    var open = [pattern[...]]
    while let next = open.popLast() {
      guard let group = firstGroup(in: next) else {
        finished.append(String(next))
        continue
      }
      for choice in group.choices.reversed() {
        open.append(next[..<group.range.lowerBound] + choice + next[group.range.upperBound...])
      }
      guard open.count + finished.count <= limit else { return nil }
    }
    return finished
  }

  /// The first outermost group, with the texts between its commas.
  private static func firstGroup(
    in pattern: Substring
  ) -> (range: Range<String.Index>, choices: [Substring])? {
    let bytes = pattern.utf8
    guard let start = bytes.firstIndex(of: UInt8(ascii: "{")) else { return nil }
    var depth = 0
    var choices: [Substring] = []
    var choiceStart = bytes.index(after: start)
    for index in bytes[start...].indices {
      switch bytes[index] {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: ",") where depth == 1:
        choices.append(pattern[choiceStart..<index])
        choiceStart = bytes.index(after: index)
      case UInt8(ascii: "}"):
        depth -= 1
        guard depth == 0 else { continue }
        choices.append(pattern[choiceStart..<index])
        return (start..<bytes.index(after: index), choices)
      default: break
      }
    }
    return nil
  }
}

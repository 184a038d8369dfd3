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
    var open = [Array(pattern.utf8)]
    while let next = open.popLast() {
      guard let group = firstGroup(in: next) else {
        finished.append(String(decoding: next, as: UTF8.self))
        continue
      }
      for choice in group.choices.reversed() {
        var written = Array(next[..<group.range.lowerBound])
        written += next[choice]
        written += next[group.range.upperBound...]
        open.append(written)
      }
      guard open.count + finished.count <= limit else { return nil }
    }
    return finished
  }

  /// The first outermost group, with what stands between its commas.
  private static func firstGroup(
    in pattern: [UInt8]
  ) -> (range: Range<Int>, choices: [Range<Int>])? {
    guard let start = pattern.firstIndex(of: UInt8(ascii: "{")) else { return nil }
    var depth = 0
    var choices: [Range<Int>] = []
    var choiceStart = start + 1
    for index in start..<pattern.count {
      switch pattern[index] {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: ",") where depth == 1:
        choices.append(choiceStart..<index)
        choiceStart = index + 1
      case UInt8(ascii: "}"):
        depth -= 1
        guard depth == 0 else { continue }
        choices.append(choiceStart..<index)
        return (start..<index + 1, choices)
      default: break
      }
    }
    return nil
  }
}

// SPDX-License-Identifier: Apache-2.0

internal import Texts

/// Writes `{a,b}` out: `x.{md,json}` is `x.md` or `x.json`.
package enum BraceExpansion {
  /// The patterns without braces, or nil when there are more than `limit`.
  ///
  /// Braces may be nested; one that is never closed stands for itself.
  package static func expand(_ pattern: String, limit: Int) -> [String]? {
    expandBytes(pattern, limit: limit)?.map { String(decoding: $0, as: UTF8.self) }
  }

  /// The same in UTF-8.
  static func expandBytes(_ pattern: String, limit: Int) -> [[UInt8]]? {
    var finished: [[UInt8]] = []
    // What is left to write out, and where its first group can begin at all.
    var open = [(bytes: Array(pattern.utf8), start: 0)]
    while let next = open.popLast() {
      guard let group = firstGroup(in: next.bytes, from: next.start) else {
        finished.append(next.bytes)
        continue
      }
      let ends = group.range
      for choice in group.choices.reversed() {
        var written: [UInt8] = []
        written.reserveCapacity(next.bytes.count - ends.count + choice.count)
        written += next.bytes[..<ends.lowerBound]
        written += next.bytes[choice]
        written += next.bytes[ends.upperBound...]
        open.append((written, ends.lowerBound))
      }
      guard open.count + finished.count <= limit else { return nil }
    }
    return finished
  }

  /// The first outermost group, with what stands between its commas.
  private static func firstGroup(
    in pattern: [UInt8],
    from place: Int
  ) -> (range: Range<Int>, choices: [Range<Int>])? {
    let brace = UInt8(ascii: "{")
    let found = pattern.withUnsafeBufferPointer { $0.offset(of: brace, from: place) }
    guard let start = found else { return nil }
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

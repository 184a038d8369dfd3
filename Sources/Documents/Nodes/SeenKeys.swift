// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// The keys that a map has so far; while they are few, its nodes are asked.
struct SeenKeys {
  fileprivate static let largestUnhashed = 12

  fileprivate var count = 0
  fileprivate var numbers: Set<UInt32> = []
}

extension NodeTreeBuilder {
  /// The node that already stands under a key of an open map, or nil: then the key is taken to be
  /// appended next.
  ///
  /// Keys that Unicode calls equivalent count as the same.
  func node(under key: UInt32, of map: Int, _ seen: inout SeenKeys) -> Int? {
    let key = keys.equivalents[Int(key)]
    defer { seen.count += 1 }
    guard seen.count >= SeenKeys.largestUnhashed else { return node(equivalentTo: key, of: map) }
    if seen.numbers.isEmpty {
      for child in children(of: map) {
        seen.numbers.insert(keys.equivalents[Int(slots[child].link.key)])
      }
    }
    return seen.numbers.insert(key).inserted ? nil : node(equivalentTo: key, of: map)
  }

  private func node(equivalentTo key: UInt32, of map: Int) -> Int? {
    var place = map + 1
    while place < slots.count {
      if !slots[place].isHidden, keys.equivalents[Int(slots[place].link.key)] == key {
        return place
      }
      place += Int(slots[place].size)
    }
    return nil
  }
}

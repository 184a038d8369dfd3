// SPDX-License-Identifier: Apache-2.0

/// Finds a key that a map already has, without hashing while the map is small.
///
/// Keys that Unicode calls equivalent count as the same, as they do for `Node`'s subscript.
struct KeyIndex {
  private static let largestUnhashed = 12

  private var places: [String: Int] = [:]

  /// The member that already has the key; a new key is taken to be appended next.
  mutating func member(for key: String, in members: [Node.Member]) -> Node.Member? {
    guard members.count > Self.largestUnhashed else {
      // Indexing spares the copy of every member that a closure would be given.
      for index in members.indices where members[index].key == key { return members[index] }
      return nil
    }
    if places.isEmpty {
      for (place, member) in members.enumerated() { places[member.key] = place }
    }
    if let place = places[key] { return members[place] }
    places[key] = members.count
    return nil
  }
}

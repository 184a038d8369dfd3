// SPDX-License-Identifier: Apache-2.0

/// One of several parts of a run, each with some of the systems.
package struct Shard: Hashable, Sendable {
  /// Which one, from 1.
  package let number: Int
  /// How many there are.
  package let count: Int

  /// More shards than anybody runs are a mistake of the caller.
  private static let maximum = 10_000

  /// Creates a shard, or nil when there is no such one.
  package init?(_ number: Int, of count: Int) {
    guard (1...Self.maximum).contains(count), (1...count).contains(number) else { return nil }
    (self.number, self.count) = (number, count)
  }

  /// Reads `K/N`, two numbers without signs or leading zeros.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let number = Int(parts[0]), let count = Int(parts[1]) else {
      return nil
    }
    self.init(number, of: count)
    guard description == text else { return nil }
  }

  /// The shard of a job that GitLab runs in parallel (`CI_NODE_INDEX`, `CI_NODE_TOTAL`).
  ///
  /// A job that does not run in parallel has a total of one and no index.
  package init?(_ variables: [String: String]) {
    guard let total = variables["CI_NODE_TOTAL"].flatMap({ Int($0) }) else { return nil }
    guard let index = variables["CI_NODE_INDEX"].flatMap({ Int($0) }) ?? (total == 1 ? 1 : nil)
    else { return nil }
    self.init(index, of: total)
  }

  /// The systems of this shard: every n-th of all in the order of their ids.
  func share(of systems: [String]) -> [String] {
    systems.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.enumerated()
      .filter { $0.offset % count == number - 1 }.map(\.element)
  }
}

extension Shard: CustomStringConvertible {
  /// `K/N`.
  package var description: String { "\(number)/\(count)" }
}

// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

/// What records of all kinds call themselves, by the first word.
///
/// The names lie one behind the other: strings and a dictionary of them would take longer to make than a
/// title takes to read.
struct KindNames: Sendable {
  /// A name of a kind.
  struct Name {
    let kind: RecordKind
    let name: String
  }

  private struct Entry: Sendable {
    let kind: RecordKind
    let range: Range<Int>
    /// The entry before it with the same first word; -1 for none.
    let next: Int
  }

  private var bytes: [UInt8] = []
  private var entries: [Entry] = []
  private var firsts = WordIndex()
  /// The last entry with each first word.
  private var last: [Int] = []

  static let all: KindNames = {
    var all = KindNames()
    for kind in RecordKind.allCases {
      RecordNames.forEach(of: kind) { all.add($0, of: kind) }
    }
    return all
  }()

  private mutating func add(_ name: UnsafeBufferPointer<UInt8>, of kind: RecordKind) {
    let start = bytes.count
    bytes.append(contentsOf: name)
    let end = name.offset(of: ASCII.space) ?? name.count
    let number = firsts.insert(UnsafeBufferPointer(rebasing: name[..<end]))
    if number == last.count { last.append(-1) }
    entries.append(Entry(kind: kind, range: start..<bytes.count, next: last[number]))
    last[number] = entries.count - 1
  }

  /// All names.
  var names: [Name] { entries.map(name) }

  /// The names that begin with a word.
  func beginning(with word: some StringProtocol) -> [Name] {
    var names: [Name] = []
    var next = firsts.number(of: word).map { last[$0] } ?? -1
    while next >= 0 {
      names.append(name(entries[next]))
      next = entries[next].next
    }
    return names
  }

  private func name(_ entry: Entry) -> Name {
    Name(kind: entry.kind, name: String(decoding: bytes[entry.range], as: UTF8.self))
  }
}

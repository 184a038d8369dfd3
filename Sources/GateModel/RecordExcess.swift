// SPDX-License-Identifier: Apache-2.0

/// The records that a document has beyond those that are kept.
///
/// A file of a few megabytes can state half a million of them, which no rule could judge in the time and
/// memory of a build; the rest is counted, and the file is not judged by a part of it.
package struct RecordExcess: Hashable, Sendable {
  /// The most records of one kind, such as metrics or risks, that are kept of a document.
  package static let limit = 20_000

  /// What there is too much of, such as `measurements`.
  package private(set) var name: String
  /// How many there are.
  package private(set) var count: Int
  /// The first that was not kept.
  package private(set) var source: SourceReference
}

extension RecordExcess {
  /// Drops what is beyond the limit; the first kind of records that has too many is remembered.
  static func bound(
    _ records: inout [some SourcedRecord],
    _ name: String,
    _ excess: inout RecordExcess?
  ) {
    let dropped = records.count - limit
    guard dropped > 0 else { return }
    if excess?.name == name {
      excess?.count += dropped
    } else if excess == nil {
      excess = RecordExcess(name: name, count: limit + dropped, source: records[limit].source)
    }
    records.removeLast(dropped)
  }
}

/// A record that knows where it stands.
protocol SourcedRecord {
  var source: SourceReference { get }
}

extension ModelRecord: SourcedRecord {}
extension DatasetRecord: SourcedRecord {}
extension Party: SourcedRecord {}
extension Statement: SourcedRecord {}
extension Measurement: SourcedRecord {}
extension GroupCounts: SourcedRecord {}
extension PairedCounts: SourcedRecord {}
extension Risk: SourcedRecord {}
extension ControlRecord: SourcedRecord {}
extension Approval: SourcedRecord {}
extension Issue: SourcedRecord {}

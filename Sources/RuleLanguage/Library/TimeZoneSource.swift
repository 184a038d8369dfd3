// SPDX-License-Identifier: Apache-2.0

/// Where the rules of named time zones come from.
///
/// UTC and fixed offsets such as `+02:00` need no rules. Named zones are off unless the caller
/// provides their TZif bytes (RFC 8536), so that a verdict does not depend on a machine's files.
package struct TimeZoneSource: Sendable {
  /// The TZif bytes of a zone such as `Europe/Berlin`, or nil when there is no such zone.
  package var bytes: @Sendable (_ name: String) -> [UInt8]?

  /// Creates a source.
  package init(bytes: @escaping @Sendable (_ name: String) -> [UInt8]?) {
    self.bytes = bytes
  }

  /// A source without named zones.
  package static let fixedOffsets = TimeZoneSource { _ in nil }
}

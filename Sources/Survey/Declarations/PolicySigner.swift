// SPDX-License-Identifier: Apache-2.0

package import Digests
internal import FileShapes
package import GateModel

/// A key that the policy binds to a role, for a span of time.
///
/// Rotation adds a line with the new key and gives the old one an end; revocation moves that end.
package struct PolicySigner: Hashable, Sendable {
  /// What a signature of the key stands for, such as `approver`.
  package var role: String
  /// The key.
  package var key: SignerKey
  /// The first day on which it counts, or nil for any before `until`.
  package var from: CalendarDate?
  /// The last day on which it counts, or nil for any after `from`.
  package var until: CalendarDate?

  /// Creates a signer.
  package init(role: String, key: SignerKey, from: CalendarDate? = nil, until: CalendarDate? = nil)
  {
    (self.role, self.key, self.from, self.until) = (role, key, from, until)
  }

  /// The id of the key: the SHA-256 of the key in DER, or the fingerprint of OpenPGP.
  package var keyID: String { key.id }

  /// Whether the key counts on a day.
  package func counts(on day: CalendarDate) -> Bool {
    (from.map { $0 <= day } ?? true) && (until.map { day <= $0 } ?? true)
  }
}

extension PolicySigner {
  /// What a policy says of a signer.
  static let shape = Shape.map([
    .required("role", .identifier, "what a signature of the key stands for, such as approver"),
    .required(
      "key",
      .text,
      "the public key: in PEM, as the one line of OpenSSH, or as a key block of OpenPGP"
    ),
    Field("from", .date, "the first day on which it counts; any when missing"),
    Field("until", .date, "the last day on which it counts; any when missing"),
  ])

  /// Reads a signer; nil when its shape or its key is wrong, which the reading says.
  init?(_ cursor: NodeCursor, _ reading: inout ConfigurationReading) {
    guard let role = cursor["role"]?.text, let text = cursor["key"]?.text else { return nil }
    do throws(KeyError) {
      key = try SignerKey(text: text)
    } catch {
      reading.add(
        "bad-key",
        "the key of the role '\(role)' cannot be used: \(error.reason)",
        help:
          "write an Ed25519 or P-256 public key, such as 'modelgate keygen' or ssh-keygen makes, or what "
          + "'gpg --armor --export' prints of one key",
        at: cursor["key"] ?? cursor
      )
      return nil
    }
    self.role = role
    (from, until) = (reading.date("from", of: cursor), reading.date("until", of: cursor))
    if let from, let until, until < from {
      reading.add(
        "bad-span",
        "the key of the role '\(role)' counts until \(until), before it counts from \(from)",
        help: "write 'from' before 'until'",
        at: cursor
      )
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

package import GateModel
internal import Survey

/// The signature of a commit or a tag, as far as it was verified.
package struct SignatureFacts: Hashable, Sendable {
  /// What was found.
  package enum State: String, Hashable, Sendable, CaseIterable {
    /// There is none.
    case absent
    /// The key that it names made it.
    case good
    /// The key that it names did not make it, or had ended, or it is damaged.
    case bad
    /// It is of a kind that is not verified: X.509, or OpenPGP by a key that the policy does not name, since
    /// keyrings and trust stores differ from machine to machine.
    case unverified
  }

  /// The name of the tag; nil for a commit.
  package var tag: String?
  /// What was found.
  package var state: State
  /// The id of the key that made it: the SHA-256 of the key in DER, or the fingerprint of OpenPGP.
  package var key: String?
  /// The day that commit or tag states, in UTC.
  package var day: CalendarDate?
  /// Who recorded the commit or made the tag, as it states.
  package var by: String?

  /// Creates the facts.
  package init(
    tag: String? = nil,
    state: State,
    key: String? = nil,
    day: CalendarDate? = nil,
    by: String? = nil
  ) {
    (self.tag, self.state, self.key, self.day, self.by) = (tag, state, key, day, by)
  }

  /// The roles to which the policy binds the key on the day of the signature.
  func roles(_ signers: [PolicySigner]) -> [String] {
    guard state == .good, let day else { return [] }
    return Set(signers.filter { $0.keyID == key && $0.counts(on: day) }.map(\.role)).sorted()
  }
}

/// A signature with the roles of its key.
struct SignatureSubject {
  let facts: SignatureFacts
  let roles: [String]

  static let recordType = RecordType<SignatureSubject>(
    "Signature",
    "The signature of the checked commit, or of one of its tags.",
    place: { _ in nil },
    fields: [
      .optionalText("tag", "the name of the tag; null for the commit") { $0.facts.tag },
      .choice("state", "what was found") { $0.facts.state },
      .optionalText("key", "the id of the key that made it") { $0.facts.key },
      .texts("roles", "the roles to which the policy binds that key") { $0.roles },
      .optionalText("by", "who recorded the commit or made the tag, as it states") { $0.facts.by },
    ]
  )
}

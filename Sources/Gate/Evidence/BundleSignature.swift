// SPDX-License-Identifier: Apache-2.0

internal import Digests
package import GateModel
package import Survey

/// One signature in a bundle: who made it, and what that key stands for.
package struct BundleSignature: Hashable, Sendable {
  /// How a key is known to whoever verifies.
  package enum Standing: String, Hashable, Sendable {
    /// It was named by `--public-key`.
    case trusted
    /// The policy in the bundle binds it to a role, and nothing else vouches for it.
    case policy
    /// Nobody knows it, so that the signature could not be checked.
    case unknown
  }

  /// The name of its file.
  package let file: String
  /// What is signed: the type of an in-toto predicate, or a seal over the folder.
  package let type: String
  /// The id of the key; nil for a seal, which names none.
  package let keyID: String?
  /// How the key is known.
  package let standing: Standing
  /// What the policy says of the key, in the order of the file.
  package let bindings: [PolicySigner]
  /// The day on which it was signed by the signer's own clock, where the statement says it.
  package let day: CalendarDate?
  /// Why that day cannot be the one on which it was signed; nil where it can.
  package let doubt: String?

  /// Whether it is about the verdict.
  var isGateResult: Bool { type == Attestation.gateResult }

  /// The roles that the key had when it signed, by its own clock.
  package var roles: [String] {
    guard standing != .unknown, doubt == nil, let day else { return [] }
    return bindings.filter { $0.counts(on: day) }.map(\.role)
  }

  /// The signature on one line.
  var line: String {
    let key =
      switch standing {
      case .trusted: "the trusted key"
      case .policy: "a key of the policy alone"
      case .unknown: "an unknown key"
      }
    let id = keyID.map { " \($0)" } ?? ""
    return "\(type) by \(key)\(id)" + bindings.map { "; role \($0.words(on: day))" }.joined()
      + (doubt.map { "; \($0)" } ?? "")
  }
}

extension PolicySigner {
  /// The role with its span, and whether that covers a day.
  fileprivate func words(on day: CalendarDate?) -> String {
    let span = [from.map { "from \($0)" }, until.map { "until \($0)" }].compactMap(\.self)
    let bounds = span.isEmpty ? "" : " (\(span.joined(separator: " ")))"
    guard let day, !counts(on: day) else { return role + bounds }
    return "\(role)\(bounds), but not on \(day), when it signed"
  }
}

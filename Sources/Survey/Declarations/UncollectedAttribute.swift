// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
package import GateModel

/// A protected attribute that nobody asks people for, or that is guessed from something else.
package struct UncollectedAttribute: Hashable, Sendable {
  package var attribute: String
  /// Why it is not collected.
  package var reason: String
  /// Who answers for that.
  package var owner: String
  /// What the attribute is guessed from, where it is.
  package var proxy: String?
  /// The share of people whose group the proxy gets wrong, from 0 to 1.
  package var proxyError: Double?
  package var source: SourceReference

  /// What is the case, as the end of a sentence about the attribute.
  package var stated: String {
    guard let proxy else { return "is not collected, because: \(reason)" }
    guard let proxyError else {
      return "is guessed from a proxy (\(proxy)) whose error is not stated, because: \(reason)"
    }
    // Tenths of a per cent are more than any such estimate can carry.
    let tenths = Int((proxyError * 1_000).rounded())
    return
      "is guessed from a proxy (\(proxy)), wrong for \(tenths / 10).\(tenths % 10) % of people,"
      + " because: \(reason)"
  }
}

extension UncollectedAttribute {
  /// What a declaration may write under `uncollected_attributes`.
  static let shape = Shape.list(
    .map([
      .required("attribute", .text, "the attribute"),
      .required("reason", .text, "why it is not collected"),
      .required("owner", .text, "who answers for that"),
      Field("proxy", .text, "what it is guessed from, where it is"),
      Field("proxy_error", .number, "the share of people whose group the proxy gets wrong, 0 to 1"),
    ])
  )
}

extension ConfigurationReading {
  /// The attributes of a declaration that are not collected; an error that cannot be is a problem of the
  /// file.
  mutating func uncollectedAttributes() -> [UncollectedAttribute] {
    let entries = root["uncollected_attributes"]?.elements ?? []
    rejectDuplicates(entries) { $0["attribute"]?.text }
    return entries.compactMap { entry in
      guard let attribute = entry["attribute"]?.text, let reason = entry["reason"]?.text,
        let owner = entry["owner"]?.text
      else { return nil }
      return UncollectedAttribute(
        attribute: attribute,
        reason: reason,
        owner: owner,
        proxy: entry["proxy"]?.text,
        proxyError: proxyError(of: entry),
        source: entry.source
      )
    }
  }

  private mutating func proxyError(of entry: NodeCursor) -> Double? {
    guard let stated = entry["proxy_error"], let share = stated.node.double else { return nil }
    guard (0...1).contains(share), entry["proxy"] != nil else {
      add(
        "wrong-value",
        "'proxy_error' is \(share), and has to be a share from 0 to 1 of a stated proxy",
        help: "write 0.12 for 12 per cent, and name the proxy",
        at: stated
      )
      return nil
    }
    return share
  }
}

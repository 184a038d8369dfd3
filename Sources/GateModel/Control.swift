// SPDX-License-Identifier: Apache-2.0

/// A clause or section that asks for something, bound to the days on which it does.
package struct Control: Hashable, Sendable {
  /// How well a cited clause was confirmed.
  package enum Confidence: String, Hashable, Sendable, CaseIterable {
    /// The primary text was read.
    case primary = "C1"
    /// Secondary sources were read.
    case secondary = "C2"
    /// Not confirmed: an assumption that a policy may change.
    case unconfirmed = "U"
  }

  /// The law, standard or text that it stands in, such as `ai_act` or `gdpr`.
  package var scheme: String
  /// The place in it, such as `Article 35(7)(d)`.
  package var id: String
  /// The first day, or nil for always.
  package var from: CalendarDate?
  /// The last day, or nil for ever.
  package var until: CalendarDate?
  /// How well it was confirmed.
  package var confidence: Confidence?

  /// Creates a control.
  package init(
    scheme: String,
    id: String,
    from: CalendarDate? = nil,
    until: CalendarDate? = nil,
    confidence: Confidence? = nil
  ) {
    self.scheme = scheme
    self.id = id
    self.from = from
    self.until = until
    self.confidence = confidence
  }

  /// The control as people cite it, such as `GDPR Article 35(7)(d)`.
  package var text: String { Self.text(of: [self]) }

  /// Controls on one line; those of one scheme share its name.
  package static func text(of controls: [Control]) -> String {
    var groups: [(scheme: String, ids: [String])] = []
    for control in controls {
      if groups.last?.scheme == control.scheme {
        groups[groups.count - 1].ids.append(control.id)
      } else {
        groups.append((control.scheme, [control.id]))
      }
    }
    return groups.map { group in
      [names[group.scheme] ?? group.scheme, group.ids.joined(separator: ", ")]
        .filter { !$0.isEmpty }.joined(separator: " ")
    }
    .joined(separator: "; ")
  }

  /// How people call the schemes of the shipped packs; another scheme is called by its own word.
  private static let names = [
    "ai_act": "AI Act", "gdpr": "GDPR", "wp_248": "WP 248 rev.01", "policy": "",
    "nist_ai_rmf": "NIST AI RMF 1.0", "nist_600_1": "NIST AI 600-1",
    "nist_800_226": "NIST SP 800-226",
    "iso_42001": "ISO/IEC 42001:2023", "model_cards": "Mitchell et al. 2019,",
    "datasheets": "Gebru et al. 2021,", "us_cfr": "", "nyc_rules": "",
    "gpai_guidelines": "Commission guidelines C(2025) 7719", "dsm_directive": "Dir. (EU) 2019/790",
    "edpb": "EDPB",
  ]
}

/// Who can put a failure right, so that a list of duties can be handed out.
package enum Addressee: String, Hashable, Sendable, CaseIterable {
  /// Whoever develops the system and offers it.
  case provider
  /// Whoever uses it.
  case deployer
  /// The data protection officer.
  case dpo
  case security
  /// Whoever keeps the data.
  case data
  case legal
}

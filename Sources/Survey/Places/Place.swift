// SPDX-License-Identifier: Apache-2.0

internal import Texts

/// A place in the closed list of codes: a country (ISO 3166-1 alpha-2), a member state as `EU-DE`, `EU`,
/// `EEA`, `global`, a state of the United States as `US-TX`, or `US-NY-NYC`.
package struct Place: Hashable, Sendable {
  /// The code as reports and rules write it: member states with `EU-`, everything in capitals but
  /// `global`.
  package let code: String

  private init(canonical code: String) {
    self.code = code
  }

  /// Reads a code, whatever its letter case; nil for anything that is not in the list.
  ///
  /// `UK` stands for `GB` and `EL` for `GR`, as in the Union's own style guide.
  package init?(_ text: String) {
    guard let code = Self.canonical(text.uppercased()) else { return nil }
    self.code = code
  }

  private static func canonical(_ code: String) -> String? {
    switch code {
    case "EU", "EEA": return code
    case "GLOBAL": return "global"
    case "US-NY-NYC": return code
    default: break
    }
    let parts = code.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    if parts.count == 2, parts[0] == "US" {
      return PlaceNames.states[parts[1]] == nil ? nil : code
    }
    if parts.count == 2, parts[0] == "EU" {
      let state = country(parts[1])
      return memberStates.contains(state) ? "EU-\(state)" : nil
    }
    let state = country(code)
    guard PlaceNames.countries[state] != nil else { return nil }
    return memberStates.contains(state) ? "EU-\(state)" : state
  }

  private static func country(_ code: String) -> String {
    switch code {
    case "UK": "GB"
    case "EL": "GR"
    default: code
    }
  }

  /// ISO 3166-1 codes of the 27 member states.
  private static let memberStates: Set<String> = [
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT",
    "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
  ]

  /// Parts of member states that have codes of their own and in which Union law applies
  /// (Article 349 TFEU).
  private static let outermostRegions: Set<String> = ["GF", "GP", "MF", "MQ", "RE", "YT", "AX"]

  /// Iceland, Liechtenstein and Norway: inside for the GDPR, and not outside for the AI Act, whose
  /// incorporation into the EEA Agreement is under way.
  private static let otherEEA: Set<String> = ["IS", "LI", "NO"]

  // MARK: What follows

  /// Whether the law of the Union may apply there: a place that may lead out of scope is none of these.
  package var mayBeInUnion: Bool {
    code == "EU" || code == "EEA" || code == "global" || code.hasPrefix("EU-")
      || Self.otherEEA.contains(code) || Self.outermostRegions.contains(code)
  }

  /// Whether it lies in the European Economic Area and outside the Union.
  package var isInOtherEEA: Bool { Self.otherEEA.contains(code) }

  /// Whether the GDPR applies to what happens there (Joint Committee Decision 154/2018 for the EEA).
  package var isUnderGDPR: Bool { mayBeInUnion }

  /// Whether the place is, includes or lies in the United States.
  package var mayBeInUnitedStates: Bool {
    code == "global" || code == "US" || code.hasPrefix("US-")
      || ["AS", "GU", "MP", "PR", "UM", "VI"].contains(code)
  }

  /// Whether everything in another place lies in this one: `US` includes `US-NY-NYC`.
  package func includes(_ other: Place) -> Bool {
    if code == other.code || code == "global" { return true }
    switch code {
    case "EEA": return other.mayBeInUnion && other.code != "global"
    case "EU": return other.code.hasPrefix("EU-") || Self.outermostRegions.contains(other.code)
    default: return other.code.hasPrefix(code + "-")
    }
  }

  /// What somebody probably meant who wrote no code, or nil.
  package static func suggestion(for text: String) -> String? {
    let name = text.lowercased()
    if let code = PlaceNames.others[name] { return code }
    if name.hasPrefix("eu-"), let place = Place(String(name.dropFirst(3))) { return place.code }
    if let place = name.split(separator: "-").first.flatMap({ Place(String($0)) }),
      name.contains("-")
    {
      return place.code
    }
    return named(name, in: PlaceNames.countries).flatMap { Place($0)?.code }
      ?? named(name, in: PlaceNames.states).map { "US-" + $0 }
  }

  private static func named(_ name: String, in table: [String: String]) -> String? {
    let codes = Dictionary(table.map { ($1.lowercased(), $0) }) { min($0, $1) }
    return codes[name]
      ?? Suggestion.closest(to: name, among: codes.keys.sorted()).flatMap { codes[$0] }
  }
}

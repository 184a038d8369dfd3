// SPDX-License-Identifier: Apache-2.0

internal import RuleLanguage

extension RuleFunctions {
  static let usedIn = FunctionDeclaration(
    name: "used_in",
    receiver: .object("System"),
    parameters: [.init(name: "place", type: .string)],
    result: .bool,
    summary: "whether the system is used in a place or in a part of it, such as 'US' or 'EEA'",
    example: "system.used_in('US-NY')",
    phrase: "{0} is used in {1}"
  ) { arguments, call throws(EvaluationError) in
    let place = call.string(arguments[1]) ?? ""
    let codes =
      call.field("jurisdictions", of: arguments[0]).flatMap { call.elements(of: $0) } ?? []
    try call.charge(codes.count)
    return .bool(codes.contains { PlaceCode.lies(call.string($0) ?? "", in: place) })
  }
}

/// Hierarchical codes of places: `EU-DE` lies in `EU` and `EEA`, `US-NY-NYC` in `US-NY` and `US`.
enum PlaceCode {
  /// Members of the European Economic Area besides the Union.
  private static let otherEEA: Set<String> = ["NO", "IS", "LI"]

  /// Whether a place is, or is a part of, another one.
  static func lies(_ code: String, in place: String) -> Bool {
    switch place {
    case "EU": Jurisdiction.isEU(code)
    case "EEA": isInEEA(code)
    default: code == place || code.hasPrefix(place + "-")
    }
  }

  /// Whether the GDPR is the law of a place.
  static func isInEEA(_ code: String) -> Bool {
    Jurisdiction.isEU(code) || otherEEA.contains(code)
  }
}

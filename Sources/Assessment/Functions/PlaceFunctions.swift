// SPDX-License-Identifier: Apache-2.0

internal import RuleLanguage
internal import Survey

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

/// Hierarchical codes of places: `EU-DE` lies in `EU` and `EEA`, `US-NY-NYC` in `US-NY` and `US`; what is
/// used everywhere is used in each of its parts.
enum PlaceCode {
  /// Whether a place is, is a part of or includes another one.
  static func lies(_ code: String, in place: String) -> Bool {
    guard let used = Place(code), let asked = Place(place) else { return code == place }
    if asked.code == "EU" || asked.code == "EEA" { return used.mayBeInUnion }
    return asked.includes(used) || used.includes(asked)
  }
}

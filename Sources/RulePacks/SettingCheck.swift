// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

/// Compares what a policy or an example sets with what a pack and its rules declare.
struct SettingCheck {
  /// Who sets it, for messages.
  let subject: String
  private(set) var problems: [Problem] = []

  init(subject: String) {
    self.subject = subject
  }

  /// Judges values; what is wrong with one is a problem at its place.
  ///
  /// - Parameters:
  ///   - settings: What the policy sets for one rule or pack.
  ///   - declared: What may be set there.
  ///   - owner: The rule or pack, for messages.
  ///   - otherHelp: What to do about a name that is declared elsewhere; nil when it is not.
  /// - Returns: The usable values by parameter.
  mutating func values(
    _ settings: [ParameterSettings.Setting],
    among declared: ParameterDeclarations,
    of owner: String,
    otherHelp: (String) -> String?
  ) -> [String: ParameterValue] {
    var values: [String: ParameterValue] = [:]
    for setting in settings where !declared.broken.contains(setting.name) {
      guard let parameter = declared.sound.first(where: { $0.name == setting.name }) else {
        add(
          "\(subject) sets '\(setting.name)', which \(owner) does not have",
          at: setting.nameLocation,
          help: otherHelp(setting.name) ?? Self.help(for: setting.name, among: declared)
        )
        continue
      }
      guard let value = value(of: setting, as: parameter, of: owner) else { continue }
      guard values.updateValue(value, forKey: setting.name) == nil else {
        add(
          "\(subject) sets '\(setting.name)' of \(owner) twice",
          at: setting.nameLocation,
          help: "keep one of the two"
        )
        continue
      }
    }
    return values
  }

  /// Notes that a policy names a rule that the pack does not have.
  mutating func addUnknown(_ rule: ParameterSettings.OfRule, known: [String], isOfPack: Bool) {
    var help = Suggestion.closest(to: rule.rule, among: known).map { "did you mean '\($0)'?" }
    if isOfPack {
      help = "it is a parameter of the pack: write '\(rule.rule): VALUE'"
    }
    add(
      "\(subject) sets parameters of the rule '\(rule.rule)', which the pack does not have",
      at: rule.location,
      help: help ?? "see 'modelgate list rules'"
    )
  }

  private mutating func value(
    of setting: ParameterSettings.Setting,
    as parameter: RuleParameter,
    of owner: String
  ) -> ParameterValue? {
    let act = "\(subject) sets '\(setting.name)' of \(owner) to"
    guard let written = setting.value else {
      add(
        "\(act) something that is no value",
        at: setting.valueLocation,
        help: Self.help(for: parameter)
      )
      return nil
    }
    guard let value = written.converted(toTypeOf: parameter.value) else {
      add(
        "\(act) \(written.sourceText), which is no \(parameter.value.typeName)",
        at: setting.valueLocation,
        help: Self.help(for: parameter)
      )
      return nil
    }
    guard parameter.domain.contains(value) else {
      let suggestion = Suggestion.closest(to: value.text, among: parameter.domain.words)
      add(
        "\(act) \(value.sourceText); allowed is \(parameter.domain.text ?? "any value")",
        at: setting.valueLocation,
        help: suggestion.map { "did you mean '\($0)'?" } ?? Self.help(for: parameter)
      )
      return nil
    }
    return value
  }

  private static func help(for parameter: RuleParameter) -> String {
    let domain = parameter.domain.text.map { ", \($0)" } ?? ""
    return "write \(parameter.value.expectation)\(domain);"
      + " without it, \(parameter.value.text) is used"
  }

  private static func help(for name: String, among declared: ParameterDeclarations) -> String {
    let known = declared.sound.map(\.name)
    if let suggestion = Suggestion.closest(to: name, among: known) {
      return "did you mean '\(suggestion)'?"
    }
    return known.isEmpty
      ? "remove it; there is nothing to set there"
      : "what can be set there: \(known.joined(separator: ", "))"
  }

  private mutating func add(_ message: String, at location: SourceLocation, help: String) {
    problems.append(Problem(message: message, location: location, help: help))
  }
}

// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import RuleLanguage
internal import Texts

extension RuleFunctions {
  static let coverage = FunctionDeclaration(
    name: "coverage",
    receiver: .object("System"),
    parameters: [.init(name: "scheme", type: .string)],
    result: .list(.object("Coverage")),
    summary:
      "every content of a scheme such as 'annex_iv', with what was found where it should stand",
    example: "system.coverage('annex_iv').all(c, c.is_covered() || c.state == 'not_applicable')",
    phrase: "{0}'s coverage of {1}"
  ) { arguments, call throws(EvaluationError) in
    let name = call.string(arguments[1]) ?? ""
    guard let scheme = CoverageScheme(rawValue: name) else {
      let known = CoverageScheme.allCases.map(\.rawValue)
      let advice =
        Suggestion.closest(to: name, among: known).map { "; did you mean '\($0)'?" } ?? ""
      throw EvaluationError(.invalidArgument, "there is no scheme '\(name)'\(advice)")
    }
    let declared = call.field("covered", of: arguments[0]).flatMap { call.elements(of: $0) } ?? []
    try call.charge(declared.count + scheme.ids.count)
    let own = declared.filter { text("scheme", of: $0, call) == name }
    let source = call.field("source", of: arguments[0])
    var contents: [Value] = []
    for id in scheme.ids {
      if let found = own.first(where: { text("id", of: $0, call) == id }) {
        contents.append(found)
        continue
      }
      let fields =
        [
          ("scheme", call.makeString(name)), ("id", call.makeString(id)),
          ("state", call.makeString(CoveredContent.State.absent.rawValue)),
          ("gap", call.makeString(id)),
        ] + (source.map { [("source", $0)] } ?? [])
      contents.append(call.placing(call.makeObject("Coverage", fields), at: arguments[0]))
    }
    return call.makeList(contents)
  }

  static let isCovered = FunctionDeclaration(
    name: "is_covered",
    receiver: .object("Coverage"),
    parameters: [],
    result: .bool,
    summary:
      "whether something stands where a content should; undecided where more contents share the place "
      + "than it says things",
    example: "system.coverage('annex_v').filter(c, c.id != '3').all(c, c.is_covered())",
    phrase: "{0} is covered"
  ) { arguments, call throws(EvaluationError) in
    let state = text("state", of: arguments[0], call)
    guard state == CoveredContent.State.undecided.rawValue else {
      return .bool(state == CoveredContent.State.substantive.rawValue)
    }
    throw EvaluationError(
      .invalidArgument,
      text("reason", of: arguments[0], call) ?? "",
      location: call.location(of: arguments[0])
    )
  }

  static let attested = FunctionDeclaration(
    name: "attested",
    receiver: .object("System"),
    parameters: [
      .init(name: "question", type: .string), .init(name: "as_of", type: .timestamp),
    ],
    result: .object("Attestation"),
    summary:
      "the answer that somebody attests by name to a question, from its date until it expires",
    example: "system.attested('TEX-001', as_of).answer == 'no'",
    phrase: "{0}'s attested answer to {1}"
  ) { arguments, call throws(EvaluationError) in
    let question = call.string(arguments[1]) ?? ""
    let answers =
      call.field("attestations", of: arguments[0]).flatMap { call.elements(of: $0) } ?? []
    try call.charge(answers.count)
    let day = arguments[2].timestamp?.unixSeconds ?? 0
    let commit = call.field("committed_on", of: arguments[0])?.timestamp?.unixSeconds ?? day
    let own = answers.filter { text("question", of: $0, call) == question }
    let valid = own.first { answer in
      guard let first = call.field("date", of: answer)?.timestamp?.unixSeconds,
        let last = call.field("expires", of: answer)?.timestamp?.unixSeconds,
        first <= min(day, commit),
        day <= last
      else { return false }
      return Substance.isAnswer(text("answer", of: answer, call))
        && Substance.isName(text("by", of: answer, call))
    }
    if let valid {
      call.note(UsedAttestation(question: question))
      return valid
    }
    let why = own.isEmpty ? "nobody attests an answer to" : "no attested answer counts to"
    throw missing("\(why) '\(question)'", arguments[0], call)
  }
}

/// That a condition rests on what somebody attests, and not on a document.
struct UsedAttestation: Sendable {
  let question: String
}

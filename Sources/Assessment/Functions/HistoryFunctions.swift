// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
internal import RuleLanguage

/// What the history of the repository tells.
///
/// Without a commit, in a shallow clone, and before the rule that asks can apply, nothing is known:
/// the rule is undecided.
extension RuleFunctions {
  static let treeHas = FunctionDeclaration(
    name: "tree_has",
    receiver: .object("Repository"),
    parameters: [.init(name: "path", type: .string)],
    result: .bool,
    summary: "whether the checked tree has a file at a path from its root",
    example: "repository.tree_has('docs/risk.md')",
    phrase: "the tree has {1}"
  ) { arguments, call throws(EvaluationError) in
    guard let paths = call.field("paths", of: arguments[0]).flatMap({ call.elements(of: $0) })
    else { throw untold("which files there are") }
    try call.charge(paths.count)
    let path = call.string(arguments[1]) ?? ""
    return .bool(paths.contains { call.isString($0, path) })
  }

  static let firstSeen = FunctionDeclaration(
    name: "first_seen",
    receiver: .object("Repository"),
    parameters: [.init(name: "path", type: .string)],
    result: .timestamp,
    summary: "the commit time of what added an artifact; undecided in a shallow history",
    example: "repository.first_seen(d.source.path) <= system.placed_on_market",
    phrase: "when {1} was added"
  ) { arguments, call throws(EvaluationError) in
    let file = try file(arguments, &call)
    guard let moment = call.field("first_seen", of: file) else { throw untold("what added it") }
    return moment
  }

  static let madeOn = FunctionDeclaration(
    name: "made_on",
    receiver: .object("Repository"),
    parameters: [.init(name: "assessment", type: .object("Artifact"))],
    result: .timestamp,
    summary:
      "when an impact assessment was made: its date, or the commit that added it where that is earlier "
      + "or it has no date; without a date undecided in a shallow history",
    example: "repository.made_on(d) <= system.placed_on_market",
    phrase: "when {1} was made"
  ) { arguments, call throws(EvaluationError) in
    let path = path(of: arguments[1], call)
    let stated = call.field("created", of: arguments[1])
    let added = try knownFile([arguments[0], path], &call).flatMap {
      call.field("first_seen", of: $0)
    }
    let known = [stated, added].compactMap(\.self)
    let first = known.min {
      ($0.timestamp?.unixSeconds ?? .max) < ($1.timestamp?.unixSeconds ?? .max)
    }
    guard let first else { throw untold("when it was made") }
    return call.placing(first, at: arguments[1])
  }

  static let changedSince = FunctionDeclaration(
    name: "changed_since",
    receiver: .object("Repository"),
    parameters: [.init(name: "path", type: .string), .init(name: "moment", type: .timestamp)],
    result: .bool,
    summary: "whether an artifact was changed after a moment; undecided in a shallow history",
    example: "!repository.changed_since(d.source.path, d.created)",
    phrase: "{1} was changed after {2}"
  ) { arguments, call throws(EvaluationError) in
    let file = try file(arguments, &call)
    guard let change = call.field("last_changed", of: file)?.timestamp?.unixSeconds,
      let moment = arguments[2].timestamp?.unixSeconds
    else { throw untold("its last change") }
    return call.placing(.bool(change > moment), at: file)
  }

  static let signed = FunctionDeclaration(
    name: "signed",
    receiver: .object("Repository"),
    parameters: [.init(name: "path", type: .string)],
    result: .bool,
    summary:
      "whether the commit that last changed an artifact carries a signature; nothing is said "
      + "about whether it is good",
    example: "repository.signed(e.source.path)",
    phrase: "the last change of {1} is signed"
  ) { arguments, call throws(EvaluationError) in
    let file = try file(arguments, &call)
    guard let isSigned = call.field("is_signed", of: file) else { throw untold("its signature") }
    return isSigned
  }

  static let factsChangedAfter = FunctionDeclaration(
    name: "facts_changed_after",
    receiver: .object("Repository"),
    parameters: [.init(name: "assessment", type: .object("Artifact"))],
    result: .list(.object("FactChange")),
    summary:
      "the changes of the declaration after an assessment was made or reviewed, all if it has no date: "
      + "other answers to facts that bear on the risk for people, and models of other names; an open "
      + "answer that is closed is no change; undecided where nobody can tell what it was before",
    example: "repository.facts_changed_after(d).size() == 0",
    phrase: "the changes of declared facts after {1}"
  ) { arguments, call throws(EvaluationError) in
    let changes = call.field("fact_changes", of: arguments[0]).flatMap { call.elements(of: $0) }
    guard let changes else {
      throw EvaluationError(
        .invalidArgument,
        "the history tells nothing of how the declaration was changed: it is cut off, another "
          + "declaration went when this one came, this one was there before, or there are too many versions"
      )
    }
    try call.charge(changes.count)
    let days = ["created", "modified"].compactMap {
      call.field($0, of: arguments[1])?.timestamp?.unixSeconds
    }
    guard let day = days.max() else { return call.makeList(changes) }
    return call.makeList(
      changes.filter { change in
        (call.field("on", of: change)?.timestamp?.unixSeconds).map { $0 > day } ?? false
      }
    )
  }

  /// Where an artifact stands.
  private static func path(of artifact: Value, _ call: FunctionCall) -> Value {
    call.field("source", of: artifact).flatMap { call.field("path", of: $0) } ?? .null
  }

  static let thresholdPreceded = FunctionDeclaration(
    name: "threshold_preceded",
    receiver: .object("Repository"),
    parameters: [.init(name: "evaluation", type: .object("Artifact"))],
    result: .bool,
    summary:
      "whether the policy set its bounds, as they stand now, in a commit before the one that "
      + "last changed an evaluation; absent evidence where it sets none",
    example: "repository.threshold_preceded(e)",
    phrase: "the bounds stood before {1}"
  ) { arguments, call throws(EvaluationError) in
    let path = path(of: arguments[1], call)
    let file = try file([arguments[0], path], &call)
    if let isPreceded = call.field("threshold_preceded", of: file) {
      return call.placing(isPreceded, at: arguments[1])
    }
    throw missing("the policy sets no bound in 'packs'", arguments[1], call)
  }

  static let signedBy = FunctionDeclaration(
    name: "signed_by",
    receiver: .object("Repository"),
    parameters: [.init(name: "path", type: .string), .init(name: "role", type: .string)],
    result: .bool,
    summary:
      "whether the commit that last changed an artifact is signed by a key that the policy binds to "
      + "a role; undecided for signatures that are not verified",
    example: "repository.signed_by(d.source.path, 'approver')",
    phrase: "the last change of {1} is signed as {2}"
  ) { arguments, call throws(EvaluationError) in
    let file = try file(arguments, &call)
    let state = call.field("signature_state", of: file).flatMap { call.string($0) }
    guard let state, state != SignatureFacts.State.unverified.rawValue else {
      throw untold("who signed it")
    }
    return call.placing(.bool(holds(arguments[2], "signer_roles", of: file, &call)), at: file)
  }

  static let approvedBy = FunctionDeclaration(
    name: "approved_by",
    receiver: .object("Repository"),
    parameters: [.init(name: "path", type: .string), .init(name: "role", type: .string)],
    result: .bool,
    summary:
      "whether the checked commit, or a tag of it, is signed by a key that the policy binds to a role "
      + "and that did not sign the last change of an artifact; undecided where that change is not signed",
    example: "repository.approved_by(d.source.path, 'approver')",
    phrase: "somebody else approved {1} as {2}"
  ) { arguments, call throws(EvaluationError) in
    let file = try file(arguments, &call)
    guard
      let signatures = call.field("signatures", of: arguments[0]).flatMap({ call.elements(of: $0) })
    else { throw untold("who signed the commit") }
    try call.charge(signatures.count)
    let approvals = signatures.filter { holds(arguments[2], "roles", of: $0, &call) }
    guard !approvals.isEmpty else {
      let isOpen = signatures.contains {
        field("state", of: $0, call) == SignatureFacts.State.unverified.rawValue
      }
      if isOpen { throw untold("whose signatures the commit and its tags carry") }
      return .bool(false)
    }
    // A name without a signature, and a key that nobody bound to anything, cost nothing.
    let roles = call.field("signer_roles", of: file).flatMap { call.elements(of: $0) } ?? []
    guard let author = field("signer_key", of: file, call), !roles.isEmpty else {
      throw untold("whose change that is: no key of the policy signed it")
    }
    let name = field("author", of: file, call) ?? ""
    let isIndependent = approvals.contains {
      field("key", of: $0, call) != author
        && !PersonName.areSame(field("by", of: $0, call) ?? "", name)
    }
    return .bool(isIndependent)
  }

  /// Whether a list of texts of a record has a text.
  private static func holds(
    _ wanted: Value,
    _ field: String,
    of record: Value,
    _ call: inout FunctionCall
  ) -> Bool {
    let word = call.string(wanted) ?? ""
    let list = call.field(field, of: record).flatMap { call.elements(of: $0) } ?? []
    return list.contains { call.isString($0, word) }
  }

  private static func field(_ name: String, of record: Value, _ call: FunctionCall) -> String? {
    call.field(name, of: record).flatMap { call.string($0) }
  }

  /// What history tells of the artifact at a path.
  private static func file(
    _ arguments: [Value],
    _ call: inout FunctionCall
  ) throws(EvaluationError) -> Value {
    if let file = try knownFile(arguments, &call) { return file }
    throw untold("'\(call.string(arguments[1]) ?? "")'")
  }

  private static func knownFile(
    _ arguments: [Value],
    _ call: inout FunctionCall
  ) throws(EvaluationError) -> Value? {
    let files = call.field("files", of: arguments[0]).flatMap { call.elements(of: $0) } ?? []
    try call.charge(files.count)
    let path = call.string(arguments[1]) ?? ""
    return files.first { file in
      call.field("path", of: file).map { call.isString($0, path) } ?? false
    }
  }

  /// The error for what nobody can know here; it leaves a rule undecided.
  private static func untold(_ what: String) -> EvaluationError {
    EvaluationError(
      .invalidArgument,
      "the history tells nothing of \(what): it is cut off, nothing is committed, or no artifact of "
        + "the system is there"
    )
  }
}

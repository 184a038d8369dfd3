// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Gate
internal import GateModel

/// Which references a server judges.
struct ReferenceOptions: ParsableArguments {
  @Option(
    name: .customLong("refs"),
    help: ArgumentHelp(
      "Judge only references of this full name or pattern; may be given often.",
      valueName: "pattern"
    )
  )
  var patterns: [String] = []

  /// A judgement by the policy before the push, unless the caller names another one.
  func judgement(_ options: HookOptions) throws -> PushJudgement {
    let isNamed = options.policy.policy != nil || options.policy.policyRef != nil
    return PushJudgement(
      try options.request(),
      policy: isNamed ? .ofRequest : .beforePush,
      patterns: patterns
    )
  }
}

/// `modelgate hook pre-receive`: judges a push on the server, all of it or nothing.
struct PreReceiveHook: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pre-receive",
    abstract: "Judge every commit that a push brings to a server.",
    usage: "modelgate hook pre-receive [<options>]",
    discussion: """
      Reads from standard input what git tells the hook, and the objects from where git holds them \
      apart. Policy, packs and waivers come from each reference as it was before the push, or from \
      HEAD for a new one, so that no push weakens its own gate.

      EXAMPLES
        modelgate hook pre-receive
        modelgate hook pre-receive --refs refs/heads/main --refs 'refs/tags/v*'
        modelgate hook pre-receive --policy-ref refs/heads/main
      """
  )

  @OptionGroup var options: HookOptions
  @OptionGroup var references: ReferenceOptions

  func run() async throws {
    let judgement = try references.judgement(options)
    let pushed = try PushedReference.fromReceive(try NamedInput.bytes("-"))
    guard !pushed.isEmpty else {
      throw ValidationError("Standard input names no reference; git tells the hook what is pushed.")
    }
    try HookText.finish(await judgement.outcomes(of: pushed))
  }
}

/// `modelgate hook update`: judges one reference of a push on the server.
struct UpdateHook: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "update",
    abstract: "Judge one reference that a push changes on a server.",
    discussion: """
      As pre-receive, for one reference; git refuses that one alone.
      """
  )

  @OptionGroup var options: HookOptions
  @OptionGroup var references: ReferenceOptions

  @Argument(help: "The full name of the reference.")
  var reference: String

  @Argument(help: "The id before the push; zeros for a new reference.")
  var old: String

  @Argument(help: "The id after the push; zeros for a deletion.")
  var new: String

  func run() async throws {
    let pushed = try PushedReference(name: reference, old: old, new: new)
    try HookText.finish(await references.judgement(options).outcomes(of: [pushed]))
  }
}

// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Gate
internal import Reporting

/// `modelgate list WHAT`: what there is to judge, and by what.
struct ListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List rules, packs, systems, artifacts, waivers or functions.",
    discussion: """
      EXAMPLES
        modelgate list rules
        modelgate list packs
        modelgate list systems --repo /srv/git/models.git
        modelgate list artifacts          what every candidate file was taken for
        modelgate list artifacts --path services/credit
        modelgate list waivers
        modelgate list functions          what conditions may call
        modelgate list rules --output json
      """
  )

  /// What can be listed.
  enum Subject: String, CaseIterable, ExpressibleByArgument {
    case rules
    case packs
    case systems
    case artifacts
    case waivers
    case functions
  }

  @Argument(help: "What to list.")
  var subject: Subject

  @OptionGroup var repository: RepositoryOptions
  @OptionGroup var policy: PolicyOptions

  /// How the list is printed.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case console
    case json
  }

  @Option(help: "console or json.")
  var output = Format.console

  func validate() throws {
    guard [.rules, .packs, .functions].contains(subject) else { return }
    guard policy.policyRef == nil, policy.policy == nil else {
      throw ValidationError(
        "'list \(subject.rawValue)' reads no policy: leave --policy and --policy-ref out, and name "
          + "packs with --pack."
      )
    }
  }

  func run() async throws {
    try Terminal.printOutput(try await page())
  }

  private func page() async throws -> Page {
    switch subject {
    case .rules: return show(try catalogue().rules)
    case .packs: return packs(try catalogue())
    case .functions:
      return output == .json ? RuleCatalogue.functionListing.json : RuleCatalogue.functions
    case .systems: return show(try await inventory().systems)
    case .artifacts: return show(try await inventory().artifacts)
    case .waivers: return show(try await inventory().waivers)
    }
  }

  private func show(_ listing: Listing) -> Page {
    switch output {
    case .console: listing.page
    case .json: listing.json
    }
  }

  /// The packs, and for people what a policy can set for all rules of each.
  private func packs(_ catalogue: RuleCatalogue) -> Page {
    guard output == .console, !catalogue.parameters.isEmpty else { return show(catalogue.listing) }
    let heading = Page(lines: "parameters that all rules of a pack share\n")
    return Page(joining: [catalogue.listing.page, heading, catalogue.parameters.page])
  }

  private func catalogue() throws -> RuleCatalogue {
    try RuleCatalogue(
      packs: policy.packs.isEmpty ? RuleCatalogue.shippedNames : policy.packs,
      readsExamples: false
    )
  }

  private func inventory() async throws -> TreeListing {
    try await ProgressLine.during(try RunRequest(repository, policy)) {
      try await TreeListing.make($0)
    }
  }
}

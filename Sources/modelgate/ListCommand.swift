// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Gate

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

  func run() async throws {
    Terminal.printOutput(Array(try await text().utf8))
  }

  private func text() async throws -> String {
    switch subject {
    case .rules: return try catalogue().ruleTable
    case .packs: return try catalogue().packTable
    case .functions: return RuleCatalogue.functionReference
    case .systems: return try await inventory().systemTable
    case .artifacts: return try await inventory().artifactTable
    case .waivers: return try await inventory().waiverTable
    }
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

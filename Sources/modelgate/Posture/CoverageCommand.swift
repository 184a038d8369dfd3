// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Gate
internal import Reporting

/// `modelgate coverage`: where the contents that a law lists stand in the documents.
struct CoverageCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: "Show where the contents of a scheme stand, and which have no place.",
    discussion: """
      Each content is there, a placeholder, empty, not there, without a place, or does not apply for \
      a stated reason. 'modelgate new coverage --scheme NAME' writes the part of a declaration that \
      is shown here, filled with what matches.

      EXAMPLES
        modelgate coverage --scheme annex_iv
        modelgate coverage --scheme gdpr_30_1 --system credit-scoring
        modelgate coverage                      schemes that a declaration names
        modelgate coverage --output json
      """
  )

  @Option(help: "The scheme, such as annex_iv or iso_42001; default: those that are mentioned.")
  var scheme: String?

  @OptionGroup var repository: RepositoryOptions
  @OptionGroup var policy: PolicyOptions

  @Option(help: "console or json.")
  var output = ListCommand.Format.console

  func run() async throws {
    let listing = try await ProgressLine.during(try RunRequest(repository, policy)) {
      try await CoverageListing.make(scheme: scheme, $0)
    }
    switch output {
    case .json: try Terminal.printOutput(listing.contents.json)
    case .console:
      let table = listing.contents.page
      let pages = listing.summary.isEmpty ? [table] : [table, Page(lines: listing.summary)]
      try Terminal.printOutput(Page(joining: pages))
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Gate
internal import GateModel
internal import Reporting

/// `modelgate waivers`: the gaps that somebody accepted for a time.
struct WaiversCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "waivers",
    abstract: "List, check, write or renew waivers.",
    discussion: """
      A waiver says who accepted which finding, why, and until when. They stand in \
      modelgate-waivers.yml, or where the policy says.

      EXAMPLES
        modelgate waivers list
        modelgate waivers check --expires-within 30
        modelgate waivers new ESS-085 --system credit-scoring --expires 2027-03-31 \\
          --reason "The drift monitor is being rolled out" --owner "Credit Models" \\
          --approved-by "Dana Okafor"
        modelgate waivers renew ESS-085 --expires 2027-06-30 \\
          --approved-by "Dana Okafor"
      """,
    subcommands: [List.self, Check.self, New.self, Renew.self]
  )

  /// `modelgate waivers list`.
  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List the waivers without judging anything."
    )

    @OptionGroup var repository: RepositoryOptions
    @OptionGroup var policy: PolicyOptions

    @Option(help: "console or json.")
    var output = ListCommand.Format.console

    func run() async throws {
      let listing = try await TreeListing.make(try RunRequest(repository, policy)).waivers
      try Terminal.printOutput(output == .json ? listing.json : listing.page)
    }
  }

  /// `modelgate waivers check`.
  struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Judge the repository and say what became of each waiver.",
      discussion: """
        EXIT STATUS
          0 every waiver accepts something, or there is none
          1 one has expired, accepts nothing, or will end within --expires-within days
          2 usage, policy or rule pack error
          3 something could not be read, so that a waiver may be missing or unused
        """
    )

    @OptionGroup var repository: RepositoryOptions
    @OptionGroup var policy: PolicyOptions

    @Option(
      name: .customLong("expires-within"),
      help: ArgumentHelp("Refuse what ends within this many days.", valueName: "days")
    )
    var days = 0

    @Option(help: "console or json.")
    var output = ListCommand.Format.console

    func validate() throws {
      guard days >= 0 else { throw ValidationError("--expires-within needs a number of days.") }
    }

    func run() async throws {
      let report = try await ProgressLine.during(try RunRequest(repository, policy)) {
        try await GateRun($0).run().report
      }
      let listing = report.waiverListing
      try Terminal.printOutput(output == .json ? listing.json : listing.page)
      guard report.waiversHold(for: days) else { throw ExitCode(ExitStatus.fail.rawValue) }
      guard report.faults.isEmpty else {
        Terminal.printError(
          Page(lines: "modelgate: something could not be read; 'modelgate check' says what\n")
        )
        throw ExitCode(ExitStatus.undecided.rawValue)
      }
    }
  }

  /// `modelgate waivers new`.
  struct New: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "new",
      abstract: "Write a waiver for what failed, in the files on disk."
    )

    @OptionGroup var scope: WaiverOptions

    @Option(help: "Why the gap is acceptable until then.")
    var reason: String

    @Option(help: "Who answers for the gap.")
    var owner: String

    @Option(help: "A ticket or document.")
    var reference: String?

    func run() async throws {
      var draft = scope.draft
      (draft.reason, draft.owner, draft.reference) = (reason, owner, reference)
      try await scope.write { try await draft.added($0, root: $1) }
    }
  }

  /// `modelgate waivers renew`.
  struct Renew: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "renew",
      abstract: "Give a waiver another last day, accepted today."
    )

    @OptionGroup var scope: WaiverOptions

    @Option(help: "Another reason; default: the old one.")
    var reason: String?

    @Option(help: "Another owner; default: the old one.")
    var owner: String?

    func run() async throws {
      var draft = scope.draft
      (draft.reason, draft.owner) = (reason, owner)
      try await scope.write { try await draft.renewed($0, root: $1) }
    }
  }
}

/// For what a waiver is, who accepts it, and where it is written.
struct WaiverOptions: ParsableArguments {
  @Argument(help: "The rule: pack/rule, a bare rule id, or a short code.")
  var rule: String

  @Option(help: "Limit it to the system with this id.")
  var system: String?

  @Option(help: "Limit it to this subject, as reports name it.")
  var subject: String?

  @Option(name: .customLong("approved-by"), help: "Who accepts the gap; not its owner.")
  var approvedBy: String

  @Option(help: ArgumentHelp("The last day on which it counts, YYYY-MM-DD.", valueName: "date"))
  var expires: CalendarDate

  @Option(help: ArgumentHelp("The files of a repository.", valueName: "path"))
  var repo = "."

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp("The day on which it is accepted; default: today in UTC.", valueName: "date")
  )
  var asOf: CalendarDate?

  var draft: WaiverDraft {
    var draft = WaiverDraft(rule: rule, approvedBy: approvedBy, expires: expires)
    (draft.system, draft.subject) = (system, subject)
    return draft
  }

  /// Writes what is made of the files of the repository.
  func write(
    _ make: (RunRequest, String) async throws -> WaiverDraft.Output
  ) async throws {
    guard let root = RepositoryPlace(of: repo).root else {
      throw ValidationError("There is no git repository at '\(repo)'.")
    }
    let output = try await make(try .ofFiles(at: root, try asOf ?? RunRequest.today()), root)
    try OutputFiles.write(Array(output.text.utf8), to: output.path)
    Terminal.printError(Page(lines: "wrote \(output.path): \(output.remark)\n"))
  }
}

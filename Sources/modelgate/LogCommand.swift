// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Gate
internal import Reporting

/// `modelgate log`: keeps a series of bundles in a log that shows when one was dropped.
struct LogCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: "Keep a tamper-evident series of evidence bundles.",
    discussion: """
      A log is a folder with one line for each bundle and a checkpoint over all of them, a hash tree \
      after RFC 6962. Keep checkpoints elsewhere: against an older one, verify finds every entry that \
      was changed, dropped or moved since.

      EXAMPLES
        modelgate log add releases/ evidence.tar
        modelgate log verify releases/ --checkpoint older-checkpoint
        modelgate log verify releases/ --bundle evidence.tar

      EXIT STATUS
        0 added, or as it should be   1 not   2 usage, or the log cannot be used
        3 the bundle cannot be read
      """,
    subcommands: [Add.self, Verify.self]
  )

  /// `modelgate log add`.
  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add",
      abstract: "Verify a bundle and add it."
    )

    @Argument(help: "The folder of the log.")
    var folder: String

    @Argument(help: "The evidence bundle.")
    var bundle: String

    func run() async throws {
      var log = try EvidenceLog(at: folder, mayBeNew: true)
      let index = try await log.add(bundle, tool: .current)
      try Terminal.printOutput(Page(lines: "entry \(index)\n\(log.checkpoint)"))
    }
  }

  /// `modelgate log verify`.
  struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "verify",
      abstract: "Check a log against its checkpoint, an older one, or a bundle."
    )

    @Argument(help: "The folder of the log.")
    var folder: String

    @Option(help: ArgumentHelp("An older checkpoint of this log.", valueName: "file"))
    var checkpoint: String?

    @Option(help: ArgumentHelp("A bundle that has to have an entry.", valueName: "path"))
    var bundle: String?

    func run() async throws {
      let log = try EvidenceLog(at: folder)
      if let fault = log.fault { return try refuse(fault) }
      guard log.count > 0 else { return try refuse("the log has no entry") }
      if let checkpoint, try !log.continues(checkpoint) {
        return try refuse("the log does not continue the older checkpoint")
      }
      var proof = ""
      if let bundle {
        guard let found = try await log.inclusion(of: bundle, tool: .current) else {
          return try refuse("the bundle has no entry in the log")
        }
        proof = "entry \(found.index)\n" + found.proof.map { "proof \($0)\n" }.joined()
      }
      try Terminal.printOutput(
        Page(lines: "as it should be: \(log.count) entries\n\(proof)")
      )
    }

    private func refuse(_ reason: String) throws {
      try Terminal.printOutput(Page(lines: "wrong: \(reason)\n"))
      throw ExitCode(ExitStatus.fail.rawValue)
    }
  }
}

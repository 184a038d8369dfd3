// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import FoundationEssentials
internal import Gate
internal import Reporting

/// `modelgate sign`: adds signatures to a bundle that exists.
struct SignCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sign",
    abstract: "Sign an evidence bundle.",
    discussion: """
      Verifies the bundle, judges it again, and adds in-toto attestations in DSSE envelopes to its \
      folder attestations/: the gate result, a test result, and a verification summary for each \
      model with a digest. They are signatures over the SHA-256 of manifest-sha256.txt, which stays \
      as it is. A bundle that says fail can be signed; one that is not sound cannot.

      EXAMPLES
        modelgate sign evidence.tar --key gate.key
        modelgate sign evidence.tar --key env:GATE_KEY --run-url "$CI_JOB_URL"

      EXIT STATUS
        0 signed   2 not   3 it cannot be read as a bundle
      """
  )

  @Argument(help: "A .tar, a .tar.gz, or the folder.")
  var bundle: String

  @Option(
    name: .customLong("key"),
    help: ArgumentHelp(
      "A private key in PEM, or env:NAME; may be given often.",
      valueName: "pem"
    )
  )
  var keys: [String]

  @Option(
    name: .customLong("run-url"),
    help: ArgumentHelp("The page of the run that signs.", valueName: "url")
  )
  var runURL: String?

  @Option(
    help: ArgumentHelp("The repository that has the redacted inputs.", valueName: "path")
  )
  var repo: String?

  func run() async throws {
    let signer = try BundleSigner(keys: keys, runURL: runURL)
    for id in try await signer.sign(bundle, repository: repo) {
      try Terminal.printOutput(Page(lines: "signed by key \(id)\n"))
    }
  }
}

extension BundleSigner {
  /// A signer that reads the clock, once.
  init(keys: [String], runURL: String? = nil) throws {
    try self.init(
      keys: keys,
      signedAt: Self.now(),
      runURL: runURL,
      tool: .current
    )
  }

  private static func now() -> String {
    let seconds = Int64(Date().timeIntervalSince1970)
    return Date(timeIntervalSince1970: TimeInterval(seconds)).formatted(.iso8601)
  }
}

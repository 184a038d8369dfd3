// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Gate

/// `modelgate verify`: checks an evidence bundle without the repository.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check an evidence bundle completely.",
    discussion: """
      Recomputes every digest, rebuilds the git objects, and proves that each artifact belongs to \
      the commit that the report names. Everything that is wrong is listed.

      EXAMPLES
        modelgate verify evidence.tar
        modelgate verify evidence.tar.gz
        modelgate verify unpacked-evidence/

      EXIT STATUS
        0 sound   1 something is wrong   2 the bundle cannot be read
      """
  )

  @Argument(help: "A .tar, a .tar.gz, or the folder.")
  var bundle: String

  func run() throws {
    let verification = try BundleCheck.verify(bundle)
    Terminal.printOutput(Array(verification.text.utf8))
    guard verification.isSound else { throw ExitCode(ExitStatus.fail.rawValue) }
  }
}

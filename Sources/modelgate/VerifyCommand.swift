// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Gate
internal import Reporting

/// `modelgate verify`: checks an evidence bundle without the repository, and judges it again.
struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check an evidence bundle completely, and judge it again.",
    discussion: """
      Recomputes every digest, rebuilds the git objects, proves that each artifact belongs to the \
      commit, evaluates the bundled policy on the bundled inputs, and compares every report byte by \
      byte. The first line says the verdict. Everything that is wrong is listed.

      EXAMPLES
        modelgate verify evidence.tar
        modelgate verify evidence.tar --require pass --max-age 30
        modelgate verify evidence.tar --require pass --model-dir ./model
        modelgate verify evidence.tar --public-key gate.pub --require-signed 1
        modelgate verify unpacked-evidence/ --repo /srv/git/models.git
        modelgate verify evidence-2.tar --previous evidence-1.tar

      EXIT STATUS
        0 sound, and everything that is required holds   1 not   2 usage
        3 it cannot be read as a bundle
      """
  )

  @Argument(help: "A .tar, a .tar.gz, or the folder.")
  var bundle: String

  @OptionGroup var options: RequirementOptions

  @Option(
    help: ArgumentHelp(
      "The bundle of the release before, which this one has to follow.",
      valueName: "bundle"
    )
  )
  var previous: String?

  @Option(help: ArgumentHelp("text (default) or json.", valueName: "format"))
  var output = VerificationFormat.text

  func run() async throws {
    var requirements = try options.requirements()
    requirements.previous = previous
    let check = try await BundleCheck.verify(
      bundle,
      requirements: requirements,
      tool: .current
    )
    try Terminal.printOutput(output == .json ? check.jsonPage : check.page)
    guard check.holds else { throw ExitCode(ExitStatus.fail.rawValue) }
  }
}

/// How a verification is printed.
enum VerificationFormat: String, ExpressibleByArgument {
  case text
  case json
}

// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Gate
internal import Reporting

/// `modelgate keygen`: makes a pair of keys for signing bundles.
struct KeygenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keygen",
    abstract: "Make a pair of keys for signing evidence bundles.",
    discussion: """
      Writes the private key to PATH, which only you may read, and the public one to PATH.pub. \
      Neither is ever overwritten. openssl reads both.

      EXAMPLES
        modelgate keygen gate.key
        modelgate keygen gate.key --algorithm p256

      EXIT STATUS
        0 written   2 not
      """
  )

  @Argument(help: "The file of the private key.")
  var path: String

  @Option(help: ArgumentHelp("ed25519 (default) or p256.", valueName: "name"))
  var algorithm = SigningKeyAlgorithm.ed25519

  func run() throws {
    let id = try KeyFile.generate(at: path, algorithm: algorithm)
    try Terminal.printOutput(Page(lines: "key id \(id)\n"))
  }
}

extension SigningKeyAlgorithm: ExpressibleByArgument {}

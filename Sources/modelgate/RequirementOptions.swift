// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Gate
internal import GateModel

/// What somebody who relies on a bundle asks of it.
struct RequirementOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Which verdict is good enough: pass, no-new or undecided-ok.",
      valueName: "verdict"
    )
  )
  var require: BundleRequirements.Verdict?

  @Option(help: ArgumentHelp("The system with this id has to be judged.", valueName: "id"))
  var system: String?

  @Option(
    name: .customLong("model-digest"),
    help: ArgumentHelp("A judged model has to have this digest.", valueName: "sha256:…")
  )
  var modelDigest: DigestArgument?

  @Option(
    name: .customLong("model-dir"),
    help: ArgumentHelp(
      "This folder has to hold the judged models, and no other weights.",
      valueName: "dir"
    )
  )
  var modelFolder: String?

  @Option(
    help: ArgumentHelp("This commit has to be the checked one; its whole id.", valueName: "id")
  )
  var commit: String?

  @Option(
    name: .customLong("policy-digest"),
    help: ArgumentHelp("Policy, packs and waivers have to have this digest.", valueName: "sha256:…")
  )
  var policyDigest: DigestArgument?

  @Option(
    name: .customLong("pack-digest"),
    help: ArgumentHelp("An applied pack has to have this digest.", valueName: "sha256:…")
  )
  var packDigests: [DigestArgument] = []

  @Option(
    name: .customLong("max-age"),
    help: ArgumentHelp("The check may be this many days old.", valueName: "days")
  )
  var maximumAge: Int?

  @Option(
    name: .customLong("public-key"),
    help: ArgumentHelp("A trusted public key; may be given often.", valueName: "pem")
  )
  var publicKeys: [String] = []

  @Option(
    name: .customLong("require-signed"),
    help: ArgumentHelp("This many trusted keys have to have signed.", valueName: "n")
  )
  var signatures: Int?

  @Option(
    name: .customLong("require-role"),
    help: ArgumentHelp(
      "A key that the policy binds to this role has to have signed; needs --policy-digest.",
      valueName: "role"
    )
  )
  var roles: [String] = []

  @Option(
    help: ArgumentHelp(
      "Compute the facts about the history again from this repository, and take redacted inputs from it.",
      valueName: "path"
    )
  )
  var repo: String?

  @Flag(
    name: .customLong("other-version"),
    help: "Take a bundle of another version, the words of whose pages and messages nobody compares."
  )
  var acceptsOtherVersion = false

  func validate() throws {
    guard maximumAge ?? 0 >= 0 else { throw ValidationError("--max-age needs 0 or more days.") }
    guard signatures ?? 1 > 0 else {
      throw ValidationError("--require-signed needs a number from 1 upwards.")
    }
    guard signatures == nil || !publicKeys.isEmpty else {
      throw ValidationError("--require-signed needs the keys to trust: --public-key PEM.")
    }
    guard roles.isEmpty || policyDigest != nil else {
      throw ValidationError(
        "--require-role relies on what the policy says: give --policy-digest as well."
      )
    }
    if let commit {
      guard ObjectID(hex: commit) != nil else {
        throw ValidationError(
          "--commit needs the whole id, 40 lower-case hexadecimal digits: others can begin alike."
        )
      }
    }
  }

  /// The requirements; the clock is read here, once.
  func requirements() throws -> BundleRequirements {
    var requirements = BundleRequirements()
    requirements.verdict = require
    requirements.system = system
    requirements.modelDigest = modelDigest?.digest
    requirements.modelFolder = modelFolder
    requirements.commit = commit
    requirements.policyDigest = policyDigest?.digest
    requirements.packDigests = packDigests.map(\.digest)
    requirements.maximumAge = maximumAge
    requirements.today = try RunRequest.today()
    requirements.publicKeys = publicKeys
    requirements.signatures = signatures
    requirements.roles = roles
    requirements.repository = repo
    requirements.acceptsOtherVersion = acceptsOtherVersion
    return requirements
  }
}

/// A SHA-256 as people write it: 64 hexadecimal digits, with or without `sha256:` before them.
struct DigestArgument: ExpressibleByArgument {
  let digest: ContentDigest

  init?(argument: String) {
    let digits = argument.hasPrefix("sha256:") ? String(argument.dropFirst(7)) : argument
    guard let digest = ContentDigest(hex: digits.lowercased()) else { return nil }
    self.digest = digest
  }
}

extension BundleRequirements.Verdict: ExpressibleByArgument {}

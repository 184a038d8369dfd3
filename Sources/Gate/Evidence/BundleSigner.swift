// SPDX-License-Identifier: Apache-2.0

internal import Digests
internal import EvidenceBundle
internal import GateModel
package import Reporting

/// Signs a bundle after it was verified.
package struct BundleSigner: Sendable {
  private let keys: [SigningKey]
  private let signedAt: String
  private let runURL: String?
  private let tool: Report.Tool

  /// Reads the keys.
  ///
  /// - Parameters:
  ///   - keys: PEM files, or `env:NAME`.
  ///   - signedAt: When it is signed, as RFC 3339 in UTC.
  ///   - runURL: The page of the run that signs, where there is one.
  ///   - tool: The program.
  /// - Throws: When a key cannot be read or used.
  package init(
    keys: [String],
    signedAt: String,
    runURL: String? = nil,
    tool: Report.Tool
  ) throws(RunFailure) {
    var read: [SigningKey] = []
    for key in keys { read.append(try KeyFile.signingKey(key)) }
    (self.keys, self.signedAt, self.runURL, self.tool) = (read, signedAt, runURL, tool)
  }

  /// Adds the signatures of every key to a bundle, in its place.
  ///
  /// - Parameters:
  ///   - path: The folder or archive.
  ///   - repository: Where inputs are that the bundle does not hold; nil for nowhere.
  /// - Returns: The ids of the keys.
  /// - Throws: When the bundle is not sound: nobody should sign what does not verify.
  package func sign(
    _ path: String,
    repository: String? = nil
  ) async throws(RunFailure) -> [String] {
    var requirements = BundleRequirements()
    requirements.repository = repository
    let check = try await BundleCheck.verify(path, requirements: requirements, tool: tool)
    let attestation = try attestation(of: check, path)
    var files: [BundleFile] = []
    for key in keys {
      files += try envelopes(of: attestation, key)
      files += try seal(of: check, key)
    }
    do throws(Problem) {
      try BundleSigning.add(
        files,
        to: path,
        named: check.baseName,
        modified: check.commitTime
      )
    } catch {
      throw .configuration("\(error.path): \(error.message)", help: error.help)
    }
    return keys.map(\.publicKey.id)
  }

  /// What is signed about a bundle.
  ///
  /// - Throws: When it is not sound, or was not judged again.
  private func attestation(
    of check: BundleCheck,
    _ path: String
  ) throws(RunFailure) -> Attestation {
    guard check.isSound, let statement = check.statement, let digest = check.evidenceDigest else {
      throw .configuration(
        "the bundle '\(path)' is not sound, so it is not signed: "
          + (check.problems.first.map { "\($0.path): \($0.message)" } ?? "it cannot be judged"),
        help: "see 'modelgate verify'"
      )
    }
    guard statement.notReplayed.isEmpty else {
      throw .configuration(
        "inputs of the bundle '\(path)' were redacted, so it cannot be judged again and is not signed",
        help: "name the repository that has them: --repo PATH"
      )
    }
    return Attestation(
      statement: statement,
      results: check.results,
      evidenceDigest: digest,
      signedAt: signedAt,
      runURL: runURL
    )
  }

  /// The seal over the folder; OpenSSF Model Signing knows no Ed25519.
  private func seal(
    of check: BundleCheck,
    _ key: SigningKey
  ) throws(RunFailure) -> [BundleFile] {
    guard key.algorithm == .p256 else { return [] }
    do throws(KeyError) {
      let seal = try Seal(of: check.sealedDigests, named: check.baseName, with: key)
      let file = "seal.\(key.publicKey.id.prefix(12)).oms.sig"
      return [BundleFile(path: file, bytes: seal.bytes)]
    } catch {
      throw .configuration(error.reason, help: "try another key")
    }
  }

  private func envelopes(
    of attestation: Attestation,
    _ key: SigningKey
  ) throws(RunFailure) -> [BundleFile] {
    var files: [BundleFile] = []
    for (name, payload) in attestation.statements {
      do throws(KeyError) {
        let envelope = try Envelope(signing: payload, with: key)
        let file = "\(name).\(key.publicKey.id.prefix(12)).dsse.json"
        files.append(BundleFile(path: file, bytes: envelope.bytes))
      } catch {
        throw .configuration(error.reason, help: "try another key")
      }
    }
    return files
  }
}

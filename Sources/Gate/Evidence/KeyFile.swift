// SPDX-License-Identifier: Apache-2.0

internal import Digests
internal import FoundationEssentials
internal import GateModel
internal import Glibc

/// Keys where people keep them: in a file, or in an environment variable as CI systems hand them out.
package enum KeyFile {
  private static let environmentPrefix = "env:"

  /// A new key in `path`, which only its owner may read, with the public one in `path.pub`.
  ///
  /// - Returns: The id of the key.
  /// - Throws: When a file of that name exists already, or cannot be written.
  package static func generate(
    at path: String,
    algorithm: SigningKeyAlgorithm
  ) throws(RunFailure) -> String {
    let key = SigningKey(generating: algorithm.algorithm)
    try create(path, 0o600, key.pem)
    do throws(RunFailure) {
      try create("\(path).pub", 0o644, key.publicKey.pem)
    } catch {
      unlink(path)
      throw error
    }
    return key.publicKey.id
  }

  static func signingKey(_ source: String) throws(RunFailure) -> SigningKey {
    let text = try self.text(source)
    do {
      return try SigningKey(pem: text)
    } catch {
      throw unusable(source, error)
    }
  }

  static func publicKey(_ source: String) throws(RunFailure) -> PublicKey {
    let text = try self.text(source)
    do {
      return try PublicKey(text: text)
    } catch {
      throw unusable(source, error)
    }
  }

  private static func text(_ source: String) throws(RunFailure) -> String {
    guard source.hasPrefix(environmentPrefix) else {
      return String(decoding: try DiskFile.bytes(at: source), as: UTF8.self)
    }
    let name = String(source.dropFirst(environmentPrefix.count))
    guard let value = ProcessInfo.processInfo.environment[name], !value.isEmpty else {
      throw .configuration(
        "there is no environment variable '\(name)' with a key",
        help: "set it to the text of the PEM file"
      )
    }
    return value
  }

  private static func unusable(_ source: String, _ error: KeyError) -> RunFailure {
    .configuration(
      "the key '\(source)' cannot be used: \(error.reason)",
      help: "name an Ed25519 or P-256 key in PEM, such as 'modelgate keygen' writes, or the public "
        + "one as a line of OpenSSH"
    )
  }

  /// Creates a file that must not exist; a link in its place is not followed.
  private static func create(
    _ path: String,
    _ mode: mode_t,
    _ text: String
  ) throws(RunFailure) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw unwritable(path) }
    defer { close(descriptor) }
    do throws(RunFailure) {
      try Descriptor.write(Array(text.utf8), to: descriptor, path)
    } catch {
      unlink(path)
      throw error
    }
  }

  private static func unwritable(_ path: String) -> RunFailure {
    .configuration(
      "writing the key '\(path)' failed: \(String(cString: strerror(errno)))",
      help: "name a new file in a folder that can be written; a key is never overwritten"
    )
  }
}

/// The kinds of keys that can be made.
package enum SigningKeyAlgorithm: String, Hashable, Sendable, CaseIterable {
  /// Small and deterministic; the default.
  case ed25519
  /// For verifiers that know only NIST curves, such as those of OpenSSF Model Signing.
  case p256

  var algorithm: SigningKey.Algorithm { self == .ed25519 ? .ed25519 : .p256 }
}

// SPDX-License-Identifier: Apache-2.0

internal import GateModel
package import Texts

/// What somebody has to do so that a registry serves a model that a bundle speaks for.
///
/// The program has no network code: it decides, and others act.
package struct PromotionPlan: Hashable, Sendable {
  /// One step, for people and for programs.
  package struct Step: Hashable, Sendable {
    /// What it does, as an imperative phrase.
    package var purpose: String
    /// How it is done.
    package var action: Action
    /// What has to come back, as a phrase.
    package var expect: String
    /// The values that a program can compare, by JSON pointer (RFC 6901) of the answer.
    package var expectedValues: [String: String] = [:]
    /// The values of the answer that tell that all is done already: then nothing is left to do.
    package var doneWhen: [String: String] = [:]
    /// What of the answer is kept for ``restore``, by JSON pointer; there is none where nothing was there.
    package var keeps: String?
    /// Whether a failure tells no more than that there is nothing yet.
    package var mayFail = false
    /// How it is taken back, where it changes something and nothing was there before.
    package var undo: Action?
    /// How what was there before is put back; `{previous}` stands for what an earlier step kept.
    package var restore: Action?
  }

  /// A request, or a command.
  package enum Action: Hashable, Sendable {
    /// A request to a server whose address is in an environment variable.
    case request(HTTPRequest)
    /// A program with its arguments; no shell reads them.
    case command([String])
  }

  /// What stands for the value that an earlier step kept.
  static let previous = "{previous}"

  /// The registry.
  package let registry: Registry
  /// What is promoted.
  package let target: PromotionTarget
  /// The steps in their order; the last one reads back.
  package let steps: [Step]
  /// The environment variables that the steps need, without their values.
  package let environment: [String]
  /// The bundle's statement.
  let statement: BundleStatement
  let evidenceDigest: ContentDigest
}

/// A request as values; secrets are named, never held.
package struct HTTPRequest: Hashable, Sendable {
  /// The method.
  package var method: String
  /// The environment variable with the address of the server.
  package var base: String
  /// The path and query behind that address.
  package var path: String
  /// The headers; `$NAME` stands for an environment variable.
  package var headers: [String: String] = [:]
  /// The body, where there is one.
  package var body: JSONValue?
}

/// What is promoted, and to what.
package struct PromotionTarget: Hashable, Sendable {
  /// The model in the registry.
  package var model: String
  /// The version in the registry.
  package var version: String
  /// The alias, tag or stage.
  package var alias: String

  /// Creates a target.
  package init(model: String, version: String, alias: String) {
    (self.model, self.version, self.alias) = (model, version, alias)
  }
}

/// The registries that plans can be made for.
package enum Registry: String, Hashable, Sendable, CaseIterable {
  case mlflow
  case huggingface
  case sagemaker
  case oci
  case exec

  /// Whether nothing but the digest of the weights ties what is registered to what was judged.
  var bindsByDigest: Bool { self == .mlflow || self == .sagemaker }
}

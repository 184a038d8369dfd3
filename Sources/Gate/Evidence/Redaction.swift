// SPDX-License-Identifier: Apache-2.0

internal import FileShapes
internal import GateModel

/// Which inputs a bundle names by their digests and does not hold.
///
/// What decides (policy, waivers, rule packs, declarations) is never among them: without it, nobody
/// could tell by what was judged.
package struct Redaction: Hashable, Sendable {
  /// Nothing is left out.
  package static let none = Redaction()

  /// The roles of inputs that may be left out: kinds of artifacts, weights, and files that were read
  /// and taken for nothing.
  private static let roles: Set<String> = Set(
    ArtifactKind.allCases.map(\.rawValue) + [BundleRole.weights, BundleRole.seen]
  ).subtracting(deciding)
  private static let deciding = [ArtifactKind.system.rawValue, ArtifactKind.waivers.rawValue]

  /// Kinds and globs as they were given.
  package let selectors: [String]
  private let patterns: [String: PathPattern]

  private init() { (selectors, patterns) = ([], [:]) }

  /// Reads kinds, such as `dpia`, and globs over paths from the root of the checked tree.
  ///
  /// - Throws: When one is neither, or names what decides.
  package init(_ selectors: [String]) throws(RunFailure) {
    var patterns: [String: PathPattern] = [:]
    for selector in selectors where !Self.roles.contains(selector) {
      guard !Self.deciding.contains(selector), let pattern = PathPattern(selector) else {
        throw .configuration(
          "'\(selector)' is nothing that can be redacted",
          help: "give a glob, or one of: \(Self.roles.sorted().joined(separator: ", "))"
        )
      }
      patterns[selector] = pattern
    }
    (self.selectors, self.patterns) = (selectors, patterns)
  }

  /// Whether a selector covers an input.
  func covers(_ path: String, _ role: String, by selector: String) -> Bool {
    patterns[selector]?.matches(path) ?? (selector == role)
  }

  /// Whether an input is left out.
  func covers(_ path: String, _ role: String) -> Bool {
    Self.roles.contains(role) && selectors.contains { covers(path, role, by: $0) }
  }
}

/// What an input is to a check when it is no artifact.
enum BundleRole {
  /// What was read and taken for nothing stays evidence of that.
  static let seen = "seen"
  static let weights = "weights"
}

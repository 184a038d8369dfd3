// SPDX-License-Identifier: Apache-2.0

package import GateModel
internal import RuleLanguage

/// Artifacts as rules see them, for people and for other engines.
package enum ArtifactRecords {
  /// The object type of one artifact in the facts schema.
  package static let typeName = ArtifactFacts.artifact.name

  /// An artifact as JSON for people, its members by name.
  ///
  /// - Parameters:
  ///   - artifact: The artifact.
  ///   - depth: The level that it stands on, of two spaces each.
  /// - Returns: The bytes, without a line break at the end.
  package static func json(of artifact: Artifact, depth: Int) -> [UInt8] {
    var builder = FactsArena.Builder()
    let subject = ArtifactSubject(artifact: artifact, history: nil)
    let value = ArtifactFacts.artifact.value(of: subject, in: &builder)
    return builder.finish().json(of: value, depth: depth)
  }
}

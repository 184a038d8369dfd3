// SPDX-License-Identifier: Apache-2.0

package import GateModel
package import RuleLanguage

/// Artifacts as rules see them, for people and for other engines.
package enum ArtifactRecords {
  /// The object type of one artifact in the facts schema.
  package static let typeName = ArtifactFacts.artifact.name

  /// The artifacts in their order; one with too many records to be printed is left out.
  package static func values(of artifacts: [Artifact]) -> [TaggedValue] {
    artifacts.compactMap { artifact in
      var builder = FactsArena.Builder()
      let subject = ArtifactSubject(artifact: artifact, history: nil)
      let value = ArtifactFacts.artifact.value(of: subject, in: &builder)
      return EvaluatedValue(value, in: builder.finish()).tagged(maximumNodes: .max)
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

package import Documents
internal import FileShapes
package import GateModel

/// Makes formats of the `mappings` of a policy: pointer templates for home-made evaluation files.
///
/// Every team invents its own JSON for fairness numbers. A mapping says once where they stand:
///
/// ```yaml
/// mappings:
///   - name: credit-fairness            # lower-case letters, digits, '.', '_' and '-'
///     files: ["metrics/fairness*.json"] # globs from the folder of the policy
///     model: {name: /model/name, version: /model/version}   # places, or fixed texts
///     date: /generated_at              # a place
///     positive_means: benefit          # or burden
///     measurements:
///       - pointer: /metrics/{attribute}/selection_rate_by_group/{group}
///         metric: selection_rate       # a text, in which captures may stand: "{metric}"
///         unit: fraction               # unknown when missing; never guessed
///         n: /metrics/{attribute}/group_counts/{group}
///       - pointer: /per_lang_f1/{group}
///         metric: f1
///         attribute: language          # where the file does not name it; a list for tuples
///     groups:
///       - pointer: /confusion/{attribute}/{group}
///         tp: true_positives           # below the pointer; with '/' in front, a place of its own
///         fp: false_positives
///         tn: true_negatives
///         fn: false_negatives
/// ```
///
/// - A pointer is a JSON Pointer (RFC 6901). `{name}` in a step captures it, alone or with text
///   around it as in `/{attribute}_gap`; `*` steps over anything. Steps into lists are indices.
/// - `{attribute}`, `{group}`, `{metric}`, `{dataset}` and `{split}` say what they are; any other
///   name may be used in the pointers and texts of the same entry, and must be.
/// - `metric`, `attribute`, `group`, `dataset`, `split` are fixed texts with captures in them, or
///   places when they begin with `/`. An attribute without a group is a comparison of its groups.
/// - `except` lists captured texts that an entry does not mean.
/// - A number that an earlier entry has read, or that is some entry's count, is not read again. An
///   entry that ends in `{metric}` passes over what is no number.
package enum MappingFormat {
  /// The formats that a policy describes, in the order of the text.
  ///
  /// - Parameters:
  ///   - node: The value of `mappings`.
  ///   - path: The path of the policy, to whose folder the globs are relative.
  ///   - blob: The blob of the policy.
  /// - Returns: The formats, with every problem of the mappings; with problems they must not be
  ///   used.
  package static func formats(
    from node: Node,
    path: String,
    blob: ObjectID? = nil
  ) -> (formats: [ArtifactFormat], problems: [Problem]) {
    var reading = ConfigurationReading(
      node,
      isMember: true,
      shape: MappingDefinition.shape,
      path: path,
      blob: blob
    )
    let entries = reading.root.elements
    reading.rejectDuplicates(entries) { $0["name"]?.text }
    let formats = entries.compactMap { entry in
      MappingDefinition(entry).mapping(&reading).map { $0.format }
    }
    return (formats, reading.sortedProblems)
  }
}

extension Mapping {
  /// The format that reads the files of the mapping.
  var format: ArtifactFormat {
    let formatName = "mapping-\(name)"
    return ArtifactFormat(
      name: formatName,
      summary: "evaluation results as the mapping '\(name)' of the policy describes them",
      fileNames: files.map { $0.text.lowercased() },
      detect: { file in
        guard file.root != nil else { return .no(reason: "it is neither JSON nor YAML") }
        return files.contains { $0.matches(file.path) }
          ? .evaluation(.certain, because: "the policy maps it as '\(name)'")
          : .no(reason: "the mapping '\(name)' does not name it")
      },
      read: { file, _ in
        guard let root = file.root else { return [] }
        var artifact = file.artifact(.evaluation, format: formatName)
        var reading = MappingReading(mapping: self, root: root)
        reading.add(to: &artifact)
        return [artifact]
      }
    )
  }
}

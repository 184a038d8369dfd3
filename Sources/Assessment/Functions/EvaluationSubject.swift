// SPDX-License-Identifier: Apache-2.0

internal import RuleLanguage
internal import Texts

/// What was evaluated on what, as far as an evaluation says.
struct EvaluationSubject {
  private let models: Set<String>
  private let datasets: Set<String>
  private let splits: Set<String>
  private let versions: [Set<String>]

  init(_ evaluation: Value, _ call: FunctionCall) {
    func names(_ list: String, _ fields: [String]) -> Set<String> {
      let records = call.field(list, of: evaluation).flatMap { call.elements(of: $0) } ?? []
      return Set(
        records.compactMap { record in
          fields.lazy.compactMap { RuleFunctions.text($0, of: record, call) }.first
            .map(BareWords.joined)
        }
      )
    }
    models = names("models", ["name"])
    datasets = names("datasets", ["name", "id"])
    splits = names("datasets", ["split"])
    versions = [names("models", ["version"]), names("datasets", ["version"])]
  }

  /// Whether nothing that both say tells them apart.
  func mayBe(_ other: EvaluationSubject) -> Bool {
    [(models, other.models), (datasets, other.datasets), (splits, other.splits)]
      .allSatisfy { $0.isEmpty || $1.isEmpty || !$0.isDisjoint(with: $1) }
  }

  /// Whether both name the same model, version and data.
  func isSame(as other: EvaluationSubject) -> Bool {
    !models.isEmpty && !datasets.isEmpty && models == other.models && datasets == other.datasets
      && splits == other.splits && versions == other.versions
  }
}

// SPDX-License-Identifier: Apache-2.0

import Artifacts
import Documents
import FileShapes
import GateModel

/// The readers: bytes to located trees, and to records.
enum DocumentBenchmarks {
  static func all(_ options: BenchOptions) throws -> [Benchmark] {
    let json = Array(evaluation(groups: 400).utf8)
    let card = Array(modelCard().utf8)
    let megabytes = Benchmark.Amount(count: Double(json.count) / 1e6, unit: "MB")
    let cards = Benchmark.Amount(count: 1, unit: "cards")
    return [
      Benchmark(
        "JSON reader, \(json.count / 1_000) kB",
        amount: megabytes,
        expected: 400,
        .immediate { try JSONReader.read(json)["groups"]?.list?.count ?? 0 }
      ),
      Benchmark(
        "evaluation JSON to records, \(json.count / 1_000) kB",
        amount: megabytes,
        expected: 1,
        .immediate { artifacts(in: json, named: "evaluation.json") }
      ),
      Benchmark(
        "Markdown reader, card of \(card.count / 1_000) kB",
        amount: cards,
        .immediate { try MarkdownReader.read(card).sections.count }
      ),
      Benchmark(
        "Markdown card to records, \(card.count / 1_000) kB",
        amount: cards,
        expected: 1,
        .immediate { artifacts(in: card, named: "MODEL_CARD.md") }
      ),
    ]
  }

  private static let reader = ArtifactReader()

  private static func artifacts(in bytes: [UInt8], named path: String) -> Int {
    let file = SourceFile(path: path, bytes: bytes)
    guard case .recognized(let artifacts, _) = reader.read(file) else { return 0 }
    return artifacts.count
  }

  /// An evaluation with a confusion table for each of many groups.
  private static func evaluation(groups: Int) -> String {
    let rows = (0..<groups).map { group in
      """
          {"slice": {"region": "region-\(group)"},
           "tp": \(300 + group), "fp": \(40 + group % 7), "tn": \(500 - group % 11), "fn": 35}
      """
    }
    return """
      {
        "schema": "modelgate/evaluation/v1",
        "model": {"name": "loan-scorer", "version": "2.3.0"},
        "dataset": {"name": "applications", "split": "test"},
        "positive_means": "benefit",
        "date": "2026-09-20",
        "metrics": [
          {"name": "accuracy", "value": 0.912, "n": 12000, "ci": {"lower": 0.907, "upper": 0.917, \
      "level": 0.95}}
        ],
        "groups": [
      \(rows.joined(separator: ",\n"))
        ]
      }

      """
  }

  /// A card with the usual sections, prose, lists and a table of metrics.
  private static func modelCard() -> String {
    let sections = [
      "Intended use", "Out-of-scope use", "Training data", "Evaluation data", "Limitations",
      "Fairness", "Human oversight", "Monitoring",
    ]
    let prose = sections.map { title in
      """
      ## \(title)

      The model ranks applications by the probability of repayment. A **credit officer** sees the
      score with the three strongest reasons and decides; see [the handbook](docs/handbook.md).

      - Applications from the last four years, one per household
      - Joint applications count for `the first applicant` only
      - Scores are calibrated each quarter, and the drift is reported

      Nobody is rejected by the score alone, and each rejected applicant may ask for a review by a
      person who has not seen the score.

      """
    }
    let rows = (0..<20).map { "| group-\($0) | \(4_000 + $0) | 0.9\($0 % 10) | 0.8\($0 % 10) |" }
    return """
      ---
      license: apache-2.0
      model_name: loan-scorer
      version: 2.3.0
      ---

      # Model card: loan-scorer

      \(prose.joined(separator: "\n"))
      ## Metrics

      | group | n | accuracy | recall |
      |---|---|---|---|
      \(rows.joined(separator: "\n"))

      """
  }
}

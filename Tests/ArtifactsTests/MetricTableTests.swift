// SPDX-License-Identifier: Apache-2.0

import Artifacts
import GateModel
import Testing

@Suite("Numbers of model cards")
struct MetricTableTests {
  private func card(_ table: String) throws -> Artifact {
    try Reader.artifact("# Model card: m\n\n## Metrics\n\n\(table)\n", at: "MODEL_CARD.md")
  }

  private func lines(_ table: String) throws -> [String] {
    try card(table).measurements.map { measurement in
      let slice = measurement.slice.map { "\($0.attribute)=\($0.group)" }.joined(separator: ",")
      let bounds = measurement.uncertainty.map { "[\($0.lower ?? -1) \($0.upper ?? -1)]" } ?? ""
      let parts: [String] = [
        measurement.metric, measurement.value.map { "\($0)" } ?? "nil", measurement.unit.rawValue,
        "{\(slice)}", measurement.n.map { "n=\($0)" } ?? "", bounds,
        measurement.dataset.map { "on \($0)" } ?? "", measurement.split.map { "split \($0)" } ?? "",
        "\(measurement.source.position.line)",
      ]
      return parts.filter { !$0.isEmpty }.joined(separator: " ")
    }
  }

  @Test func `a table with metrics in its header has one group per row`() throws {
    let found = try lines(
      """
      | Group | n | Accuracy (%) | 95% CI | F1-score | Notes |
      |---|---|---|---|---|---|
      | overall | 10,000 | 87.5 | [86.1, 88.2] | 0.71 ± 0.02 | ok |
      | sex=F, age=<40 | 1 200 | 80.0% | 78–82 | N/A | |
      | Berlin | | tbd | | about 0.5 | |
      """
    )
    #expect(
      found == [
        "accuracy 87.5 percent {} n=10000 [86.1 88.2] 7",
        "f1_score 0.71 unknown {} n=10000 [0.69 0.73] 7",
        "accuracy 80.0 percent {age=<40,sex=F} n=1200 [78.0 82.0] 8",
        "f1_score nil unknown {age=<40,sex=F} n=1200 8",
      ]
    )
  }

  @Test(arguments: [
    ("Datensatz", "Training", "Validierung", "Testdaten"),
    ("Volet", "Entraînement", "Validation", "Test"),
    ("Conjunto", "Entrenamiento", "Validación", "Prueba"),
    ("Partição", "Treino", "Validação", "Teste"), ("", "Addestramento", "Validazione", "Prova"),
    ("Deelverzameling", "Trainingsset", "Validatie", "Testset"),
    ("Zbiór", "Treningowy", "Walidacyjny", "Testowy"),
    ("Delmängd", "Träning", "Validering", "Testdata"),
    ("データ", "学習", "検証", "テスト"), ("数据集", "训练集", "验证集", "测试集"),
  ])
  func `parts of the data are no groups in any language`(
    heading: String,
    train: String,
    validation: String,
    test: String
  ) throws {
    let rows = try lines(
      "| \(heading) | F1 |\n|---|---|\n| \(train) | 0.81 |\n| \(validation) | 0.74 |\n| \(test) | 0.72 |"
    )
    #expect(
      rows == [
        "f1 0.81 unknown {} split train 7", "f1 0.74 unknown {} split validation 8",
        "f1 0.72 unknown {} split test 9",
      ]
    )
    let columns = try lines(
      "| Metric | \(test) | \(validation) (x) |\n|---|---|---|\n| F1 | 0.72 | 0.74 |"
    )
    #expect(
      columns == ["f1 0.72 unknown {} split test 7", "f1 0.74 unknown {} split validation 7"]
    )
  }

  @Test func `lines and tables without a word for metrics are read where metrics stand in them`()
    throws
  {
    let found = try lines(
      """
      - Accuracy: 0.8396
      - **Recall:** 71%

      | | |
      |---|---|
      | Brier score | 0.2266 |

      | Evaluation | Result |
      |---|---|
      | Macro F1 | 0.979 |

      | Target | Ours | Constant |
      |---|---|---|
      | Median MAE, units | 8.49 | 21.50 |
      | WAPE, ratio | 0.31 | 0.34 |
      """
    )
    #expect(
      found == [
        "accuracy 0.8396 unknown {} 5", "recall 71.0 percent {} 6",
        "brier_score 0.2266 unknown {} 10", "macro_f1 0.979 unknown {} 14",
        "median_mae_units 8.49 unknown {} 18", "median_mae_units 21.5 unknown {=Constant} 18",
        "wape_ratio 0.31 unknown {} 19", "wape_ratio 0.34 unknown {=Constant} 19",
      ]
    )
  }

  @Test func `a number that is asked for is no result`() throws {
    let artifact = try Reader.artifact(
      "# Model card: m\n\n## Requirements\n\n- Accuracy: 0.9\n",
      at: "MODEL_CARD.md"
    )
    #expect(artifact.measurements.isEmpty)
  }

  @Test(arguments: [
    "Model", "Modell", "Modèle", "Modelo", "Modello", "Eksperyment", "Algoritmo", "Metod", "モデル",
    "实验",
  ])
  func `a column of models or runs is no attribute of people in any language`(
    heading: String
  )
    throws
  {
    let table = "| \(heading) | accuracy |\n|---|---|\n| A-1 | 0.91 |\n| B-2 | 0.87 |"
    #expect(
      try lines(table) == ["accuracy 0.91 unknown {=A-1} 7", "accuracy 0.87 unknown {=B-2} 8"]
    )
  }

  @Test func `what a Polish card calls its uses and its data is known`() throws {
    let card = try Reader.artifact(
      """
      # Karta modelu: ocena gier

      ## 1. Problem i przeznaczenie

      Model przewiduje odsetek pozytywnych recenzji gier.

      ### Niedozwolone / niezalecane zastosowania:

      * decyzje finansowe bez nadzoru człowieka

      ## 2. Dane

      ### Źródło danych

      Metadane pięciu tysięcy gier ze sklepu, zebrane w 2025 roku.
      """,
      at: "MODEL_CARD.md"
    )
    for topic in [Topic.intendedUse, .outOfScopeUse, .trainingData] {
      #expect(card.statement(topic)?.state == .substantive)
    }
  }

  @Test func `columns of disparities name the metric and the attribute`() throws {
    let table = """
      | Run | Acc | DP sex | EO sex | EO gap (age group) | DI age |
      |---|---|---|---|---|---|
      | base | 0.79 | 0.069 | **0.177** | 0.158 | — |
      """
    #expect(
      try lines(table) == [
        "acc 0.79 unknown {=base} 7",
        "demographic_parity_difference 0.069 unknown {=base,sex=} 7",
        "eo 0.177 unknown {=base,sex=} 7", "eo 0.158 unknown {=base,age_group=} 7",
        "disparate_impact nil unknown {=base,age=} 7",
      ]
    )
    #expect(
      try lines("\(table)\n\nThe gate is on equalized odds.").map { $0.prefix { $0 != " " } }
        .contains("equalized_odds_difference")
    )
    #expect(try lines("| Dev | Div |\n|---|---|\n| 1 | 2 |") == [])
    #expect(
      try card("| Metric | Value |\n|---|---|\n| DPD sex | 0.1 |").measurements.map(\.kind) == [
        .difference
      ]
    )
  }

  @Test func `counts of true and false decisions are those of a group`() throws {
    let artifact = try card(
      """
      | Sex | TP | FP | TN | FN | n | Recall |
      |---|---|---|---|---|---|---|
      | F | 40 | 10 | 1,045 | 5 | 1,100 | 0.89 |
      | M | 40 | 10 | 45 | 5 | 99 | 0.89 |
      | X | 4 | - | 5 | 1 | | |
      | overall | 80 | 20 | 90 | 10 | | |
      """
    )
    #expect(artifact.groups.map(\.slice) == [[SlicePair(attribute: "sex", group: "F")]])
    #expect(artifact.groups.map(\.counts) == [.confusion(tp: 40, fp: 10, tn: 1045, fn: 5)])
    #expect(artifact.issueLines == ["inconsistent-counts:8", "inconsistent-counts:9"])
    let selected = try card("| age | n | Selected |\n|---|---|---|\n| <25 | 41 | 29 |")
    #expect(selected.groups.map(\.counts) == [.selection(selected: 29, n: 41)])
  }

  @Test func `a scale that nothing tells is asked for, once for each metric of a table`() throws {
    let artifact = try card(
      """
      | Group | Accuracy | F1 (%) | MMLU | Loss |
      |---|---|---|---|---|
      | a | 87.5 | 71 | 60 | 2.5 |
      | b | 80.1 | 70 | 61 | 2.4 |
      """
    )
    #expect(artifact.issueLines == ["unclear-unit:7"])
    #expect(artifact.measurements.map(\.unit).filter { $0 == .percent }.count == 2)
  }

  @Test func `another name of the same metric is a remark`() throws {
    #expect(
      try lines("| Metric | Value |\n|---|---|\n| PR-AUC (average precision) | 0.78 |") == [
        "pr_auc 0.78 unknown {} 7"
      ]
    )
  }

  @Test func `a number that cannot be read is an issue`() throws {
    let artifact = try card("| Accuracy |\n|---|\n| 1,234 |\n| about 0.9 |\n| TBD |\n| |\n")
    #expect(artifact.measurements.isEmpty)
    let issues = artifact.issues.map { "\($0.source.position.line) \($0.code)" }
    #expect(issues == ["7 unreadable-number", "8 unreadable-number", "9 placeholder-left"])
  }

  @Test
  func `a table with metrics in its first column has values, groups and bounds beside them`() throws
  {
    let found = try lines(
      """
      | Metric | Value | Lower | Upper | n | Target |
      |---|---|---|---|---|---|
      | Accuracy | 0.91 | 0.89 | 0.93 | 400 | 0.9 |
      | Recall (sex=F) | 0.8 | | | | |
      """
    )
    #expect(
      found == [
        "accuracy 0.91 unknown {} n=400 [0.89 0.93] 7", "recall 0.8 unknown {sex=F} 8",
      ]
    )
    let groups = try lines(
      """
      | Metric | Women | Men | Test |
      |---|---|---|---|
      | Selection rate | 0.30 | 0.36 | 0.33 |
      | Demographic parity difference | | | 6 pp |
      """
    )
    #expect(
      groups == [
        "selection_rate 0.3 unknown {=Women} 7", "selection_rate 0.36 unknown {=Men} 7",
        "selection_rate 0.33 unknown {} split test 7",
        "demographic_parity_difference 6.0 percentagePoints {} split test 8",
      ]
    )
  }

  @Test func `the heading of a column names the attribute, the dataset or the split`() throws {
    let found = try lines(
      """
      | Dataset | Split | Age band | AUC |
      |---|---|---|---|
      | loans | test | 18-24 | 0.8 |
      | loans | test | all | 0.9 |
      """
    )
    #expect(
      found == [
        "auc 0.8 unknown {age_band=18-24} on loans split test 7",
        "auc 0.9 unknown {} on loans split test 8",
      ]
    )
    #expect(
      try lines("| Model | Accuracy |\n|---|---|\n| ours | 0.8 |") == [
        "accuracy 0.8 unknown {} 7"
      ]
    )
  }

  @Test func `a column that tells models or experiments apart names no attribute`() throws {
    let found = try lines(
      """
      | Iteration | Acc | F1 |
      |---|---|---|
      | 1. Baseline, C=0.1 | 0.793 | 0.861 |
      | 2. `class_weight=balanced` | 0.753 | 0.806 |
      """
    )
    #expect(
      found == [
        "acc 0.793 unknown {=1. Baseline, C=0.1} 7", "f1 0.861 unknown {=1. Baseline, C=0.1} 7",
        "acc 0.753 unknown {=2. class_weight=balanced} 8",
        "f1 0.806 unknown {=2. class_weight=balanced} 8",
      ]
    )
    #expect(
      try lines("| Metric | Model | Value |\n|---|---|---|\n| AUC | v2 | 0.8 |") == [
        "auc 0.8 unknown {=v2} 7"
      ]
    )
  }

  @Test func `benchmarks are metrics, whichever column names them`() throws {
    let table = """
      | Category | Benchmark | Value |
      |---|---|---|
      | General | MMLU | 59.6 |
      | | GSM8K | 38.4% |
      """
    #expect(try lines(table) == ["mmlu 59.6 unknown {} 7", "gsm8k 38.4 percent {} 8"])
    // Below the name of a category its cell stays empty.
    #expect(try card(table).measurements.map(\.task) == ["General", "General"])
    #expect(
      try card(
        "| Category | Metric | m |\n|---|---|---|\n| **Maths** | | |\n| | GSM8K | 81 |"
      ).measurements.map(\.task) == ["Maths"]
    )
    // The document is about `m`; other columns are other models.
    #expect(
      try lines("| Benchmark | m | rival |\n|---|---|---|\n| MMLU | 84.8 | 77.9 |") == [
        "mmlu 84.8 unknown {} 7", "mmlu 77.9 unknown {=rival} 7",
      ]
    )
    #expect(
      try lines("| Category | Metric | Some-7B |\n|---|---|---|\n| STEM | BBH | 69.3 |") == [
        "bbh 69.3 unknown {} 7"
      ]
    )
    #expect(
      try lines("| Benchmark | Metric | Some-7B |\n|---|---|---|\n| HumanEval+ | Accuracy | 9 |")
        == ["accuracy 9.0 unknown {} on HumanEval+ 7"]
    )
    #expect(
      try lines("| Metrics | Benchmark | Some-7B |\n|---|---|---|\n| Code | MBPP | 81.4 |") == [
        "mbpp 81.4 unknown {} 7"
      ]
    )
  }

  @Test func `numbers are no names of groups, whatever stands above them`() throws {
    #expect(
      try lines(
        """
        | Policy | Validation NDCG@10 | Hidden-set score | Params (M) | Rank |
        |---|---|---|---|---|
        | popularity | 0.35 | 0.33 | 12 | 2 |
        """
      ) == [
        "validation_ndcg@10 0.35 unknown {=popularity} 7",
        "hidden_set_score 0.33 unknown {=popularity} 7",
      ]
    )
    let models = """
      | Benchmark | Shots | Old | New | Other | Delta |
      |---|---|---|---|---|---|
      | MMLU | 5 | 79.3 | 79.6 | 27.1 | +0.3 |
      | MMLU | 0 | 70.1 | 72.6 | no run | +2.5 |
      | DocVQA | 0 | not supported | 89.4 | no run | |
      """
    #expect(
      try lines(models) == [
        "mmlu_5_shot 79.3 unknown {=Old} 7", "mmlu_5_shot 79.6 unknown {=New} 7",
        "mmlu_0_shot 70.1 unknown {=Old} 8", "mmlu_0_shot 72.6 unknown {=New} 8",
        "docvqa_0_shot 89.4 unknown {=New} 9",
      ]
    )
    let issues = try card(models).issues
    #expect(issues.map(\.message) == ["MMLU, Other 27.1"])
  }

  @Test func `estimates and extremes are no groups, and methods are variants`() throws {
    #expect(
      try lines("| Metric | Estimate | 95% CI |\n|---|---|---|\n| AUC | 0.66 | [0.65, 0.67] |") == [
        "auc 0.66 unknown {} [0.65 0.67] 7"
      ]
    )
    #expect(
      try lines("| Metric | Minimum | Maximum |\n|---|---|---|\n| AUC | 0.65 | 0.67 |") == [
        "auc_minimum 0.65 unknown {} 7", "auc_maximum 0.67 unknown {} 7",
      ]
    )
    #expect(
      try lines("| Calibration method | ECE |\n|---|---|\n| isotonic | 0.01 |") == [
        "ece 0.01 unknown {=isotonic} 7"
      ]
    )
  }

  @Test
  func `rates before the known metrics are metrics, and levels stand behind names with digits`()
    throws
  {
    #expect(
      try lines(
        """
        | term | n | flag rate | FPR | FPR 95 % CI |
        |---|---|---|---|---|
        | black | 262 | 0.149 | 0.079 | [0.044, 0.121] |
        """
      ) == [
        "flag_rate 0.149 unknown {term=black} n=262 7",
        "fpr 0.079 unknown {term=black} n=262 [0.044 0.121] 7",
      ]
    )
    #expect(
      try lines("| Group | Age | Rho | AUC |\n|---|---|---|---|\n| a | 30 | 0.28 | 0.95 |") == [
        "rho 0.28 unknown {=a,age=30} 7", "auc 0.95 unknown {=a,age=30} 7",
      ]
    )
    let f1 = try card("| label | F1 | F1 95 % CI |\n|---|---|---|\n| a | 0.77 | [0.75, 0.78] |")
    #expect(f1.measurements.map(\.uncertainty?.level) == [0.95])
    #expect(
      try lines("| metric | Value | across-fold sd |\n|---|---|---|\n| AUC | 0.66 | 0.01 |") == [
        "auc 0.66 unknown {} 7", "auc_sd 0.01 unknown {} 7",
      ]
    )
  }

  @Test func `a threshold that a row is about is that of the decision`() throws {
    let artifact = try card(
      "| Threshold | Precision | Recall |\n|---|---|---|\n| 0.2 | 0.5 | 0.9 |\n| 0.5 | 0.8 | 0.6 |"
    )
    #expect(artifact.measurements.map(\.decisionThreshold) == [0.2, 0.2, 0.5, 0.5])
    #expect(artifact.measurements.map(\.slice.count) == [0, 0, 0, 0])
  }

  @Test
  func `numbers with physical units, counts, settings and several numbers in a cell`() throws {
    #expect(
      try lines(
        """
        | Metric | Value |
        |---|---|
        | P95 latency | 98ms |
        | Inference time (s) | ~3.5 s |
        | Latency p50 / p95 (ms) | 17.2 / 29.8 |
        | Precision / Recall | 0.9/0.8 |
        | TP / FN | 95 / 5 |
        | Images tested | 202 |
        | Unique species | 10 |
        | False positives per day | 3 |
        | Decision threshold | 0.4 |
        | HumanEval | 80 |
        | HumanEval+ | 72 |
        """
      ) == [
        "p95_latency_ms 98.0 unknown {} 7", "inference_time_s 3.5 unknown {} 8",
        "latency_p50_ms 17.2 unknown {} 9", "latency_p95_ms 29.8 unknown {} 9",
        "precision 0.9 unknown {} 10", "recall 0.8 unknown {} 10", "tp 95.0 count {} 11",
        "fn 5.0 count {} 11", "images_tested 202.0 count {} 12", "unique_species 10.0 count {} 13",
        "false_positives_per_day 3.0 unknown {} 14", "humaneval 80.0 unknown {} 16",
        "humaneval_plus 72.0 unknown {} 17",
      ]
    )
    let artifact = try card("| Group | P / R |\n|---|---|\n| all | 5M / 2 |\n")
    #expect(artifact.measurements.isEmpty)
  }

  @Test func `a table may hold one number per row, with its group before the metric`() throws {
    let found = try lines(
      """
      | Sex | Metric | Value | n |
      |---|---|---|---|
      | F | Recall | 0.8 | 40 |
      | M | Recall | 0.9 | 60 |
      """
    )
    #expect(
      found == ["recall 0.8 unknown {sex=F} n=40 7", "recall 0.9 unknown {sex=M} n=60 8"]
    )
  }

  @Test func `a table without metrics has no numbers`() throws {
    #expect(try lines("| Parameter | Value |\n|---|---|\n| Trees | 300 |") == [])
    #expect(try lines("| License | MIT |\n|---|---|\n| Owner | 3 |") == [])
  }

  @Test func `the confidence level is read from the heading only`() throws {
    let artifact = try card(
      "| Accuracy | 90% confidence interval | Recall | CI |\n|---|---|---|---|\n"
        + "| 0.5 | 0.4-0.6 | 0.5 | (-0.1, 0.6) |"
    )
    #expect(artifact.measurements.map(\.uncertainty?.level) == [0.9, nil])
    #expect(artifact.measurements.map(\.uncertainty?.lower) == [0.4, -0.1])
  }

  @Test func `results of the hub carry dataset, split, task and group`() throws {
    let artifact = try Reader.artifact(
      """
      ---
      base_model: [a/b, c/d]
      license: other
      license_name: house-license
      model-index:
      - name: m
        results:
        - task: {type: text-classification}
          dataset: {type: x/loans, name: Loans, split: test}
          metrics:
          - {type: Accuracy, value: 20.0 ± 1.2, verified: true}
          - {type: f1, name: F1 (sex=F; age=<40), value: 64.59%}
          - {type: f1, value: high}
          - {type: f1}
        - metrics: [{type: wer, value: 3}]
      ---
      # Uses
      """,
      at: "README.md"
    )
    #expect(artifact.measurements.map(\.value) == [20, 64.59, nil, 3])
    #expect(artifact.measurements.map(\.unit) == [.unknown, .percent, .unknown, .unknown])
    #expect(artifact.measurements[0].uncertainty?.upper == 21.2)
    #expect(artifact.measurements[0].isVerified == true)
    #expect(artifact.measurements[0].task == "text-classification")
    #expect(artifact.measurements[1].slice.map(\.group) == ["<40", "F"])
    #expect(artifact.measurements[0].source.position == SourcePosition(line: 11, column: 7))
    #expect(artifact.measurements[0].source.pointer == "/model-index/0/results/0/metrics/0")
    #expect(artifact.models.first?.baseModels == ["a/b", "c/d"])
    #expect(artifact.models.first?.licenses == ["house-license"])
    #expect(artifact.issues.map(\.code) == ["unreadable-number", "missing-key"])
  }
}

// SPDX-License-Identifier: Apache-2.0

internal import Texts

/// The parts of data, by what people call them in many languages.
package enum DataPart {
  /// The usual name of the part that a label names: `train`, `validation` or `test`; nil for another label.
  package static func named(_ label: some StringProtocol) -> String? {
    RunLabel.part(named: FoldedText.words(label))
  }

  /// The part of the data that the name of a metric begins with, as `val_f1` does.
  ///
  /// `cv_rmse` begins with none: before an error in the unit of the data `cv` is its coefficient of variation
  /// (ASHRAE Guideline 14), which no error itself is compared with.
  package static func named(in words: [some StringProtocol]) -> String? {
    guard words.count > 1, !(words[0] == "cv" && errors.contains(String(words[1]))) else {
      return nil
    }
    return named(words[0])
  }

  private static let errors: Set<String> = ["rmse", "rmsd", "rms", "mae", "mad", "std", "sd"]
}

/// What a label stands for that looks like the name of a group and is none: a split, an average, a
/// run, a model, or how things were before anything was done.
enum RunLabel: Hashable {
  /// A part of the data, by its usual name.
  case split(String)
  case average
  /// An epoch, a fold, a step, a seed.
  case run
  case model
  /// The numbers of something else, which say nothing of the system itself.
  case baseline
  /// The numbers after measures, which are those of the system.
  case mitigated

  init?(_ label: String) {
    let words = FoldedText.words(label)
    let list = words.spacedWords
    guard let first = list.first, let last = list.last else { return nil }
    let bare = Self.withoutWrapping(list)
    if let split = Self.splits[words] ?? bare.flatMap({ Self.splits[$0] }) {
      self = .split(split)
    } else if Self.averages.contains(bare ?? words) || Self.averages.contains(words)
      || Self.averageEnds.contains(where: words.hasSuffix)
    {
      self = .average
    } else if Self.runs.contains(first), list.count == 1 || last.allSatisfy(\.isNumber) {
      self = .run
    } else if Self.isVersionOrDay(label) {
      self = .run
    } else if Self.baselines.contains(bare ?? words) || Self.baselines.contains(words) {
      self = .baseline
    } else if Self.mitigations.contains(bare ?? words) || Self.mitigations.contains(words) {
      self = .mitigated
    } else if Self.models.contains(words) || Self.modelEnds.contains(where: words.hasSuffix)
      || first == "model" && list.count < 3
    {
      self = .model
    } else {
      return nil
    }
  }

  /// The part of the data that words name, by its usual name.
  static func part(named words: String) -> String? { splits[words] }

  /// `validation metrics`, `results on test`: what a label is about, without the words for results.
  ///
  /// Nil where there are none, and for `evaluation results`, which name no part of the data.
  private static func withoutWrapping(_ words: [Substring]) -> String? {
    let bare = words.filter { !wrappings.contains($0) }
    guard !bare.isEmpty, bare.count < words.count, !wholes.contains(bare[0]) else { return nil }
    return bare.joined(separator: " ")
  }

  private static let wrappings: Set<Substring> = [
    "metrics", "metric", "results", "result", "scores", "score", "set", "split", "data", "dataset",
    "performance", "report", "summary", "stats", "statistics", "on", "of", "the",
  ]
  private static let wholes: Set<Substring> = ["accuracy", "evaluation", "eval", "development"]

  /// `v2`, `v1.3`, `2026-03`: no group of people is called so.
  private static func isVersionOrDay(_ label: String) -> Bool {
    let digits = label.first == "v" || label.first == "V" ? label.dropFirst() : label[...]
    let numbers = digits.split(omittingEmptySubsequences: false) { ".-".contains($0) }
    guard numbers.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(ASCII.isDigit) }) else {
      return false
    }
    let isMonth = numbers.count > 1 && numbers[0].count == 4 && numbers[1].count == 2
    return digits.count < label.count || isMonth
  }

  /// Whether any of some labels is none of a group; tables do not mix both.
  static func isAmong(_ labels: some Sequence<String>) -> Bool {
    labels.contains { label in
      switch RunLabel(label) {
      case nil: false
      // A row for everybody stands beside those of groups as well.
      case .average: averageEnds.contains(where: FoldedText.words(label).hasSuffix)
      case .split, .run, .model, .baseline, .mitigated: true
      }
    }
  }

  /// Whether a heading or a cell names the model of the document itself: `Ours`, `Hybrid (this model)`, or the
  /// name in its title.
  static func isOurs(_ label: String, _ subject: String?) -> Bool {
    if RunLabel(label) == .mitigated || FoldedText.words(label) == subject { return true }
    guard let open = label.lastIndex(where: { "(（".contains($0) }) else { return false }
    let bracket = label[label.index(after: open)...].prefix { !")）".contains($0) }
    return mitigations.contains(FoldedText.words(bracket))
  }

  /// Whether a heading is that of what was asked or answered, so that each row is one case: the questions
  /// of a test are no groups of people.
  static func namesCases(_ heading: String) -> Bool { cases.contains(FoldedText.words(heading)) }

  private static let cases: Set<String> = [
    "user input", "question", "query", "prompt", "input", "instruction", "response", "answer",
    "output", "completion", "prediction", "reference", "ground truth", "expected output", "context",
    "contexts", "retrieved contexts", "reference contexts", "text", "sentence", "sample id",
    "example id", "case id", "doc id",
  ]

  private static let splits: [String: String] = {
    let names: [(String, Phrases)] = [("train", train), ("validation", validation), ("test", test)]
    var splits: [String: String] = [:]
    for (split, phrases) in names {
      for name in phrases.folded { splits[name] = split }
    }
    return splits
  }()

  private static let train = Phrases(
    en: "train|training|train set|training set|in sample",
    de: "training|trainingsdaten|trainingssatz|trainingsmenge",
    fr: "entraînement|apprentissage|jeu d'entraînement|ensemble d'entraînement",
    es: "entrenamiento|conjunto de entrenamiento",
    pt: "treino|treinamento|conjunto de treino",
    it: "addestramento|allenamento|training set",
    nl: "training|trainingsset",
    pl: "trening|treningowy|zbiór treningowy|uczący|zbiór uczący",
    sv: "träning|träningsdata",
    ja: "学習|訓練|学習データ|訓練データ",
    zh: "训练|训练集|训练数据"
  )
  private static let validation = Phrases(
    en: "validation|val|valid|dev|development|eval|evaluation|validation set|dev set|cv",
    de: "validierung|validierungsdaten|validierungssatz",
    fr: "validation|jeu de validation|ensemble de validation",
    es: "validación|desarrollo|conjunto de validación",
    pt: "validação|conjunto de validação",
    it: "validazione",
    nl: "validatie|validatieset",
    pl: "walidacja|walidacyjny|zbiór walidacyjny",
    sv: "validering|valideringsdata",
    ja: "検証|検証データ",
    zh: "验证|验证集|验证数据"
  )
  private static let test = Phrases(
    en: "test|testing|test set|holdout|hold out|out of sample|oot|out of time",
    de: "testdaten|testsatz|testmenge",
    fr: "essai|jeu de test|ensemble de test",
    es: "prueba|pruebas|conjunto de prueba|conjunto de pruebas",
    pt: "teste|testes|conjunto de teste",
    it: "prova|insieme di test|collaudo",
    nl: "testset",
    pl: "testowy|zbiór testowy",
    sv: "testning|testdata",
    ja: "テスト|テストデータ",
    zh: "测试|测试集|测试数据"
  )
  private static let averages: Set<String> = [
    "overall", "all", "total", "average", "avg", "mean", "macro", "micro", "weighted", "macro avg",
    "micro avg", "weighted avg", "samples avg", "accuracy", "std", "min", "max", "median", "global",
    "aggregate", "aggregated", "whole", "summary",
  ]
  private static let averageEnds = [" avg", " average", " mean"]
  private static let runs: Set<Substring> = [
    "epoch", "epochs", "fold", "step", "steps", "iteration", "iter", "seed", "run", "trial",
    "checkpoint", "round", "batch", "version", "experiment",
  ]
  private static let baselines: Set<String> = [
    "baseline", "before", "before mitigation", "unmitigated", "pre mitigation",
    "without mitigation", "dummy",
    "majority class", "random baseline", "human baseline",
  ]
  private static let mitigations: Set<String> = [
    "mitigated", "after", "after mitigation", "post mitigation", "with mitigation", "ours",
    "our model", "our system", "this model", "this work", "this system",
  ]
  private static let models: Set<String> = [
    "logreg", "logistic regression", "xgb", "xgboost", "lgbm", "lightgbm", "catboost",
    "random forest", "randomforest", "svm", "svc", "linear svm", "knn", "mlp", "decision tree",
    "naive bayes", "gradient boosting", "gbm", "gbdt", "ridge", "lasso", "elastic net",
    "neural network", "cnn", "rnn", "lstm", "gru", "transformer",
    "bert", "roberta", "distilbert", "resnet", "resnet50", "vgg16", "ensemble", "stacking",
    "voting", "adaboost", "extra trees", "linear regression", "challenger", "champion",
  ]
  private static let modelEnds = [
    "classifier", "regressor", "regression", " forest", " boosting", " model", " network",
  ]
}

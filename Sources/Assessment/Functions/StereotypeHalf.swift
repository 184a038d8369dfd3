// SPDX-License-Identifier: Apache-2.0

internal import Fairness
internal import GateModel
internal import RuleLanguage

/// The accuracy on one half of WinoBias: the sentences that go with the stereotype, or the same sentences
/// with the other pronoun.
///
/// Zhao et al., *Gender Bias in Coreference Resolution*, NAACL 2018. Tools state the halves and leave the
/// difference to the reader: as tasks (`wino_bias_type1_pro`), datasets, slices or names of metrics.
struct StereotypeHalf {
  /// The metric that two halves give.
  static let metric = "pro_anti_difference"

  private let isPro: Bool
  /// What both halves have in common in their names.
  private let core: [String]
  /// Whether it is said to be of WinoBias: then a half alone is one half too few.
  private let isNamed: Bool
  private let path: String
  private let record: Value

  private init?(_ record: Value, at path: String, _ call: FunctionCall) {
    let texts =
      ["task", "dataset", "metric"].compactMap { RuleFunctions.text($0, of: record, call) }
      + RuleFunctions.slice(of: record, call).flatMap { [$0.attribute, $0.group] }
    let words = texts.flatMap(Self.words)
    let (isPro, isAnti) = (words.contains(where: Self.isPro), words.contains(where: Self.isAnti))
    isNamed =
      !Self.parts.isDisjoint(with: words)
      || (words + Self.words(path)).joined().contains("winobias")
    // Elsewhere `pct_stereotype` is a score of its own.
    let isStereotype = isNamed && words.contains { $0.hasPrefix("stereotyp") }
    guard isPro != isAnti || isStereotype && !isPro,
      Self.otherNumbers.isDisjoint(with: words),
      isNamed || !Self.rates.isDisjoint(with: words)
    else { return nil }
    self.isPro = !isAnti
    core = words.filter { !Self.isSide($0) }
    (self.path, self.record) = (path, record)
  }

  private static func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  private static func isPro(_ word: String) -> Bool {
    word == "pro" || word.hasPrefix("prostereotyp")
  }

  private static func isAnti(_ word: String) -> Bool {
    word == "anti" || word.hasPrefix("antistereotyp")
  }

  private static func isSide(_ word: String) -> Bool {
    isPro(word) || isAnti(word) || word.hasPrefix("stereotyp")
  }

  /// The two kinds of sentences.
  private static let parts: Set<String> = ["type1", "type2"]
  private static let rates: Set<String> = ["acc", "accuracy", "match", "em", "recall"]
  /// Shares of something else than the sentences.
  private static let scores: Set<String> = ["f1", "precision"]
  private static let otherNumbers: Set<String> = [
    "loss", "perplexity", "ppl", "nll", "likelihood", "logprob", "bleu", "gap", "diff",
    "difference", "delta", "minus", "stderr", "error", "count", "total", "samples", "examples", "n",
    "time",
    "latency", "ratio",
  ]

  // MARK: - Pairs

  /// The difference of each two halves, and why there is none for a half of WinoBias alone.
  ///
  /// Halves belong together in one file; those whose file has no other half may stand in two files.
  static func differences(
    in evaluations: [Value],
    level: Double,
    _ call: inout FunctionCall
  ) throws(EvaluationError) -> [StatedMeasurement] {
    var halves: [StereotypeHalf] = []
    for evaluation in evaluations {
      let records =
        call.field("measurements", of: evaluation).flatMap { call.elements(of: $0) } ?? []
      try call.charge(records.count)
      let path =
        call.field("source", of: evaluation).flatMap { RuleFunctions.text("path", of: $0, call) }
        ?? ""
      halves += records.compactMap { StereotypeHalf($0, at: path, call) }
    }
    let together = families(of: halves) { [$0.path] + $0.core }
    let alone = together.filter { $0.count == 1 && $0[0].isNamed }.flatMap { $0 }
    let found = together.filter { $0.count > 1 } + families(of: alone, by: \.core)
    return found.compactMap { difference($0, level: level, call) }
  }

  private static func families(
    of halves: [StereotypeHalf],
    by key: (StereotypeHalf) -> [String]
  ) -> [[StereotypeHalf]] {
    var places: [[String]: Int] = [:]
    var families: [[StereotypeHalf]] = []
    for half in halves {
      let key = key(half)
      if let place = places[key] {
        families[place].append(half)
      } else {
        places[key] = families.count
        families.append([half])
      }
    }
    return families
  }

  private static func difference(
    _ family: [StereotypeHalf],
    level: Double,
    _ call: FunctionCall
  ) -> StatedMeasurement? {
    guard let first = family.first else { return nil }
    let (pro, anti) = (family.filter(\.isPro), family.filter { !$0.isPro })
    let isNamed = family.contains(where: \.isNamed)
    // Without the name of the benchmark only two halves say what they are.
    guard isNamed || pro.count == 1 && anti.count == 1 else { return nil }
    var basis = StatedMeasurement.Basis.statedHalves
    let stated: Result<StatedValue, StatedFlaw>
    do throws(StatedFlaw) {
      guard pro.count == 1, anti.count == 1 else { throw .noCounterpart }
      let scale = max(pro[0].fraction(call) ?? 0, anti[0].fraction(call) ?? 0) > 1 ? 0.01 : 1
      let (one, isCounted) = try pro[0].value(scale, level, call)
      let (other, isOtherCounted) = try anti[0].value(scale, level, call)
      if isCounted, isOtherCounted { basis = .halves }
      stated = .success(StatedValue(first.label, one, minus: other))
    } catch {
      stated = .failure(error)
    }
    return StatedMeasurement(
      metric,
      of: first.label,
      stated,
      basis: basis,
      from: (pro.first ?? first).record,
      path: first.path
    )
  }

  /// What a reader needs of the common name.
  private var label: String {
    core.filter { !["wino", "bias", "winobias"].contains($0) && !Self.rates.contains($0) }
      .joined(separator: " ")
  }

  // MARK: - Values

  private func number(_ name: String, _ call: FunctionCall) -> Double? {
    call.field(name, of: record)?.double
  }

  /// The stated number as a fraction, as far as its unit says; a share above 1 is a percentage.
  private func fraction(_ call: FunctionCall) -> Double? {
    number("value", call).map { $0 * StatedMeasurement.scale(of: record, call) }
  }

  /// The accuracy by its counts where they give it to the last case, else by what is stated of its
  /// uncertainty, else by the nearest count.
  private func value(
    _ scale: Double,
    _ level: Double,
    _ call: FunctionCall
  ) throws(StatedFlaw) -> (value: StatedValue, isCounted: Bool) {
    guard let value = fraction(call).map({ $0 * scale }) else { throw .noValue }
    guard (0...1).contains(value) else { throw .impossible }
    let share = counted(value, call)
    if let share, share.isExact {
      return (try StatedValue("", share: share.share, level: level), true)
    }
    let unit = StatedMeasurement.scale(of: record, call) * scale
    do throws(StatedFlaw) {
      let uncertainty = StatedUncertainty(
        lower: number("lower", call),
        upper: number("upper", call),
        level: number("level", call),
        standardError: number("standard_error", call)
      )
      return (try StatedValue("", number("value", call), uncertainty, scale: unit), false)
    } catch {
      guard error == .noUncertainty, let share else { throw error }
      return (try StatedValue("", share: share.share, level: level), true)
    }
  }

  /// How far a product may lie from a whole number that it stands for.
  private static let tolerance = 1e-4

  private func counted(
    _ value: Double,
    _ call: FunctionCall
  ) -> (share: Proportion, isExact: Bool)? {
    guard Self.scores.isDisjoint(with: core), let n = call.field("n", of: record)?.int,
      n > 0, n < 1 << 52, let trials = Int(exactly: n)
    else { return nil }
    let cases = value * Double(trials)
    let isExact = (cases - cases.rounded()).magnitude <= Self.tolerance
    do throws(FairnessError) {
      let share = try Proportion(successes: Int(cases.rounded()), trials: trials)
      return (share, isExact)
    } catch {
      return nil
    }
  }
}

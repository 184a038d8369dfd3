// SPDX-License-Identifier: Apache-2.0

internal import Texts

/// A number with decimals or a percentage somewhere in running text; other numbers may count or date something.
struct WrittenFigure {
  /// The number without a sign of percent, as it is written.
  let digits: Substring
  /// The number with that sign.
  let text: Substring
  /// What stands before it, and behind it.
  private let before: Substring
  private let after: Substring

  /// What a figure is one of, as far as the words beside it tell.
  struct Name {
    let text: String
    /// Whether they are a known metric.
    let isMetric: Bool

    /// Whether a metric, as records hold it, may be what is named.
    func isNear(_ metric: String) -> Bool {
      let words = MetricName.canonical(text).split(separator: "_")
      return metric.split(separator: "_").contains(where: words.contains)
    }
  }

  /// The figures of a text, in its order.
  static func all(in text: String) -> [WrittenFigure] {
    guard text.has(where: ASCII.isDigit) else { return [] }
    var figures: [WrittenFigure] = []
    var rest = text[...]
    while let start = rest.firstIndex(where: isDigit) {
      let end =
        rest[start...].firstIndex { !isDigit($0) && $0 != "." && $0 != "," } ?? rest.endIndex
      if let figure = WrittenFigure(rest[start..<end], in: text) { figures.append(figure) }
      rest = rest[end...]
    }
    return figures
  }

  private static func isDigit(_ character: Character) -> Bool {
    character.isASCII && character.isNumber
  }

  private init?(_ run: Substring, in text: String) {
    // A full stop or comma behind a number ends its sentence.
    let digits = run.prefix(
      upTo: (run.lastIndex(where: Self.isDigit).map(run.index(after:))) ?? run.endIndex
    )
    // What is farther away says nothing of it.
    let before = text[..<digits.startIndex].suffix(Self.window)
    let after = text[digits.endIndex...].prefix(Self.window)
    let marks = digits.count { $0 == "." || $0 == "," }
    let sign = after.prefix { $0.isWhitespace }.endIndex
    let percent = Self.percents.first { after[sign...].hasPrefix($0) }
    guard marks < 2, marks == 1 || percent != nil, MetricCell.number(String(digits)) != nil else {
      return nil
    }
    // `v2.3`, `GPT-3.5` and `F0.5` are names.
    if let last = before.last, last.isASCII, last.isLetter || "._@".contains(last) {
      return nil
    }
    if before.last == "-", before.dropLast().last?.isLetter == true { return nil }
    if let next = after.first, next.isASCII, next.isLetter || next == "_" { return nil }
    (self.digits, self.before, self.after) = (digits, before, after)
    self.text =
      percent.map { text[digits.startIndex..<text.index(sign, offsetBy: $0.count)] } ?? digits
  }

  private static let window = 200
  private static let percents = [
    "%", "％", "percent", "Prozent", "procent", "pour cent", "por ciento", "por cento", "per cento",
  ]

  /// Whether it states what a model does, and neither how sure a bound is, nor a bound, nor where a line was drawn.
  var isStated: Bool {
    let next = after.drop { " %％\u{A0}".contains($0) }
    let last = before.last { !$0.isWhitespace }
    // `95% CI 0.85-0.88`, `0.91 ± 0.02`.
    if last == "±" || Self.isLevel(next.lowercased()) { return false }
    if isBound(next, last) { return false }
    let words = clause.map { FoldedText.words($0) }.suffix(5)
    return !words.contains { Self.lines.matches($0[...]) }
  }

  /// Whether it is an end of an interval: `[0.85, 0.88]`, `0.87 (0.85-0.88)`, `95% CI 0.85 to 0.88`.
  ///
  /// Of a range that stands alone the lower end is stated.
  private func isBound(_ next: Substring, _ last: Character?) -> Bool {
    let dashes: Set<Character> = ["-", "–", "—"]
    let followsDash = last.map(dashes.contains) ?? false
    if followsDash, before.dropLast().last(where: { !$0.isWhitespace }).map(Self.isDigit) == true {
      return true
    }
    if clause.suffix(3).contains(where: { Self.isLevel($0.lowercased()) }) { return true }
    let open = before.lastIndex { "([（".contains($0) }
    guard let open, !before[open...].contains(where: { ")]）".contains($0) }) else { return false }
    let leads = next.first.map(dashes.contains) ?? false
    if before[open] == "[" || leads && next.dropFirst().first.map(Self.isDigit) == true {
      return true
    }
    return before[open...].split(whereSeparator: { " ([（".contains($0) })
      .contains { Self.isLevel($0.lowercased()) }
  }

  private static func isLevel(_ text: String) -> Bool { levels.contains(where: text.hasPrefix) }

  /// The words before it, from the last mark of the sentence on.
  private var clause: [Substring] {
    var start = before.startIndex
    for index in before.indices {
      let next = before.index(after: index)
      // A comma in a number of most languages ends nothing.
      let isEnd =
        Self.marks.contains(before[index])
        || before[index] == "," && next < before.endIndex && before[next].isWhitespace
      if isEnd { start = next }
    }
    return before[start...].split { $0.isWhitespace }
  }

  /// The metric that the words before or behind it name, else these words.
  var name: Name {
    let words = before.spacedWordsOfLast(Self.reach)
    var end = words.count
    while end > 0, words.count - end < 4 {
      if let known = Self.metric(endingAt: end, in: words) {
        return Name(text: known, isMetric: true)
      }
      end -= 1
    }
    let behind = after.drop { " %％\u{A0}".contains($0) }.prefix { !".,;。、，；\n".contains($0) }
      .split { $0.isWhitespace }.prefix(3)
    for count in [3, 2, 1] where count <= behind.count {
      let name = behind.prefix(count).joined(separator: " ")
      if MetricName.isNamed(by: name) { return Name(text: name, isMetric: true) }
    }
    let own = clause.suffix(6).joined(separator: " ")
    let label =
      own.isEmpty ? before.split { $0.isWhitespace }.suffix(4).joined(separator: " ") : own
    let text = label.isEmpty ? behind.joined(separator: " ") : label
    return Name(text: String(text, trimming: { " :=–—-|*".contains($0) }), isMetric: false)
  }

  private static let reach = 8
  private static let marks: Set<Character> = [
    ";", "；", "。", ":", "：", "!", "?", "、", "，", "\n", "(", "（",
  ]

  private static func metric(endingAt end: Int, in words: [Substring]) -> String? {
    [4, 3, 2, 1].lazy.filter { $0 <= end }
      .map {
        String(
          words[(end - $0)..<end].joined(separator: " "),
          trimming: { "()[],;:.*=".contains($0) }
        )
      }
      .first { $0.count > 1 && $0 != "for" && MetricName.isNamed(by: $0) }
  }

  /// How sure an interval is.
  private static let levels = [
    "ci", "confidence", "ki", "konfidenz", "ic ", "intervalle", "intervalo", "intervallo",
    "intervall", "przedzia", "konfidens",
    "信頼区間", "置信区间",
  ]

  /// What tells where a line was drawn, and no result.
  private static let lines = WordRoots(
    en: "threshold* cutoff* seed* section* chapter* table* figure* p",
    de: "schwell* grenzwert*",
    fr: "seuil*",
    es: "umbral*",
    pt: "limiar*",
    it: "soglia*",
    nl: "drempel*",
    pl: "próg* progu",
    sv: "tröskel*",
    ja: "閾値 しきい値",
    zh: "阈值"
  )
}

extension Substring {
  /// The last words of the sentence.
  fileprivate func spacedWordsOfLast(_ count: Int) -> [Substring] {
    let start = lastIndex { ";；。!?\n".contains($0) }
    let text = start.map { self[index(after: $0)...] } ?? self
    return Array(text.split { $0.isWhitespace }.suffix(count))
  }
}

// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// The same metric as a card and as an evaluation state it.
struct MetricPair: Sendable {
  let card: Measurement
  let evaluation: Measurement

  /// What the card says, on the scale of the evaluation.
  ///
  /// Where a side does not tell its scale and one of the figures is more than 1, that one is a
  /// percentage of what is a share.
  var stated: Double? {
    guard let value = card.value, let measured = evaluation.value else { return card.value }
    switch (card.unit, evaluation.unit) {
    case (.percent, .fraction): return value / 100
    case (.fraction, .percent): return value * 100
    case (.percent, .unknown), (.unknown, .fraction):
      return value > 1 && (0...1).contains(measured) ? value / 100 : value
    case (.fraction, .unknown), (.unknown, .percent):
      return measured > 1 && (0...1).contains(value) ? value * 100 : value
    case (.unknown, .unknown) where QuantityName.isShare(card.metric):
      if value > 1, (0...1).contains(measured) { return value / 100 }
      return measured > 1 && (0...1).contains(value) ? value * 100 : value
    default: return value
    }
  }

  /// What the card says, less what the evaluation does, on its scale.
  ///
  /// A figure that is the other one, rounded to the digits shown, differs by nothing: 0.9 says no more than
  /// that a share lies between 0.85 and 0.95, and agrees with 0.851. 0.90 and 0.95 claim a digit more and do
  /// not. A share without decimals says too little for that; of another figure, such as an error of 1.5, the
  /// half of its last digit may be as much as that of 1.0 is, a twentieth.
  var difference: Double? {
    guard let stated, let value = card.value, let measured = evaluation.value else { return nil }
    // By what one in the card counts on the scale of the evaluation: 1, 100 or a hundredth.
    let factor = value == 0 ? 1 : stated / value
    let half = (0..<decimals).reduce(0.5 * factor) { unit, _ in unit / 10 }
    let isShare =
      (0...1).contains(stated) && (0...1).contains(measured) || evaluation.unit == .percent
    let least =
      !isShare ? 0.05 * stated.magnitude : evaluation.unit == .percent || stated > 1 ? 0.5 : 0.05
    if half <= least * (1 + 1e-9), (stated - measured).magnitude <= half * (1 + 1e-9) { return 0 }
    // Decimal figures have no exact difference in binary; 12 digits hide what is only noise.
    return ((stated - measured) * 1e12).rounded() / 1e12
  }

  /// The decimals that the card shows.
  private var decimals: Int {
    let figure = card.raw.split { !$0.isNumber && $0 != "." && $0 != "," }.first ?? ""
    let point = figure.lastIndex { $0 == "." || $0 == "," }
    return min(12, point.map { figure[$0...].count - 1 } ?? 0)
  }
}

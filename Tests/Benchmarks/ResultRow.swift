// SPDX-License-Identifier: Apache-2.0

/// The figures of one benchmark.
struct ResultRow {
  let name: String
  /// The processor time of one repetition in each batch, sorted.
  let seconds: [Double]
  let amount: Benchmark.Amount?

  static let header =
    cells("benchmark", ["minimum", "median", "maximum"]) + "  per second"

  /// The row as a line of the table.
  var line: String {
    let median = seconds[seconds.count / 2]
    let times = [seconds.first, median, seconds.last].map { Self.time($0 ?? median) }
    let rate = amount.map { "  \(Self.short($0.count / median)) \($0.unit)" } ?? ""
    return Self.cells(name, times) + rate
  }

  private static func cells(_ name: String, _ times: [String]) -> String {
    name.padded(to: 46) + times.map { $0.leftPadded(to: 12) }.joined()
  }

  private static func time(_ seconds: Double) -> String {
    switch seconds {
    case 1...: "\(short(seconds)) s"
    case 1e-3...: "\(short(seconds * 1e3)) ms"
    case 1e-6...: "\(short(seconds * 1e6)) µs"
    default: "\(short(seconds * 1e9)) ns"
    }
  }

  /// Three significant digits, or all digits before the point.
  private static func short(_ number: Double) -> String {
    guard number < 100 else { return "\(Int(number.rounded()))" }
    let places = number < 10 ? 2 : 1
    let scale = places == 2 ? 100 : 10
    let scaled = Int((number * Double(scale)).rounded())
    return "\(scaled / scale)." + "\(scaled % scale)".leftPadded(to: places, with: "0")
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - count))
  }

  fileprivate func leftPadded(to width: Int, with character: Character = " ") -> String {
    String(repeating: character, count: max(0, width - count)) + self
  }
}

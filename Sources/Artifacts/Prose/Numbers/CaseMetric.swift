// SPDX-License-Identifier: Apache-2.0

package import GateModel

/// Which measurements are a rate or a mean of cases, whose number says how far they can be trusted.
///
/// Settings, counts, sizes, times and one greatest error have no such number: nothing was drawn for them.
package enum CaseMetric {
  package static func isOne(_ measurement: Measurement) -> Bool {
    let metric = measurement.metric
    if MetricName.isFraction(metric) { return true }
    guard measurement.unit != .count, !SettingName.isParameter(metric),
      !SettingName.isSetting([metric]), !SettingName.isDuration(metric), !MetricName.isCount(metric)
    else { return false }
    let words = metric.split(separator: "_")
    guard let first = words.first, let last = words.last else { return true }
    return !units.contains(last) && !words.contains(where: resources.contains)
      && !extremes.contains(first) && !counting.contains(first) && !ofFit.contains(metric)
  }

  private static let units: Set<Substring> = [
    "ms", "s", "sec", "secs", "second", "seconds", "minutes", "hours", "kb", "mb", "gb", "tb",
    "bytes",
    "kib", "mib", "gib", "kwh", "wh", "kg", "usd", "eur",
  ]
  /// What running a model takes.
  private static let resources: Set<Substring> = [
    "latency", "throughput", "runtime", "duration", "memory", "ram", "flops", "gflops", "macs",
    "size",
    "energy", "emissions", "co2", "cost", "params",
  ]
  private static let extremes: Set<Substring> = [
    "max", "maximum", "min", "minimum", "greatest", "largest",
  ]
  private static let counting: Set<Substring> = ["num", "count", "n", "number", "total"]
  /// Sums over all cases that say how well a model fits.
  private static let ofFit: Set<String> = ["aic", "bic", "log_likelihood", "deviance"]
}

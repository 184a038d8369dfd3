// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Looks among generated values for one that does not have a property.
///
/// - Parameters:
///   - seeds: The seed of each case.
///   - generate: Makes a value.
///   - holds: Whether the value has the property; an error counts as no.
/// - Returns: The first such value in words, with its seed, or nil.
package func counterexample<Value>(
  seeds: some Sequence<UInt64>,
  _ generate: (inout SeededGenerator) -> Value,
  holds: (Value) throws -> Bool
) -> String? {
  for seed in seeds {
    var generator = SeededGenerator(seed: seed)
    let value = generate(&generator)
    var reason = "the property does not hold"
    do {
      if try holds(value) { continue }
    } catch {
      reason = "\(error)"
    }
    return "MODELGATE_SEED=\(seed): \(reason) for \(String(reflecting: value).prefix(2000))"
  }
  return nil
}

// Benchmarks use the fixtures in a static build, for which there is no Testing.
#if canImport(Testing)
package import Testing

/// Checks a property on many generated values, and stops at the first that does not have it.
///
/// The failure names the seed of the case; `MODELGATE_SEED` repeats that case alone.
///
/// - Parameters:
///   - count: How many values are tried.
///   - seed: The seed of the first case; each further one has the next number.
///   - generate: Makes a value.
///   - holds: Whether the value has the property; an error counts as no.
///   - sourceLocation: Where a failure is shown.
package func forAll<Value>(
  count: Int = 200,
  seed: UInt64 = 20_260_101,
  _ generate: (inout SeededGenerator) -> Value,
  holds: (Value) throws -> Bool,
  sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
  let repeated = ProcessInfo.processInfo.environment["MODELGATE_SEED"].flatMap { UInt64($0) }
  let seeds = repeated.map { [$0] } ?? (0..<UInt64(count)).map { seed &+ $0 }
  guard let found = counterexample(seeds: seeds, generate, holds: holds) else { return }
  Issue.record("\(found)", sourceLocation: sourceLocation)
}
#endif

// SPDX-License-Identifier: Apache-2.0

import Glibc

/// Measures the engines in one process and prints a table; nothing here is a test.
@main
enum ModelgateBench {
  static func main() async {
    do {
      let options = try BenchOptions(Array(CommandLine.arguments.dropFirst()))
      guard !options.showsHelp else { return print(BenchOptions.help) }
      if let draws = options.errorRates { return try ErrorRates(draws: draws).write() }
      let benchmarks =
        try RuleBenchmarks.all(options) + DocumentBenchmarks.all(options)
        + FairnessBenchmarks.all(options) + CheckBenchmarks.all(options)
      print(ResultRow.header)
      for benchmark in benchmarks where benchmark.name.contains(options.filter) {
        print(try await benchmark.measured(batches: options.batches).line)
      }
    } catch {
      print("error: \(error)")
      exit(2)
    }
  }
}

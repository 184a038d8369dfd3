// SPDX-License-Identifier: Apache-2.0

import GateModel
import GateRunner
import Reporting
import TestSupport

/// The whole line over a bare repository with many systems.
enum CheckBenchmarks {
  static func all(_ options: BenchOptions) throws -> [Benchmark] {
    let pack = try SampleSystem.essentials()
    let many = options.systems
    return try [1, many].flatMap { systems in
      let repository = try SampleSystem.repository(
        of: pack,
        systems: systems,
        filesPerSystem: options.filesPerSystem
      )
      return benchmarks(of: repository, request: try request(repository), systems: systems)
    }
  }

  private static func request(_ repository: FixtureRepository) throws -> RunRequest {
    var request = RunRequest(
      repository: repository.path,
      asOf: try SampleSystem.day(),
      tool: Report.Tool(name: "modelgate-bench", version: "0")
    )
    request.packs = ["essentials"]
    return request
  }

  /// The work keeps the repository, which is removed with its last user.
  private static func benchmarks(
    of repository: FixtureRepository,
    request: RunRequest,
    systems: Int
  ) -> [Benchmark] {
    let amount = Benchmark.Amount(count: Double(systems), unit: "systems")
    return [
      Benchmark(
        "survey a bare repository of \(systems) systems",
        amount: amount,
        expected: 1,
        .suspending {
          defer { withExtendedLifetime(repository) {} }
          return try await Inspection.make(request, below: []).isComplete ? 1 : 0
        }
      ),
      Benchmark(
        "check a bare repository of \(systems) systems",
        amount: amount,
        expected: systems,
        .suspending {
          defer { withExtendedLifetime(repository) {} }
          return try await GateRun(request).run().report.systems.count
        }
      ),
    ]
  }
}

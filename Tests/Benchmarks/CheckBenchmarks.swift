// SPDX-License-Identifier: Apache-2.0

import Gate
import GateModel
import Reporting
import RulePacks
import TestSupport

/// The whole line over bare repositories with one system and with many.
enum CheckBenchmarks {
  static func all(_ options: BenchOptions) throws -> [Benchmark] {
    let pack = try SampleSystem.essentials()
    return [1, options.systems].flatMap { systems in
      benchmarks(
        of: Portfolio(pack: pack, systems: systems, filesPerSystem: options.filesPerSystem)
      )
    }
  }

  private static func benchmarks(of portfolio: Portfolio) -> [Benchmark] {
    let systems = portfolio.systems
    let amount = Benchmark.Amount(count: Double(systems), unit: "systems")
    return [
      Benchmark(
        "survey a bare repository, systems: \(systems)",
        amount: amount,
        expected: 1,
        .suspending {
          try await Inspection.show(try portfolio.request(), below: []) { _ in } ? 1 : 0
        }
      ),
      Benchmark(
        "check a bare repository, systems: \(systems)",
        amount: amount,
        expected: systems,
        .suspending {
          try await GateRun(try portfolio.request()).run().report.systems.count
        }
      ),
    ]
  }
}

/// A repository of many systems that is made when it is first used, and removed with this object.
private final class Portfolio {
  let systems: Int
  private let pack: RulePack
  private let filesPerSystem: Int
  private var repository: FixtureRepository?

  init(pack: RulePack, systems: Int, filesPerSystem: Int) {
    self.pack = pack
    self.systems = systems
    self.filesPerSystem = filesPerSystem
  }

  func request() throws -> RunRequest {
    let repository = try made()
    var request = RunRequest(
      repository: repository.path,
      asOf: try SampleSystem.day(),
      tool: Report.Tool(name: "modelgate-bench", version: "0")
    )
    request.packs = ["essentials"]
    return request
  }

  private func made() throws -> FixtureRepository {
    if let repository { return repository }
    let made = try SampleSystem.repository(
      of: pack,
      systems: systems,
      filesPerSystem: filesPerSystem
    )
    repository = made
    return made
  }
}

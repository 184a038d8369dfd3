// SPDX-License-Identifier: Apache-2.0

/// The sizes of the inputs, from the command line.
struct BenchOptions {
  /// A call that names no option.
  struct UsageError: Error, CustomStringConvertible {
    let description: String
  }

  static let help = """
    usage: modelgate-bench [--filter TEXT] [--batches N] [--systems N] [--files N] [--groups N] \
    [--rules N] [--error-rates N]

      --filter TEXT   run the benchmarks whose name contains this text
      --batches N     batches per benchmark (15); minimum, median and maximum are over these
      --systems N     systems in the synthetic repository (50)
      --files N       files of each of these systems, most of them no artifacts (22)
      --groups N      groups in the fairness benchmarks (10000)
      --rules N       rules that judge one dossier (1000)
      --error-rates N the tables of gates/fairness-quality/SIMULATION.md and nothing else, N draws each
    """

  private(set) var filter = ""
  private(set) var batches = 15
  private(set) var systems = 50
  private(set) var filesPerSystem = 22
  private(set) var groups = 10_000
  private(set) var rules = 1_000
  /// How many draws stand behind each number of the tables of error rates; nil for no tables.
  private(set) var errorRates: Int?
  private(set) var showsHelp = false

  init(_ arguments: [String]) throws {
    var rest = arguments[...]
    while let name = rest.popFirst() {
      if name == "--help" {
        showsHelp = true
        return
      }
      guard let value = rest.popFirst() else { throw Self.usage("'\(name)' needs a value") }
      try set(name, to: value)
    }
  }

  private mutating func set(_ name: String, to value: String) throws {
    switch name {
    case "--filter": filter = value
    case "--batches": batches = try Self.size(value, of: name)
    case "--systems": systems = try Self.size(value, of: name)
    case "--files": filesPerSystem = try Self.size(value, of: name)
    case "--groups": groups = try Self.size(value, of: name)
    case "--rules": rules = try Self.size(value, of: name)
    case "--error-rates": errorRates = try Self.size(value, of: name)
    default: throw Self.usage("there is no option '\(name)'")
    }
  }

  private static func size(_ text: String, of option: String) throws -> Int {
    guard let size = Int(text), (1...1_000_000).contains(size) else {
      throw usage("'\(option)' takes a number from 1 to 1000000, not '\(text)'")
    }
    return size
  }

  private static func usage(_ problem: String) -> UsageError {
    UsageError(description: "\(problem)\n\(help)")
  }
}

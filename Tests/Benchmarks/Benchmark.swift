// SPDX-License-Identifier: Apache-2.0

import Glibc

/// A piece of work that is repeated and timed.
struct Benchmark {
  /// The work of one repetition; its result must be the same each time.
  enum Work {
    case immediate(() throws -> Int)
    case suspending(() async throws -> Int)
  }

  /// What one repetition gets through, for the last column.
  struct Amount {
    /// The number of units of one repetition.
    let count: Double
    /// The unit, such as `MB`.
    let unit: String
  }

  /// The work gave another result than before, so that the times mean nothing.
  struct ResultDiffers: Error, CustomStringConvertible {
    let name: String
    let expected: Int
    let actual: Int

    var description: String { "'\(name)' gave \(actual) instead of \(expected)" }
  }

  /// Batches take at least this much time, so that the clock's own cost does not count.
  private static let shortestBatch = Duration.milliseconds(20)

  let name: String
  let amount: Amount?
  let expected: Int?
  let work: Work

  /// Creates a benchmark.
  ///
  /// - Parameters:
  ///   - name: What is measured.
  ///   - amount: What one repetition gets through, if that is worth a column.
  ///   - expected: The result of the work; nil when any constant will do.
  ///   - work: One repetition.
  init(_ name: String, amount: Amount? = nil, expected: Int? = nil, _ work: Work) {
    self.name = name
    self.amount = amount
    self.expected = expected
    self.work = work
  }

  /// The processor time of one repetition in each of several batches.
  func measured(batches: Int) async throws -> ResultRow {
    let result = try await repeated(1, expecting: expected).result
    var repetitions = 1
    while try await repeated(repetitions, expecting: result).time < Self.shortestBatch {
      repetitions *= 2
    }
    var times: [Double] = []
    for _ in 0..<batches {
      let time = try await repeated(repetitions, expecting: result).time
      times.append(time / .seconds(1) / Double(repetitions))
    }
    return ResultRow(name: name, seconds: times.sorted(), amount: amount)
  }

  private func repeated(
    _ repetitions: Int,
    expecting expected: Int?
  ) async throws -> (time: Duration, result: Int) {
    var last = 0
    let start = Self.processorTime()
    switch work {
    case .immediate(let body):
      for _ in 0..<repetitions { last = try body() }
    case .suspending(let body):
      for _ in 0..<repetitions { last = try await body() }
    }
    let time = Self.processorTime() - start
    if let expected, last != expected {
      throw ResultDiffers(name: name, expected: expected, actual: last)
    }
    return (time, last)
  }

  /// What all threads of the process have used; other programs slow it down much less than a clock
  /// on the wall.
  private static func processorTime() -> Duration {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
}

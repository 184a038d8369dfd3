// SPDX-License-Identifier: Apache-2.0

internal import FoundationEssentials
internal import Gate
internal import GateModel
internal import Glibc
internal import Reporting

/// One line on standard error that tells how far a long run is, and is gone when the run ends.
actor ProgressLine {
  /// Runs shorter than this show nothing.
  private static let patience = Duration.milliseconds(500)
  /// A terminal is written to at most this often.
  private static let pause = Duration.milliseconds(100)

  private let clock = ContinuousClock()
  private var due: ContinuousClock.Instant
  private var isShown = false

  private init() { due = clock.now + Self.patience }

  /// Does some work, and shows its progress where standard error is a terminal that can erase a line.
  ///
  /// - Parameters:
  ///   - request: What is run.
  ///   - isQuiet: Whether nothing may be shown.
  ///   - work: The work, which gets the request with somebody who watches.
  /// - Returns: What the work returns.
  /// - Throws: What the work throws.
  static func during<Result>(
    _ request: RunRequest,
    isQuiet: Bool = false,
    _ work: (RunRequest) async throws -> Result
  ) async throws -> Result {
    let isDumb = ["", "dumb"].contains(ProcessInfo.processInfo.environment["TERM"] ?? "")
    guard !isQuiet, !isDumb, isatty(STDERR_FILENO) == 1 else { return try await work(request) }
    let line = ProgressLine()
    var watched = request
    watched.progress = { await line.show($0) }
    do {
      let result = try await work(watched)
      await line.erase()
      return result
    } catch {
      await line.erase()
      throw error
    }
  }

  private func show(_ progress: RunProgress) {
    guard clock.now >= due else { return }
    due = clock.now + Self.pause
    isShown = true
    Terminal.printError(Page(progress))
  }

  private func erase() {
    if isShown { Terminal.printError(Page.erasure) }
  }
}

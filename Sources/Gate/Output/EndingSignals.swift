// SPDX-License-Identifier: Apache-2.0

internal import Glibc
internal import Synchronization

/// The signals that ask a run to end: SIGINT, SIGTERM and SIGHUP.
///
/// The process ends with 128 and the number of the signal, as a shell reports it. While outputs are
/// written the end waits until what is half-written has been removed.
package enum EndingSignals {
  /// The signal that waits, or 0.
  private static let arrived = Atomic<Int32>(0)
  /// Whether the end has to wait.
  private static let isHeld = Atomic<Bool>(false)

  /// Takes the signals over, once at the start of the program.
  ///
  /// A signal that the caller ignores, as `nohup` does, stays ignored.
  package static func install() {
    // A handler may only do what is safe at any instant: both values exist before it can run.
    _ = (arrived.load(ordering: .relaxed), isHeld.load(ordering: .relaxed))
    for number in [SIGINT, SIGTERM, SIGHUP] {
      let before = signal(number) { EndingSignals.receive($0) }
      if isIgnoring(before) { signal(number, SIG_IGN) }
    }
  }

  /// Whether a signal waits for the end of some writing.
  static var hasArrived: Bool { arrived.load(ordering: .relaxed) != 0 }

  /// Does some writing that must not be left half-done, then ends the process if a signal came.
  ///
  /// - Parameter writing: The work, which looks at `hasArrived` between its steps.
  /// - Throws: What the work throws.
  package static func waiting<Failure: Error>(
    for writing: () throws(Failure) -> Void
  ) throws(Failure) {
    isHeld.store(true, ordering: .sequentiallyConsistent)
    defer {
      isHeld.store(false, ordering: .sequentiallyConsistent)
      let number = arrived.load(ordering: .sequentiallyConsistent)
      if number != 0 { _exit(128 + number) }
    }
    try writing()
  }

  private static func receive(_ number: Int32) {
    if isHeld.load(ordering: .sequentiallyConsistent) {
      arrived.store(number, ordering: .sequentiallyConsistent)
    } else {
      _exit(128 + number)
    }
  }

  private static func isIgnoring(_ handler: sighandler_t?) -> Bool {
    unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}

// SPDX-License-Identifier: Apache-2.0

import CRE2
import Synchronization

/// A compiled RE2 pattern: matching takes time linear in the text, whatever the pattern.
final class Pattern: Sendable {
  /// The address of the compiled pattern, as a number because pointers are not `Sendable`.
  ///
  /// RE2 allows any number of threads to match one pattern, and nothing else touches it until
  /// `deinit`.
  private let address: UInt

  /// Memory that RE2 may use for one pattern, in bytes.
  private static let maximumMemory = 1 << 20

  /// Why a pattern is not valid.
  struct Invalid: Error {
    var message: String
  }

  init(_ text: [UInt8]) throws(Invalid) {
    var reason: [CChar] = Array(repeating: 0, count: 200)
    let compiled = text.withUnsafeBytes { bytes in
      cre2_compile(
        bytes.baseAddress?.assumingMemoryBound(to: CChar.self),
        bytes.count,
        Self.maximumMemory,
        &reason,
        reason.count
      )
    }
    guard let compiled else {
      let words = reason.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
      throw Invalid(message: "invalid pattern: \(String(decoding: words, as: UTF8.self))")
    }
    address = UInt(bitPattern: compiled)
  }

  deinit { cre2_free(OpaquePointer(bitPattern: address)) }

  /// A pattern that is known only when an expression is evaluated; compiled once for all systems.
  static func compile(_ text: [UInt8]) -> Result<Pattern, Invalid> {
    if let pattern = known.withLock({ $0[text] }) { return .success(pattern) }
    do {
      let pattern = try Pattern(text)
      known.withLock {
        if $0.count >= mostKnown { $0 = [:] }
        $0[text] = pattern
      }
      return .success(pattern)
    } catch {
      return .failure(error)
    }
  }

  /// A pattern that is compiled where it is first matched; nil where that fails.
  static func deferred(_ text: [UInt8]) -> Deferred<Pattern?> {
    Deferred {
      switch compile(text) {
      case .success(let pattern): pattern
      case .failure: nil
      }
    }
  }

  private static let known = Mutex<[[UInt8]: Pattern]>([:])
  /// How many patterns are kept: a condition may make one of each text.
  private static let mostKnown = 256

  /// Whether the pattern matches anywhere in the text.
  func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    text.withMemoryRebound(to: CChar.self) {
      cre2_matches(OpaquePointer(bitPattern: address), $0.baseAddress, $0.count)
    }
  }
}

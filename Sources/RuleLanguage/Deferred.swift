// SPDX-License-Identifier: Apache-2.0

internal import Synchronization

/// A value that is worked out where it is first needed, and kept.
///
/// Two tasks that need it at the same moment may both work it out; they get the same one, and none waits.
package final class Deferred<Value: Sendable>: Sendable {
  private final class Box: Sendable {
    let value: Value

    init(_ value: Value) { self.value = value }
  }

  private let box = AtomicLazyReference<Box>()
  private let make: @Sendable () -> Value

  /// Creates a value that a function works out, which gives the same one each time.
  package init(_ make: @escaping @Sendable () -> Value) {
    self.make = make
  }

  /// A value that is known already.
  package convenience init(known value: Value) {
    self.init { value }
    _ = box.storeIfNil(Box(value))
  }

  /// The value.
  package var value: Value {
    if let known = box.load() { return known.value }
    return box.storeIfNil(Box(make())).value
  }
}

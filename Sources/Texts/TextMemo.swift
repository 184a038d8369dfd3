// SPDX-License-Identifier: Apache-2.0

public import Synchronization

/// What a function gave for texts, for texts that come again.
///
/// The documents of one organisation repeat sentences, cells, names and labels, several rules ask the same of
/// one text, and conditions in loops compare the same few names again and again. The function has to be pure;
/// texts are told apart by their bytes, so that what is remembered is what would be found anew.
@usableFromInline
package final class TextMemo<Context: Hashable & Sendable, Value: Sendable>: Sendable {
  /// A text and what else the function depends on.
  @usableFromInline
  struct Key: Hashable, Sendable {
    @usableFromInline let context: Context
    @usableFromInline let text: String

    @inlinable
    init(context: Context, text: String) {
      self.context = context
      self.text = text
    }

    // Strings compare by canonical equivalence, and what is made of a text may tell its forms apart.
    @inlinable
    static func == (one: Key, other: Key) -> Bool {
      one.context == other.context
        && one.text.withBytes { first in
          other.text.withBytes { second in
            first.count == second.count && first.elementsEqual(second)
          }
        }
    }

    @inlinable
    func hash(into hasher: inout Hasher) {
      hasher.combine(context)
      text.withBytes { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
  }

  @usableFromInline
  struct Known: Sendable {
    @usableFromInline var values: [Key: Value] = [:]
    @usableFromInline var byteCount = 0

    @inlinable
    init() {}
  }

  /// How many bytes of texts are kept; when there are more, all are forgotten.
  @usableFromInline static var capacity: Int { 256 << 10 }

  @usableFromInline let known = Mutex(Known())

  /// Creates an empty memory.
  @inlinable
  package init() {}

  /// What the function gives for a text, now or before.
  @inlinable
  package func value(of text: String, in context: Context, _ make: (String) -> Value) -> Value {
    let key = Key(context: context, text: text)
    if let value = known.withLock({ $0.values[key] }) { return value }
    let value = make(text)
    known.withLock {
      $0.byteCount += text.utf8.count
      if $0.byteCount > Self.capacity {
        $0.values = [:]
        $0.byteCount = text.utf8.count
      }
      $0.values[key] = value
    }
    return value
  }
}

extension TextMemo where Context == Bool {
  /// What a function of nothing but texts gives for one.
  @inlinable
  package func value(of text: String, _ make: (String) -> Value) -> Value {
    value(of: text, in: false, make)
  }
}

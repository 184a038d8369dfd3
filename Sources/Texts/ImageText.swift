// SPDX-License-Identifier: Apache-2.0

/// Writes numbers and texts one behind the other, for `ImageReader`.
///
/// A number stands in decimal digits, a text behind the number of its bytes and a colon; one character
/// ends each of them. Nothing is escaped, so that a text is read in place, and nothing is named: writer and
/// reader agree on the order.
package struct ImageWriter: Sendable {
  /// What was written so far.
  package private(set) var bytes: [UInt8] = []

  /// Creates a writer that has written nothing.
  package init() {}

  /// Writes a number, and the character that ends it.
  package mutating func add(_ number: Int, end: Unicode.Scalar = " ") {
    bytes += Array(String(number).utf8)
    bytes.append(UInt8(ascii: end))
  }

  /// Writes some bytes as they are.
  package mutating func add(bytes text: some Collection<UInt8>) {
    add(text.count, end: ":")
    bytes += Array(text)
    bytes.append(ASCII.space)
  }

  /// Writes a text.
  package mutating func add(_ text: String) { add(bytes: text.utf8) }

  /// Writes a text that may be missing.
  package mutating func add(_ text: String?) {
    add(text == nil ? 0 : 1)
    if let text { add(text) }
  }

  /// Writes the number of some elements, and each of them.
  package mutating func add<Element>(
    _ elements: [Element],
    _ write: (inout ImageWriter, Element) -> Void
  ) {
    add(elements.count)
    for element in elements { write(&self, element) }
  }

  /// Goes on in another line, for those who look at it.
  package mutating func endLine() {
    if let last = bytes.indices.last { bytes[last] = ASCII.lineFeed }
  }
}

/// Reads what `ImageWriter` wrote, in its order.
@usableFromInline
package struct ImageReader: Sendable {
  /// The text is not what the writer wrote.
  @usableFromInline
  package struct Damage: Error {
    /// Creates the error.
    @usableFromInline
    package init() {}
  }

  private let bytes: [UInt8]
  private var offset: Int
  private let end: Int
  /// The character behind the last number.
  private var ending: UInt8 = 0

  /// Reads some bytes from their start.
  package init(_ bytes: [UInt8]) { self.init(bytes, 0..<bytes.count) }

  private init(_ bytes: [UInt8], _ range: Range<Int>) {
    (self.bytes, offset, end) = (bytes, range.lowerBound, range.upperBound)
  }

  /// Whether everything was read.
  package var isAtEnd: Bool { offset >= end }

  /// Whether the last number ended with a character.
  package func hasEnded(with scalar: Unicode.Scalar) -> Bool { ending == UInt8(ascii: scalar) }

  /// The next number.
  @usableFromInline
  package mutating func number() throws(Damage) -> Int {
    var index = offset
    let isNegative = index < end && bytes[index] == UInt8(ascii: "-")
    if isNegative { index += 1 }
    let start = index
    var value = 0
    while index < end {
      let digit = bytes[index] &- UInt8(ascii: "0")
      guard digit < 10 else { break }
      value = value &* 10 &- Int(digit)
      index += 1
    }
    guard index > start, index < end else { throw Damage() }
    ending = bytes[index]
    offset = index + 1
    return isNegative ? value : 0 &- value
  }

  /// Where the next text stands; it is passed over.
  private mutating func range() throws(Damage) -> Range<Int> {
    let count = try number()
    guard count >= 0, count < end - offset else { throw Damage() }
    defer { offset += count + 1 }
    return offset..<offset + count
  }

  /// The next text.
  package mutating func text() throws(Damage) -> String {
    let range = try range()
    return bytes.withUnsafeBufferPointer {
      String(decoding: UnsafeBufferPointer(rebasing: $0[range]), as: UTF8.self)
    }
  }

  /// The bytes of the next text.
  package mutating func textBytes() throws(Damage) -> ArraySlice<UInt8> { bytes[try range()] }

  /// A reader of the next text, which is passed over here.
  package mutating func part() throws(Damage) -> ImageReader { ImageReader(bytes, try range()) }

  /// The next text, where there is one.
  package mutating func optionalText() throws(Damage) -> String? {
    try number() == 0 ? nil : try text()
  }

  /// How many bytes are left.
  @usableFromInline
  var rest: Int { end - offset }

  /// The number of some elements, and each of them.
  ///
  /// Inlined, so that it is no search for the type of the list that takes most of the time.
  @inlinable
  package mutating func elements<Element>(
    _ read: (inout ImageReader) throws(Damage) -> Element
  ) throws(Damage) -> [Element] {
    let count = try number()
    guard count >= 0, count <= rest else { throw Damage() }
    var elements: [Element] = []
    elements.reserveCapacity(count)
    for _ in 0..<count { elements.append(try read(&self)) }
    return elements
  }
}

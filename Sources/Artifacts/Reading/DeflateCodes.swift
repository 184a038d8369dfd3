// SPDX-License-Identifier: Apache-2.0

/// Takes bits from bytes, the lowest first (RFC 1951 §3.1.1).
struct BitReader {
  private let source: ArraySlice<UInt8>
  private var index: Int
  private var held: UInt32 = 0
  private var heldCount = 0

  init(_ source: ArraySlice<UInt8>) {
    self.source = source
    index = source.startIndex
  }

  /// The next bits as a number; at most 16 are ever asked for.
  mutating func next(_ count: Int) throws(InflateError) -> Int {
    while heldCount < count {
      guard index < source.endIndex else { throw .truncated }
      held |= UInt32(source[index]) << UInt32(heldCount)
      heldCount += 8
      index += 1
    }
    let value = held & ((1 << UInt32(count)) - 1)
    held >>= UInt32(count)
    heldCount -= count
    return Int(value)
  }

  /// Drops what is left of the current byte.
  mutating func alignToByte() {
    held >>= UInt32(heldCount & 7)
    heldCount -= heldCount & 7
  }

  /// Whole bytes; the reader must be aligned.
  mutating func bytes(_ count: Int) throws(InflateError) -> ArraySlice<UInt8> {
    let start = index - heldCount / 8
    guard count <= source.endIndex - start else { throw .truncated }
    held = 0
    heldCount = 0
    index = start + count
    return source[start..<index]
  }
}

/// A canonical Huffman code (RFC 1951 §3.2.2), decoded by counting the codes of each length.
struct HuffmanCode: Sendable {
  private static let longest = 15

  /// How many codes have each length.
  private let counts: [Int]
  /// The symbols in the order of their codes.
  private let symbols: [Int]

  /// Creates the code whose symbols have these lengths; 0 means that a symbol is not used.
  ///
  /// - Throws: When more codes are asked for than the lengths leave room for. Fewer are accepted:
  ///   bits that stand for no symbol are an error when they are met.
  init(lengths: [Int]) throws(InflateError) {
    self.init(unchecked: lengths)
    var free = 1
    for length in 1...Self.longest {
      free = free * 2 - counts[length]
      guard free >= 0 else { throw .malformed }
    }
  }

  /// Creates a code whose lengths are known to be right.
  init(unchecked lengths: [Int]) {
    var counts = [Int](repeating: 0, count: Self.longest + 1)
    for length in lengths { counts[length] += 1 }
    counts[0] = 0
    self.counts = counts
    symbols = (1...Self.longest).flatMap { length in
      lengths.indices.filter { lengths[$0] == length }
    }
  }

  /// The next symbol.
  func decode(_ bits: inout BitReader) throws(InflateError) -> Int {
    var (code, first, index) = (0, 0, 0)
    for length in 1...Self.longest {
      code |= try bits.next(1)
      let count = counts[length]
      if code - first < count { return symbols[index + code - first] }
      index += count
      first = (first + count) << 1
      code <<= 1
    }
    throw .malformed
  }
}

/// The constants of RFC 1951.
enum DeflateTables {
  /// §3.2.5: the shortest length of each length code, and how many bits follow.
  static let lengths: [(base: Int, bits: Int)] = [
    (3, 0), (4, 0), (5, 0), (6, 0), (7, 0), (8, 0), (9, 0), (10, 0), (11, 1), (13, 1), (15, 1),
    (17, 1), (19, 2), (23, 2), (27, 2), (31, 2), (35, 3), (43, 3), (51, 3), (59, 3), (67, 4),
    (83, 4), (99, 4), (115, 4), (131, 5), (163, 5), (195, 5), (227, 5), (258, 0),
  ]

  /// §3.2.5: the nearest distance of each distance code, and how many bits follow.
  static let distances: [(base: Int, bits: Int)] = [
    (1, 0), (2, 0), (3, 0), (4, 0), (5, 1), (7, 1), (9, 2), (13, 2), (17, 3), (25, 3), (33, 4),
    (49, 4), (65, 5), (97, 5), (129, 6), (193, 6), (257, 7), (385, 7), (513, 8), (769, 8),
    (1025, 9), (1537, 9), (2049, 10), (3073, 10), (4097, 11), (6145, 11), (8193, 12), (12289, 12),
    (16385, 13), (24577, 13),
  ]

  /// §3.2.7: the order in which the lengths of the code length code are written.
  static let codeLengthOrder = [
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
  ]

  /// §3.2.6: the code of literals and lengths of a block without its own.
  static let fixedLiterals = HuffmanCode(
    unchecked: (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 }
  )

  /// §3.2.6: the code of distances of a block without its own.
  static let fixedDistances = HuffmanCode(unchecked: [Int](repeating: 5, count: 30))
}

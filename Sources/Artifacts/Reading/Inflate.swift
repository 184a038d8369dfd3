// SPDX-License-Identifier: Apache-2.0

/// Why a compressed text cannot be decompressed.
enum InflateError: Error, Hashable, Sendable {
  /// The text ends in the middle of a block.
  case truncated
  /// Bits that no compressor writes (RFC 1951 §3.2.3 to §3.2.7).
  case malformed
  /// The result is larger than the caller allows.
  case tooLarge
}

/// Decompresses DEFLATE (RFC 1951) without ever holding more than the caller allows.
///
/// `Artifacts` links no C library; the headers that are read this way are small.
struct Inflate {
  private var bits: BitReader
  private let limit: Int
  private var output: [UInt8] = []

  /// The bytes that were compressed.
  ///
  /// - Parameters:
  ///   - compressed: A DEFLATE stream without a zlib or gzip header.
  ///   - limit: The most bytes that the result may have.
  /// - Returns: The bytes; what follows the last block is ignored.
  /// - Throws: When the stream is cut off or malformed, or its result is larger than the limit.
  static func bytes(
    of compressed: ArraySlice<UInt8>,
    limit: Int
  ) throws(InflateError) -> [UInt8] {
    var inflate = Inflate(bits: BitReader(compressed), limit: limit)
    var isLast = false
    while !isLast {
      isLast = try inflate.bits.next(1) == 1
      switch try inflate.bits.next(2) {
      case 0: try inflate.copyStored()
      case 1: try inflate.decode(DeflateTables.fixedLiterals, DeflateTables.fixedDistances)
      case 2:
        let (literals, distances) = try inflate.dynamicCodes()
        try inflate.decode(literals, distances)
      default: throw .malformed
      }
    }
    return inflate.output
  }

  private init(bits: BitReader, limit: Int) {
    self.bits = bits
    self.limit = limit
  }

  /// RFC 1951 §3.2.4: the length, its complement, and the bytes themselves.
  private mutating func copyStored() throws(InflateError) {
    bits.alignToByte()
    let length = try bits.next(16)
    guard try bits.next(16) == length ^ 0xFFFF else { throw .malformed }
    guard output.count + length <= limit else { throw .tooLarge }
    output.append(contentsOf: try bits.bytes(length))
  }

  private mutating func decode(
    _ literals: HuffmanCode,
    _ distances: HuffmanCode
  ) throws(InflateError) {
    while true {
      let symbol = try literals.decode(&bits)
      switch symbol {
      case ..<256:
        guard output.count < limit else { throw .tooLarge }
        output.append(UInt8(truncatingIfNeeded: symbol))
      case 256: return
      default: try copyMatch(symbol - 257, distances)
      }
    }
  }

  /// RFC 1951 §3.2.5: a length and how far back the same bytes stand; the two may overlap.
  private mutating func copyMatch(_ code: Int, _ distances: HuffmanCode) throws(InflateError) {
    guard code < DeflateTables.lengths.count else { throw .malformed }
    let (shortest, lengthBits) = DeflateTables.lengths[code]
    let length = shortest + (try bits.next(lengthBits))
    let distanceCode = try distances.decode(&bits)
    guard distanceCode < DeflateTables.distances.count else { throw .malformed }
    let (nearest, distanceBits) = DeflateTables.distances[distanceCode]
    let distance = nearest + (try bits.next(distanceBits))
    guard distance <= output.count else { throw .malformed }
    guard output.count + length <= limit else { throw .tooLarge }
    for _ in 0..<length { output.append(output[output.count - distance]) }
  }

  /// RFC 1951 §3.2.7: the two codes of a block, themselves compressed.
  private mutating func dynamicCodes() throws(InflateError) -> (HuffmanCode, HuffmanCode) {
    let literalCount = try bits.next(5) + 257
    let distanceCount = try bits.next(5) + 1
    let codeCount = try bits.next(4) + 4
    guard literalCount <= 286, distanceCount <= 30 else { throw .malformed }
    var codeLengths = [Int](repeating: 0, count: 19)
    for place in DeflateTables.codeLengthOrder.prefix(codeCount) {
      codeLengths[place] = try bits.next(3)
    }
    let code = try HuffmanCode(lengths: codeLengths)
    let lengths = try codeLengthRuns(code, count: literalCount + distanceCount)
    guard lengths[256] != 0 else { throw .malformed }
    return (
      try HuffmanCode(lengths: Array(lengths[..<literalCount])),
      try HuffmanCode(lengths: Array(lengths[literalCount...]))
    )
  }

  private mutating func codeLengthRuns(
    _ code: HuffmanCode,
    count: Int
  ) throws(InflateError) -> [Int] {
    var lengths: [Int] = []
    while lengths.count < count {
      let symbol = try code.decode(&bits)
      switch symbol {
      case ..<16: lengths.append(symbol)
      case 16:
        guard let previous = lengths.last else { throw .malformed }
        lengths += [Int](repeating: previous, count: 3 + (try bits.next(2)))
      case 17: lengths += [Int](repeating: 0, count: 3 + (try bits.next(3)))
      default: lengths += [Int](repeating: 0, count: 11 + (try bits.next(7)))
      }
    }
    guard lengths.count == count else { throw .malformed }
    return lengths
  }
}

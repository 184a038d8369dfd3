// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// Reads ustar archives entry by entry, and trusts nothing in them.
struct TarReader {
  private let store: any ByteStore
  /// How far the archive was read.
  private var position = 0
  private let byteCount: Int
  private let limits: BundleLimits
  private var topDirectory: Substring?
  private var entryCount = 0
  /// The entry before, and whether all so far are as ``TarWriter`` writes them.
  private var last: TarHeader?
  private var isAsWritten = true
  private var listing = BundleListing()

  /// The files below the archive's one top directory.
  ///
  /// - Parameters:
  ///   - store: The bytes of the archive.
  ///   - byteCount: How many they are.
  ///   - limits: How much the bundle may hold.
  ///   - isAsWritten: Whether everything around the archive is as modelgate writes it.
  /// - Returns: The files, and what does not belong among them.
  /// - Throws: When what follows cannot be told any more: a damaged header, a missing end, too
  ///   many entries. An entry that a bundle must not have is a problem in the listing instead.
  static func listing(
    of store: any ByteStore,
    byteCount: Int,
    limits: BundleLimits,
    isAsWritten: Bool = true
  ) throws(MalformedBytes) -> BundleListing {
    var reader = TarReader(store, byteCount: byteCount, limits: limits)
    reader.isAsWritten = isAsWritten
    while let header = try reader.nextHeader() { try reader.add(header) }
    try reader.requireEnd()
    reader.listing.rejectEmptyFolders()
    if !reader.isAsWritten { reader.listing.rejectForm() }
    reader.listing.frame = reader.frame
    return reader.listing
  }

  private init(_ store: any ByteStore, byteCount: Int, limits: BundleLimits) {
    (self.store, self.byteCount, self.limits) = (store, byteCount, limits)
  }

  private var remaining: Int { byteCount - position }

  private var frame: ArchiveFrame? {
    guard let topDirectory, let last else { return nil }
    return ArchiveFrame(topDirectory: String(topDirectory), modified: Int64(last.modified))
  }

  /// Reads the header at the position, or nil at a block of zeros.
  private mutating func nextHeader() throws(MalformedBytes) -> TarHeader? {
    let block = try take(TarHeader.blockSize)
    guard block.contains(where: { $0 != 0 }) else { return nil }
    entryCount += 1
    guard entryCount <= limits.files else {
      throw MalformedBytes("has more than \(limits.files) entries")
    }
    return try TarHeader(reading: block)
  }

  private mutating func add(_ header: TarHeader) throws(MalformedBytes) {
    compareForm(of: header)
    guard header.size <= remaining else { throw MalformedBytes("ends too early") }
    let content = position..<position + header.size
    position = content.upperBound
    let padding = try take(-header.size & (TarHeader.blockSize - 1))
    guard padding.allSatisfy({ $0 == 0 }) else {
      throw MalformedBytes("has something between its entries")
    }
    let path = String(decoding: header.path, as: UTF8.self)
    switch header.type {
    case TarHeader.regularFile, TarHeader.oldRegularFile:
      guard let inner = inner(path), !inner.isEmpty else { return reject(path) }
      guard listing.hasRoom(for: header.size, at: inner, limits) else {
        throw MalformedBytes("has more than \(limits.held) bytes beside inputs and pack")
      }
      listing.add(
        try reading { () throws(Problem) in try PlacedFile(at: inner, content, of: store) }
      )
    case TarHeader.directory:
      guard let inner = inner(path.hasSuffix("/") ? String(path.dropLast()) : path) else {
        return reject(path)
      }
      listing.addFolder(inner)
    default:
      listing.reject(path, "is a link, a device or an extension, not a regular file")
    }
  }

  /// Notes an entry in whose header, place or time something could be hidden: files come in the order of
  /// their bytes, with one time for all.
  private mutating func compareForm(of header: TarHeader) {
    let isNext = last.map { last in
      last.path.lexicographicallyPrecedes(header.path) && last.modified == header.modified
    }
    if !header.isCanonical || isNext == false { isAsWritten = false }
    last = header
  }

  /// The path below the top directory, which the first entry names for all; nil outside of it.
  private mutating func inner(_ path: String) -> String? {
    let top = path.prefix { $0 != "/" }
    guard SafeName.isPath(path), top == topDirectory ?? top else { return nil }
    topDirectory = top
    return String(path.dropFirst(top.count + 1))
  }

  private mutating func reject(_ path: String) {
    listing.reject(path, "does not stand in the archive's one top directory, or has an odd name")
  }

  /// Requires a second block of zeros, and nothing but zeros after it, which no bundle has either.
  private mutating func requireEnd() throws(MalformedBytes) {
    var rest = try take(TarHeader.blockSize)
    if remaining > 0 { isAsWritten = false }
    while true {
      guard rest.allSatisfy({ $0 == 0 }) else {
        throw MalformedBytes("has something after its end")
      }
      guard remaining > 0 else { return }
      rest = try take(min(remaining, 1 << 16))
    }
  }

  private mutating func take(_ count: Int) throws(MalformedBytes) -> [UInt8] {
    guard count <= remaining else { throw MalformedBytes("ends too early") }
    let range = position..<position + count
    position += count
    return try reading { () throws(Problem) in try store.read(range) }
  }

  private func reading<Value>(
    _ body: () throws(Problem) -> Value
  ) throws(MalformedBytes) -> Value {
    do throws(Problem) {
      return try body()
    } catch {
      throw MalformedBytes(error)
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

internal import Compression

/// Reads a bundle in any of its three forms.
enum BundleReader {
  /// The first bytes of a gzip member (RFC 1952 §2.3.1).
  private static let gzipMagic: [UInt8] = [0x1F, 0x8B]

  /// The files of the bundle at a path; the form is told by what is there, not by the name.
  static func listing(
    of path: String,
    limits: BundleLimits
  ) throws(BundleError) -> BundleListing {
    guard FileKind(at: path) != .directory else {
      return try DirectoryReader.listing(of: path, limits: limits)
    }
    guard FileKind(at: path) != .special else {
      throw BundleError(
        path: path,
        reason: "cannot read the bundle: it is a device or a pipe",
        help: "name a bundle directory, .tar or .tar.gz"
      )
    }
    let file = try OpenFile(reading: path)
    let size = try file.byteCount(atMost: limits.bytes)
    let isPacked = try file.startsWith(gzipMagic)
    let packed = isPacked ? try file.readAll(maximumBytes: limits.bytes) : []
    do throws(MalformedBytes) {
      guard isPacked else {
        return try TarReader.listing(of: file, byteCount: size, limits: limits)
      }
      let archive = try unpacked(packed, limits)
      let source = MemorySource(archive)
      return try TarReader.listing(of: source, byteCount: archive.count, limits: limits)
    } catch {
      throw BundleError(
        path: path,
        reason: "cannot read the bundle: the archive \(error.what)",
        help: "get it again from where it was made, and check that the copy is complete"
      )
    }
  }

  /// The form in which a bundle can be written again to its place.
  static func form(of path: String) throws(BundleError) -> BundleDestination {
    guard FileKind(at: path) != .directory else { return .directory(path) }
    let file = try OpenFile(reading: path)
    return try file.startsWith(gzipMagic) ? .tarGz(path) : .tar(path)
  }

  /// How much some packed bytes may hold: text and tables pack to a tenth, bombs to a thousandth
  /// (the most that DEFLATE can do is 1032 to 1).
  private static func bound(_ count: Int, _ limits: BundleLimits) -> Int {
    min(limits.bytes, max(64 << 20, count * 300))
  }

  private static func unpacked(
    _ bytes: [UInt8],
    _ limits: BundleLimits
  ) throws(MalformedBytes) -> [UInt8] {
    let unpacked: (bytes: [UInt8], consumed: Int)
    do {
      var inflater = try Inflater(.gzip)
      unpacked = try inflater.unpack(bytes[...], maximumBytes: bound(bytes.count, limits))
    } catch {
      throw MalformedBytes(error)
    }
    guard unpacked.consumed == bytes.count else {
      throw MalformedBytes("has something after its end")
    }
    return unpacked.bytes
  }
}

// SPDX-License-Identifier: Apache-2.0

internal import Compression
internal import GateModel

/// Reads a bundle in any of its three forms.
enum BundleReader {
  /// The first bytes of a gzip member (RFC 1952 §2.3.1).
  private static let gzipMagic: [UInt8] = [0x1F, 0x8B]

  /// The files of the bundle at a path; the form is told by what is there, not by the name.
  static func listing(
    of path: String,
    limits: BundleLimits
  ) throws(Problem) -> BundleListing {
    guard FileKind(at: path) != .directory else {
      return try DirectoryReader.listing(of: path, limits: limits)
    }
    guard FileKind(at: path) != .special else {
      throw Problem(
        path: path,
        message: "cannot read the bundle: it is a device or a pipe",
        help: "name a bundle directory, .tar or .tar.gz"
      )
    }
    let file = try OpenFile(reading: path)
    let size = try file.byteCount(atMost: limits.bytes)
    let isPacked = try file.startsWith(gzipMagic)
    let isAsWritten = try file.startsWith(GzipEncoder.header)
    do throws(MalformedBytes) {
      guard isPacked else {
        return try TarReader.listing(of: FileStore(file), byteCount: size, limits: limits)
      }
      var archive = try GzipReader(file, byteCount: size, limits: limits)
      let store = try archive.unpacked()
      return try TarReader.listing(
        of: store,
        byteCount: archive.unpackedCount,
        limits: limits,
        isAsWritten: isAsWritten
      )
    } catch {
      throw Problem(
        path: path,
        message: "cannot read the bundle: the archive \(error.what)",
        help: "get it again from where it was made, and check that the copy is complete"
      )
    }
  }

  /// The form in which a bundle can be written again to its place.
  static func form(of path: String) throws(Problem) -> BundleDestination {
    guard FileKind(at: path) != .directory else { return .directory(path) }
    let file = try OpenFile(reading: path)
    return try file.startsWith(gzipMagic) ? .tarGz(path) : .tar(path)
  }
}

// SPDX-License-Identifier: Apache-2.0

internal import Compression
package import GateModel

/// Writes a bundle to disk, whole or not at all.
package enum BundleWriter {
  /// Writes the files of a bundle under a temporary name and renames the result.
  ///
  /// - Parameters:
  ///   - files: What `EvidenceBundle.files(of:)` returned.
  ///   - baseName: The top directory inside an archive; a directory destination is the bag itself.
  ///   - modified: The time stamp of archive entries, in seconds since 1970-01-01T00:00:00Z:
  ///     the time of the commit.
  ///   - destination: An archive is replaced. A directory has to be absent, empty, or an older
  ///     bundle, which is replaced as a whole.
  /// - Throws: When the destination cannot be written or must not be replaced; nothing
  ///   half-written is left behind.
  package static func write(
    _ files: [PlacedFile],
    named baseName: String,
    modified: Int64,
    to destination: BundleDestination
  ) throws(Problem) {
    try requireVerifiable(files, destination)
    switch destination {
    case .directory(let path):
      try DirectoryWriter.write(files, to: path)
    case .tar(let path):
      try writeArchive(to: path) { emit throws(Problem) in
        try TarWriter.write(files, below: baseName, modified: modified, emit: emit)
      }
    case .tarGz(let path):
      try writeArchive(to: path) { emit throws(Problem) in
        var gzip = try encoder(for: path)
        try TarWriter.write(files, below: baseName, modified: modified) {
          bytes throws(Problem) in
          try gzip.append(bytes, emit: emit)
        }
        try gzip.finish(emit: emit)
      }
    }
  }

  /// Whatever is written can be verified: more than its reader takes is refused here already.
  private static func requireVerifiable(
    _ files: [PlacedFile],
    _ destination: BundleDestination
  ) throws(Problem) {
    let limits = BundleLimits()
    let size = files.reduce(0) { $0 + $1.content.count + 2 * TarHeader.blockSize }
    let held = files.reduce(0) { $0 + (BagLayout.isLarge($1.path) ? 0 : $1.content.count) }
    guard size > limits.bytes || files.count > limits.files || held > limits.held else { return }
    throw Problem(
      path: destination.path,
      message: "cannot write the bundle: its \(files.count) files of \(size) bytes, \(held) of them"
        + " beside inputs and pack, are more than 'verify' reads (\(limits.files) files of"
        + " \(limits.bytes) bytes, and \(limits.held))",
      help: "check a folder at a time with --path, or exclude data in modelgate.yml"
    )
  }

  private static func encoder(for path: String) throws(Problem) -> GzipEncoder {
    do {
      return try GzipEncoder()
    } catch {
      throw Problem(
        path: path,
        message: "cannot start to compress: no memory for zlib",
        help: "free some memory, or write an uncompressed .tar"
      )
    }
  }

  private static func writeArchive(
    to path: String,
    content: (_ emit: ([UInt8]) throws(Problem) -> Void) throws(Problem) -> Void
  ) throws(Problem) {
    try FileKind.requireReplaceable(path)
    var file = try TemporaryFile(beside: path)
    try content { bytes throws(Problem) in try file.write(bytes) }
    try file.putInPlace()
  }
}

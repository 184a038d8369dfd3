// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// Writes ustar archives that depend on nothing but the files and one time stamp.
enum TarWriter {
  /// Emits an archive of regular files, sorted by the bytes of their paths, below one directory.
  static func write(
    _ files: [PlacedFile],
    below directory: String,
    modified: Int64,
    emit: ([UInt8]) throws(Problem) -> Void
  ) throws(Problem) {
    let sorted = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    for file in sorted {
      try emit(header(of: file, below: directory, modified: modified))
      try file.content.forEachPiece(emit)
      let padding = -file.content.count & (TarHeader.blockSize - 1)
      if padding > 0 { try emit([UInt8](repeating: 0, count: padding)) }
    }
    try emit([UInt8](repeating: 0, count: 2 * TarHeader.blockSize))
  }

  private static func header(
    of file: PlacedFile,
    below directory: String,
    modified: Int64
  ) throws(Problem) -> [UInt8] {
    do {
      return try TarHeader.bytes(
        path: "\(directory)/\(file.path)",
        size: file.content.count,
        modified: modified
      )
    } catch {
      throw Problem(
        path: file.path,
        message: "cannot be archived: it \(error.what)",
        help: "write the bundle as a directory instead"
      )
    }
  }
}

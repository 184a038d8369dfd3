// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// Reads a bundle directory, and follows no link in it.
struct DirectoryReader {
  private let root: String
  private let limits: BundleLimits
  private var remainingBytes: Int
  private var listing = BundleListing()
  private var fileCount = 0

  /// The files below a directory, sorted by path.
  ///
  /// - Throws: When a file cannot be read, or there is more than the limits allow.
  static func listing(
    of root: String,
    limits: BundleLimits
  ) throws(Problem) -> BundleListing {
    var reader = DirectoryReader(root: root, limits: limits)
    try reader.read("", depth: 0)
    reader.listing.rejectEmptyFolders()
    return reader.listing
  }

  private init(root: String, limits: BundleLimits) {
    (self.root, self.limits, remainingBytes) = (root, limits, limits.bytes)
  }

  private mutating func read(_ folder: String, depth: Int) throws(Problem) {
    for name in try DirectoryEntries.names(in: folder.isEmpty ? root : "\(root)/\(folder)") {
      let text = String(decoding: name, as: UTF8.self)
      try add(folder.isEmpty ? text : "\(folder)/\(text)", depth: depth)
    }
  }

  private mutating func add(_ path: String, depth: Int) throws(Problem) {
    fileCount += 1
    guard fileCount <= limits.files else {
      throw Problem(
        path: root,
        message: "cannot read the bundle: it has more than \(limits.files) files",
        help: "no bundle that modelgate writes has more; get it again from where it was made"
      )
    }
    switch FileKind(ofEntry: "\(root)/\(path)") {
    case .directory: try addFolder(path, depth: depth)
    case .file where SafeName.isPath(path): try addFile(path)
    case .file: listing.add(PlacedFile(path: path, content: .held([])))
    default: listing.reject(path, "is a link or a device, not a regular file")
    }
  }

  /// Only folders of the layout are entered, and no more levels than a bundle has.
  private mutating func addFolder(_ path: String, depth: Int) throws(Problem) {
    listing.addFolder(path)
    guard BagLayout.isFolder(path), depth < SafeName.deepestPath else { return }
    try read(path, depth: depth + 1)
  }

  private mutating func addFile(_ path: String) throws(Problem) {
    let place = "\(root)/\(path)"
    let size = try OpenFile(reading: place).byteCount()
    guard size <= remainingBytes else {
      throw Problem(
        path: root,
        message: "cannot read the bundle: it has more than \(limits.bytes) bytes",
        help: "no bundle that modelgate writes has more; get it again from where it was made"
      )
    }
    remainingBytes -= size
    guard listing.hasRoom(for: size, at: path, limits) else {
      throw Problem(
        path: root,
        message:
          "cannot read the bundle: it has more than \(limits.held) bytes beside inputs and pack",
        help: "no bundle that modelgate writes has more; get it again from where it was made"
      )
    }
    listing.add(try PlacedFile(at: path, 0..<size, of: PathStore(path: place)))
  }
}

// SPDX-License-Identifier: Apache-2.0

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
  ) throws(BundleError) -> BundleListing {
    var reader = DirectoryReader(root: root, limits: limits)
    // Only folders of the layout are entered, so that the depth is bounded.
    for folder in [""] + BagLayout.folders.sorted() { try reader.read(folder) }
    return reader.listing
  }

  private init(root: String, limits: BundleLimits) {
    (self.root, self.limits, remainingBytes) = (root, limits, limits.bytes)
  }

  private mutating func read(_ folder: String) throws(BundleError) {
    guard folder.isEmpty || FileKind(ofEntry: "\(root)/\(folder)") == .directory else { return }
    for name in try DirectoryEntries.names(in: folder.isEmpty ? root : "\(root)/\(folder)") {
      let text = String(decoding: name, as: UTF8.self)
      try add(folder.isEmpty ? text : "\(folder)/\(text)")
    }
  }

  private mutating func add(_ path: String) throws(BundleError) {
    fileCount += 1
    guard fileCount <= limits.files else {
      throw BundleError(
        path: root,
        reason: "cannot read the bundle: it has more than \(limits.files) files",
        help: "raise the limit if the bundle comes from a source you trust"
      )
    }
    switch FileKind(ofEntry: "\(root)/\(path)") {
    case .directory: listing.addFolder(path)
    case .file where SafeName.isPath(path): try addFile(path)
    case .file: listing.add(BundleFile(path: path, bytes: []))
    default: listing.reject(path, "is a link or a device, not a regular file")
    }
  }

  private mutating func addFile(_ path: String) throws(BundleError) {
    let file = try OpenFile(reading: "\(root)/\(path)")
    let bytes = try file.readAll(maximumBytes: remainingBytes)
    remainingBytes -= bytes.count
    listing.add(BundleFile(path: path, bytes: bytes))
  }
}

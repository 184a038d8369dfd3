// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// One file at its place in a bundle, wherever its bytes are.
package struct PlacedFile: Hashable, Sendable {
  /// The path below the top directory, with `/` between its parts.
  package let path: String
  /// What it holds.
  package let content: FileContent

  /// Places a content.
  package init(path: String, content: FileContent) {
    (self.path, self.content) = (path, content)
  }

  /// Places a file that is in memory.
  package init(_ file: BundleFile) {
    self.init(path: file.path, content: .held(file.bytes))
  }
}

extension PlacedFile {
  /// Reads a file of a bundle: what is parsed stays in memory, what may be large is hashed alone, as is
  /// the report, which is asked for seldom.
  ///
  /// - Parameters:
  ///   - path: Its place in the bundle.
  ///   - range: Where its bytes are.
  ///   - store: What they are in.
  /// - Throws: When they cannot be read.
  init(at path: String, _ range: Range<Int>, of store: any ByteStore) throws(Problem) {
    self.init(
      path: path,
      content: BagLayout.isLarge(path) || path == BagLayout.report
        ? .stored(
          try StoredBytes(hashing: range, of: store, asBlob: BagLayout.isInput(path))
        )
        : .held(try store.read(range))
    )
  }
}

// SPDX-License-Identifier: Apache-2.0

package import Documents
package import GateModel

/// The bytes of one file of the checked tree.
package struct SourceFile: Sendable {
  /// The path from the root of the checked tree.
  package var path: String
  /// The git blob, or nil for a file outside a repository.
  package var blob: ObjectID?
  /// What the entry of the tree is.
  package var kind: TreeEntry.Kind
  /// The bytes as they stand in the blob; empty for a submodule.
  package var bytes: [UInt8]

  /// Creates a file.
  package init(
    path: String,
    blob: ObjectID? = nil,
    kind: TreeEntry.Kind = .file,
    bytes: [UInt8]
  ) {
    self.path = path
    self.blob = blob
    self.kind = kind
    self.bytes = bytes
  }
}

/// Which file a record was read from.
///
/// A class, since every cursor in the file's document refers to it.
package final class FileIdentity: Sendable {
  package let path: String
  package let blob: ObjectID?

  package init(path: String, blob: ObjectID?) {
    self.path = path
    self.blob = blob
  }

  /// A reference to a place in the file.
  package func reference(
    at position: SourcePosition = .start,
    endLine: Int? = nil,
    pointer: String? = nil,
    headingPath: [String] = []
  ) -> SourceReference {
    SourceReference(
      path: path,
      blob: blob,
      pointer: pointer,
      headingPath: headingPath,
      position: position,
      endLine: endLine
    )
  }
}

extension SourceFile {
  /// The root of a configuration file, which is YAML whatever its name.
  ///
  /// - Throws: What stands in the place of the file, or the first flaw of its text.
  package func configurationRoot() throws(Problem) -> Node {
    if let obstacle = Problem(insteadOf: self) { throw obstacle }
    do {
      return try YAMLReader.read(bytes)
    } catch {
      throw error.placed(in: path)
    }
  }

  /// The same with a problem for each key that appears again, whose first value counts.
  ///
  /// - Throws: What stands in the place of the file, or the first other flaw of its text.
  package func configurationRootNotingDuplicates() throws(Problem) -> (
    root: Node, problems: [Problem]
  ) {
    if let obstacle = Problem(insteadOf: self) { throw obstacle }
    do {
      let (root, duplicates) = try YAMLReader.readNotingDuplicates(bytes)
      return (root, duplicates.map { $0.placed(in: path).duplicate(of: blob) })
    } catch {
      throw error.placed(in: path)
    }
  }
}

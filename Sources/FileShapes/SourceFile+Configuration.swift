// SPDX-License-Identifier: Apache-2.0

package import Documents
package import GateModel

extension SourceFile {
  /// The root of a configuration file, which is YAML whatever its name.
  ///
  /// - Throws: What stands in the place of the file, or the first flaw of its text.
  package func configurationRoot() throws(UnreadableFile) -> Node {
    if let obstacle = UnreadableFile(insteadOf: self) { throw obstacle }
    do {
      return try YAMLReader.read(bytes)
    } catch {
      throw UnreadableFile(error, in: path)
    }
  }

  /// The same with a problem for each key that appears again, whose first value counts.
  ///
  /// - Throws: What stands in the place of the file, or the first other flaw of its text.
  package func configurationRootNotingDuplicates() throws(UnreadableFile) -> (
    root: Node, problems: [Problem]
  ) {
    if let obstacle = UnreadableFile(insteadOf: self) { throw obstacle }
    do {
      let (root, duplicates) = try YAMLReader.readNotingDuplicates(bytes)
      return (root, duplicates.map { UnreadableFile($0, in: path).problem(of: blob) })
    } catch {
      throw UnreadableFile(error, in: path)
    }
  }
}

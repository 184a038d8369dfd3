// SPDX-License-Identifier: Apache-2.0

package import Documents

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
}

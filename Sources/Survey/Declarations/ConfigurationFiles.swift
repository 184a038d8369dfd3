// SPDX-License-Identifier: Apache-2.0

package import FileShapes
package import GateModel

extension PolicyFile {
  /// Reads a policy from the bytes of its file; a file that cannot be read is a problem too.
  package static func read(_ file: SourceFile) -> (value: PolicyFile, problems: [Problem]) {
    do {
      return read(try file.configurationRoot(), path: file.path, blob: file.blob)
    } catch {
      return (standard, [error.ofUnreadableFile])
    }
  }
}

extension WaiverFile {
  /// Reads waivers from the bytes of their file; a file that cannot be read is a problem too.
  package static func read(
    _ file: SourceFile,
    approvers: [String] = []
  ) -> (value: WaiverFile, problems: [Problem]) {
    do {
      let root = try file.configurationRoot()
      return read(root, path: file.path, blob: file.blob, approvers: approvers)
    } catch {
      let source = SourceReference(path: file.path, blob: file.blob)
      return (WaiverFile(waivers: [], source: source), [error.ofUnreadableFile])
    }
  }
}

extension SystemDeclaration {
  /// The names of declarations, in lower case.
  static let fileNames: Set<String> = ["ai-system.yml", "ai-system.yaml", "ai-system.json"]

  /// Reads a declaration from the bytes of its file; a file that cannot be read is a problem too.
  package static func read(
    _ file: SourceFile
  ) -> (value: SystemDeclaration?, problems: [Problem]) {
    do {
      let (root, duplicates) = try file.configurationRootNotingDuplicates()
      var (declaration, problems) = read(root, path: file.path, blob: file.blob)
      if !duplicates.isEmpty { declaration?.hasMistakes = true }
      problems = (duplicates + problems).sorted()
      return (declaration, problems)
    } catch {
      return (nil, [error.ofUnreadableFile])
    }
  }
}

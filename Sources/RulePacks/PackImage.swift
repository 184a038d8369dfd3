// SPDX-License-Identifier: Apache-2.0

package import GateModel
internal import Texts

/// A pack as it was decoded, checked and planned when the program was built.
///
/// To read a hundred rules from YAML and to compile their conditions takes longer than to judge a system. The
/// file is generated from the rules, and a test holds it equal to them. What it says of a file counts only
/// while that file is the one that it was made from: any other is read the ordinary way.
package struct PackImage: Sendable {
  /// The name of the file, beside the manifest of a pack.
  package static let fileName = "image.txt"

  /// What was made of one file.
  private struct Entry {
    let sha256: String
    let image: ImageReader
  }

  private let entries: [String: Entry]
  /// The digest of all files that the image was made from.
  private let digest: String

  /// The image of a pack; nil for a pack without one.
  init?(_ files: [PackFile]) {
    guard let file = files.first(where: { $0.path == Self.fileName }) else { return nil }
    var entries: [String: Entry] = [:]
    var reader = ImageReader(file.bytes)
    do throws(ImageReader.Damage) {
      digest = try reader.text()
      while !reader.isAtEnd {
        let path = try reader.text()
        entries[path] = Entry(sha256: try reader.text(), image: try reader.part())
      }
    } catch {
      return nil
    }
    self.entries = entries
  }

  /// What was made of a file; nil for one that has changed since, and for one of which nothing is known.
  func reader(of file: PackFile) -> ImageReader? {
    guard let entry = entries[file.path], entry.sha256 == file.knownDigest else { return nil }
    return entry.image
  }

  /// The digest of the files that decide anything, where it is that of the files of the image.
  func digest(of files: [PackFile]) -> ContentDigest? {
    guard files.count == entries.count, files.allSatisfy({ reader(of: $0) != nil }) else {
      return nil
    }
    return ContentDigest(hex: digest)
  }

  /// What a manifest says, as `reader` tells of files.
  func manifest(_ file: PackFile) -> (manifest: PackManifest, parameters: [RuleParameter])? {
    guard var reader = reader(of: file) else { return nil }
    do throws(ImageReader.Damage) {
      return try PackManifest.read(&reader)
    } catch {
      return nil
    }
  }

  /// The file for a pack without settings.
  ///
  /// - Parameters:
  ///   - pack: The pack.
  ///   - digest: The digest of those of its files that decide anything.
  /// - Returns: The text.
  package static func text(for pack: RulePack, digest: ContentDigest) -> String {
    var image = ImageWriter()
    image.add(digest.hex)
    image.endLine()
    for file in pack.files {
      var part = ImageWriter()
      if file.path == PackDraft.manifestName {
        PackManifest(pack).write(to: &part, parameters: pack.parameters)
      } else if let rule = pack.rules.first(where: { file.path == "rules/\($0.id).yaml" }) {
        rule.write(to: &part)
      } else {
        continue
      }
      image.add(file.path)
      image.add(file.knownDigest ?? "")
      image.add(bytes: part.bytes)
      image.endLine()
    }
    return String(decoding: image.bytes, as: UTF8.self)
  }
}

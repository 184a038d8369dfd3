// SPDX-License-Identifier: Apache-2.0

internal import FoundationEssentials
internal import Gate
internal import Glibc

/// Writes the generated documents, or checks with `--check` that they are current.
@main
struct ModelgateDocs {
  static func main() throws {
    let isCheck = CommandLine.arguments.contains("--check")
    var stale = 0
    for file in try ReferenceDocuments().files {
      let url = URL(filePath: file.path)
      let current =
        FileManager.default.fileExists(atPath: file.path)
        ? String(decoding: try Data(contentsOf: url), as: UTF8.self) : nil
      guard current != file.text else { continue }
      stale += 1
      print(isCheck ? "stale: \(file.path)" : "wrote \(file.path)")
      if !isCheck {
        let folder = url.deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(file.text.utf8).write(to: url)
      }
    }
    if isCheck, stale > 0 { exit(1) }
  }
}

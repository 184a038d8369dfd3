// SPDX-License-Identifier: Apache-2.0

import Digests
import EvidenceBundle
import Foundation
import Gate
import GateModel
import Reporting
import TestSupport

extension RunRecord {
  /// The files of the bundle that the record makes.
  func bundleFiles() throws -> [BundleFile] {
    let folder = try TemporaryDirectory()
    try write(
      outputs: [],
      evidence: folder.path + "/out",
      style: ConsoleStyle(),
      toStandardOutput: { _ in }
    )
    return try folder.files(below: "out")
  }
}

extension TemporaryDirectory {
  /// Every file below a folder, sorted by path.
  func files(below folder: String) throws -> [BundleFile] {
    let root = path + "/" + folder
    return try FileManager.default.subpathsOfDirectory(atPath: root).sorted().compactMap { name in
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: root + "/" + name, isDirectory: &isFolder)
      return isFolder.boolValue
        ? nil : BundleFile(path: name, bytes: try bytes(of: folder + "/" + name))
    }
  }
}

extension [BundleFile] {
  func text(of path: String) -> String {
    String(decoding: first { $0.path == path }?.bytes ?? [], as: UTF8.self)
  }

  func changing(_ path: String, to bytes: [UInt8]) -> [BundleFile] {
    map { $0.path == path ? BundleFile(path: path, bytes: bytes) : $0 }
  }

  /// The files with manifests and payload size as somebody would make them anew.
  func resealed() -> [BundleFile] {
    func manifest(_ files: [BundleFile]) -> [UInt8] {
      files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        .flatMap { [UInt8]("\(ContentDigest(sha256Of: $0.bytes))  \($0.path)\n".utf8) }
    }
    let payload = filter { $0.path.hasPrefix("data/") }
    let size = "\(payload.reduce(0) { $0 + $1.bytes.count }).\(payload.count)"
    var tags = filter { !$0.path.hasPrefix("data/") && !$0.path.hasSuffix("manifest-sha256.txt") }
      .map { file in
        guard file.path == "bag-info.txt" else { return file }
        let lines = String(decoding: file.bytes, as: UTF8.self)
          .split(separator: "\n", omittingEmptySubsequences: false)
          .map { $0.hasPrefix("Payload-Oxum: ") ? "Payload-Oxum: \(size)" : $0 }
        return BundleFile(path: file.path, bytes: [UInt8](lines.joined(separator: "\n").utf8))
      }
    tags.append(BundleFile(path: "manifest-sha256.txt", bytes: manifest(payload)))
    let all = payload + tags + [BundleFile(path: "tagmanifest-sha256.txt", bytes: manifest(tags))]
    return all.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }
}

extension [BundleFile] {
  /// The report, where it is one.
  var statedReport: Report? {
    try? Report.read([UInt8](text(of: "data/report.json").utf8), requiresCanonicalForm: false)
  }

  /// The top directory that an archive of the files has.
  var ownName: String {
    let systems = statedReport?.systems ?? []
    let commit = statedReport?.repository.commit?.short ?? ""
    return "modelgate-evidence-\(systems.count == 1 ? systems[0].id : "repository")-\(commit)"
  }

  /// Writes an archive with the files, and verifies it.
  func check(
    _ requirements: BundleRequirements = BundleRequirements()
  ) async throws -> BundleCheck {
    let folder = try TemporaryDirectory()
    let path = folder.path + "/bundle.tar"
    try BundleWriter.write(
      map { PlacedFile($0) },
      named: ownName,
      modified: statedReport?.repository.commitTime ?? 0,
      to: BundleDestination(path: path)
    )
    let tool = Report.Tool(name: "modelgate", version: "0.0.0")
    return try await BundleCheck.verify(path, requirements: requirements, tool: tool)
  }
}

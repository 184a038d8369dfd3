// SPDX-License-Identifier: Apache-2.0

import Digests
import EvidenceBundle
import GateModel

/// A small, sound bundle, and what can be done to it.
struct BundleFixture {
  static let commitTime: Int64 = 1_760_000_000

  static let files: [RepositoryFixture.File] = [
    .init(path: "ai-system.yml", bytes: Array("version: 1\nid: credit\n".utf8)),
    .init(path: "docs/MODEL_CARD.md", bytes: Array("# Credit\n\nA model.\n".utf8)),
    .init(path: "docs/eval/metrics.json", bytes: Array(#"{"metrics":[]}"#.utf8)),
    .init(path: "docs/eval/run.sh", mode: .executable, bytes: Array("#!/bin/sh\n".utf8)),
    .init(path: "models/latest", mode: .symlink, bytes: Array("credit.bin".utf8)),
  ]

  static let repository = RepositoryFixture(files)

  /// The contents of the bundle about `files`.
  static func contents() -> BundleContents { contents(of: repository, files) }

  static func contents(
    of repository: RepositoryFixture,
    _ files: [RepositoryFixture.File],
    root: String = ""
  ) -> BundleContents {
    let inputs = files.map { file in
      BundleInput(
        path: file.path,
        mode: file.mode,
        blob: ObjectFixture.blob(file.bytes).id,
        role: "modelCard",
        format: "hugging-face-card",
        systems: ["credit"],
        bytes: file.bytes
      )
    }
    return BundleContents(
      name: "Credit scoring",
      commit: repository.commit.id,
      root: root,
      asOf: CalendarDate(unixSeconds: commitTime) ?? CalendarDate.firstDay,
      softwareAgent: "modelgate 0.0.0-test",
      readme: Array(
        "# Evidence of a check, for people who open this folder before any program does\n".utf8
      ),
      facts: Array("{}".utf8),
      reports: [
        PlacedFile(path: "report.json", content: .held(report(of: repository, inputs))),
        PlacedFile(path: "junit.xml", content: .held(Array("<testsuites/>\n".utf8))),
        PlacedFile(path: "summary.md", content: .held(Array("# Verdict: pass\n".utf8))),
      ],
      policy: [
        BundleFile(path: "modelgate.yml", bytes: Array("version: 1\n".utf8)),
        BundleFile(path: "gates/essentials/pack.yaml", bytes: Array("id: essentials\n".utf8)),
      ],
      inputs: inputs,
      repositoryPack: .held(repository.pack)
    )
  }

  /// A stand-in for the report: one fact a line, so that `facts(of:)` needs no JSON.
  static func report(of repository: RepositoryFixture, _ inputs: [BundleInput]) -> [UInt8] {
    let artifacts = inputs.map { input in
      [
        input.systems[0], input.role, input.format ?? "", input.path, input.blob.hex,
        ContentDigest(sha256Of: input.bytes).hex, String(input.bytes.count),
      ].joined(separator: "\t") + "\n"
    }
    return Array("\(repository.commit.id)\n\(repository.tree.id)\n\(artifacts.joined())".utf8)
  }

  struct UnreadableReport: Error, CustomStringConvertible {
    let description = "the stand-in for the report is damaged"
  }

  static func facts(of report: [UInt8]) throws -> ReportFacts {
    let lines = String(decoding: report, as: UTF8.self).split(separator: "\n").map(String.init)
    guard lines.count >= 2 else { throw UnreadableReport() }
    let policy = lines.last { $0.hasPrefix("policy\t") }
    let artifacts = try lines.dropFirst(2).filter { $0 != policy }.map { line in
      let fields = line.split(separator: "\t").map(String.init)
      guard fields.count == 7, let size = Int(fields[6]) else { throw UnreadableReport() }
      return ReportFacts.Artifact(
        system: fields[0],
        kind: fields[1],
        format: fields[2],
        path: fields[3],
        blob: fields[4],
        sha256: fields[5],
        size: size
      )
    }
    return ReportFacts(
      commit: lines[0],
      tree: lines[1],
      policyDigest: policy.map { String($0.dropFirst(7)) },
      artifacts: artifacts
    )
  }

  /// Makes manifests and payload size right again, as somebody would who changed the payload.
  static func resealed(_ files: [BundleFile]) -> [BundleFile] {
    let payload = files.filter { $0.path.hasPrefix("data/") }
    let size = "\(payload.reduce(0) { $0 + $1.bytes.count }).\(payload.count)"
    var tags: [BundleFile] = []
    for file in files where ["bagit.txt", "bag-info.txt", "README.md"].contains(file.path) {
      let lines = String(decoding: file.bytes, as: UTF8.self)
        .split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.hasPrefix("Payload-Oxum: ") ? "Payload-Oxum: \(size)" : $0 }
      tags.append(BundleFile(path: file.path, bytes: Array(lines.joined(separator: "\n").utf8)))
    }
    tags.append(BundleFile(path: "manifest-sha256.txt", bytes: manifest(of: payload)))
    return payload + tags + [BundleFile(path: "tagmanifest-sha256.txt", bytes: manifest(of: tags))]
  }

  private static func manifest(of files: [BundleFile]) -> [UInt8] {
    files.sorted { $0.path < $1.path }
      .flatMap { Array("\(ContentDigest(sha256Of: $0.bytes))  \($0.path)\n".utf8) }
  }
}

extension CalendarDate {
  /// 1 January 1970.
  static let firstDay: CalendarDate = {
    guard let day = CalendarDate(daysSinceEpoch: 0) else { preconditionFailure("day 0 exists") }
    return day
  }()
}

extension [BundleFile] {
  /// The same files, one of them changed.
  func changing(_ path: String, _ change: (inout [UInt8]) -> Void) -> [BundleFile] {
    map { file in
      var file = file
      if file.path == path { change(&file.bytes) }
      return file
    }
  }

  /// The bytes of a file; none if there is no such file.
  func bytes(of path: String) -> [UInt8] { first { $0.path == path }?.bytes ?? [] }
}

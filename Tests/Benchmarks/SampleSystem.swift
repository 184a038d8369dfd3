// SPDX-License-Identifier: Apache-2.0

import Artifacts
import Assessment
import Documents
import FileShapes
import GateModel
import RulePacks
import Survey
import TestSupport

/// The high-risk system that the essentials pack brings along for its examples.
enum SampleSystem {
  private struct Missing: Error, CustomStringConvertible {
    let description: String
  }

  private static let systemID = "loan-scoring"

  /// The day of every check.
  static func day() throws -> CalendarDate {
    guard let day = CalendarDate(year: 2026, month: 11, day: 21) else {
      throw Missing(description: "there is no such day")
    }
    return day
  }

  /// The shipped pack.
  static func essentials() throws -> RulePack {
    guard let files = ShippedPacks.files(of: "essentials") else {
      throw Missing(description: "there is no pack 'essentials'")
    }
    return try PackLoader(environment: Facts.environment).pack(files: files, folder: "essentials")
  }

  /// The files of the system.
  static func files(of pack: RulePack) throws -> [PackFile] {
    guard let files = pack.fixtures["high-risk"] else {
      throw Missing(description: "the pack has no fixture 'high-risk'")
    }
    return files
  }

  /// An assessor with one pack, outside a repository.
  static func assessor(_ pack: RulePack) throws -> Assessor {
    Assessor(
      packs: [pack],
      policy: PolicyFacts(),
      asOf: try day(),
      revision: RevisionFacts(commit: nil, commitTime: nil, isShallow: false)
    )
  }

  /// The dossier of the system, read from its files.
  static func dossier(of pack: RulePack) throws -> Dossier {
    let files = try files(of: pack).map { ($0.path, $0.bytes) }
    let tree = try MemoryTree(Dictionary(uniqueKeysWithValues: files))
    let declarations = try Discovery.declarationEntries(in: tree.entries, policy: .standard)
      .compactMap { entry in
        let node = try YAMLReader.read(try tree.bytes(of: entry))
        return SystemDeclaration.read(node, path: entry.path, blob: entry.id).value
      }
    let claims = Claims(of: declarations, in: EntryIndex(tree.entries))
    let found = Discovery.candidates(in: tree.entries, claims: claims, policy: .standard)
    let inventory = DossierAssembly.assemble(
      declarations: declarations,
      readings: try found.map { try reading(of: $0, in: tree) },
      faults: claims.faults
    )
    guard let dossier = inventory.dossiers.first, dossier.faults.isEmpty else {
      throw Missing(description: "the fixture 'high-risk' makes no dossier")
    }
    return dossier
  }

  private static func reading(
    of candidate: Candidate,
    in tree: MemoryTree
  ) throws -> CandidateReading {
    let file = SourceFile(
      path: candidate.entry.path,
      blob: candidate.entry.id,
      bytes: try tree.bytes(of: candidate.entry)
    )
    return CandidateReading(
      candidate: candidate,
      outcome: ArtifactReader().read(file, as: candidate.declaredKind)
    )
  }

  /// A bare repository with many such systems, and files that are no artifacts beside them.
  static func repository(
    of pack: RulePack,
    systems: Int,
    filesPerSystem: Int
  ) throws -> FixtureRepository {
    let files = try files(of: pack)
    var tree: [String: FixtureFile] = [:]
    for number in 1...systems {
      let id = "\(systemID)-\(number)"
      for file in files { tree["systems/\(id)/\(file.path)"] = .bytes(renamed(file.bytes, to: id)) }
      for other in files.count..<max(files.count, filesPerSystem) {
        tree["systems/\(id)/src/module_\(other).py"] = .text("VALUE = \(number * other)\n")
      }
    }
    let repository = try FixtureRepository(isBare: true)
    try repository.commit(tree)
    return repository
  }

  private static func renamed(_ bytes: [UInt8], to id: String) -> [UInt8] {
    guard let text = String(validating: bytes, as: UTF8.self) else { return bytes }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return Array(
      lines.map { $0 == "id: \(systemID)" ? "id: \(id)" : $0 }.joined(separator: "\n").utf8
    )
  }
}

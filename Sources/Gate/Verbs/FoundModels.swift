// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
internal import GateModel

/// A Git LFS pointer that stands for weights.
struct FoundWeights {
  let path: String
  let digest: String
}

/// The models that cards, `MLmodel` files and weights of a folder tell of.
///
/// Weights belong to the card of the nearest folder above them where it has one model and no others
/// compete; weights without any card are a model by their own name. Anything else would be a guess.
struct FoundModels {
  private(set) var models: [RepositoryFindings.Model] = []

  init(cards: [Artifact], weights: [FoundWeights], folder: String) {
    var claimed: [String: [FoundWeights]] = [:]
    var free: [FoundWeights] = []
    let folders = Set(cards.map { TreePath.folder(of: $0.source.path) })
    for file in weights {
      if let nearest = Self.nearest(to: file.path, among: folders) {
        claimed[nearest, default: []].append(file)
      } else {
        free.append(file)
      }
    }
    var seen: Set<String> = []
    for card in cards {
      let place = TreePath.folder(of: card.source.path)
      let own = card.models.compactMap { Self.model($0, of: card, folder: folder) }
        .filter { seen.insert($0.name).inserted }
      let files = claimed[place] ?? []
      guard own.count == 1, files.count == 1, cards.count(where: { $0.isBeside(card) }) == 1 else {
        models += own
        continue
      }
      var model = own[0]
      model.weights = RepositoryFindings.relative(files[0].path, to: folder)
      model.sha256 = files[0].digest
      models.append(model)
    }
    for file in free where seen.insert(Self.name(ofFile: file.path)).inserted {
      models.append(Self.model(file, folder: folder))
    }
  }

  /// The deepest of some folders that a file lies in.
  private static func nearest(to path: String, among folders: Set<String>) -> String? {
    folders.filter { TreePath.lies(path, below: $0) }.max { $0.utf8.count < $1.utf8.count }
  }

  private static func model(
    _ record: ModelRecord,
    of card: Artifact,
    folder: String
  ) -> RepositoryFindings.Model? {
    let name = record.name ?? (card.format == "mlmodel" ? Self.name(ofModelIn: card, folder) : nil)
    return name.map {
      RepositoryFindings.Model(name: $0, version: record.version, sha256: record.sha256)
    }
  }

  /// The folder of an `MLmodel` file; MLflow calls the innermost one `model` or `artifacts`.
  private static func name(ofModelIn card: Artifact, _ folder: String) -> String? {
    let parts = TreePath.folder(of: RepositoryFindings.relative(card.source.path, to: folder))
      .split(separator: "/").map(String.init)
    return parts.last { !["model", "models", "artifacts"].contains($0) } ?? parts.last
  }

  private static func model(_ file: FoundWeights, folder: String) -> RepositoryFindings.Model {
    RepositoryFindings.Model(
      name: name(ofFile: file.path),
      weights: RepositoryFindings.relative(file.path, to: folder),
      sha256: file.digest
    )
  }

  private static func name(ofFile path: String) -> String {
    let name = TreePath.name(of: path)
    return name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
  }
}

extension Artifact {
  /// Whether two cards lie in one folder.
  fileprivate func isBeside(_ other: Artifact) -> Bool {
    TreePath.folder(of: source.path) == TreePath.folder(of: other.source.path)
  }
}

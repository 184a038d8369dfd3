// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
internal import FileShapes
internal import GateModel

/// A document of a dossier that another one took the place of: it is listed and not judged.
package struct PastDocument: Hashable, Sendable {
  /// Its path.
  package let path: String
  /// Why it is not judged, as a lower-case phrase.
  package let reason: String
}

/// Tells what a system keeps of its past from what is in force.
///
/// Whoever keeps the assessment or the evaluation of an earlier version beside the new one keeps a
/// record, and shows no gap. Nothing is of the past unless something else is in force in its place, and
/// nothing that is newer than that.
struct History {
  let models: [DeclaredModel]

  /// The artifacts in force, and what others took the place of.
  func split(_ artifacts: [Artifact]) -> (current: [Artifact], past: [PastDocument]) {
    var current: [Artifact] = []
    var past: [PastDocument] = []
    for artifact in artifacts {
      if let reason = reason(toPass: artifact, among: artifacts) {
        past.append(PastDocument(path: artifact.source.path, reason: reason))
      } else {
        current.append(artifact)
      }
    }
    return (current, past)
  }

  /// The artifacts that no declaration claims, without those that say that they are superseded.
  static func split(unclaimed artifacts: [Artifact]) -> (current: [Artifact], past: [PastDocument])
  {
    let past = artifacts.filter(\.isSuperseded)
      .map { PastDocument(path: $0.source.path, reason: superseded) }
    return (artifacts.filter { !$0.isSuperseded }, past)
  }

  private static let superseded =
    "it says that it is superseded; it is kept as a record, and was not judged"

  private func reason(toPass artifact: Artifact, among all: [Artifact]) -> String? {
    let others = all.filter {
      $0.kind == artifact.kind && $0.recordKind == artifact.recordKind && !$0.isSuperseded
        && $0.source != artifact.source && !Self.isOlder($0, than: artifact)
    }
    guard !others.isEmpty else { return nil }
    if artifact.isSuperseded {
      return Self.superseded
    }
    guard Self.versionedKinds.contains(artifact.kind),
      let (earlier, declared) = earlierModel(of: artifact),
      others.contains(where: { describes($0, declared) })
    else { return nil }
    return
      "it is of version \(earlier), and \(declared.name) \(declared.version ?? "") is declared; "
      + "it is kept as a record, and was not judged"
  }

  /// The version that an artifact is about and the declared model it was of, where every version that it
  /// states is one before all that are declared of that model.
  private func earlierModel(of artifact: Artifact) -> (version: String, declared: DeclaredModel)? {
    var found: (String, DeclaredModel)?
    for model in artifact.models {
      let declared = models.filter { isOne($0, model) }
      guard let version = model.version, let last = declared.last,
        declared.allSatisfy({ Self.isBefore(version, $0.version) })
      else { return nil }
      found = (version, last)
    }
    return found
  }

  private func describes(_ artifact: Artifact, _ declared: DeclaredModel) -> Bool {
    artifact.models.contains { model in
      guard isOne(declared, model), let numbers = model.version.flatMap(Self.numbers) else {
        return false
      }
      return numbers == declared.version.flatMap(Self.numbers)
    }
  }

  /// Whether a record may be of a declared model; without a name it is of the only one.
  private func isOne(_ declared: DeclaredModel, _ model: ModelRecord) -> Bool {
    guard let name = model.name else { return models.count == 1 }
    return Shape.member(of: CollectionOfOne(declared.name), meantBy: name) != nil
  }

  private static let versionedKinds: Set<ArtifactKind> = [.modelCard, .evaluation, .dpia, .fria]

  /// Whether the day of one is known to be before that of another; a day against none tells nothing good.
  private static func isOlder(_ one: Artifact, than other: Artifact) -> Bool {
    guard let second = other.created?.date else { return false }
    return one.created?.date.map { $0 < second } ?? true
  }

  private static func isBefore(_ version: String, _ other: String?) -> Bool {
    guard let one = numbers(version), let two = other.flatMap(numbers) else { return false }
    return one.lexicographicallyPrecedes(two)
  }

  /// The numbers of a version, `v2.3.0` as `2, 3`; nil for one with words, whose order nobody knows.
  private static func numbers(_ version: String) -> [Int]? {
    let digits = version.lowercased().drop { $0 == "v" }
    var numbers = digits.split(omittingEmptySubsequences: false) { ".-".contains($0) }
      .map { Int($0) }
    while numbers.count > 1, numbers.last == 0 { numbers.removeLast() }
    let known = numbers.compactMap(\.self)
    return known.count == numbers.count ? known : nil
  }
}

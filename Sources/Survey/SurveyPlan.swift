// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// What is to be read of a tree, and what its declarations tell before.
struct SurveyPlan {
  /// What the tree holds, going by its paths.
  var finds: Finds
  /// The state of the weights of each declared model.
  let weights: [DeclaredModel: FoundWeights]
  /// What could not be read so far.
  let faults: [Fault]
}

extension SurveyPlan {
  /// Some whole systems, and what is read for them.
  struct Portion {
    /// The systems by id; none for the files that nobody claims.
    var declarations: [SystemDeclaration] = []
    /// The places of the files that only they claim, among the candidates.
    var own: [Int] = []
    /// The places of the files that others claim as well.
    var shared: [Int] = []
  }

  /// A portion is complete as soon as it has so many files; then all cores have something to do.
  private static let portionSize = 128

  /// The places of the candidates that no portion has for its own.
  var shared: [Int] {
    let known = Set(finds.declared.map(\.declaration.id))
    return finds.candidates.indices.filter { index in
      let systems = finds.candidates[index].systems
      return systems.count > 1 || !systems.allSatisfy(known.contains)
    }
  }

  /// All systems in portions by id; the files that nobody claims come last.
  func portions(sharing shared: [Int]) -> [Portion] {
    let isShared = Set(shared)
    var own: [String: [Int]] = [:]
    var common: [String: [Int]] = [:]
    var unclaimed = Portion()
    for (index, candidate) in finds.candidates.enumerated() {
      if candidate.systems.isEmpty { unclaimed.own.append(index) }
      for system in candidate.systems {
        if isShared.contains(index) {
          common[system, default: []].append(index)
        } else {
          own[system, default: []].append(index)
        }
      }
    }
    var portions: [Portion] = []
    var open = Portion()
    for declaration in finds.declarations.sorted(by: { $0.id < $1.id }) {
      open.declarations.append(declaration)
      open.own += own[declaration.id] ?? []
      open.shared += common[declaration.id] ?? []
      guard open.own.count >= Self.portionSize else { continue }
      portions.append(open)
      open = Portion()
    }
    if !open.declarations.isEmpty { portions.append(open) }
    return portions + (unclaimed.own.isEmpty ? [] : [unclaimed])
  }
}

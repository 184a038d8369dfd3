// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
package import GateModel

extension Surveying {
  /// The evaluations of an earlier tree that a later survey does not have as they were.
  ///
  /// What both have is not read again, and what cannot be read is nothing that the tree had.
  ///
  /// - Parameters:
  ///   - tree: The earlier tree.
  ///   - known: The files that the later survey read.
  /// - Returns: The declared systems of the earlier tree with these evaluations, by id.
  package func evaluations(
    in tree: borrowing some SourceTree & ~Copyable,
    leavingOut known: [Survey.Input]
  ) async -> [Dossier] {
    var faults: [Fault] = []
    let found = finds(in: tree, faults: &faults)
    let systems = known.reduce(into: [TreeEntry: Set<String>]()) { systems, input in
      systems[input.entry, default: []].formUnion(input.systems)
    }
    // The same file says something else where another declaration reads it.
    let entries = Set(known.map(\.entry))
    let unchanged = Set(
      found.declared.filter { entries.contains($0.input.entry) }.map(\.declaration.id)
    )
    let asked = found.candidates.filter { candidate in
      candidate.declaredKind.map { $0 == .evaluation } ?? true
        && !(candidate.systems.allSatisfy(unchanged.contains)
          && systems[candidate.entry]?.isSuperset(of: candidate.systems) ?? false)
    }
    let inventory = DossierAssembly.assemble(
      declarations: found.declarations,
      readings: await read(asked, in: tree)
    )
    return inventory.dossiers.filter { $0.declaration != nil }
  }
}

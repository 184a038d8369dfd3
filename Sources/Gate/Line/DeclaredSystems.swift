// SPDX-License-Identifier: Apache-2.0

internal import FileShapes
internal import GateModel
internal import Survey

extension GovernanceLoading {
  /// The declared systems of the checked tree that choose packs where nobody else does.
  ///
  /// Only what can be read counts: what cannot is reported when the systems are judged.
  ///
  /// - Parameters:
  ///   - tree: The checked tree.
  ///   - source: The tree that the policy is read from.
  /// - Returns: The declarations; none where policy or caller name packs, and none where the policy has
  ///   mistakes, which loading reports together with all others.
  func declaredSystems(
    in tree: borrowing some SourceTree & ~Copyable,
    policyIn source: borrowing some SourceTree & ~Copyable
  ) -> [SystemDeclaration] {
    guard request.packs.isEmpty else { return [] }
    var loading = self
    guard case .success(let policy) = loading.policyAlone(in: source),
      policy.packs == PolicyFile.standard.packs
    else { return [] }
    var declarations: [SystemDeclaration] = []
    for entry in Discovery.declarationEntries(in: tree.entries, policy: policy)
    where entry.kind == .file || entry.kind == .executable {
      do throws(Problem) {
        let file = SourceFile(path: entry.path, blob: entry.id, bytes: try tree.bytes(of: entry))
        if let declaration = SystemDeclaration.read(file).value { declarations.append(declaration) }
      } catch {
        continue
      }
    }
    return declarations
  }

  private mutating func policyAlone(
    in tree: borrowing some SourceTree & ~Copyable
  ) -> Result<PolicyFile, RunFailure> {
    do throws(RunFailure) {
      return .success(try policyOnly(in: tree).policy)
    } catch {
      return .failure(error)
    }
  }
}

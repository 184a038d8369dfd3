// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
internal import Digests
internal import FileShapes
internal import GateModel
internal import Texts

extension Surveying {
  /// A declaration that was read, with its file.
  struct Declared {
    let declaration: SystemDeclaration
    let input: Survey.Input
  }

  /// The declarations of the tree; of several with one id the first counts.
  func declarations(
    in tree: borrowing some SourceTree & ~Copyable,
    _ telling: [TreeEntry],
    _ index: EntryIndex,
    faults: inout [Fault]
  ) -> [Declared] {
    var declared: [Declared] = []
    for entry in Discovery.declarationEntries(in: telling, policy: policy) {
      guard let bytes = bytes(of: entry, in: tree, faults: &faults) else { continue }
      let (declaration, problems) = SystemDeclaration.read(
        SourceFile(path: entry.path, blob: entry.id, kind: entry.kind, bytes: bytes)
      )
      faults += problems.map { Fault($0, system: declaration?.id) }
      guard var declaration else { continue }
      declaration.checkCitedPaths(in: tree, index)
      declaration.lookUpCoverage(in: tree, index)
      declared.append(
        Declared(
          declaration: declaration,
          input: Survey.Input(
            entry: entry,
            kind: .system,
            format: "modelgate-system",
            systems: [declaration.id],
            sha256: ContentDigest(sha256Of: bytes),
            size: bytes.count
          )
        )
      )
    }
    faults += SystemDeclaration.duplicates(among: declared.map(\.declaration)).map { Fault($0) }
    var seen: Set<String> = []
    return declared.filter { seen.insert($0.declaration.id).inserted }
  }

  private func bytes(
    of entry: TreeEntry,
    in tree: borrowing some SourceTree & ~Copyable,
    faults: inout [Fault]
  ) -> [UInt8]? {
    guard entry.kind == .file || entry.kind == .executable else {
      faults.append(
        Fault(
          message: "cannot read \(entry.path): it is no regular file",
          location: SourceLocation(path: entry.path),
          help: "commit the file itself"
        )
      )
      return nil
    }
    do throws(Problem) {
      return try tree.bytes(of: entry)
    } catch {
      faults.append(Fault(unreadable: error))
      return nil
    }
  }

  func weights(
    of declarations: [SystemDeclaration],
    _ entries: EntryIndex,
    telling: EntryIndex,
    in tree: borrowing some SourceTree & ~Copyable,
    faults: inout [Fault]
  ) -> [DeclaredModel: FoundWeights] {
    var found: [DeclaredModel: FoundWeights] = [:]
    let claimed = Set(declarations.flatMap(\.models).compactMap(\.weights))
    for declaration in declarations {
      for model in declaration.models {
        do throws(Problem) {
          let state = try WeightsState.find(model, among: entries, in: tree)
          found[model] = FoundWeights(state: state, signature: .absent)
          faults += Fault.doubts(
            about: model,
            state,
            of: declaration,
            among: entries,
            telling: telling,
            without: claimed
          )
          found[model]?.signature = try ModelSignature.find(
            model,
            of: state.digest,
            by: policy.signers,
            among: entries,
            in: tree
          )
        } catch {
          faults.append(Fault(unreadable: error, system: declaration.id))
        }
      }
    }
    return found
  }
}

// MARK: What should be there

extension Surveying {
  /// Declarations that lie where nothing is searched, and systems that the policy asks for in vain: with
  /// either, what was judged is not all there is.
  func absenceFaults(
    of declared: [SystemDeclaration],
    among entries: [TreeEntry]
  ) -> [Fault] {
    let missing = policy.requiredSystems.filter { id in !declared.contains { $0.id == id } }
    let unread = Discovery.unreadPolicies(in: entries, policy: policy)
    return unread.map { Self.unreadPolicy($0, among: declared) }
      + Discovery.skippedDeclarations(in: entries, policy: policy).map { entry in
        Fault(
          message: "a system is declared where nothing is searched, and was not judged",
          location: SourceLocation(path: entry.path),
          help: "move it, or name the folder under 'exclude' in modelgate.yml"
        )
      }
      + Discovery.unnamedDeclarations(in: entries, policy: policy).map { entry in
        Fault(
          message: "a file is named like the declaration of a system, and was not read as one",
          location: SourceLocation(path: entry.path),
          help: "name it ai-system.yml, or list it in modelgate.yml under 'systems' or 'exclude'"
        )
      }
      + missing.map { id in
        Fault(
          message: "the policy requires the system '\(id)', and nothing declares it",
          location: policy.source?.location,
          help: "add its declaration, or take the id out of 'require_systems'"
        )
      }
  }

  /// The fault of a policy that nothing reads; it belongs to the system of its folder, if there is one.
  private static func unreadPolicy(
    _ entry: TreeEntry,
    among declared: [SystemDeclaration]
  ) -> Fault {
    let folder = TreePath.folder(of: entry.path)
    guard !folder.isEmpty, !PolicyFile.resembles(folder) else {
      return Fault(
        message: "this is named like the policy, and is not read as one",
        location: SourceLocation(path: entry.path),
        help: "name the file \(PolicyFile.name), or exclude this one in the policy"
      )
    }
    let system = declared.first { $0.folder == folder || TreePath.lies($0.folder, below: folder) }
    return Fault(
      message: "a policy lies where none is read, so nothing was judged by it",
      location: SourceLocation(path: entry.path),
      help:
        "judge that folder by itself with --path \(folder), or name it in the policy at the root, "
        + "under 'systems' or 'exclude'",
      system: system?.id
    )
  }
}

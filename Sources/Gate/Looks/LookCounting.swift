// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
internal import Assessment
internal import Documents
internal import FileShapes
internal import GateModel
internal import GitStore
internal import Survey

/// Counts how often one model was evaluated on the same data since the last accepted release.
///
/// A look is a version of an evaluation that counts groups: what it counts once, wherever and however it was
/// written down and whether or not it is still there. Looked through are all files that end as one of the
/// evaluations does.
struct LookCounting {
  /// The evaluations that are judged.
  private let evaluations: [(file: FileVersion, groups: [CountedGroups])]
  private let folders: Set<String>
  private let names: Set<String>
  private let endings: Set<String>
  private let reader: ArtifactReader

  init(_ survey: Survey, _ mappings: [ArtifactFormat]) {
    let artifacts = survey.dossiers.flatMap(\.artifacts)
      .filter { $0.kind == .evaluation && !$0.groups.isEmpty }
    let groups = Dictionary(grouping: artifacts.map { CountedGroups($0) }, by: \.path)
    evaluations = survey.inputs.compactMap { input in
      let groups = groups[input.entry.path] ?? []
      let file = FileVersion(path: input.entry.path, id: input.entry.id)
      return groups.isEmpty ? nil : (file, groups)
    }
    folders = Set(evaluations.map { TreePath.folder(of: $0.file.path) })
    names = Set(evaluations.map { TreePath.name(of: $0.file.path) })
    endings = Set(evaluations.map { TreePath.fileExtension(of: $0.file.path) })
    reader = ArtifactReader(mappings: mappings, depth: .records)
  }

  /// Whether a file may be an earlier version of one of the evaluations.
  private func isAsked(_ path: String) -> Bool {
    endings.contains(TreePath.fileExtension(of: path))
  }

  /// Whether a file stands where evaluations do, or is called like one.
  private func isNear(_ path: String) -> Bool {
    folders.contains(TreePath.folder(of: path)) || names.contains(TreePath.name(of: path))
  }

  /// The number of looks at each evaluation, by path.
  ///
  /// - Parameters:
  ///   - head: Where the history begins; nil before the first commit.
  ///   - release: The last accepted release; nil for the whole history.
  ///   - tree: The judged tree.
  ///   - repository: Its repository.
  /// - Returns: The numbers, from 1; nil where earlier versions are left out of the clone or too large to be
  ///   read. What the judged tree holds itself is left to those who read that.
  /// - Throws: When the history cannot be read.
  func counts(
    from head: ObjectID?,
    since release: ObjectID?,
    in tree: borrowing Snapshot,
    of repository: borrowing RepositoryAccess
  ) throws(RunFailure) -> [String: Int]? {
    guard !evaluations.isEmpty else { return [:] }
    let prefix = tree.repositoryPath(of: "")
    var versions = FileVersions()
    if let head {
      let found = try repository.versions(upTo: head, since: release) { path in
        path.hasPrefix(prefix) && isAsked(String(path.dropFirst(prefix.count)))
      }
      guard let found else { return nil }
      versions = found
    }
    let present = Set(tree.entries.map(\.id))
    var looks = Looks(judged: evaluations.flatMap(\.groups))
    let current = Dictionary(evaluations.map { ($0.file.id, $0) }) { first, _ in first }
    for (file, groups) in current.values where !versions.known.contains(file.id) {
      looks.add(groups, at: file.path)
    }
    for version in versions.new where current[version.id] == nil {
      let path = String(version.path.dropFirst(prefix.count))
      switch try repository.content(of: version.id, limit: DocumentLimits().maximumBytes) {
      case .missing: return nil
      case .tooLarge where present.contains(version.id) || !isNear(path): continue
      case .tooLarge: return nil
      case .bytes(let bytes):
        looks.add(groups(in: SourceFile(path: path, blob: version.id, bytes: bytes)), at: path)
      }
    }
    return evaluations.reduce(into: [:]) { counts, evaluation in
      counts[evaluation.file.path] = max(
        1,
        evaluation.groups.map { looks.count(of: $0) }.max() ?? 1
      )
    }
  }

  /// What an earlier version compares; nothing where it is no evaluation.
  private func groups(in file: SourceFile) -> [CountedGroups] {
    guard case .recognized(let artifacts, _) = reader.read(file, expecting: .evaluation) else {
      return []
    }
    return artifacts.filter { $0.kind == .evaluation }.map { CountedGroups($0) }
      .filter { !$0.comparedAttributes.isEmpty }
  }
}

/// Versions of evaluations, by what they are about.
private struct Looks {
  private let judged: [CountedGroups]
  private var bySubject: [CountedGroups.Subject: [CountedGroups]] = [:]
  /// Those that do not say what they are about.
  private var unnamed: [String: [CountedGroups]] = [:]
  private var byPath: [String: [CountedGroups]] = [:]
  /// Whatever is said to be counted, the same counts are those of the same people.
  private var byTally: [[String]: Set<CountedGroups.Subject>] = [:]

  init(judged: [CountedGroups]) { self.judged = judged }

  mutating func add(_ version: [CountedGroups], at path: String) {
    for groups in version {
      if let subject = groups.subject {
        bySubject[subject, default: []].append(groups)
        for tally in groups.tallies { byTally[tally, default: []].insert(subject) }
      } else {
        unnamed[path, default: []].append(groups)
      }
      byPath[path, default: []].append(groups)
    }
  }

  /// The versions of the same model on the same data, whatever they are called where counts are the same;
  /// where a version does not name both, those at the same path.
  ///
  /// A version that compares other attributes, or another part of the data, is a look at the evaluation that
  /// does so too; where none does any more, it is one at each: a new name hides none.
  func count(of evaluation: CountedGroups) -> Int {
    let subjects = evaluation.subject.map(names) ?? []
    let versions =
      evaluation.subject == nil
      ? byPath[evaluation.path] ?? []
      : subjects.flatMap { bySubject[$0] ?? [] } + (unnamed[evaluation.path] ?? [])
    let looks = versions.filter { version in
      Self.isKin(version, evaluation)
        || !judged.contains { judged in
          (judged.subject == evaluation.subject || judged.subject.map(subjects.contains) ?? false)
            && Self.isKin(version, judged)
        }
    }
    return Set(looks.map(\.content)).count
  }

  /// A subject with all others that some version counts alike: other names for the same.
  private func names(for subject: CountedGroups.Subject) -> Set<CountedGroups.Subject> {
    var names: Set = [subject]
    var open = [subject]
    while let next = open.popLast() {
      let tallies = Set((bySubject[next] ?? []).flatMap(\.tallies))
      let others = tallies.flatMap { byTally[$0] ?? [] }
      open += others.filter { names.insert($0).inserted }
    }
    return names
  }

  private static func isKin(_ version: CountedGroups, _ other: CountedGroups) -> Bool {
    !version.comparedAttributes.isDisjoint(with: other.comparedAttributes)
      && (version.splits == other.splits || version.subject == nil || other.subject == nil)
  }
}

// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
internal import Assessment
internal import Documents
internal import FileShapes
internal import GateModel
internal import GitStore
internal import Reporting
internal import RulePacks
internal import Survey

/// By what a run judges: policy, rule packs and waivers, with the exact bytes of all of them.
struct Governance: Sendable {
  /// A loaded pack with the digest of its files.
  struct Pack: Sendable {
    let pack: RulePack
    /// The name or folder under which policy or caller asked for it.
    let name: String
    /// Where its files came from.
    let source: PackReport.Source
    let digest: ContentDigest
    /// Why it was chosen, where the policy names no packs.
    var reason: String?
  }

  /// The folder of a pack with example trees, which test the rules and do not decide anything.
  static let exampleFolder = "fixtures/"

  let policy: PolicyFile
  /// The formats that the policy's mappings describe.
  let mappings: [ArtifactFormat]
  /// The revision that all of it was read from, or nil for the checked tree.
  let revision: String?
  /// Whether it comes from the checked tree, so that a change can change it.
  let isOfCheckedTree: Bool
  let packs: [Pack]
  let waivers: [WaiverFile.Waiver]
  /// The lowest severity whose failure fails the run.
  var failOn: FailureThreshold
  /// The findings that count for nothing, where the caller named a baseline.
  let baseline: Baseline?
  /// Every file that decides, with the path it was read from, sorted.
  let files: [PackFile]

  /// The commit that all of it was read from, where that is not the checked one.
  var origin: Origin?

  /// Another commit as the source of a policy.
  struct Origin: Sendable {
    let commit: ObjectID
    /// The last day on which it was still the moment of that commit somewhere: UTC+14 is the zone in which a
    /// day begins first.
    let day: CalendarDate?
    /// What was read of it.
    let readings: TreeReadings

    init(commit: ObjectID, time: Int64?, readings: TreeReadings) {
      (self.commit, self.readings) = (commit, readings)
      day = time.flatMap { CalendarDate(unixSeconds: $0 + 14 * 3_600) }
    }
  }

  /// The ids of packs by the names under which they were asked for.
  var packIDs: [String: String] {
    Dictionary(packs.map { ($0.name, $0.pack.id) }, uniquingKeysWith: { first, _ in first })
  }

  /// What conditions may know of the policy.
  var facts: PolicyFacts {
    PolicyFacts(
      unknownIs: policy.unknownIs,
      strictDates: policy.strictDates,
      answersMaximumDays: policy.answersMaximumDays,
      unaskedDuties: policy.unaskedDuties,
      signers: policy.signers
    )
  }

  /// What the selected rules ask of history on a day.
  func historyQuestions(on day: CalendarDate) -> HistoryQuestions {
    let questions = packs.flatMap(\.pack.rules).reduce(into: HistoryQuestions()) {
      $0.formUnion($1.historyQuestions(on: day, strictDates: policy.strictDates))
    }
    // A policy from elsewhere decides, and the history of this tree does not tell of its bounds.
    return isOfCheckedTree ? questions : questions.subtracting(.bounds)
  }
}

/// Reads policy, packs and waivers, and collects every problem of all of them.
struct GovernanceLoading {
  let request: RunRequest
  let source: GovernanceSource
  private var problems: [Problem] = []
  private var files: [PackFile] = []

  /// Reads what is in no tree from the program and the disk, unless a bundle replays it.
  init(_ request: RunRequest, source: GovernanceSource = .programAndDisk) {
    (self.request, self.source) = (request, source)
  }

  /// Loads everything from a tree, or from the file that the request names.
  ///
  /// - Parameters:
  ///   - tree: The tree that holds policy, packs and waivers.
  ///   - revision: Its revision, when that is not the checked one.
  ///   - declarations: The declared systems, of which the packs follow where the policy names none.
  /// - Returns: By what the run judges.
  /// - Throws: Every problem of policy, packs and waivers in one go.
  mutating func load(
    from tree: borrowing some SourceTree & ~Copyable,
    revision: String?,
    declarations: [SystemDeclaration] = []
  ) async throws(RunFailure) -> Governance {
    var policy = try self.policy(in: tree)
    var reasons: [String: String] = [:]
    if policy.packs == PolicyFile.standard.packs, request.packs.isEmpty {
      let choices = DefaultPacks.choices(for: declarations)
      reasons = Dictionary(uniqueKeysWithValues: choices.map { ($0.name, $0.reason) })
      policy.packs = choices.map {
        PolicyFile.Pack(
          origin: .shipped(name: $0.name),
          source: SourceReference(path: PolicyFile.name)
        )
      }
    }
    var packs = await packs(of: policy, in: tree)
    for index in packs.indices { packs[index].reason = reasons[packs[index].pack.id] }
    let waivers = waivers(of: policy, in: tree)
    let mappings = mappings(of: policy)
    let baseline = try baseline(in: tree)
    if let baseline, let path = request.baselineName {
      files.append(PackFile(path: path, bytes: baseline.bytes))
    }
    guard problems.isEmpty else { throw RunFailure(.configuration, problems.sorted()) }
    return Governance(
      policy: policy,
      mappings: mappings,
      revision: revision,
      isOfCheckedTree: request.policySource == .checkedTree,
      packs: packs.sorted { $0.pack.id < $1.pack.id },
      waivers: waivers,
      failOn: request.failOn ?? policy.failOn,
      baseline: baseline?.baseline,
      files: files.sorted { $0.path < $1.path }
    )
  }

  // MARK: Policy

  /// The policy alone, for commands that do not judge, with the formats it describes.
  mutating func policyOnly(
    in tree: borrowing some SourceTree & ~Copyable
  ) throws(RunFailure) -> (policy: PolicyFile, mappings: [ArtifactFormat]) {
    let policy = try policy(in: tree)
    let mappings = mappings(of: policy)
    guard problems.isEmpty else { throw RunFailure(.configuration, problems) }
    return (policy, mappings)
  }

  private mutating func mappings(of policy: PolicyFile) -> [ArtifactFormat] {
    guard let node = policy.mappings, let source = policy.source else { return [] }
    let (formats, found) = MappingFormat.formats(from: node, path: source.path, blob: source.blob)
    problems += found
    return formats
  }

  /// The policy; without a usable one nothing else can be loaded.
  private mutating func policy(
    in tree: borrowing some SourceTree & ~Copyable
  ) throws(RunFailure) -> PolicyFile {
    if case .file(let path) = request.policySource {
      let bytes = try source.policy(at: path)
      // The packs that it names are found beside it, so its paths start at its own folder.
      return policy(bytes, path: TreePath.name(of: path), blob: nil)
    }
    let isThere = PolicyFile.names.map { name in tree.entries.contains { $0.path == name } }
    guard !isThere.allSatisfy(\.self) else {
      throw .configuration(
        "there are two policies, modelgate.yml and modelgate.yaml",
        help: "keep one of them"
      )
    }
    guard let entry = Discovery.policyEntry(in: tree.entries) else { return .standard }
    guard let bytes = bytes(of: entry, in: tree) else { return .standard }
    return policy(bytes, path: entry.path, blob: entry.id)
  }

  private mutating func policy(_ bytes: [UInt8], path: String, blob: ObjectID?) -> PolicyFile {
    files.append(PackFile(path: path, bytes: bytes))
    let (policy, found) = PolicyFile.read(SourceFile(path: path, blob: blob, bytes: bytes))
    problems += found
    return policy
  }

  // MARK: Packs

  private mutating func packs(
    of policy: PolicyFile,
    in tree: borrowing some SourceTree & ~Copyable
  ) async -> [Governance.Pack] {
    var loaded: [Governance.Pack] = []
    for selection in selections(of: policy) {
      guard let found = files(of: selection, in: tree) else { continue }
      do throws(PackProblems) {
        let draft = try PackLoader(environment: Facts.environment)
          .draft(
            files: found.files,
            folder: selection.folder,
            settings: selection.settings,
            readsExamples: !found.areShipped,
            isTested: found.areTested
          )
        let rules = await concurrentMap(draft.ruleFiles, width: request.width) { draft.rule($0) }
        let pack = try draft.pack(of: rules)
        if selection.origin != .shipped { refuseTakenID(of: pack, named: selection.folder) }
        let deciding = pack.files.filter { !$0.path.hasPrefix(Governance.exampleFolder) }
        loaded.append(
          Governance.Pack(
            pack: pack,
            name: selection.folder,
            source: selection.origin,
            digest: pack.knownDigest ?? Governance.digest(of: deciding)
          )
        )
        let prefix = "packs/\(pack.id)/"
        self.files += deciding.map { $0.placed(at: prefix + $0.path) }
      } catch {
        problems += error.problems
      }
    }
    reportDuplicates(of: loaded)
    return loaded
  }

  /// A pack to load: its folder, and the parameters that the policy sets.
  private struct Selection {
    let folder: String
    let isInTree: Bool
    let settings: ParameterSettings
    let source: SourceReference?

    /// Where the files come from: shipped packs have names, others are folders.
    var origin: PackReport.Source {
      if isInTree { return .tree }
      return folder.contains("/") ? .file : .shipped
    }
  }

  /// The packs of the policy, or those that the caller named instead.
  private func selections(of policy: PolicyFile) -> [Selection] {
    let chosen = policy.packs.map { pack in
      let (folder, isInTree) =
        switch pack.origin {
        case .shipped(let name): (name, false)
        case .folder(let path): besidePolicy(path).map { ($0, false) } ?? (path, true)
        }
      return Selection(
        folder: folder,
        isInTree: isInTree,
        settings: pack.parameters.map { ParameterSettings($0, path: pack.source.path) }
          ?? ParameterSettings(),
        source: pack.source
      )
    }
    guard !request.packs.isEmpty else { return chosen }
    return request.packs.map { name in
      chosen.first { $0.folder == name && !$0.isInTree }
        ?? Selection(folder: name, isInTree: false, settings: ParameterSettings(), source: nil)
    }
  }

  /// The folder on disk of a pack that a policy from disk names: it lies beside that policy.
  private func besidePolicy(_ path: String) -> String? {
    guard case .file(let policy) = request.policySource else { return nil }
    let folder = TreePath.folder(of: policy)
    return folder.isEmpty ? "./\(path)" : "\(folder)/\(path)"
  }

  private mutating func files(
    of selection: Selection,
    in tree: borrowing some SourceTree & ~Copyable
  ) -> PackFiles? {
    guard selection.isInTree else {
      do throws(RunFailure) {
        return try source.pack(named: selection.folder)
      } catch {
        problems += error.problems.map { problem in
          var placed = problem
          placed.location = problem.location ?? selection.source?.location
          return placed
        }
        return nil
      }
    }
    let prefix = selection.folder + "/"
    let entries = tree.entries.filter { $0.path.hasPrefix(prefix) }
    var files: [PackFile] = []
    for entry in entries where entry.kind == .file || entry.kind == .executable {
      let path = String(entry.path.dropFirst(prefix.count))
      if source.isReplayed, path.hasPrefix(Governance.exampleFolder) { continue }
      guard let bytes = bytes(of: entry, in: tree) else { return nil }
      files.append(PackFile(path: path, bytes: bytes))
    }
    guard files.isEmpty else { return PackFiles(files: files, areShipped: source.isReplayed) }
    problems.append(
      Problem(
        message: "there is no rule pack in the folder '\(selection.folder)' of the tree",
        location: selection.source?.location,
        help: "name a folder that holds a pack.yaml, relative to the root of the checked tree"
      )
    )
    return nil
  }

  /// The ids of shipped packs are theirs, and some names are those of the program: another pack under
  /// such an id would be taken for it.
  private mutating func refuseTakenID(of pack: RulePack, named folder: String) {
    let reason: String
    if RuleCatalogue.shippedNames.contains(pack.id) {
      reason = "the rule pack in '\(folder)' has the id of the shipped pack '\(pack.id)'"
    } else if ProgramPack(rawValue: pack.id) != nil {
      reason =
        "the rule pack in '\(folder)' has an id that is not free: '\(pack.id)' is the program's own"
    } else {
      return
    }
    problems.append(Problem(message: reason, help: "give it an id of its own"))
  }

  private mutating func reportDuplicates(of packs: [Governance.Pack]) {
    let ids = Dictionary(grouping: packs, by: \.pack.id)
    for (id, same) in ids.sorted(by: { $0.key < $1.key }) where same.count > 1 {
      problems.append(
        Problem(
          message: "the rule pack '\(id)' is named \(same.count) times",
          help: "name each pack once, in 'packs' or with --pack"
        )
      )
    }
  }

  // MARK: Waivers

  private mutating func waivers(
    of policy: PolicyFile,
    in tree: borrowing some SourceTree & ~Copyable
  ) -> [WaiverFile.Waiver] {
    guard let entry = tree.entries.first(where: { $0.path == policy.waivers }) else { return [] }
    guard let bytes = bytes(of: entry, in: tree) else { return [] }
    files.append(PackFile(path: entry.path, bytes: bytes))
    let (file, found) = WaiverFile.read(
      SourceFile(path: entry.path, blob: entry.id, kind: entry.kind, bytes: bytes),
      approvers: policy.waiverApprovers.values.flatMap(\.self)
    )
    problems += found
    for waiver in file.waivers { checkLength(of: waiver, policy) }
    return file.waivers
  }

  private mutating func checkLength(of waiver: WaiverFile.Waiver, _ policy: PolicyFile) {
    let days = waiver.created.days(until: waiver.expires)
    guard days > policy.waiverMaximumDays else { return }
    problems.append(
      Problem(
        message: "the waiver of '\(waiver.rule)' runs for \(days) days;"
          + " the policy allows \(policy.waiverMaximumDays)",
        location: waiver.source.location,
        help: "let it expire earlier, and renew it after a review"
      )
    )
  }
}

extension GovernanceLoading {
  private mutating func bytes(
    of entry: TreeEntry,
    in tree: borrowing some SourceTree & ~Copyable
  ) -> [UInt8]? {
    do throws(Problem) {
      return try tree.bytes(of: entry)
    } catch {
      problems.append(
        Problem(
          message: "reading '\(error.path)' failed: \(error.message)",
          location: SourceLocation(path: error.path),
          help: error.help
        )
      )
      return nil
    }
  }
}

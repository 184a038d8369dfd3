// SPDX-License-Identifier: Apache-2.0

internal import Assessment
internal import GateModel
package import Reporting

/// Puts the reports of all shards of one run together: the result has the bytes of the whole run.
package enum ReportMerge {
  /// The record of the whole run.
  ///
  /// - Parameter paths: The files with the reports of the shards, in any order.
  /// - Returns: The record, which cannot become a bundle: nobody judged the whole.
  /// - Throws: When one is no report, or a shard is missing, there twice or of another run.
  package static func record(ofFilesAt paths: [String]) throws(RunFailure) -> RunRecord {
    var parts: [MergedPart] = []
    for path in paths { parts.append(try MergedPart(at: path)) }
    guard let first = parts.first else {
      throw .configuration("no report was given", help: help)
    }
    for part in parts {
      try part.requireSameRun(as: first)
      try part.requireAllRules()
    }
    try requireAllShards(parts)
    try requireShares(parts)
    return RunRecord(report: merged(parts), evidence: nil)
  }

  static let help = "give every shard of one run, each once"

  private static func merged(_ parts: [MergedPart]) -> Report {
    let (first, reports) = (parts[0].report, parts.map(\.report))
    let results = reports.flatMap(\.results)
    // What belongs to no system stands in every shard.
    var faults = parts[0].commonFaults + parts.flatMap(\.ownFaults)
    let rule = VerdictRule(failOn: first.policy.failOn)
    faults += [rule.silence(of: results, faults: faults)].compactMap { $0 }
    var request = first.request
    request.shard = nil
    return Report(
      tool: first.tool,
      asOf: first.asOf,
      request: request,
      repository: first.repository,
      policy: first.policy,
      systems: reports.flatMap(\.systems),
      packs: first.packs,
      artifacts: reports.flatMap(\.artifacts),
      models: reports.flatMap(\.models),
      measures: reports.flatMap(\.measures),
      rules: reports.flatMap(\.rules),
      results: results,
      waivers: waivers(of: reports),
      faults: faults,
      verdict: rule.verdict(on: results, faults: faults)
    )
    .quoting(Array(Set(reports.flatMap(\.sourceLines))))
  }

  /// Each waiver once: what it did in any shard counts more than that another did not need it.
  private static func waivers(of reports: [Report]) -> [WaiverReport] {
    reports[0].waivers.indices.map { index in
      let same = reports.map { $0.waivers[index] }
      return same.first { $0.state != .unused } ?? same[0]
    }
  }

  private static func requireAllShards(_ parts: [MergedPart]) throws(RunFailure) {
    let count = parts[0].shard.count
    var seen: [Int: String] = [:]
    for part in parts {
      if let other = seen[part.shard.number] {
        throw .configuration(
          "shard \(part.shard) is there twice, in '\(other)' and '\(part.path)'",
          help: help
        )
      }
      seen[part.shard.number] = part.path
    }
    let missing = (1...count).filter { seen[$0] == nil }
    guard missing.isEmpty else {
      let names = missing.prefix(10).map { "\($0)/\(count)" }.joined(separator: ", ")
      throw .configuration("\(missing.count) of \(count) shards are missing: \(names)", help: help)
    }
  }

  /// Refuses shards that left a system out or judged one of another shard.
  private static func requireShares(_ parts: [MergedPart]) throws(RunFailure) {
    let all = parts.flatMap(\.systems)
    for part in parts where part.systems != part.shard.share(of: all) {
      throw .configuration(
        "the systems of '\(part.path)' are not the share of shard \(part.shard)",
        help: "judge all shards of one commit anew"
      )
    }
  }
}

/// A report of a shard and where it was read.
struct MergedPart {
  let path: String
  let report: Report
  let shard: Shard

  init(at path: String) throws(RunFailure) {
    self.path = path
    report = try ReportFile.read(path, help: ReportMerge.help)
    let isPart = report.verdict == .partial && report.request.change?.onlyChanged != true
    guard isPart, let shard = report.request.shard.flatMap({ Shard($0) }) else {
      throw .configuration(
        "'\(path)' is the report of no shard",
        help: "merge what 'modelgate check --shard K/N --output json=PATH' wrote"
      )
    }
    self.shard = shard
  }

  /// The judged systems in the order in which shards share them.
  var systems: [String] {
    report.systems.map(\.id).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// What could not be read and belongs to no judged system.
  var commonFaults: [Fault] { report.faults.filter { !isOwn($0) } }

  /// What could not be read of the judged systems.
  var ownFaults: [Fault] { report.faults.filter(isOwn) }

  private func isOwn(_ fault: Fault) -> Bool {
    fault.system.map { id in report.systems.contains { $0.id == id } } ?? false
  }

  /// Throws unless each system has a record of each rule of each pack, as a run leaves it.
  func requireAllRules() throws(RunFailure) {
    var rules: [String: [String: Set<String>]] = [:]
    for result in report.results {
      rules[result.system, default: [:]][result.pack, default: []].insert(result.rule)
    }
    for system in report.systems {
      for pack in report.packs where rules[system.id]?[pack.id]?.count ?? 0 < pack.ruleCount {
        throw .configuration(
          "'\(path)' lacks results of the pack '\(pack.id)' for the system '\(system.id)'",
          help: "judge the shard anew"
        )
      }
    }
  }

  /// Throws unless the part belongs to the same run as another one.
  func requireSameRun(as other: MergedPart) throws(RunFailure) {
    var (request, waivers) = (report.request, report.waivers)
    request.shard = other.report.request.shard
    if waivers.count == other.report.waivers.count {
      for index in waivers.indices { waivers[index].state = other.report.waivers[index].state }
    }
    let same: [(String, Bool)] = [
      ("number of shards", shard.count == other.shard.count),
      ("tool", report.tool == other.report.tool),
      ("commit", report.repository == other.report.repository),
      ("policy", report.policy == other.report.policy),
      ("set of rule packs", report.packs == other.report.packs),
      ("day", report.asOf == other.report.asOf),
      ("request", request == other.report.request),
      ("set of waivers", waivers == other.report.waivers),
      ("set of files that could not be read", commonFaults == other.commonFaults),
    ]
    guard let difference = same.first(where: { !$0.1 }) else { return }
    throw .configuration(
      "'\(path)' and '\(other.path)' are of different runs: another \(difference.0)",
      help: ReportMerge.help
    )
  }
}

/// A report of an earlier run on disk.
package enum ReportFile {
  /// Reads the JSON report of a run.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - help: What to do when it is none.
  /// - Returns: The report.
  /// - Throws: When there is no such file, or it is no report of this program.
  package static func read(
    _ path: String,
    help: String = "give what 'modelgate check --output json=PATH' wrote"
  ) throws(RunFailure) -> Report {
    let bytes = try DiskFile.bytes(at: path)
    do throws(ReportFlaw) {
      return try Report.read(bytes, requiresCanonicalForm: false)
    } catch {
      throw .configuration("'\(path)' is no report of this program: \(error)", help: help)
    }
  }
}

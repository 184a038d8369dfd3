// SPDX-License-Identifier: Apache-2.0

internal import GateModel

extension Report {
  /// A report that says nothing; the reader of reports fills it.
  private static let blank = Report(
    tool: .blank,
    asOf: .blank,
    repository: .blank,
    policy: .blank,
    verdict: .undecided
  )

  static let fields = FieldTable(blank) {
    Field.constant("schema", ReportSchema.identifier)
    Field.required("verdict", \.verdict, .choice)
    Field.derived("sentence", \.sentence, .text)
    Field.derived("standing", \.standing, .text)
    Field.required("asOf", \.asOf, .date)
    Field.required("tool", \.tool, .record(Tool.fields))
    Field.required("request", \.request, .record(Request.fields))
    Field.required("repository", \.repository, .record(Repository.fields))
    Field.required("policy", \.policy, .record(Policy.fields))
    Field.derived("summary", \.summary, .record(ReportSummary.fields))
    Field.required("systems", \.systems, .list(of: .record(SystemReport.fields)))
    Field.required("packs", \.packs, .list(of: .record(PackReport.fields)))
    Field.required("artifacts", \.artifacts, .list(of: .record(ArtifactReport.fields)))
    Field.required("models", \.models, .list(of: .record(ModelReport.fields)))
    Field.required("measures", \.measures, .list(of: .record(MeasureReport.fields)))
    Field.required("rules", \.rules, .rulesByName)
    Field.required("results", \.results, .list(of: .record(CheckResult.fields)))
    Field.required("lines", \.sourceLines, .list(of: .record(SourceLine.fields)))
    Field.required("waivers", \.waivers, .list(of: .record(WaiverReport.fields)))
    Field.required("faults", \.faults, .list(of: .record(Fault.fields)))
  }
}

extension SourceLine {
  static let fields = FieldTable(SourceLine(path: "", line: 0, text: "")) {
    Field.required("path", \.path, .text)
    Field.required("line", \.line, .place)
    Field.required("text", \.text, .text)
  }
}

extension Report.Tool {
  fileprivate static let blank = Report.Tool(name: "", version: "")

  fileprivate static let fields = FieldTable(blank) {
    Field.required("name", \.name, .text)
    Field.required("version", \.version, .text)
  }
}

extension Report.Request {
  private var statedNotJudged: [String]? {
    get { notJudged.isEmpty ? nil : notJudged }
    set { notJudged = newValue ?? [] }
  }

  private var statedNotLookedAt: [NotLookedAt]? {
    get { notLookedAt.isEmpty ? nil : notLookedAt }
    set { notLookedAt = newValue ?? [] }
  }

  fileprivate static let fields = FieldTable(Report.Request()) {
    Field.required("systems", \.systems, .texts)
    Field.optional("notJudged", \.statedNotJudged, .texts)
    Field.optional("notLookedAt", \.statedNotLookedAt, .list(of: .record(NotLookedAt.fields)))
    Field.optional("path", \.path, .text)
    Field.required("packs", \.packs, .texts)
    Field.optional("failOn", \.failOn, .choice)
    Field.required("policySource", \.policySource, .choice)
    Field.required("asOfSource", \.asOfSource, .choice)
    Field.optional("change", \.change, .record(Report.Change.fields))
    Field.optional("baseline", \.baseline, .text)
    Field.optional("shard", \.shard, .text)
  }
}

extension Report.Request.NotLookedAt {
  fileprivate static let fields = FieldTable(Self(path: "", reason: "")) {
    Field.required("path", \.path, .text)
    Field.required("reason", \.reason, .text)
  }
}

extension Report.Change {
  fileprivate static let blank = Report.Change(
    base: .blank,
    since: .blank,
    onlyChanged: false,
    newOnly: false
  )

  fileprivate static let fields = FieldTable(blank) {
    Field.required("base", \.base, .objectID)
    Field.required("since", \.since, .objectID)
    Field.required("onlyChanged", \.onlyChanged, .flag)
    Field.required("newOnly", \.newOnly, .flag)
    Field.required("leftOut", \.leftOut, .texts)
  }
}

extension ObjectID {
  fileprivate static let blank = ObjectID(bytes: [UInt8](repeating: 0, count: 20))
}

extension Report.Repository {
  fileprivate static let blank = Report.Repository(commit: nil, tree: nil, revision: "")

  fileprivate static let fields = FieldTable(blank) {
    Field.required("commit", \.commit, .nullable(.objectID))
    Field.required("tree", \.tree, .nullable(.objectID))
    Field.optional("directory", \.directory, .text)
    Field.required("revision", \.revision, .text)
    Field.optional("ref", \.ref, .text)
    Field.required("shallow", \.isShallow, .flag)
    Field.required("committed", \.isCommitted, .flag)
    Field.optional("commitTime", \.wholeCommitTime, .integer)
  }

  private var wholeCommitTime: Int? {
    get { commitTime.map { Int($0) } }
    set { commitTime = newValue.map { Int64($0) } }
  }
}

extension Report.Policy {
  private var statedExclude: [String]? {
    get { exclude.isEmpty ? nil : exclude }
    set { exclude = newValue ?? [] }
  }

  fileprivate static let blank = Report.Policy(digest: .blank)

  fileprivate static let fields = FieldTable(blank) {
    Field.required("digest", \.digest, .digest)
    Field.required("ref", \.ref, .nullable(.text))
    Field.optional("commit", \.commit, .objectID)
    Field.required("path", \.path, .nullable(.text))
    Field.required("failOn", \.failOn, .choice)
    Field.required("parameters", \.parameters, .list(of: .parameter))
    Field.optional("exclude", \.statedExclude, .list(of: .text))
  }
}

extension ReportSummary {
  fileprivate static let fields = FieldTable(ReportSummary([])) {
    Field.derived("passed", \.passed, .count)
    Field.derived("failed", \.failed, .count)
    Field.derived("undecided", \.undecided, .count)
    Field.derived("waived", \.waived, .count)
    Field.derived("notApplicable", \.notApplicable, .count)
    Field.derived("upcoming", \.upcoming, .count)
  }
}

extension PackReport {
  static let fields = FieldTable(
    PackReport(id: "", version: "", digest: .blank, ruleCount: 0, title: "")
  ) {
    Field.required("id", \.id, .text)
    Field.required("version", \.version, .text)
    Field.required("digest", \.digest, .digest)
    Field.required("ruleCount", \.ruleCount, .count)
    Field.required("title", \.title, .text)
    Field.optional("statusDay", \.statusDay, .date)
    Field.required("source", \.source, .choice)
    Field.optional("reason", \.reason, .text)
    Field.required("parameters", \.parameters, .list(of: .parameter))
  }
}

extension ParameterReport {
  static let fields = FieldTable(ParameterReport(name: "", value: "", origin: "")) {
    Field.optional("rule", \.rule, .text)
    Field.required("name", \.name, .text)
    Field.required("value", \.value, .text)
    Field.optional("packValue", \.packValue, .text)
    Field.required("origin", \.origin, .text)
    Field.optional("cite", \.cite, .text)
  }
}

extension JSONForm<ParameterReport> {
  static var parameter: JSONForm { .definition("parameter") { ParameterReport.fields } }
}

extension CalendarDate {
  static let blank = CalendarDate.epoch
}

extension ContentDigest {
  static let blank = ContentDigest(bytes: [UInt8](repeating: 0, count: 32))
}

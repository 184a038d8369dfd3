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
    Field.required("verdict", { $0.verdict }, { $0.verdict = $1 }, .choice)
    Field.derived("sentence", { $0.sentence }, .text)
    Field.derived("standing", { $0.standing }, .text)
    Field.required("asOf", { $0.asOf }, { $0.asOf = $1 }, .date)
    Field.required("tool", { $0.tool }, { $0.tool = $1 }, .record(Tool.fields))
    Field.required("request", { $0.request }, { $0.request = $1 }, .record(Request.fields))
    Field.required(
      "repository",
      { $0.repository },
      { $0.repository = $1 },
      .record(Repository.fields)
    )
    Field.required("policy", { $0.policy }, { $0.policy = $1 }, .record(Policy.fields))
    Field.derived("summary", { $0.summary }, .record(ReportSummary.fields))
    Field.required(
      "systems",
      { $0.systems },
      { $0.systems = $1 },
      .list(of: .record(SystemReport.fields))
    )
    Field.required("packs", { $0.packs }, { $0.packs = $1 }, .list(of: .record(PackReport.fields)))
    Field.required(
      "artifacts",
      { $0.artifacts },
      { $0.artifacts = $1 },
      .list(of: .record(ArtifactReport.fields))
    )
    Field.required(
      "models",
      { $0.models },
      { $0.models = $1 },
      .list(of: .record(ModelReport.fields))
    )
    Field.required(
      "measures",
      { $0.measures },
      { $0.measures = $1 },
      .list(of: .record(MeasureReport.fields))
    )
    Field.required("rules", { $0.rules }, { $0.rules = $1 }, .rulesByName)
    Field.required(
      "results",
      { $0.results },
      { $0.results = $1 },
      .list(of: .record(CheckResult.fields))
    )
    Field.required(
      "lines",
      { $0.sourceLines },
      { $0.sourceLines = $1 },
      .list(of: .record(SourceLine.fields))
    )
    Field.required(
      "waivers",
      { $0.waivers },
      { $0.waivers = $1 },
      .list(of: .record(WaiverReport.fields))
    )
    Field.required("faults", { $0.faults }, { $0.faults = $1 }, .list(of: .record(Fault.fields)))
  }
}

extension SourceLine {
  static let fields = FieldTable(SourceLine(path: "", line: 0, text: "")) {
    Field.required("path", { $0.path }, { $0.path = $1 }, .text)
    Field.required("line", { $0.line }, { $0.line = $1 }, .place)
    Field.required("text", { $0.text }, { $0.text = $1 }, .text)
  }
}

extension Report.Tool {
  fileprivate static let blank = Report.Tool(name: "", version: "")

  fileprivate static let fields = FieldTable(blank) {
    Field.required("name", { $0.name }, { $0.name = $1 }, .text)
    Field.required("version", { $0.version }, { $0.version = $1 }, .text)
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
    Field.required("systems", { $0.systems }, { $0.systems = $1 }, .texts)
    Field.optional("notJudged", { $0.statedNotJudged }, { $0.statedNotJudged = $1 }, .texts)
    Field.optional(
      "notLookedAt",
      { $0.statedNotLookedAt },
      { $0.statedNotLookedAt = $1 },
      .list(of: .record(NotLookedAt.fields))
    )
    Field.optional("path", { $0.path }, { $0.path = $1 }, .text)
    Field.required("packs", { $0.packs }, { $0.packs = $1 }, .texts)
    Field.optional("failOn", { $0.failOn }, { $0.failOn = $1 }, .choice)
    Field.required("policySource", { $0.policySource }, { $0.policySource = $1 }, .choice)
    Field.required("asOfSource", { $0.asOfSource }, { $0.asOfSource = $1 }, .choice)
    Field.optional("change", { $0.change }, { $0.change = $1 }, .record(Report.Change.fields))
    Field.optional("baseline", { $0.baseline }, { $0.baseline = $1 }, .text)
    Field.optional("shard", { $0.shard }, { $0.shard = $1 }, .text)
  }
}

extension Report.Request.NotLookedAt {
  fileprivate static let fields = FieldTable(Self(path: "", reason: "")) {
    Field.required("path", { $0.path }, { $0.path = $1 }, .text)
    Field.required("reason", { $0.reason }, { $0.reason = $1 }, .text)
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
    Field.required("base", { $0.base }, { $0.base = $1 }, .objectID)
    Field.required("since", { $0.since }, { $0.since = $1 }, .objectID)
    Field.required("onlyChanged", { $0.onlyChanged }, { $0.onlyChanged = $1 }, .flag)
    Field.required("newOnly", { $0.newOnly }, { $0.newOnly = $1 }, .flag)
    Field.required("leftOut", { $0.leftOut }, { $0.leftOut = $1 }, .texts)
  }
}

extension ObjectID {
  fileprivate static let blank = ObjectID(bytes: [UInt8](repeating: 0, count: 20))
}

extension Report.Repository {
  fileprivate static let blank = Report.Repository(commit: nil, tree: nil, revision: "")

  fileprivate static let fields = FieldTable(blank) {
    Field.required("commit", { $0.commit }, { $0.commit = $1 }, .nullable(.objectID))
    Field.required("tree", { $0.tree }, { $0.tree = $1 }, .nullable(.objectID))
    Field.optional("directory", { $0.directory }, { $0.directory = $1 }, .text)
    Field.required("revision", { $0.revision }, { $0.revision = $1 }, .text)
    Field.optional("ref", { $0.ref }, { $0.ref = $1 }, .text)
    Field.required("shallow", { $0.isShallow }, { $0.isShallow = $1 }, .flag)
    Field.required("committed", { $0.isCommitted }, { $0.isCommitted = $1 }, .flag)
    Field.optional("commitTime", { $0.wholeCommitTime }, { $0.wholeCommitTime = $1 }, .integer)
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
    Field.required("digest", { $0.digest }, { $0.digest = $1 }, .digest)
    Field.required("ref", { $0.ref }, { $0.ref = $1 }, .nullable(.text))
    Field.optional("commit", { $0.commit }, { $0.commit = $1 }, .objectID)
    Field.required("path", { $0.path }, { $0.path = $1 }, .nullable(.text))
    Field.required("failOn", { $0.failOn }, { $0.failOn = $1 }, .choice)
    Field.required("parameters", { $0.parameters }, { $0.parameters = $1 }, .list(of: .parameter))
    Field.optional("exclude", { $0.statedExclude }, { $0.statedExclude = $1 }, .list(of: .text))
  }
}

extension ReportSummary {
  fileprivate static let fields = FieldTable(ReportSummary([])) {
    Field.derived("passed", { $0.passed }, .count)
    Field.derived("failed", { $0.failed }, .count)
    Field.derived("undecided", { $0.undecided }, .count)
    Field.derived("waived", { $0.waived }, .count)
    Field.derived("notApplicable", { $0.notApplicable }, .count)
    Field.derived("upcoming", { $0.upcoming }, .count)
  }
}

extension PackReport {
  static let fields = FieldTable(
    PackReport(id: "", version: "", digest: .blank, ruleCount: 0, title: "")
  ) {
    Field.required("id", { $0.id }, { $0.id = $1 }, .text)
    Field.required("version", { $0.version }, { $0.version = $1 }, .text)
    Field.required("digest", { $0.digest }, { $0.digest = $1 }, .digest)
    Field.required("ruleCount", { $0.ruleCount }, { $0.ruleCount = $1 }, .count)
    Field.required("title", { $0.title }, { $0.title = $1 }, .text)
    Field.optional("statusDay", { $0.statusDay }, { $0.statusDay = $1 }, .date)
    Field.required("source", { $0.source }, { $0.source = $1 }, .choice)
    Field.optional("reason", { $0.reason }, { $0.reason = $1 }, .text)
    Field.required("parameters", { $0.parameters }, { $0.parameters = $1 }, .list(of: .parameter))
  }
}

extension ParameterReport {
  static let fields = FieldTable(ParameterReport(name: "", value: "", origin: "")) {
    Field.optional("rule", { $0.rule }, { $0.rule = $1 }, .text)
    Field.required("name", { $0.name }, { $0.name = $1 }, .text)
    Field.required("value", { $0.value }, { $0.value = $1 }, .text)
    Field.optional("packValue", { $0.packValue }, { $0.packValue = $1 }, .text)
    Field.required("origin", { $0.origin }, { $0.origin = $1 }, .text)
    Field.optional("cite", { $0.cite }, { $0.cite = $1 }, .text)
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

// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import GateModel
internal import Texts

extension SystemReport {
  static let fields = FieldTable(SystemReport(id: "", name: "", tier: .unresolved)) {
    Field.required("id", { $0.id }, { $0.id = $1 }, .text)
    Field.required("name", { $0.name }, { $0.name = $1 }, .text)
    Field.required("tier", { $0.tier }, { $0.tier = $1 }, .choice)
    Field.required("flags", { $0.flags }, { $0.flags = $1 }, .texts)
    Field.required("jurisdictions", { $0.jurisdictions }, { $0.jurisdictions = $1 }, .texts)
    Field.required(
      "tierReasons",
      { $0.tierReasons },
      { $0.tierReasons = $1 },
      .list(of: .record(TierReason.fields))
    )
    Field.required("declared", { $0.isDeclared }, { $0.isDeclared = $1 }, .flag)
    Field.optional("path", { $0.path }, { $0.path = $1 }, .text)
    Field.required("questions", { $0.questions }, { $0.questions = $1 }, .texts)
    Field.optional(
      "openQuestions",
      { $0.listedQuestions },
      { $0.listedQuestions = $1 },
      .list(of: .record(OpenQuestion.fields))
    )
    Field.optional(
      "limits",
      { $0.heldLimits },
      { $0.heldLimits = $1 },
      .list(of: .record(LimitReport.fields))
    )
  }

  private var listedQuestions: [OpenQuestion]? {
    get { openQuestions.isEmpty ? nil : openQuestions }
    set { openQuestions = newValue ?? [] }
  }

  private var heldLimits: [LimitReport]? {
    get { limits.isEmpty ? nil : limits }
    set { limits = newValue ?? [] }
  }
}

extension OpenQuestion {
  fileprivate static let fields = FieldTable(
    OpenQuestion(key: "", article: "", question: "", choices: [])
  ) {
    Field.required("key", { $0.key }, { $0.key = $1 }, .text)
    Field.required("article", { $0.article }, { $0.article = $1 }, .text)
    Field.required("question", { $0.question }, { $0.question = $1 }, .text)
    Field.required(
      "choices",
      { $0.choices },
      { $0.choices = $1 },
      .list(of: .record(Choice.fields))
    )
  }
}

extension OpenQuestion.Choice {
  fileprivate static let fields = FieldTable(OpenQuestion.Choice("", "")) {
    Field.required("answer", { $0.answer }, { $0.answer = $1 }, .text)
    Field.required("effect", { $0.effect }, { $0.effect = $1 }, .text)
  }
}

extension LimitReport {
  fileprivate static let fields = FieldTable(
    LimitReport(parameter: "", bound: "", value: "", cite: "", rule: "", governs: false)
  ) {
    Field.required("parameter", { $0.parameter }, { $0.parameter = $1 }, .text)
    Field.required("bound", { $0.bound }, { $0.bound = $1 }, .text)
    Field.required("value", { $0.value }, { $0.value = $1 }, .text)
    Field.required("cite", { $0.cite }, { $0.cite = $1 }, .text)
    Field.required("rule", { $0.rule }, { $0.rule = $1 }, .text)
    Field.required("governs", { $0.governs }, { $0.governs = $1 }, .flag)
  }
}

extension SystemReport.TierReason {
  fileprivate static let fields = FieldTable(
    SystemReport.TierReason(article: "", fact: "", value: "", text: "")
  ) {
    Field.required("step", { $0.step }, { $0.step = $1 }, .choice)
    Field.required("article", { $0.article }, { $0.article = $1 }, .text)
    Field.required("fact", { $0.fact }, { $0.fact = $1 }, .text)
    Field.required("value", { $0.value }, { $0.value = $1 }, .text)
    Field.required("text", { $0.text }, { $0.text = $1 }, .text)
    Field.optional("location", { $0.location }, { $0.location = $1 }, .location)
  }
}

extension ArtifactReport {
  static let fields = FieldTable(
    ArtifactReport(
      system: "",
      kind: .system,
      format: "",
      path: "",
      blob: nil,
      sha256: .blank,
      size: 0
    )
  ) {
    Field.required("system", { $0.system }, { $0.system = $1 }, .text)
    Field.required("kind", { $0.kind }, { $0.kind = $1 }, .choice)
    Field.required("format", { $0.format }, { $0.format = $1 }, .text)
    Field.required("path", { $0.path }, { $0.path = $1 }, .text)
    Field.required("blob", { $0.blob }, { $0.blob = $1 }, .nullable(.objectID))
    Field.required("sha256", { $0.sha256 }, { $0.sha256 = $1 }, .digest)
    Field.required("size", { $0.size }, { $0.size = $1 }, .count)
    Field.optional(
      "statements",
      { $0.quoted },
      { $0.quoted = $1 },
      .list(of: .record(StatementReport.fields))
    )
    Field.optional(
      "risks",
      { $0.statedRisks },
      { $0.statedRisks = $1 },
      .list(of: .record(RiskReport.fields))
    )
  }

  private var quoted: [StatementReport]? {
    get { statements.isEmpty ? nil : statements }
    set { statements = newValue ?? [] }
  }

  private var statedRisks: [RiskReport]? {
    get { risks.isEmpty ? nil : risks }
    set { risks = newValue ?? [] }
  }
}

extension ModelReport {
  static let fields = FieldTable(ModelReport(system: "", name: "")) {
    Field.required("system", { $0.system }, { $0.system = $1 }, .text)
    Field.required("name", { $0.name }, { $0.name = $1 }, .text)
    Field.required("version", { $0.version }, { $0.version = $1 }, .nullable(.text))
    Field.required("path", { $0.path }, { $0.path = $1 }, .nullable(.text))
    Field.required("sha256", { $0.sha256 }, { $0.sha256 = $1 }, .nullable(.digest))
    Field.required("size", { $0.size }, { $0.size = $1 }, .nullable(.count))
    Field.required("origin", { $0.origin }, { $0.origin = $1 }, .choice)
  }
}

extension RuleReport {
  fileprivate static let fields = FieldTable(RuleReport(name: "", title: "")) {
    Field.optional("code", { $0.code }, { $0.code = $1 }, .text)
    Field.required("title", { $0.title }, { $0.title = $1 }, .text)
    Field.required("controls", { $0.controls }, { $0.controls = $1 }, .controls)
    Field.optional("asks", { $0.asks }, { $0.asks = $1 }, .text)
    Field.required("requires", { $0.requires }, { $0.requires = $1 }, .text)
    Field.required("remedy", { $0.remedy }, { $0.remedy = $1 }, .text)
    Field.required("rationale", { $0.rationale }, { $0.rationale = $1 }, .text)
  }
}

extension Control {
  static let fields = FieldTable(Control(scheme: "", id: "")) {
    Field.required("scheme", { $0.scheme }, { $0.scheme = $1 }, .text)
    Field.required("id", { $0.id }, { $0.id = $1 }, .text)
    Field.optional("from", { $0.from }, { $0.from = $1 }, .date)
    Field.optional("until", { $0.until }, { $0.until = $1 }, .date)
    Field.optional("confidence", { $0.confidence }, { $0.confidence = $1 }, .choice)
  }
}

extension JSONForm<[Control]> {
  static var controls: JSONForm { .list(of: .definition("control") { Control.fields }) }
}

extension JSONForm<[RuleReport]> {
  /// Rules as members of an object, by their names, so that their texts stand once.
  static var rulesByName: JSONForm {
    let rule = JSONForm<RuleReport>.record(RuleReport.fields)
    return JSONForm(
      schema: ["type": "object", "additionalProperties": rule.schema],
      write: { rules, json in
        json.openObject()
        for item in rules {
          json.name(item.name)
          rule.write(item, &json)
        }
        json.closeObject()
      },
      read: { (node) throws(ReportFlaw) in
        guard let members = node.map else { throw ReportFlaw("must be an object") }
        var rules: [RuleReport] = []
        for member in members {
          let name = member.key
          do throws(ReportFlaw) {
            rules.append(try rule.read(member.value))
          } catch {
            throw error.below(name)
          }
          rules[rules.count - 1].name = name
        }
        return rules
      }
    )
  }
}

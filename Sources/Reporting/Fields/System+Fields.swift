// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import GateModel
internal import Texts

extension SystemReport {
  static let fields = FieldTable(SystemReport(id: "", name: "", tier: .unresolved)) {
    Field.required("id", \.id, .text)
    Field.required("name", \.name, .text)
    Field.required("tier", \.tier, .choice)
    Field.required("flags", \.flags, .texts)
    Field.required("jurisdictions", \.jurisdictions, .texts)
    Field.required("tierReasons", \.tierReasons, .list(of: .record(TierReason.fields)))
    Field.required("declared", \.isDeclared, .flag)
    Field.optional("path", \.path, .text)
    Field.required("questions", \.questions, .texts)
    Field.optional("openQuestions", \.listedQuestions, .list(of: .record(OpenQuestion.fields)))
    Field.optional("limits", \.heldLimits, .list(of: .record(LimitReport.fields)))
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
    Field.required("key", \.key, .text)
    Field.required("article", \.article, .text)
    Field.required("question", \.question, .text)
    Field.required("choices", \.choices, .list(of: .record(Choice.fields)))
  }
}

extension OpenQuestion.Choice {
  fileprivate static let fields = FieldTable(OpenQuestion.Choice("", "")) {
    Field.required("answer", \.answer, .text)
    Field.required("effect", \.effect, .text)
  }
}

extension LimitReport {
  fileprivate static let fields = FieldTable(
    LimitReport(parameter: "", bound: "", value: "", cite: "", rule: "", governs: false)
  ) {
    Field.required("parameter", \.parameter, .text)
    Field.required("bound", \.bound, .text)
    Field.required("value", \.value, .text)
    Field.required("cite", \.cite, .text)
    Field.required("rule", \.rule, .text)
    Field.required("governs", \.governs, .flag)
  }
}

extension SystemReport.TierReason {
  fileprivate static let fields = FieldTable(
    SystemReport.TierReason(article: "", fact: "", value: "", text: "")
  ) {
    Field.required("step", \.step, .choice)
    Field.required("article", \.article, .text)
    Field.required("fact", \.fact, .text)
    Field.required("value", \.value, .text)
    Field.required("text", \.text, .text)
    Field.optional("location", \.location, .location)
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
    Field.required("system", \.system, .text)
    Field.required("kind", \.kind, .choice)
    Field.required("format", \.format, .text)
    Field.required("path", \.path, .text)
    Field.required("blob", \.blob, .nullable(.objectID))
    Field.required("sha256", \.sha256, .digest)
    Field.required("size", \.size, .count)
    Field.optional("statements", \.quoted, .list(of: .record(StatementReport.fields)))
    Field.optional("risks", \.statedRisks, .list(of: .record(RiskReport.fields)))
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
    Field.required("system", \.system, .text)
    Field.required("name", \.name, .text)
    Field.required("version", \.version, .nullable(.text))
    Field.required("path", \.path, .nullable(.text))
    Field.required("sha256", \.sha256, .nullable(.digest))
    Field.required("size", \.size, .nullable(.count))
    Field.required("origin", \.origin, .choice)
  }
}

extension RuleReport {
  fileprivate static let fields = FieldTable(RuleReport(name: "", title: "")) {
    Field.optional("code", \.code, .text)
    Field.required("title", \.title, .text)
    Field.required("controls", \.controls, .controls)
    Field.optional("asks", \.asks, .text)
    Field.required("requires", \.requires, .text)
    Field.required("remedy", \.remedy, .text)
    Field.required("rationale", \.rationale, .text)
  }
}

extension Control {
  static let fields = FieldTable(Control(scheme: "", id: "")) {
    Field.required("scheme", \.scheme, .text)
    Field.required("id", \.id, .text)
    Field.optional("from", \.from, .date)
    Field.optional("until", \.until, .date)
    Field.optional("confidence", \.confidence, .choice)
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

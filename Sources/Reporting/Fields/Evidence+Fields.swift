// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import GateModel
internal import Texts

extension StatementReport {
  static let fields = FieldTable(
    StatementReport(topic: "", state: .absent, line: 1, quote: "")
  ) {
    Field.required("topic", { $0.topic }, { $0.topic = $1 }, .text)
    Field.required("state", { $0.state }, { $0.state = $1 }, .choice)
    Field.required("line", { $0.line }, { $0.line = $1 }, .place)
    Field.required("quote", { $0.quote }, { $0.quote = $1 }, .text)
  }
}

extension RiskReport {
  static let fields = FieldTable(RiskReport(name: "", line: 1)) {
    Field.required("name", { $0.name }, { $0.name = $1 }, .text)
    Field.optional("severity", { $0.severity }, { $0.severity = $1 }, .text)
    Field.optional("likelihood", { $0.likelihood }, { $0.likelihood = $1 }, .text)
    Field.optional("measure", { $0.measure }, { $0.measure = $1 }, .text)
    Field.required("line", { $0.line }, { $0.line = $1 }, .place)
  }
}

extension MeasureReport.Group {
  fileprivate static let fields = FieldTable(
    MeasureReport.Group(group: "", n: nil, value: nil, lower: nil, upper: nil)
  ) {
    Field.required("group", { $0.group }, { $0.group = $1 }, .text)
    Field.required("n", { $0.n }, { $0.n = $1 }, .nullable(.count))
    Field.required("value", { $0.value }, { $0.value = $1 }, .nullable(.number))
    Field.required("lower", { $0.lower }, { $0.lower = $1 }, .nullable(.number))
    Field.required("upper", { $0.upper }, { $0.upper = $1 }, .nullable(.number))
  }
}

extension MeasureReport {
  private static let blank = MeasureReport(
    system: "",
    path: "",
    attribute: "",
    metric: "",
    value: nil,
    lower: nil,
    upper: nil,
    level: 0.95,
    limit: nil,
    origin: nil,
    verdict: "",
    neededN: nil,
    groups: []
  )

  static let fields = FieldTable(blank) {
    Field.required("system", { $0.system }, { $0.system = $1 }, .text)
    Field.required("path", { $0.path }, { $0.path = $1 }, .text)
    Field.required("attribute", { $0.attribute }, { $0.attribute = $1 }, .text)
    Field.required("metric", { $0.metric }, { $0.metric = $1 }, .text)
    Field.required("value", { $0.value }, { $0.value = $1 }, .nullable(.number))
    Field.required("lower", { $0.lower }, { $0.lower = $1 }, .nullable(.number))
    Field.required("upper", { $0.upper }, { $0.upper = $1 }, .nullable(.number))
    Field.required("level", { $0.level }, { $0.level = $1 }, .number)
    Field.optional("limit", { $0.limit }, { $0.limit = $1 }, .number)
    Field.optional("tolerance", { $0.tolerance }, { $0.tolerance = $1 }, .number)
    Field.optional("origin", { $0.origin }, { $0.origin = $1 }, .text)
    Field.required("verdict", { $0.verdict }, { $0.verdict = $1 }, .text)
    Field.optional("neededN", { $0.neededN }, { $0.neededN = $1 }, .count)
    Field.required("groups", { $0.groups }, { $0.groups = $1 }, .list(of: .record(Group.fields)))
  }
}

extension JSONForm<Double> {
  static var number: JSONForm {
    JSONForm(
      schema: SchemaParts.number,
      write: { $1.number($0) },
      read: { (node) throws(ReportFlaw) in
        guard case .number = node.value, let number = node.double, number.isFinite else {
          throw ReportFlaw("must be a number")
        }
        return number
      }
    )
  }
}

// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import GateModel
internal import Texts

extension StatementReport {
  static let fields = FieldTable(
    StatementReport(topic: "", state: .absent, line: 1, quote: "")
  ) {
    Field.required("topic", \.topic, .text)
    Field.required("state", \.state, .choice)
    Field.required("line", \.line, .place)
    Field.required("quote", \.quote, .text)
  }
}

extension RiskReport {
  static let fields = FieldTable(RiskReport(name: "", line: 1)) {
    Field.required("name", \.name, .text)
    Field.optional("severity", \.severity, .text)
    Field.optional("likelihood", \.likelihood, .text)
    Field.optional("measure", \.measure, .text)
    Field.required("line", \.line, .place)
  }
}

extension MeasureReport.Group {
  fileprivate static let fields = FieldTable(
    MeasureReport.Group(group: "", n: nil, value: nil, lower: nil, upper: nil)
  ) {
    Field.required("group", \.group, .text)
    Field.required("n", \.n, .nullable(.count))
    Field.required("value", \.value, .nullable(.number))
    Field.required("lower", \.lower, .nullable(.number))
    Field.required("upper", \.upper, .nullable(.number))
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
    Field.required("system", \.system, .text)
    Field.required("path", \.path, .text)
    Field.required("attribute", \.attribute, .text)
    Field.required("metric", \.metric, .text)
    Field.required("value", \.value, .nullable(.number))
    Field.required("lower", \.lower, .nullable(.number))
    Field.required("upper", \.upper, .nullable(.number))
    Field.required("level", \.level, .number)
    Field.optional("limit", \.limit, .number)
    Field.optional("tolerance", \.tolerance, .number)
    Field.optional("origin", \.origin, .text)
    Field.required("verdict", \.verdict, .text)
    Field.optional("neededN", \.neededN, .count)
    Field.required("groups", \.groups, .list(of: .record(Group.fields)))
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

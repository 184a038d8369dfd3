// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

extension ExampleReport {
  /// The report in one of its formats.
  package func page(as format: Format) -> Page {
    switch format {
    case .console: Page(lines: console)
    case .junit: Page(bytes: junit)
    case .json: Page(compactJSON: json)
    }
  }

  private var failures: [Result] { results.filter { !$0.isSatisfied } }

  private var console: String {
    let lines = failures.map { result in
      """
      \(result.rule): \(result.example)
       --> \(result.location)
        expected \(result.expected.rawValue), got \(result.actual?.rawValue ?? "no outcome")
        \(result.explanation.split(separator: "\n").joined(separator: "\n  "))

      """
    }
    let bare = rulesWithoutExamples.map { "\($0): has no example\n" }
    let gaps = (survivors ?? []).filter { $0.reason == nil }.map {
      "\($0.rule): no example notices that \($0.change)\n"
    }
    let rules = Wording.count(Set(results.map(\.rule)).count, "rule", "rules")
    let count = "\(results.count - failures.count) passed, \(failures.count) failed"
    return (lines + bare + gaps).joined(separator: "\n") + "\(rules), \(count)\n" + mutants
  }

  private var mutants: String {
    guard let survivors else { return "" }
    let explained = survivors.filter { $0.reason != nil }.count
    return "\(mutantCount) changes of conditions, \(mutantCount - survivors.count) noticed,"
      + " \(explained) explained, \(survivors.count - explained) survived\n"
  }

  private var json: JSONValue {
    [
      "schema": "modelgate/rule-tests/v1",
      "satisfied": .bool(isSatisfied),
      "rulesWithoutExamples": .strings(rulesWithoutExamples),
      "mutants": survivors == nil ? .null : .int(mutantCount),
      "survivors": .array(
        (survivors ?? []).map { survivor in
          .object(present: [
            ("rule", .string(survivor.rule)),
            ("change", .string(survivor.change)),
            ("reason", survivor.reason.map { .string($0) }),
          ])
        }
      ),
      "results": .array(
        results.map { result in
          .object(present: [
            ("rule", .string(result.rule)),
            ("example", .string(result.example)),
            ("expected", .string(result.expected.rawValue)),
            ("actual", result.actual.map { .string($0.rawValue) } ?? .null),
            ("satisfied", .bool(result.isSatisfied)),
            ("explanation", result.explanation.isEmpty ? nil : .string(result.explanation)),
            ("path", .string(result.location.path)),
            ("line", .int(result.location.position?.line ?? 1)),
          ])
        }
      ),
    ]
  }

  /// One suite for each rule and one case for each example.
  private var junit: [UInt8] {
    let rules = Dictionary(grouping: results, by: \.rule)
    var xml = XMLWriter()
    xml.element("testsuites", Self.counts(of: results)) { xml in
      for rule in rules.keys.sorted() {
        let results = rules[rule] ?? []
        xml.element("testsuite", [("name", rule)] + Self.counts(of: results)) { xml in
          for result in results { Self.write(result, to: &xml) }
        }
      }
    }
    return xml.bytes
  }

  private static func counts(of results: [Result]) -> [(String, String)] {
    let failed = results.filter { !$0.isSatisfied }.count
    return [("tests", "\(results.count)"), ("failures", "\(failed)")]
  }

  private static func write(_ result: Result, to xml: inout XMLWriter) {
    let attributes = [
      ("classname", result.rule), ("name", result.example), ("file", result.location.path),
      ("line", "\(result.location.position?.line ?? 1)"), ("time", "0"),
    ]
    guard !result.isSatisfied else { return xml.element("testcase", attributes) }
    let actual = result.actual?.rawValue ?? "no outcome"
    let message = "expected \(result.expected.rawValue), got \(actual)"
    xml.element("testcase", attributes) { xml in
      xml.element(
        "failure",
        [("type", "modelgate.example"), ("message", message)],
        text: "\(message)\n\(result.explanation)"
      )
    }
  }
}

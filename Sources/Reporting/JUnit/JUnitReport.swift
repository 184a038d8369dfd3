// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

/// JUnit XML: a suite for each system, a case for each rule on each subject, a suite for faults.
struct JUnitReport {
  private let report: Report
  private let profile: JUnitProfile
  private let suites: [JUnitSuite]
  private let texts: JUnitTexts
  /// What every suite says of the run.
  private let properties: [(String, String)]

  init(_ report: Report, profile: JUnitProfile = .rich) {
    self.report = report
    self.profile = profile
    texts = JUnitTexts(report)
    suites = JUnitSuite.all(in: report, saying: texts)
    properties = report.junitProperties
  }

  func bytes() -> [UInt8] { written(to: XMLWriter()) }

  /// Hands on the bytes piece by piece.
  func write(handingOn handOn: @escaping ([UInt8]) -> Void) {
    handOn(written(to: XMLWriter(handingOn: handOn)))
  }

  /// What is left in a writer when all is written.
  private func written(to writer: XMLWriter) -> [UInt8] {
    var xml = writer
    xml.element("testsuites", profile == .strict ? [] : rootAttributes) { xml in
      for (index, suite) in suites.enumerated() { write(suite, at: index, to: &xml) }
    }
    return xml.bytes
  }

  private var rootAttributes: [(String, String)] {
    [("name", "modelgate")] + counts(of: suites.flatMap(\.cases)) + [("time", "0")]
  }

  private func write(_ suite: JUnitSuite, at index: Int, to xml: inout XMLWriter) {
    xml.element("testsuite", attributes(of: suite, at: index)) { xml in
      writeProperties(of: suite, to: &xml)
      for testCase in suite.cases { write(testCase, to: &xml) }
      guard profile == .strict else { return }
      xml.element("system-out")
      xml.element("system-err")
    }
  }

  private func attributes(of suite: JUnitSuite, at index: Int) -> [(String, String)] {
    let strict = [("package", "modelgate"), ("id", String(index)), ("hostname", "modelgate")]
    return [("name", suite.name)] + (profile == .strict ? strict : [])
      + [("timestamp", "\(report.asOf)T00:00:00")] + counts(of: suite.cases) + [("time", "0")]
  }

  private func counts(of cases: [JUnitCase]) -> [(String, String)] {
    func count(_ result: JUnitCase.Result) -> String {
      String(cases.count { $0.result == result })
    }
    return [
      ("tests", String(cases.count)), ("failures", count(.failure)), ("errors", count(.error)),
      ("skipped", count(.skipped)),
    ]
  }

  private func writeProperties(of suite: JUnitSuite, to xml: inout XMLWriter) {
    xml.element("properties") { xml in
      for (name, value) in suite.properties + properties {
        xml.element("property", [("name", name), ("value", VisibleText.line(value, limit: 1_000))])
      }
    }
  }

  private func write(_ testCase: JUnitCase, to xml: inout XMLWriter) {
    let attributes = attributes(of: testCase)
    switch testCase.result {
    case .passed: xml.element("testcase", attributes)
    case .failure: writeReason("failure", of: testCase, attributes, to: &xml)
    case .error: writeReason("error", of: testCase, attributes, to: &xml)
    case .skipped: writeReason("skipped", of: testCase, attributes, to: &xml)
    }
  }

  private func writeReason(
    _ element: String,
    of testCase: JUnitCase,
    _ attributes: [(String, String)],
    to xml: inout XMLWriter
  ) {
    let (message, body) = texts.texts(of: testCase)
    let isTyped = profile == .rich || testCase.result != .skipped
    let type = isTyped ? [("type", testCase.type)] : []
    xml.element("testcase", attributes) { xml in
      xml.element(element, type + [("message", message)], text: body)
    }
  }

  private func attributes(of testCase: JUnitCase) -> [(String, String)] {
    var attributes = [("classname", testCase.className), ("name", testCase.name), ("time", "0")]
    guard profile == .rich, let place = testCase.place, place.path != "." else { return attributes }
    attributes.append(("file", VisibleText.line(place.path, limit: 4_096)))
    if let position = place.position { attributes.append(("line", String(position.line))) }
    return attributes
  }
}

extension Report {
  fileprivate var junitProperties: [(String, String)] {
    var properties = [
      ("verdict", verdict.rawValue), ("sentence", sentence), ("as-of", asOf.description),
      ("standing", standing),
    ]
    if let commit = repository.commit { properties.append(("git.commit", commit.hex)) }
    if let tree = repository.tree { properties.append(("git.tree", tree.hex)) }
    properties.append(("policy.digest", policy.digest.hex))
    if let ref = policy.ref { properties.append(("policy.ref", ref)) }
    if let commit = policy.commit { properties.append(("policy.commit", commit.hex)) }
    properties.append(("request", asked))
    return properties + [("tool.version", tool.version)]
  }
}

/// Which readers of JUnit XML a file is for.
package enum JUnitProfile: String, Sendable, Hashable, CaseIterable {
  /// For GitLab, Jenkins and the GitHub actions: with files and lines.
  case rich
  /// For readers that validate against the published schemas: nothing beyond both of them.
  case strict
}

extension Report {
  /// The report as JUnit XML for chosen readers.
  package func junit(profile: JUnitProfile) -> [UInt8] {
    JUnitReport(self, profile: profile).bytes()
  }
}

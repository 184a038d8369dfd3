// SPDX-License-Identifier: Apache-2.0

import Foundation
import FoundationXML

/// JUnit XML as a reader sees it.
struct ParsedJUnit {
  struct Case {
    var attributes: [String: String]
    /// The child elements that say how it came out.
    var children: [(name: String, attributes: [String: String], body: String)] = []

    func child(_ name: String) -> (attributes: [String: String], body: String)? {
      children.first { $0.name == name }.map { ($0.attributes, $0.body) }
    }
  }

  struct Suite {
    var attributes: [String: String]
    var cases: [Case] = []

    func count(_ child: String) -> Int { cases.count { $0.child(child) != nil } }
  }

  private(set) var attributes: [String: String] = [:]
  private(set) var suites: [Suite] = []

  /// Reads XML with a parser that is not ours; nil when it is not well-formed.
  init?(_ bytes: [UInt8]) {
    let reader = Reader()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = reader
    guard parser.parse() else { return nil }
    (attributes, suites) = (reader.root, reader.suites)
  }

  var cases: [Case] { suites.flatMap(\.cases) }

  private final class Reader: NSObject, XMLParserDelegate {
    var root: [String: String] = [:]
    var suites: [Suite] = []

    func parser(
      _ parser: XMLParser,
      didStartElement name: String,
      namespaceURI: String?,
      qualifiedName: String?,
      attributes: [String: String]
    ) {
      switch name {
      case "testsuites": root = attributes
      case "testsuite": suites.append(Suite(attributes: attributes))
      case "testcase": suites[suites.count - 1].cases.append(Case(attributes: attributes))
      case "failure", "error", "skipped": addChild(name, attributes)
      default: break
      }
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
      guard let suite = suites.indices.last, let index = suites[suite].cases.indices.last,
        let child = suites[suite].cases[index].children.indices.last
      else { return }
      suites[suite].cases[index].children[child].body += text
    }

    private func addChild(_ name: String, _ attributes: [String: String]) {
      guard let suite = suites.indices.last, let index = suites[suite].cases.indices.last else {
        return
      }
      suites[suite].cases[index].children.append((name, attributes, ""))
    }
  }
}

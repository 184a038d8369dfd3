// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import GateModel
internal import Texts

/// Why bytes are no report.
package struct ReportFlaw: Error, Hashable, Sendable {
  /// Where, as an RFC 6901 JSON Pointer; empty for the whole text.
  package private(set) var pointer = ""
  /// What is wrong there, as a phrase that goes on after the place.
  package let reason: String

  init(_ reason: String) {
    self.reason = reason
  }

  /// The same flaw, seen from the value that holds a member or an element.
  func below(_ name: String) -> ReportFlaw {
    var flaw = self
    flaw.pointer = "/\(PointerPath.escaped(name))\(pointer)"
    return flaw
  }
}

extension ReportFlaw: CustomStringConvertible {
  /// The place and what is wrong there.
  package var description: String {
    pointer.isEmpty ? "the report \(reason)" : "\(pointer) \(reason)"
  }
}

extension Report {
  /// Whether a summary is the one that follows from the results.
  fileprivate func hasSummary(_ stated: Node?) -> Bool {
    let counts = [
      "passed": summary.passed, "failed": summary.failed, "undecided": summary.undecided,
      "waived": summary.waived, "notApplicable": summary.notApplicable,
      "upcoming": summary.upcoming,
    ]
    return counts.allSatisfy { stated?[$0.key]?.int == $0.value }
  }

  /// The report as canonical JSON (RFC 8785), in the form that `ReportSchema` describes.
  package var json: [UInt8] { Self.fields.bytes(of: self) }

  /// Reads a report back from its JSON.
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - requiresCanonicalForm: Whether the text must be, byte for byte, what this program writes for
  ///     such a report: in canonical form, in the fixed order, and with the summary that follows from
  ///     the results.
  /// - Returns: The report.
  /// - Throws: The first flaw that is met.
  package static func read(
    _ bytes: [UInt8],
    requiresCanonicalForm: Bool = true
  ) throws(ReportFlaw) -> Report {
    let node: Node
    do throws(Problem) {
      let limits = DocumentLimits(maximumDepth: 256, maximumNodes: 64_000_000)
      node = try JSONReader.read(bytes, limits: limits)
    } catch {
      throw ReportFlaw("is no JSON: \(error)")
    }
    let report = try fields.read(node).ordered()
    guard report.hasSummary(node["summary"]) else {
      throw ReportFlaw("contradicts itself: its summary is not that of its results")
    }
    guard !requiresCanonicalForm || report.json == bytes else {
      throw ReportFlaw("is not what its own fields give: form, order or summary differ")
    }
    return report
  }
}

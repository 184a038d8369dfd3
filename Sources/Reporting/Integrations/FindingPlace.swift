// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

/// Where integrations show findings: paths from the root of the repository, never without a file.
struct FindingPlaces {
  private let report: Report
  private let mainFiles: [String: String]

  init(_ report: Report) {
    self.report = report
    let declarations = report.systems.compactMap { system in system.path.map { (system.id, $0) } }
    let artifacts = report.artifacts.map { ($0.system, $0.path) }
    mainFiles = Dictionary(declarations + artifacts, uniquingKeysWith: { first, _ in first })
  }

  /// The first location of a result; without one, the declaration or first artifact of its system.
  func place(of result: CheckResult) -> SourceLocation {
    if let location = result.locations.first { return place(of: location) }
    return mainPlace(of: result.system)
  }

  /// The place of a fault; without one, the main file of its system, else the policy.
  func place(of fault: Fault) -> SourceLocation {
    if let location = fault.location { return place(of: location) }
    return mainPlace(of: fault.system ?? "")
  }

  /// A file that people can open: the system's own, else any that was read, else the policy.
  private func mainPlace(of system: String) -> SourceLocation {
    let path =
      mainFiles[system] ?? report.systems.lazy.compactMap(\.path).first
      ?? report.artifacts.first?.path ?? report.policy.path ?? "modelgate.yml"
    return place(of: SourceLocation(path: path))
  }

  /// A location, counted from the root of the repository.
  func place(of location: SourceLocation) -> SourceLocation {
    SourceLocation(
      path: report.pathFromRepositoryRoot(location.path),
      position: location.position
    )
  }
}

extension Report {
  /// The path of a file as the repository's readers know it.
  ///
  /// A report about one folder of a repository counts paths from that folder.
  func pathFromRepositoryRoot(_ path: String) -> String {
    guard let directory = repository.directory, !directory.isEmpty, directory != "." else {
      return path
    }
    return directory.hasSuffix("/") ? directory + path : "\(directory)/\(path)"
  }

  /// What integrations show: failed rules that no waiver accepts, and rules that were not judged.
  var openResults: [CheckResult] {
    results.filter { $0.outcome == .failed || $0.outcome == .undecided }
  }
}

extension CheckResult {
  /// The message, with the day since when the finding is known where it is not new.
  var agedMessage: String {
    knownSince.map { "not new, known since \($0): \(message)" } ?? message
  }

  /// The finding in one line for lists that show nothing else.
  func headline(_ rule: RuleReport, limit: Int) -> String {
    let reason = message.isEmpty ? rule.title : agedMessage
    let text = "\(outcome == .undecided ? "undecided: " : "")\(reason)"
    return VisibleText.line(text.isEmpty ? ruleName : text, limit: limit)
  }
}

extension Fault {
  /// The message, with the day since when the fault is known where it is not new.
  var agedMessage: String {
    knownSince.map { "not new, known since \($0): \(message)" } ?? message
  }
}

/// Paths as relative URI references (RFC 3986).
enum URIPath {
  /// The path with every byte percent-encoded that is neither unreserved (§2.3) nor a slash.
  static func encoded(_ path: String) -> String {
    var result = ""
    for byte in path.utf8 {
      if isPlain(byte) {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        result += byte < 0x10 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return result
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"): true
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"): true
    default: false
    }
  }
}

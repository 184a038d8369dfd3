// SPDX-License-Identifier: Apache-2.0

import Assessment
import Documents
import GateModel
import RulePacks
import Testing

/// A pack as texts, with one rule that is free of mistakes.
struct SamplePack: Sendable {
  static let manifest = """
    id: sample
    version: "1"
    title: Sample
    summary: Rules of a test.
    examples_as_of: 2026-11-21

    """

  /// The lines of the rule `sample-rule`.
  static let rule = [
    "id: sample-rule", "code: SMP-1", "title: A sample", "controls: []", "rationale: A test.",
    "remedy: Nothing.", "severity: error", "require: dossier.artifacts.size() > 0",
    "message: it does not hold",
  ]

  /// The files by path.
  var files: [String: String]

  /// The pack, with some lines of its rule replaced or added.
  ///
  /// A line replaces that with the same key; one whose key is new, or that is indented, is added.
  init(changing lines: [String] = [], removing keys: [String] = []) {
    var rule = Self.rule.filter { line in !keys.contains { line.hasPrefix("\($0):") } }
    for line in lines {
      let key = line.prefix { $0 != ":" }
      let isKey = !line.hasPrefix(" ") && !line.hasPrefix("-")
      if isKey, let place = rule.firstIndex(where: { $0.hasPrefix("\(key):") }) {
        rule[place] = line
      } else {
        rule.append(line)
      }
    }
    files = [
      "pack.yaml": Self.manifest,
      "rules/sample-rule.yaml": rule.joined(separator: "\n") + "\n",
    ]
  }

  static let loader = PackLoader(environment: Facts.environment)

  /// Adds lines to `pack.yaml`.
  func declaring(_ lines: String...) -> SamplePack {
    var pack = self
    pack.files["pack.yaml", default: ""] += lines.joined(separator: "\n") + "\n"
    return pack
  }

  /// The pack as the loader sees it.
  func load(
    settings: ParameterSettings = ParameterSettings(),
    readsExamples: Bool = true
  ) throws(PackProblems) -> RulePack {
    try Self.loader.pack(
      files: files.map { PackFile(path: $0.key, bytes: Array($0.value.utf8)) },
      folder: "sample",
      settings: settings,
      readsExamples: readsExamples
    )
  }

  /// What the loader finds wrong.
  func problems(settings: ParameterSettings = ParameterSettings()) -> [Problem] {
    do throws(PackProblems) {
      _ = try load(settings: settings)
      return []
    } catch {
      return error.problems
    }
  }
}

extension ParameterSettings {
  /// The settings that a policy writes below `parameters:`.
  static func written(_ text: String) throws(Problem) -> ParameterSettings {
    ParameterSettings(try YAMLReader.read(Array(text.utf8)), path: "modelgate.yml")
  }
}

// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
internal import Assessment
internal import GateModel
package import Reporting
internal import RuleLanguage
package import RulePacks
internal import Texts

/// The rules of several packs, loaded from the program or from folders on disk.
package struct RuleCatalogue: Sendable {
  /// The packs, sorted by id.
  package let packs: [RulePack]

  /// The names of the packs that are part of the program.
  package static var shippedNames: [String] { ShippedPacks.names }

  /// The name under which a pack is asked for: a folder is told from a shipped pack by its `/`.
  package static func placed(_ name: String) -> String {
    name.contains("/") || shippedNames.contains(name) ? name : "./\(name)"
  }

  /// Loads packs by name, or by the path of their folder.
  ///
  /// - Parameters:
  ///   - names: The packs.
  ///   - readsExamples: Whether the rules of shipped packs carry their examples; those of other
  ///     packs always do.
  /// - Throws: Every problem of every pack in one go.
  package init(packs names: [String], readsExamples: Bool = true) throws(RunFailure) {
    let loader = PackLoader(environment: Facts.environment)
    var packs: [RulePack] = []
    var problems: [Problem] = []
    for name in names {
      do throws(RunFailure) {
        let found = try PackFiles(named: name)
        packs.append(
          try RunFailure.rethrowing { () throws(PackProblems) in
            try loader.pack(
              files: found.files,
              folder: name,
              shared: found.areShipped && readsExamples
                ? ShippedPacks.sharedFixtures : found.shared,
              readsExamples: readsExamples || !found.areShipped
            )
          }
        )
      } catch {
        problems += error.problems
      }
    }
    guard problems.isEmpty else { throw RunFailure(.configuration, problems) }
    self.packs = packs.sorted { $0.id < $1.id }
  }

  /// The topics that a rule names and the columns that it reads, with headings that are understood.
  private static func headings(of rule: Rule) -> [(topic: String, headings: [String])] {
    let source = [rule.when?.source, rule.require.source].compactMap(\.self).joined(separator: " ")
    return Topic.allCases.filter { source.contains("'\($0.rawValue)'") }
      .map { ($0.rawValue, AcceptedHeadings.of($0)) }.filter { !$0.1.isEmpty }
      + AcceptedHeadings.ofColumns(in: source)
  }

  /// The explanation of a rule: `pack/rule`, the bare id, or the short code.
  package func explanation(of name: String) throws(RunFailure) -> RuleExplanation {
    for pack in packs {
      for rule in pack.rules where Self.names(of: rule, in: pack).contains(name) {
        return RuleExplanation(pack: pack, rule: rule, headings: Self.headings(of: rule))
      }
    }
    let known = packs.flatMap { pack in pack.rules.flatMap { Self.names(of: $0, in: pack) } }
    throw .configuration(
      "there is no rule '\(name)'",
      help: Suggestion.closest(to: name, among: known).map { "did you mean '\($0)'?" }
        ?? "see 'modelgate list rules'"
    )
  }

  private static func names(of rule: Rule, in pack: RulePack) -> [String] {
    ["\(pack.id)/\(rule.id)", rule.id] + (rule.code.map { [$0] } ?? [])
  }

  /// The rules: pack, id, code, severity, title.
  package var rules: Listing {
    Listing(
      ["pack", "id", "code", "severity", "title"],
      absence: "the packs hold no rule",
      joinsFirst: true,
      rows: packs.flatMap { pack in
        pack.rules.map {
          [
            .text(pack.id), .text($0.id), $0.code.map { .text($0) }, .text($0.severity.text),
            .text($0.title),
          ]
        }
      }
    )
  }

  /// The packs: id, version, number of rules, title.
  package var listing: Listing {
    Listing(
      ["id", "version", "ruleCount", "title"],
      absence: "there is no rule pack",
      rows: packs.map {
        [
          .text($0.id), .text($0.version), .count($0.rules.count, "rule", "rules"),
          .text($0.title),
        ]
      }
    )
  }

  /// The parameters of the packs that rules share.
  package var parameters: Listing {
    Listing(
      ["pack", "name", "value", "terms", "summary"],
      absence: "no pack has parameters for all its rules",
      rows: packs.flatMap { pack in
        pack.parameters.map { parameter in
          [
            .text(pack.id), .text(parameter.name), .text(parameter.value.text),
            .text(parameter.terms), .text(parameter.summary),
          ]
        }
      }
    )
  }

  /// Every function that rules may call, with what it gives and an example.
  package static var functions: Page {
    Page(lines: FunctionReference.text)
  }

  /// The functions for programs: one row for each form that a call may have.
  package static var functionListing: Listing {
    Listing(
      ["signature", "summary", "example"],
      absence: "there is no function",
      rows: FunctionReference.rows.map { row in row.map { .text($0) } }
    )
  }
}

extension RunFailure {
  /// Runs a loader and turns its problems into a failure.
  static func rethrowing<Value>(
    _ load: () throws(PackProblems) -> Value
  ) throws(RunFailure) -> Value {
    do throws(PackProblems) {
      return try load()
    } catch {
      throw RunFailure(.configuration, error.problems)
    }
  }
}

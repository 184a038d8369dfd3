// SPDX-License-Identifier: Apache-2.0

internal import GateModel

extension Report {
  /// The report without what it quotes of some files; outcomes stay.
  ///
  /// - Parameter paths: The files, from the root of the checked tree.
  /// - Returns: The report without their lines, statements, risks and counts; a check that stands on one
  ///   of them says what its rule is about, and nothing of what was seen.
  package func withoutQuotes(of paths: Set<String>) -> Report {
    guard !paths.isEmpty else { return self }
    var copy = self
    copy.sourceLines.removeAll { paths.contains($0.path) }
    copy.measures.removeAll { paths.contains($0.path) }
    for index in copy.artifacts.indices where paths.contains(copy.artifacts[index].path) {
      (copy.artifacts[index].statements, copy.artifacts[index].risks) = ([], [])
    }
    let titles = Dictionary(rules.map { ($0.name, $0.title) }) { first, _ in first }
    for index in copy.results.indices where copy.results[index].stands(on: paths) {
      (copy.results[index].seen, copy.results[index].explanation) = ("", nil)
      copy.results[index].message = titles[copy.results[index].ruleName] ?? ""
    }
    return copy
  }
}

extension Report {
  /// The same report without models, artifacts and measures of some files, and without the states of
  /// waivers: whether one is used depends on what fails.
  package func withoutParts(of paths: Set<String>) -> Report {
    var copy = self
    copy.models.removeAll { $0.path.map(paths.contains) ?? false }
    copy.artifacts.removeAll { paths.contains($0.path) }
    copy.measures.removeAll { paths.contains($0.path) }
    for index in copy.waivers.indices { copy.waivers[index].state = .unused }
    return copy
  }
}

extension CheckResult {
  fileprivate func stands(on paths: Set<String>) -> Bool {
    locations.contains { paths.contains($0.path) } || explanation?.stands(on: paths) ?? false
  }
}

extension Explanation {
  fileprivate func stands(on paths: Set<String>) -> Bool {
    location.map { paths.contains($0.path) } ?? false || children.contains { $0.stands(on: paths) }
  }
}

// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Gate
internal import GateModel
internal import Reporting

/// A check as most pipelines write it, read without the parser of the command line, whose reflection
/// takes as long as judging a small repository.
///
/// Whatever is not plain is left to the parser: help, mistakes, words with a dash where a value should
/// be, and options that are given twice.
extension CheckCommand {
  /// Creates the command; nil where its arguments are not plain.
  init?(plain arguments: [String]) {
    self.init(unset: ())
    var seen: Set<String> = []
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts.first ?? "")
      let isFirst = seen.insert(name).inserted
      if parts.count == 1, isFirst, setFlag(name) { continue }
      guard let value = parts.count == 2 ? String(parts[1]) : rest.popFirst(),
        !value.isEmpty, !value.hasPrefix("-"),
        addValue(value, to: name) || isFirst && setValue(value, of: name)
      else { return nil }
    }
    do {
      try repository.validate()
      try policy.validate()
      try scope.validate()
      try validate()
    } catch {
      return nil
    }
  }

  /// The command without arguments.
  private init(unset: Void) {
    self.init()
    repository = RepositoryOptions(unset: ())
    policy = PolicyOptions(unset: ())
    scope = ScopeOptions(unset: ())
    (outputs, redacted, signingKeys) = ([], [], [])
    (evidence, previous, failOn, grouping) = (nil, nil, nil, nil)
    junitProfile = .rich
    (explain, quiet, noColor) = (false, false, false)
  }

  private mutating func setFlag(_ name: String) -> Bool {
    switch name {
    case "--staged": repository.staged = true
    case "--worktree": repository.worktree = true
    case "--any-owner": repository.anyOwner = true
    case "--before-commit": policy.beforeCommit = true
    case "--only-changed": scope.onlyChanged = true
    case "--new-only": scope.newOnly = true
    case "--explain": explain = true
    case "--quiet": quiet = true
    case "--no-color": noColor = true
    default: return false
    }
    return true
  }

  /// Adds a value to an option that may be given often.
  private mutating func addValue(_ value: String, to name: String) -> Bool {
    switch name {
    case "--pack": policy.packs.append(value)
    case "--system": policy.systems.append(value)
    case "--redact": redacted.append(value)
    case "--sign-key": signingKeys.append(value)
    case "--output":
      guard let output = OutputTarget(argument: value) else { return false }
      outputs.append(output)
    default: return false
    }
    return true
  }

  private mutating func setValue(_ value: String, of name: String) -> Bool {
    switch name {
    case "--repo": repository.repo = value
    case "--rev": repository.rev = value
    case "--path": repository.path = value
    case "--jobs": return Self.set(&repository.jobs, to: Int(value))
    case "--policy": policy.policy = value
    case "--policy-ref": policy.policyRef = value
    case "--as-of": return Self.set(&policy.asOf, to: DayOption(argument: value))
    case "--base": scope.base = value
    case "--baseline": scope.baseline = value
    case "--shard": scope.shard = value
    case "--evidence": evidence = value
    case "--previous": previous = value
    case "--fail-on": return Self.set(&failOn, to: FailureThreshold(rawValue: value))
    case "--by": return Self.set(&grouping, to: ConsoleStyle.Grouping(rawValue: value))
    case "--junit-profile":
      guard let profile = JUnitProfile(rawValue: value) else { return false }
      junitProfile = profile
    default: return false
    }
    return true
  }

  /// Sets an option to what its text stands for; false for a text that it does not take.
  private static func set<Value>(_ option: inout Value?, to value: Value?) -> Bool {
    option = value
    return value != nil
  }
}

extension RepositoryOptions {
  /// The options without arguments.
  fileprivate init(unset: Void) {
    self.init()
    repo = "."
    (rev, path, jobs) = (nil, nil, nil)
    (staged, worktree, anyOwner) = (false, false, false)
  }
}

extension PolicyOptions {
  /// The options without arguments.
  fileprivate init(unset: Void) {
    self.init()
    (policy, policyRef, asOf) = (nil, nil, nil)
    (packs, systems) = ([], [])
    beforeCommit = false
  }
}

extension ScopeOptions {
  /// The options without arguments.
  fileprivate init(unset: Void) {
    self.init()
    (base, baseline, shard) = (nil, nil, nil)
    (onlyChanged, newOnly) = (false, false)
  }
}

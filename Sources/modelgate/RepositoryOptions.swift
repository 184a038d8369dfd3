// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Gate
internal import GateModel
internal import Reporting

/// Which tree is read.
struct RepositoryOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The repository: a worktree, a bare or mirror clone.", valueName: "path")
  )
  var repo = "."

  @Option(help: ArgumentHelp("The revision: a branch, tag, id or HEAD~2.", valueName: "rev"))
  var rev: String?

  @Option(help: ArgumentHelp("Treat this folder of the tree as the root.", valueName: "dir"))
  var path: String?

  @Flag(help: "Judge the index instead of a commit.")
  var staged = false

  @Flag(help: "Judge the files on disk instead of a commit.")
  var worktree = false

  @Flag(
    name: .customLong("any-owner"),
    help: "Read the repository whoever owns it; nothing in it is ever run."
  )
  var anyOwner = false

  @Option(help: ArgumentHelp("Work on this many things at once.", valueName: "n"))
  var jobs: Int?

  func validate() throws {
    let sources = [rev != nil, staged, worktree].filter { $0 }
    guard sources.count <= 1 else {
      throw ValidationError("--rev, --staged and --worktree exclude one another; give one of them.")
    }
    guard jobs ?? 1 > 0 else { throw ValidationError("--jobs needs a number from 1 upwards.") }
  }

  var source: RunRequest.Source {
    if staged { return .index }
    if worktree { return .workingTree }
    return .commit(rev ?? "HEAD")
  }
}

/// By what the tree is judged.
struct PolicyOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Read the policy from this file instead of modelgate.yml.",
      valueName: "file"
    )
  )
  var policy: String?

  @Option(
    name: .customLong("policy-ref"),
    help: ArgumentHelp(
      "Read policy, packs and waivers from this revision, so that a change cannot weaken its own gate.",
      valueName: "rev"
    )
  )
  var policyRef: String?

  @Option(
    name: .customLong("pack"),
    help: ArgumentHelp(
      "A shipped pack by name, or a folder with a pack; replaces those of the policy.",
      valueName: "name|path"
    )
  )
  var packs: [String] = []

  @Option(
    name: .customLong("system"),
    help: ArgumentHelp("Judge only the system with this id.", valueName: "id")
  )
  var systems: [String] = []

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      "The day of the check, YYYY-MM-DD, or commit for the commit's own; default: today in UTC.",
      valueName: "date"
    )
  )
  var asOf: DayOption?

  @Flag(
    name: .customLong("before-commit"),
    help: "Say that a day before the commit's own is meant; it is undecided otherwise."
  )
  var beforeCommit = false

  func validate() throws {
    guard policy == nil || policyRef == nil else {
      throw ValidationError("--policy and --policy-ref exclude one another; give one of them.")
    }
  }

  var source: RunRequest.PolicySource {
    if let policy { return .file(policy) }
    return policyRef.map { .revision($0) } ?? .checkedTree
  }
}

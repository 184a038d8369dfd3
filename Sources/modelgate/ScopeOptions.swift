// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import FoundationEssentials
internal import Gate

/// Which part of the tree is judged, and which findings count.
struct ScopeOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Where the judged work began; auto asks the variables of GitHub or GitLab.",
      valueName: "rev|auto"
    )
  )
  var base: String?

  @Flag(
    name: .customLong("only-changed"),
    help: "Judge only the systems that changed since --base."
  )
  var onlyChanged = false

  @Flag(
    name: .customLong("new-only"),
    help: "Let only findings count that --base does not have; the others are listed."
  )
  var newOnly = false

  @Option(
    help: ArgumentHelp(
      "Let the findings of this file not count; it is read from where the policy is read.",
      valueName: "file"
    )
  )
  var baseline: String?

  @Option(
    help: ArgumentHelp(
      "Judge one of N parts of the systems; auto asks CI_NODE_INDEX and CI_NODE_TOTAL.",
      valueName: "k/n|auto"
    )
  )
  var shard: String?

  func validate() throws {
    guard base != nil || !(onlyChanged || newOnly) else {
      throw ValidationError("--only-changed and --new-only need --base.")
    }
    guard baseline == nil || !newOnly else {
      throw ValidationError("--baseline and --new-only exclude one another; give one of them.")
    }
    guard shard == nil || !onlyChanged else {
      throw ValidationError("--shard and --only-changed exclude one another; give one of them.")
    }
    guard let shard, shard != "auto" else { return }
    guard Shard(shard) != nil else {
      throw ValidationError("--shard needs K/N with K from 1 to N, or auto.")
    }
  }

  /// The first option because of which the result proves nothing about the commit alone.
  var partial: String? {
    if onlyChanged { return "--only-changed" }
    if newOnly { return "--new-only" }
    return shard == nil ? nil : "--shard"
  }

  /// Writes the options into a request.
  func apply(to request: inout RunRequest) throws {
    let variables = ProcessInfo.processInfo.environment
    request.base = base == "auto" ? try AutomaticBase.revision(variables) : base
    request.judgesOnlyChanged = onlyChanged
    request.countsOnlyNew = newOnly
    request.baseline = baseline
    guard let shard else { return }
    guard let part = shard == "auto" ? Shard(variables) : Shard(shard) else {
      throw ValidationError("--shard auto needs CI_NODE_INDEX and CI_NODE_TOTAL.")
    }
    request.shard = part
  }
}

// SPDX-License-Identifier: Apache-2.0

package import GateModel

/// Everything that goes into a bundle, as values; the bundle is a pure function of them.
package struct BundleContents: Hashable, Sendable {
  /// What the bundle is about, such as the name of the repository; any text.
  package var name: String
  /// The commit that was checked.
  package var commit: ObjectID
  /// The folder of the commit's tree that was checked as the root; empty for the whole tree.
  package var root: String
  /// The day for which the check was made; it becomes the bagging date.
  package var asOf: CalendarDate
  /// The program that made the bundle, with its version, on one line.
  package var softwareAgent: String
  /// What a person should read first.
  package var readme: [UInt8]
  /// What the evaluation saw beyond the inputs, as canonical JSON.
  package var facts: [UInt8]
  /// The rendered reports by plain file name; `report.json` has to be among them.
  package var reports: [PlacedFile]
  /// The exact bytes of the policy and of every rule pack, under the paths they were read from.
  package var policy: [BundleFile]
  /// The commit that policy, packs and waivers were read from, where that is not the checked one.
  package var policyCommit: ObjectID?
  /// The files of the checked tree that the verdict rests on.
  package var inputs: [BundleInput]
  /// The models that the verdict is about.
  package var models: [BundleModel]
  /// A git pack (version 2, without deltas) with the commit, the trees on the way to each input and
  /// below the checked folder, and the inputs' blobs.
  package var repositoryPack: FileContent
  /// How the bundle follows those of earlier releases, where it does.
  package var chain: BundleChain?

  /// Creates the contents of a bundle.
  package init(
    name: String,
    commit: ObjectID,
    root: String = "",
    asOf: CalendarDate,
    softwareAgent: String,
    readme: [UInt8],
    facts: [UInt8],
    reports: [PlacedFile],
    policy: [BundleFile],
    policyCommit: ObjectID? = nil,
    inputs: [BundleInput],
    models: [BundleModel] = [],
    repositoryPack: FileContent,
    chain: BundleChain? = nil
  ) {
    self.name = name
    self.commit = commit
    self.root = root
    self.asOf = asOf
    self.softwareAgent = softwareAgent
    self.readme = readme
    self.facts = facts
    self.reports = reports
    self.policy = policy
    self.policyCommit = policyCommit
    self.inputs = inputs
    self.models = models
    self.repositoryPack = repositoryPack
    self.chain = chain
  }

  /// The name of the bundle's top directory: `modelgate-evidence-<name>-<commit12>`.
  ///
  /// Of the name, lower-case letters, digits, `.`, `_` and `-` remain; anything else becomes `-`.
  package var baseName: String { Self.baseName(of: name, at: commit) }

  /// The name of the top directory of a bundle about something at a commit.
  package static func baseName(of name: String, at commit: ObjectID) -> String {
    let plain = name.lowercased().unicodeScalars.prefix(60).map { scalar in
      SafeName.allows(scalar) && scalar != "=" ? Character(scalar) : "-"
    }
    return "modelgate-evidence-\(plain.isEmpty ? "repository" : String(plain))-\(commit.short)"
  }
}

// SPDX-License-Identifier: Apache-2.0

package import Documents
package import FileShapes
package import GateModel
internal import Texts

extension PolicyFile {
  /// Reads a policy; what the file does not say is as in `standard`.
  ///
  /// - Returns: The policy, with every problem of the file; with problems it must not be used.
  package static func read(
    _ node: Node,
    path: String,
    blob: ObjectID? = nil
  ) -> (value: PolicyFile, problems: [Problem]) {
    var reading = ConfigurationReading(node, shape: shape, path: path, blob: blob)
    var policy = standard
    policy.source = reading.root.source
    policy.readJudging(reading.root)
    policy.readPaths(&reading)
    policy.signers = (reading.root["signers"]?.elements ?? []).compactMap {
      PolicySigner($0, &reading)
    }
    if let packs = reading.root["packs"] {
      policy.packs = packs.elements.compactMap { Pack($0, in: reading.folder) }
      reading.rejectDuplicates(packs.elements) { Pack($0, in: "")?.origin.text }
    }
    return (policy, reading.sortedProblems)
  }

  private mutating func readJudging(_ root: NodeCursor) {
    failOn = root["fail_on"]?.choice() ?? failOn
    unknownIs = root["unknown_is"]?.choice() ?? unknownIs
    unaskedDuties = root["unasked_duties"]?.choice() ?? unaskedDuties
    strictDates = root["strict_dates"]?.node.bool ?? strictDates
    waiverMaximumDays = root["waiver_max_days"]?.node.int ?? waiverMaximumDays
    waiverWarningDays = root["waiver_warn_days"]?.node.int ?? waiverWarningDays
    answersMaximumDays = root["answers_max_days"]?.node.int
    waiverApprovers = Dictionary(
      (root["waiver_approvers"]?.members ?? []).map { ($0.key, $0.value.texts) }
    ) { first, _ in first }
    requiredSystems = root["require_systems"]?.texts ?? []
    mappings = root["mappings"]?.node
  }

  private mutating func readPaths(_ reading: inout ConfigurationReading) {
    let (root, folder) = (reading.root, reading.folder)
    if let cursor = root["waivers"], let text = cursor.text {
      if let path = TreePath.resolve(text, in: folder) {
        waivers = path
      } else {
        reading.add(
          "bad-path",
          "'\(Excerpt.line(text))' leads out of the tree",
          help: "write a path inside the repository",
          at: cursor
        )
      }
    }
    if let globs = root["systems"] {
      systems = globs.elements.compactMap { glob in
        Self.declarations(in: glob, folder) ?? reading.pattern(glob, in: folder)
      }
    }
    if let globs = root["exclude"] {
      excluded = globs.elements.compactMap { reading.pattern($0, in: folder) }
    }
  }

  /// The declarations of the folders that a glob names; nil where it names files.
  private static func declarations(in glob: NodeCursor, _ folder: String) -> PathPattern? {
    guard let text = glob.text, !text.isEmpty, !TreePath.name(of: text).contains(".") else {
      return nil
    }
    return PathPattern("\(text.hasSuffix("/") ? text : text + "/")ai-system.{yml,yaml}", in: folder)
  }

  /// What a policy may say.
  package static let shape = Shape.map([
    .required("version", .version(1), "the version of this file format"),
    Field(
      "packs",
      .list(packShape),
      "the rule packs; without it, essentials and what the declared places and roles bring about"
    ),
    Field(
      "fail_on",
      .choice(FailureThreshold.allCases.map(\.rawValue)),
      "the lowest severity whose failure fails the run; error when missing"
    ),
    Field(
      "unknown_is",
      .choice(UnknownAnswer.allCases.map(\.rawValue)),
      "what an unanswered fact does that the risk tier needs; fail when missing"
    ),
    Field(
      "unasked_duties",
      .choice(UnaskedAnswer.allCases.map(\.rawValue)),
      "what a duty does that no selected rule asks for; fail when missing"
    ),
    Field("strict_dates", .flag, "whether contested dates use their earlier reading"),
    Field("waivers", .text, "the path of the waiver file; modelgate-waivers.yml when missing"),
    Field(
      "waiver_max_days",
      .integer(minimum: 1),
      "the longest time from creation to expiry of a waiver; 365 when missing"
    ),
    Field(
      "waiver_warn_days",
      .integer(minimum: 0),
      "how many days before its expiry a waiver is reported; 30 when missing"
    ),
    Field(
      "answers_max_days",
      .integer(minimum: 1),
      "how old answers for whole groups of facts may be, in days; any age when missing"
    ),
    Field(
      "waiver_approvers",
      .map([Field("gdpr", .oneOrMore(.text), "names or addresses")]),
      "who may accept a gap in the duties of the GDPR; nobody when missing"
    ),
    Field("signers", .list(PolicySigner.shape), "the keys that are bound to roles"),
    Field("require_systems", .list(.identifier), "ids of systems that must be declared"),
    Field(
      "systems",
      .list(.text),
      "globs of declarations, or of their folders; **/ai-system.yml when missing"
    ),
    Field("exclude", .list(.text), "globs of paths that are never searched for artifacts"),
    Field("mappings", .list(.anything), "pointer templates for home-made evaluation files"),
  ])

  private static let packShape = Shape.textOr(
    .map(
      [
        Field("name", .text, "a pack that the program brings along"),
        Field("path", .text, "a folder of the same tree"),
        Field(
          "parameters",
          .dictionary(.anything),
          "parameter of the pack, then value; or rule id or short code, then parameter, then value"
        ),
      ],
      alternatives: [["name"], ["path"]]
    )
  )
}

extension PolicyFile.Pack {
  fileprivate init?(_ cursor: NodeCursor, in folder: String) {
    source = cursor.source
    if let name = (cursor["name"] ?? cursor).text {
      origin = .shipped(name: name)
    } else if let text = cursor["path"]?.text, let path = TreePath.resolve(text, in: folder) {
      origin = .folder(path: path)
    } else {
      return nil
    }
    parameters = cursor["parameters"]?.node
  }
}

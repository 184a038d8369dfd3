// SPDX-License-Identifier: Apache-2.0

package import Documents
package import FileShapes
package import GateModel
internal import Texts

/// The policy of a repository: `modelgate.yml` at its root.
package struct PolicyFile: Hashable, Sendable {
  /// A rule pack that the policy asks for.
  package struct Pack: Hashable, Sendable {
    /// Where the pack comes from.
    package enum Origin: Hashable, Sendable {
      /// A pack that the program brings along.
      case shipped(name: String)
      /// A folder of the tree that holds the policy.
      case folder(path: String)

      /// The name or the path; a path is told apart from a name by its start.
      var text: String {
        switch self {
        case .shipped(let name): name
        case .folder(let path): "./\(path)"
        }
      }
    }

    /// Where the pack comes from.
    package var origin: Origin
    /// The values of parameters as written: parameter of the pack, then value; or rule id or short
    /// code, then parameter, then value.
    package var parameters: Node?
    /// Where the policy asks for it; the whole file for the default.
    package var source: SourceReference

    /// Creates a pack.
    package init(
      origin: Origin,
      parameters: Node? = nil,
      source: SourceReference
    ) {
      self.origin = origin
      self.parameters = parameters
      self.source = source
    }
  }

  /// What an unanswered fact does that the risk tier needs.
  package enum UnknownAnswer: String, Hashable, Sendable, CaseIterable {
    /// The tier stays unresolved.
    case fail
    /// A question is raised, and the tier is derived without the answer.
    case warn
  }

  /// What a duty does that no selected rule asks for.
  package enum UnaskedAnswer: String, Hashable, Sendable, CaseIterable {
    /// The system stays undecided.
    case fail
    /// It is said, and the system may pass.
    case warn
  }

  /// The packs in the order of the file.
  package var packs: [Pack]
  /// The lowest severity whose failure fails the run.
  package var failOn: FailureThreshold
  /// What an unanswered fact does that the risk tier needs.
  package var unknownIs: UnknownAnswer
  /// What a duty does that no selected rule asks for.
  package var unaskedDuties = UnaskedAnswer.fail
  /// Whether contested dates of application use their earlier reading.
  package var strictDates: Bool
  /// The path of the waiver file from the root of the tree.
  package var waivers: String
  /// The longest time from creation to expiry of a waiver, in days.
  package var waiverMaximumDays: Int
  /// How many days before its expiry a waiver is reported as expiring soon.
  package var waiverWarningDays: Int
  /// How old answers for whole groups of facts may be, in days; nil for any age.
  package var answersMaximumDays: Int?
  /// Who may accept a gap in the duties of a scheme, by its name, such as `gdpr`.
  package var waiverApprovers: [String: [String]] = [:]
  /// The keys that are bound to roles, in the order of the file.
  package var signers: [PolicySigner] = []
  /// The ids of systems that must be declared.
  package var requiredSystems: [String] = []
  /// The paths of system declarations.
  package var systems: [PathPattern]
  /// The paths that are never searched for artifacts; explicit declarations still win.
  package var excluded: [PathPattern]
  /// The pointer templates for home-made evaluation files, as written.
  package var mappings: Node?
  /// The file, or nil for the default policy.
  package var source: SourceReference?

  /// The name of the policy at the root of the tree.
  package static let name = "modelgate.yml"
  /// The name that is accepted as well.
  static let otherName = "modelgate.yaml"
  /// Both names of a policy.
  package static let names: Set<String> = [name, otherName]

  /// Whether a file or folder is named like a policy by somebody who slipped: in capitals, with a dot
  /// before it, or with blanks around.
  static func resembles(_ name: String) -> Bool {
    names.contains(name.trimmed.trimmingPrefix(".").lowercased())
  }

  /// Whether a name starts so that it may resemble that of a policy, which costs no copy to see.
  static func startsLikeName(_ name: some Collection<UInt8>) -> Bool {
    name.first(where: ASCII.isLetter).map { ASCII.lower($0) == UInt8(ascii: "m") } ?? false
  }

  /// The policy of a repository that has none.
  package static let standard = PolicyFile(
    packs: [
      Pack(
        origin: .shipped(name: "essentials"),
        source: SourceReference(path: PolicyFile.name)
      )
    ],
    failOn: .error,
    unknownIs: .fail,
    strictDates: false,
    waivers: "modelgate-waivers.yml",
    waiverMaximumDays: 365,
    waiverWarningDays: 30,
    systems: ["**/ai-system.yml", "**/ai-system.yaml"].compactMap { PathPattern($0) },
    excluded: [],
    mappings: nil,
    source: nil
  )

  /// Whether a path is never searched, because a glob names it or a folder that it lies in.
  package func excludes(_ path: String) -> Bool {
    guard !excluded.isEmpty else { return false }
    var path = path
    while !path.isEmpty {
      if excluded.contains(where: { $0.matches(path) }) { return true }
      path = TreePath.folder(of: path)
    }
    return false
  }
}

// SPDX-License-Identifier: Apache-2.0

internal import EvidenceBundle
internal import GateModel
package import Reporting
internal import Texts

/// What came of asking for a promotion.
package enum PromotionAnswer: Sendable {
  /// What has to be done.
  case plan(PromotionPlan)
  /// Why nothing may be done, one reason a line.
  case refusal([String])
}

/// Decides whether a bundle speaks for a promotion, and plans it.
package struct Promotion: Sendable {
  private let registry: Registry
  private let target: PromotionTarget
  private let commands: PromotionCommands

  /// Creates a promotion.
  ///
  /// - Parameters:
  ///   - registry: The registry.
  ///   - target: What is promoted.
  ///   - commands: For `exec`, the programs.
  package init(
    registry: Registry,
    target: PromotionTarget,
    commands: PromotionCommands = PromotionCommands()
  ) {
    (self.registry, self.target, self.commands) = (registry, target, commands)
  }

  /// Verifies the bundle and plans.
  ///
  /// - Throws: When the bundle or a requirement cannot be read, or the target does not fit the
  ///   registry.
  package func answer(
    for bundle: String,
    requirements: BundleRequirements,
    tool: Report.Tool
  ) async throws(RunFailure) -> PromotionAnswer {
    let check = try await BundleCheck.verify(bundle, requirements: requirements, tool: tool)
    guard check.holds, let statement = check.statement, let digest = check.evidenceDigest else {
      let reasons = check.problems.map { "\($0.path): \($0.message)" } + check.unmet
      return .refusal(reasons.map { VisibleText.line($0) })
    }
    if registry.bindsByDigest, !statement.models.contains(where: { $0.sha256 != nil }) {
      return .refusal([
        "the bundle names no digest of a model, so that it speaks for no bytes: declare the sha256 of the weights"
      ])
    }
    let checked = Set(check.signatures.filter { $0.standing == .trusted }.map(\.file))
    let evidence = PromotionEvidence(statement, digest, checked)
    let planner: any RegistryPlanner =
      switch registry {
      case .mlflow: MLflowPlanner(target: target, evidence: evidence)
      case .huggingface: HuggingFacePlanner(target: target, evidence: evidence)
      case .sagemaker: SageMakerPlanner(target: target, evidence: evidence)
      case .oci: OCIPlanner(target: target, evidence: evidence)
      case .exec: CommandPlanner(target: target, evidence: evidence, commands: commands)
      }
    return .plan(
      PromotionPlan(
        registry: registry,
        target: target,
        steps: try planner.steps(),
        environment: planner.environment,
        statement: statement,
        evidenceDigest: digest
      )
    )
  }
}

/// Plans for one kind of registry.
protocol RegistryPlanner {
  /// The environment variables that the steps need.
  var environment: [String] { get }

  /// The steps; the last one reads back.
  ///
  /// - Throws: When the target does not fit the registry.
  func steps() throws(RunFailure) -> [PromotionPlan.Step]
}

/// What the steps of a plan write down about the bundle.
struct PromotionEvidence {
  let digest: String
  let verdict: String
  let commit: String
  let policy: String
  /// The verification summaries that trusted keys signed, by the names of their files.
  let summaries: [BundleFile]

  init(_ statement: BundleStatement, _ digest: ContentDigest, _ checked: Set<String>) {
    self.digest = digest.hex
    verdict = statement.verdict.rawValue
    commit = statement.commit.hex
    policy = statement.policyDigest.hex
    summaries = statement.attestations.filter {
      $0.path.hasPrefix("vsa-") && checked.contains($0.path)
    }
  }

  /// One line for the history of a registry.
  var line: String {
    "modelgate: \(verdict) at commit \(commit), evidence sha256:\(digest), policy sha256:\(policy)"
  }
}

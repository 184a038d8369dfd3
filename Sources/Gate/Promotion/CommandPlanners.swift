// SPDX-License-Identifier: Apache-2.0

internal import Digests
internal import EvidenceBundle
internal import GateModel
internal import Texts

/// SageMaker's model registry, through the AWS command line, which signs requests.
///
/// A package is registered as `PendingManualApproval`; the approval is what starts a deployment.
struct SageMakerPlanner: RegistryPlanner {
  let target: PromotionTarget
  let evidence: PromotionEvidence

  let environment = ["AWS_REGION", "AWS_PROFILE"]

  func steps() throws(RunFailure) -> [PromotionPlan.Step] {
    guard target.version.hasPrefix("arn:"), target.version.contains(":model-package/") else {
      throw .configuration(
        "'\(target.version)' is no model package of SageMaker",
        help: "give its ARN as --version: arn:aws:sagemaker:REGION:ACCOUNT:model-package/GROUP/1"
      )
    }
    let status = "/ModelApprovalStatus"
    return [
      PromotionPlan.Step(
        purpose: "find the model package",
        action: aws("describe-model-package"),
        expect: "it awaits approval",
        expectedValues: [status: "PendingManualApproval"]
      ),
      PromotionPlan.Step(
        purpose: "approve it",
        action: aws(
          "update-model-package",
          [
            "--model-approval-status", "Approved", "--approval-description", evidence.line,
            "--customer-metadata-properties",
            "modelgate.evidence=\(evidence.digest),modelgate.commit=\(evidence.commit)",
          ]
        ),
        expect: "the ARN of the package",
        undo: aws("update-model-package", ["--model-approval-status", "PendingManualApproval"])
      ),
      PromotionPlan.Step(
        purpose: "read the approval back",
        action: aws("describe-model-package"),
        expect: "it is approved",
        expectedValues: [status: "Approved"]
      ),
    ]
  }

  private func aws(_ verb: String, _ rest: [String] = []) -> PromotionPlan.Action {
    let name = verb == "describe-model-package" ? "--model-package-name" : "--model-package-arn"
    return .command(["aws", "sagemaker", verb, name, target.version] + rest)
  }
}

/// A registry of OCI artifacts: the verification summary is attached to the model, where admission
/// controllers look for it, and the tag is moved.
struct OCIPlanner: RegistryPlanner {
  let target: PromotionTarget
  let evidence: PromotionEvidence

  let environment: [String] = []

  func steps() throws(RunFailure) -> [PromotionPlan.Step] {
    guard target.version.hasPrefix("sha256:"),
      ContentDigest(hex: String(target.version.dropFirst(7))) != nil
    else {
      throw .configuration(
        "'\(target.version)' is no digest of an OCI manifest",
        help: "give the digest of the model's manifest as --version: sha256:…"
      )
    }
    guard !evidence.summaries.isEmpty else {
      throw .configuration(
        "the bundle holds no verification summary by a trusted key to attach",
        help:
          "declare the digest of the weights, sign the bundle ('modelgate sign'), and name the key: "
          + "--public-key PEM"
      )
    }
    let reference = "\(target.model)@\(target.version)"
    return evidence.summaries.flatMap { attach($0, to: reference) } + [
      PromotionPlan.Step(
        purpose: "move the tag",
        action: .command(["oras", "tag", reference, target.alias]),
        expect: "exit status 0"
      ),
      PromotionPlan.Step(
        purpose: "read the tag back",
        action: .command(["oras", "resolve", "\(target.model):\(target.alias)"]),
        expect: target.version
      ),
    ]
  }

  private func attach(_ file: BundleFile, to reference: String) -> [PromotionPlan.Step] {
    [
      PromotionPlan.Step(
        purpose: "write the summary to a file",
        action: .command([
          "sh", "-c", "printf %s \(Base64.text(of: file.bytes)) | base64 -d > \(file.path)",
        ]),
        expect: "exit status 0",
        undo: .command(["rm", "-f", file.path])
      ),
      PromotionPlan.Step(
        purpose: "attach the summary to the model",
        action: .command([
          "oras", "attach", "--artifact-type", "application/vnd.in-toto+json", reference,
          "\(file.path):application/vnd.dsse.envelope.v1+json",
        ]),
        expect: "exit status 0"
      ),
    ]
  }
}

/// Anything else: a program of the caller's.
struct CommandPlanner: RegistryPlanner {
  let target: PromotionTarget
  let evidence: PromotionEvidence
  let command: [String]

  let environment: [String] = []

  func steps() throws(RunFailure) -> [PromotionPlan.Step] {
    guard !command.isEmpty else {
      throw .configuration(
        "there is no command to plan",
        help: "give it: --exec 'deploy --model {model} --version {version}'"
      )
    }
    let values = [
      ("{model}", target.model), ("{version}", target.version), ("{alias}", target.alias),
      ("{evidence}", evidence.digest), ("{commit}", evidence.commit), ("{policy}", evidence.policy),
    ]
    let filled = command.map { word in
      values.reduce(word) {
        $0.split(separator: $1.0, omittingEmptySubsequences: false).joined(separator: $1.1)
      }
    }
    return [
      PromotionPlan.Step(
        purpose: "run the command",
        action: .command(filled),
        expect: "exit status 0"
      )
    ]
  }
}

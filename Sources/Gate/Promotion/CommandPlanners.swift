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
        expect: "it awaits approval, or is approved already",
        expectedValues: [status: "PendingManualApproval"],
        doneWhen: [status: "Approved"]
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
    return [look] + evidence.summaries.flatMap { attach($0, to: reference) } + move(reference)
  }

  private var resolve: PromotionPlan.Action {
    .command(["oras", "resolve", "\(target.model):\(target.alias)"])
  }

  private var look: PromotionPlan.Step {
    PromotionPlan.Step(
      purpose: "see what has the tag",
      action: resolve,
      expect: "a digest, or a failure where nothing has it",
      doneWhen: ["": target.version],
      keeps: "",
      mayFail: true
    )
  }

  private func move(_ reference: String) -> [PromotionPlan.Step] {
    let previous = "\(target.model)@\(PromotionPlan.previous)"
    return [
      PromotionPlan.Step(
        purpose: "move the tag",
        action: .command(["oras", "tag", reference, target.alias]),
        expect: "exit status 0",
        restore: .command(["oras", "tag", previous, target.alias])
      ),
      PromotionPlan.Step(
        purpose: "read the tag back",
        action: resolve,
        expect: target.version,
        expectedValues: ["": target.version]
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
        expect: "exit status 0; what is attached speaks for the same bytes and may stay"
      ),
    ]
  }
}

/// Programs of the caller's, for a registry that no plan is made for.
package struct PromotionCommands: Hashable, Sendable {
  /// What promotes.
  package var run: [String]
  /// What prints which version is promoted.
  package var readBack: [String]
  /// What takes it back.
  package var undo: [String]

  /// Creates commands, each a program with its arguments, in which `{model}`, `{version}`, `{alias}`,
  /// `{evidence}`, `{commit}` and `{policy}` are filled in; an empty one is none, which
  /// only `undo` may be.
  package init(run: [String] = [], readBack: [String] = [], undo: [String] = []) {
    (self.run, self.readBack, self.undo) = (run, readBack, undo)
  }
}

/// Anything else: programs of the caller's.
struct CommandPlanner: RegistryPlanner {
  let target: PromotionTarget
  let evidence: PromotionEvidence
  let commands: PromotionCommands

  let environment: [String] = []

  func steps() throws(RunFailure) -> [PromotionPlan.Step] {
    guard !commands.run.isEmpty else {
      throw .configuration(
        "there is no command to plan",
        help: "give it: --exec 'deploy --model {model} --version {version}'"
      )
    }
    guard !commands.readBack.isEmpty else {
      throw .configuration(
        "there is no command that reads back what is promoted, so nobody would see whether it happened",
        help: "give one that prints the version: --read-back 'deployed --model {model}'"
      )
    }
    let run = PromotionPlan.Step(
      purpose: "run the command",
      action: .command(commands.run.map(filled)),
      expect: "exit status 0",
      undo: commands.undo.isEmpty ? nil : .command(commands.undo.map(filled))
    )
    let readBack = PromotionPlan.Action.command(commands.readBack.map(filled))
    return [
      PromotionPlan.Step(
        purpose: "see what is promoted",
        action: readBack,
        expect: "a version, or a failure where there is none",
        doneWhen: ["": target.version],
        mayFail: true
      ),
      run,
      PromotionPlan.Step(
        purpose: "read back what is promoted",
        action: readBack,
        expect: target.version,
        expectedValues: ["": target.version]
      ),
    ]
  }

  /// A word with its placeholders filled in once: what is filled in is not looked through again.
  private func filled(_ word: String) -> String {
    let values = [
      ("{model}", target.model), ("{version}", target.version), ("{alias}", target.alias),
      ("{evidence}", evidence.digest), ("{commit}", evidence.commit), ("{policy}", evidence.policy),
    ]
    var result = ""
    var rest = word[...]
    while let first = rest.first {
      if first == "{", let (name, value) = values.first(where: { rest.hasPrefix($0.0) }) {
        result += value
        rest = rest.dropFirst(name.count)
      } else {
        result.append(first)
        rest = rest.dropFirst()
      }
    }
    return result
  }
}

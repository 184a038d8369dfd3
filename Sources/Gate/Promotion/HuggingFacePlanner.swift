// SPDX-License-Identifier: Apache-2.0

internal import Texts

/// The Hugging Face Hub, by the interface of its own client (huggingface_hub, `hf_api.py`).
///
/// A repository there is git: the check judges a bare clone, and the promotion moves a tag or, for an
/// alias `pr/N`, merges the pull request.
struct HuggingFacePlanner: RegistryPlanner {
  let target: PromotionTarget
  let evidence: PromotionEvidence

  let environment = ["HF_ENDPOINT", "HF_TOKEN"]

  func steps() throws(RunFailure) -> [PromotionPlan.Step] {
    let parts = target.model.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) else {
      throw .configuration(
        "'\(target.model)' is no repository of the Hub",
        help: "write it as owner/name"
      )
    }
    guard target.alias.hasPrefix("pr/") else { return tagSteps }
    guard let number = Int(target.alias.dropFirst(3)), number > 0 else {
      throw .configuration("'\(target.alias)' is no pull request", help: "write it as pr/12")
    }
    return mergeSteps(number)
  }

  private var find: PromotionPlan.Step {
    PromotionPlan.Step(
      purpose: "find the revision",
      action: request("GET", "/revision/\(URLText.encoded(target.version))"),
      expect: "200, the revision is the judged commit",
      expectedValues: ["/sha": evidence.commit]
    )
  }

  private var tagSteps: [PromotionPlan.Step] {
    let tag = URLText.encoded(target.alias)
    let removal = request("DELETE", "/tag/\(tag)")
    return [
      PromotionPlan.Step(
        purpose: "see which revision has the tag",
        action: request("GET", "/revision/\(tag)"),
        expect: "200 with a revision, or 404 where none has it",
        doneWhen: ["/sha": evidence.commit],
        keeps: "/sha",
        mayFail: true
      ),
      find,
      PromotionPlan.Step(
        purpose: "take the tag away from an older revision",
        action: removal,
        expect: "200, or 404 where there was none",
        mayFail: true
      ),
      PromotionPlan.Step(
        purpose: "give the tag to the judged commit",
        action: give(tagTo: evidence.commit),
        expect: "200",
        undo: removal,
        restore: give(tagTo: PromotionPlan.previous)
      ),
      PromotionPlan.Step(
        purpose: "read the tag back",
        action: request("GET", "/revision/\(tag)"),
        expect: "200, the revision is the judged commit",
        expectedValues: ["/sha": evidence.commit]
      ),
    ]
  }

  private func give(tagTo revision: String) -> PromotionPlan.Action {
    request(
      "POST",
      "/tag/\(revision)",
      ["tag": .string(target.alias), "message": .string(evidence.line)]
    )
  }

  private func mergeSteps(_ number: Int) -> [PromotionPlan.Step] {
    [
      PromotionPlan.Step(
        purpose: "see whether it is merged",
        action: request("GET", "/discussions/\(number)"),
        expect: "200, it is open",
        expectedValues: ["/status": "open"],
        doneWhen: ["/status": "merged"]
      ),
      find,
      PromotionPlan.Step(
        purpose: "merge the pull request",
        action: request(
          "POST",
          "/discussions/\(number)/merge",
          ["comment": .string(evidence.line)]
        ),
        expect: "200; a merge is taken back by a commit that reverts it"
      ),
      PromotionPlan.Step(
        purpose: "read the pull request back",
        action: request("GET", "/discussions/\(number)"),
        expect: "200, it is merged",
        expectedValues: ["/status": "merged"]
      ),
    ]
  }

  private func request(
    _ method: String,
    _ path: String,
    _ body: JSONValue? = nil
  ) -> PromotionPlan.Action {
    var headers = ["Authorization": "Bearer $HF_TOKEN"]
    if body != nil { headers["Content-Type"] = "application/json" }
    let repository = target.model.split(separator: "/").map { URLText.encoded(String($0)) }
    return .request(
      HTTPRequest(
        method: method,
        base: "HF_ENDPOINT",
        path: "/api/models/\(repository.joined(separator: "/"))\(path)",
        headers: headers,
        body: body
      )
    )
  }
}

// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import GateModel

/// The base of a change as the build service knows it, for `--base auto`.
package enum AutomaticBase {
  /// A revision that names the base.
  ///
  /// - Parameter variables: The environment of the process.
  /// - Returns: The revision.
  /// - Throws: When no known service says it.
  package static func revision(_ variables: [String: String]) throws(RunFailure) -> String {
    func value(_ name: String) -> String? {
      variables[name].flatMap { text in
        text.isEmpty || text.allSatisfy { $0 == "0" } ? nil : text
      }
    }
    // GitLab: predefined variables of merge requests and branches.
    if let base = value("CI_MERGE_REQUEST_DIFF_BASE_SHA") { return base }
    if let branch = value("CI_MERGE_REQUEST_TARGET_BRANCH_NAME") { return remote(branch) }
    if value("GITLAB_CI") != nil, let before = value("CI_COMMIT_BEFORE_SHA") { return before }
    // The default branch itself goes back to nothing.
    if value("GITLAB_CI") != nil, let branch = value("CI_DEFAULT_BRANCH"),
      branch != value("CI_COMMIT_BRANCH")
    {
      return remote(branch)
    }
    // GitHub: GITHUB_BASE_REF is set for pull requests, the payload knows the other events.
    if let branch = value("GITHUB_BASE_REF") { return remote(branch) }
    if let path = value("GITHUB_EVENT_PATH"), let base = try base(ofEventAt: path) { return base }
    throw .configuration(
      "no variable of GitHub or GitLab tells the base of the change",
      help: "name it: --base origin/main"
    )
  }

  private static func remote(_ branch: String) -> String { "refs/remotes/origin/\(branch)" }

  /// `merge_group.base_sha` or `before` of a webhook payload.
  private static func base(ofEventAt path: String) throws(RunFailure) -> String? {
    let bytes = try DiskFile.bytes(at: path)
    do {
      let event = try JSONReader.read(bytes)
      let named = event["merge_group"]?["base_sha"]?.text ?? event["before"]?.text
      return named.flatMap { $0.allSatisfy { $0 == "0" } ? nil : $0 }
    } catch {
      throw .configuration(
        "the event in '\(path)' (GITHUB_EVENT_PATH) is no JSON",
        help: "name the base: --base origin/main"
      )
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

@Suite("modelgate keygen, sign and promote")
struct PromotionTests {
  private static let target = ["--model", "credit", "--alias", "champion", "--plan", "-"]

  /// A bundle about an example in a folder.
  private func bundle(
    _ example: String,
    in folder: borrowing TemporaryDirectory
  ) async throws -> String {
    let path = folder.path + "/e.tar"
    _ = try await Example(example).check("--evidence", path, "--quiet")
    return path
  }

  @Test(arguments: [
    ("mlflow", "credit", "7"), ("huggingface", "acme/credit", "main"),
    ("sagemaker", "credit", "arn:aws:sagemaker:eu-west-1:1:model-package/credit/7"),
    ("exec", "credit", "7"),
    ("oci", "r.example/credit", "sha256:" + String(repeating: "0", count: 64)),
  ])
  func `a plan names every step, for programs and for a shell`(
    registry: String,
    model: String,
    version: String
  ) async throws {
    let folder = try TemporaryDirectory()
    let path = try await bundle("credit-scoring", in: folder)
    var command: [String] = []
    if registry == "exec" {
      command = [
        "--exec", "deploy {model}@{version} as {alias} {evidence}", "--read-back", "show {model}",
      ]
    } else if registry == "oci" {
      let key = folder.path + "/key"
      _ = try await Program.run(["keygen", key])
      _ = try await Program.run(["sign", path, "--key", key])
      command = ["--public-key", key + ".pub"]
    }
    let plan = try await Program.run(
      [
        "promote", "--registry", registry, "--model", model, "--version", version, "--alias",
        "champion",
      ]
        + ["--bundle", path, "--plan", "-"] + command
    )
    #expect(plan.status == 0, "\(plan.error)")
    // Commits and digests change with the examples.
    let text = plan.text.replacing(/[A-Za-z0-9+\/=]{200,}/, with: "…")
      .replacing(/vsa-[0-9a-f]+\.[0-9a-f]+\./, with: "vsa-….….")
      .replacing(/[0-9a-f]{40,64}/, with: "…")
    try expectGolden(text, named: "plan-\(registry).json")
  }

  @Test func `a plan tells when it is done already, what reads back and what restores`()
    async throws
  {
    let folder = try TemporaryDirectory()
    let path = try await bundle("credit-scoring", in: folder)
    func steps(_ arguments: [String]) async throws -> [[String: Any]] {
      let plan = try await Program.run(
        ["promote", "--bundle", path, "--plan", "-", "--alias", "champion"] + arguments
      )
      #expect(plan.status == 0, "\(plan.error)")
      let document = try JSONSerialization.jsonObject(with: Data(plan.text.utf8))
      return try #require((document as? [String: Any])?["steps"] as? [[String: Any]])
    }
    let package = "arn:aws:sagemaker:eu-west-1:1:model-package/credit/7"
    let plans = [
      try await steps(["--registry", "mlflow", "--model", "credit", "--version", "7"]),
      try await steps(["--registry", "huggingface", "--model", "a/credit", "--version", "main"]),
      try await steps(["--registry", "sagemaker", "--model", "credit", "--version", package]),
      try await steps([
        "--registry", "exec", "--model", "{version}", "--version", "7", "--exec",
        "deploy {model} {version}", "--read-back", "deployed {model}", "--undo", "back {model}",
      ]),
    ]
    for plan in plans {
      #expect(plan.first?["doneWhen"] != nil)
      #expect(plan.last?["expectedValues"] != nil)
      #expect(plan.contains { $0["undo"] != nil || $0["restore"] != nil })
    }
    let alias = try #require(plans[0].first { $0["restore"] != nil })
    #expect((alias["restoreShell"] as? String)?.contains("{previous}") == true)
    // What is filled in is not filled in again.
    let run = plans[3][1]["action"] as? [String: Any]
    #expect(run?["command"] as? [String] == ["deploy", "{version}", "7"])
  }

  @Test func `a command is planned with one that reads back`() async throws {
    let folder = try TemporaryDirectory()
    let path = try await bundle("credit-scoring", in: folder)
    let arguments = ["promote", "--registry", "exec", "--version", "1", "--exec", "deploy"]
    let refused = try await Program.run(arguments + ["--bundle", path] + Self.target)
    #expect(refused.status == 2)
    #expect(refused.output.isEmpty)
    #expect(refused.error.contains("--read-back"))
  }

  @Test func `what is bound by digests alone needs one`() async throws {
    let folder = try TemporaryDirectory()
    let path = try await bundle("ticket-router", in: folder)
    let refused = try await Program.run(
      ["promote", "--registry", "mlflow", "--version", "1", "--bundle", path] + Self.target
    )
    #expect(refused.status == 1)
    #expect(refused.error.contains("names no digest of a model"))
  }

  @Test func `a bundle that says fail is refused with the reason`() async throws {
    let folder = try TemporaryDirectory()
    let path = try await bundle("recruiting-screening", in: folder)
    let refused = try await Program.run(
      ["promote", "--registry", "mlflow", "--version", "1", "--bundle", path] + Self.target
    )
    #expect(refused.status == 1)
    #expect(refused.output.isEmpty)
    #expect(refused.error.contains("refused: the verdict is fail, and pass is required"))
  }

  @Test func `a plan goes beside the bundle, for a name, and with summaries that were checked`()
    async throws
  {
    let folder = try TemporaryDirectory()
    let path = try await bundle("credit-scoring", in: folder)
    let oci = "sha256:" + String(repeating: "0", count: 64)
    func promote(
      _ registry: String,
      _ version: String,
      _ more: [String]
    ) async throws
      -> Program.Outcome
    {
      try await Program.run(
        ["promote", "--registry", registry, "--version", version, "--bundle", path] + more
      )
    }
    let names = ["--model", "m", "--alias", "live"]
    for plan in [path, "\(folder.path)/../\(folder.path.split(separator: "/").last ?? "")/e.tar"] {
      let over = try await promote("mlflow", "1", names + ["--plan", plan])
      #expect(over.status == 2, "\(over.error)")
    }
    #expect(try await Program.run(["verify", path]).status == 0)
    for empty in [["--model", "", "--alias", "a"], ["--model", "m", "--alias", " "]] {
      #expect(try await promote("mlflow", "1", empty + ["--plan", "-"]).status == 2)
    }
    let short = try await promote("oci", "sha256:0", names + ["--plan", "-"])
    #expect(short.status == 2 && short.error.contains("is no digest of an OCI manifest"))
    _ = try await Program.run(["keygen", "\(folder.path)/a"])
    _ = try await Program.run(["sign", path, "--key", "\(folder.path)/a"])
    let unchecked = try await promote("oci", oci, names + ["--plan", "-"])
    #expect(unchecked.status == 2)
    #expect(unchecked.error.contains("no verification summary by a trusted key"))
    let key = ["--public-key", "\(folder.path)/a.pub"]
    let checked = try await promote("oci", oci, names + ["--plan", "-"] + key)
    #expect(checked.status == 0 && checked.text.contains("oras"), "\(checked.error)")
  }

  @Test func `a signature counts for its own key, and the evidence digest stays`() async throws {
    let folder = try TemporaryDirectory()
    let path = try await bundle("credit-scoring", in: folder)
    func evidence() async throws -> Substring? {
      try await Program.run(["verify", path]).text.split(separator: "\n")
        .first { $0.hasPrefix("evidence") }
    }
    let before = try await evidence()
    for name in ["a", "b"] {
      let algorithm = name == "a" ? "ed25519" : "p256"
      let made = try await Program.run(
        ["keygen", "\(folder.path)/\(name)", "--algorithm", algorithm]
      )
      #expect(made.status == 0)
    }
    let again = try await Program.run(["keygen", "\(folder.path)/a"])
    #expect(again.status == 2)
    #expect(try folder.mode(of: "a") == 0o600)
    let signed = try await Program.run(
      ["sign", path, "--key", "\(folder.path)/a", "--key", "\(folder.path)/b"]
    )
    #expect(signed.status == 0, "\(signed.error)")
    #expect(try await evidence() == before)
    let keys = ["--public-key", "\(folder.path)/a.pub", "--public-key", "\(folder.path)/b.pub"]
    let two = try await Program.run(["verify", path, "--require-signed", "2"] + keys)
    #expect(two.status == 0, "\(two.text)")
    let three = try await Program.run(["verify", path, "--require-signed", "3"] + keys)
    #expect(three.status == 1)
    _ = try await Program.run(["keygen", "\(folder.path)/c"])
    let other = try await Program.run(["verify", path, "--public-key", "\(folder.path)/c.pub"])
    #expect(other.status == 1)
    #expect(other.text.contains("required: 0 trusted keys signed"))
  }
}

extension TemporaryDirectory {
  fileprivate func mode(of name: String) throws -> Int? {
    let attributes = try FileManager.default.attributesOfItem(atPath: path + "/" + name)
    return (attributes[.posixPermissions] as? NSNumber)?.intValue
  }
}

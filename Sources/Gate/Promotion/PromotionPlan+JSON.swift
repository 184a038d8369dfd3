// SPDX-License-Identifier: Apache-2.0

internal import EvidenceBundle
internal import GateModel
package import Reporting
internal import Texts

extension PromotionPlan {
  /// The plan as JSON, each step as values and as a line for a shell.
  package var json: [UInt8] { CanonicalJSON.prettyBytes(of: value) }

  /// The plan for standard output.
  package var page: Page { Page(json: value) }

  private var value: JSONValue {
    [
      "schema": "modelgate/plan/v1",
      "registry": .string(registry.rawValue),
      "model": .string(target.model),
      "version": .string(target.version),
      "alias": .string(target.alias),
      "evidence": [
        "digest": .string(evidenceDigest.hex),
        "verdict": .string(statement.verdict.rawValue),
        "asOf": .string(statement.asOf.description),
        "commit": .string(statement.commit.hex),
        "policyDigest": .string(statement.policyDigest.hex),
        "modelDigests": .strings(Set(statement.models.compactMap(\.sha256?.hex)).sorted()),
      ],
      "environment": .strings(environment),
      "steps": .array(steps.map(\.json)),
    ]
  }
}

extension PromotionPlan.Step {
  fileprivate var json: JSONValue {
    .object(present: [
      ("purpose", .string(purpose)),
      ("action", action.json),
      ("shell", .string(action.shell + (mayFail ? " || true" : ""))),
      ("expect", .string(expect)),
      ("expectedValues", Self.json(expectedValues)),
      ("doneWhen", Self.json(doneWhen)),
      ("keeps", keeps.map { .string($0) }),
      ("mayFail", mayFail ? true : nil),
      ("undo", undo.map(\.json)),
      ("undoShell", undo.map { .string($0.shell) }),
      ("restore", restore.map(\.json)),
      ("restoreShell", restore.map { .string($0.shell) }),
    ])
  }

  /// Values of an answer by their pointers, in order.
  private static func json(_ values: [String: String]) -> JSONValue? {
    guard !values.isEmpty else { return nil }
    return .array(
      values.sorted { $0.key < $1.key }.map {
        ["pointer": .string($0.key), "value": .string($0.value)]
      }
    )
  }
}

extension PromotionPlan.Action {
  fileprivate var json: JSONValue {
    switch self {
    case .command(let words): ["command": .strings(words)]
    case .request(let request):
      .object(present: [
        ("method", .string(request.method)),
        ("base", .string("$\(request.base)")),
        ("path", .string(request.path)),
        ("headers", .object(request.headers.map { JSONMember($0.key, .string($0.value)) })),
        ("body", request.body),
      ])
    }
  }

  /// The action as a line for a POSIX shell; text of the caller stands in single quotes.
  fileprivate var shell: String {
    switch self {
    case .command(let words):
      return words.map(Self.quoted).joined(separator: " ")
    case .request(let request):
      var words = ["curl", "--fail-with-body", "--silent", "--show-error", "-X", request.method]
      for (name, value) in request.headers.sorted(by: { $0.key < $1.key }) {
        // A header may name an environment variable, which double quotes let the shell fill in.
        words += ["-H", "\"\(name): \(value)\""]
      }
      if let body = request.body {
        let text = String(decoding: CanonicalJSON.bytes(of: body), as: UTF8.self)
        words += ["--data", Self.quoted(text)]
      }
      return (words + ["\"$\(request.base)\"\(Self.quoted(request.path))"]).joined(separator: " ")
    }
  }

  private static func quoted(_ word: String) -> String {
    let isPlain = word.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: "@"),
        UInt8(ascii: "="), UInt8(ascii: ","), UInt8(ascii: "+"):
        true
      default: false
      }
    }
    guard !isPlain || word.isEmpty else { return word }
    return "'"
      + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
      + "'"
  }
}

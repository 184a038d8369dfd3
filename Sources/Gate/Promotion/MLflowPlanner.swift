// SPDX-License-Identifier: Apache-2.0

internal import Texts

/// MLflow's registry, by its REST interface (mlflow.org, "REST API", 2.0 paths of MLflow 3).
struct MLflowPlanner: RegistryPlanner {
  let target: PromotionTarget
  let evidence: PromotionEvidence

  let environment = ["MLFLOW_TRACKING_URI", "MLFLOW_TRACKING_TOKEN"]

  func steps() throws(RunFailure) -> [PromotionPlan.Step] {
    let isReserved =
      target.alias.lowercased() == "latest"
      || target.alias.lowercased().hasPrefix("v") && Int(target.alias.dropFirst()) != nil
    guard !isReserved, target.alias.utf8.allSatisfy(Self.isAliasByte), !target.alias.isEmpty else {
      throw .configuration(
        "MLflow has no alias '\(target.alias)'",
        help: "use letters, digits, - and _, and neither 'latest' nor v1, v2, …"
      )
    }
    return [look, find] + tags + [setAlias, readBack]
  }

  private static func isAliasByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  private var look: PromotionPlan.Step {
    PromotionPlan.Step(
      purpose: "see which version has the alias",
      action: request("GET", "registered-models/alias?\(alias)"),
      expect: "200 with a version, or 404 where none has it",
      doneWhen: ["/model_version/version": target.version],
      keeps: "/model_version/version",
      mayFail: true
    )
  }

  private var alias: String {
    "name=\(URLText.encoded(target.model))&alias=\(URLText.encoded(target.alias))"
  }

  private var find: PromotionPlan.Step {
    PromotionPlan.Step(
      purpose: "find the version",
      action: request("GET", "model-versions/get?\(version)"),
      expect: "200, the version is READY",
      expectedValues: ["/model_version/status": "READY", "/model_version/version": target.version]
    )
  }

  private var tags: [PromotionPlan.Step] {
    let tags = [
      ("evidence", evidence.digest), ("verdict", evidence.verdict), ("commit", evidence.commit),
      ("policy", evidence.policy),
    ]
    return tags.map { key, value in
      PromotionPlan.Step(
        purpose: "note the \(key) at the version",
        action: request(
          "POST",
          "model-versions/set-tag",
          [
            "name": .string(target.model), "version": .string(target.version),
            "key": .string("modelgate.\(key)"), "value": .string(value),
          ]
        ),
        expect: "200",
        undo: request(
          "DELETE",
          "model-versions/delete-tag",
          [
            "name": .string(target.model), "version": .string(target.version),
            "key": .string("modelgate.\(key)"),
          ]
        )
      )
    }
  }

  private var setAlias: PromotionPlan.Step {
    func give(to version: String) -> PromotionPlan.Action {
      request(
        "POST",
        "registered-models/alias",
        [
          "name": .string(target.model), "alias": .string(target.alias),
          "version": .string(version),
        ]
      )
    }
    return PromotionPlan.Step(
      purpose: "give the alias to the version",
      action: give(to: target.version),
      expect: "200; 403 from a server with the modelgate plugin says why not",
      // MLflow takes the body of a DELETE, and answers 400 to a query.
      undo: request(
        "DELETE",
        "registered-models/alias",
        ["name": .string(target.model), "alias": .string(target.alias)]
      ),
      restore: give(to: PromotionPlan.previous)
    )
  }

  private var readBack: PromotionPlan.Step {
    PromotionPlan.Step(
      purpose: "read the alias back",
      action: request("GET", "registered-models/alias?\(alias)"),
      expect: "200, the version is the promoted one",
      expectedValues: ["/model_version/version": target.version]
    )
  }

  private var version: String {
    "name=\(URLText.encoded(target.model))&version=\(URLText.encoded(target.version))"
  }

  private func request(
    _ method: String,
    _ path: String,
    _ body: JSONValue? = nil
  ) -> PromotionPlan.Action {
    var headers = ["Authorization": "Bearer $MLFLOW_TRACKING_TOKEN"]
    if body != nil { headers["Content-Type"] = "application/json" }
    return .request(
      HTTPRequest(
        method: method,
        base: "MLFLOW_TRACKING_URI",
        path: "/api/2.0/mlflow/\(path)",
        headers: headers,
        body: body
      )
    )
  }
}

/// Text in the query or path of an address (RFC 3986 §2): everything but unreserved is encoded.
enum URLText {
  static func encoded(_ text: String) -> String {
    text.utf8.reduce(into: "") { result, byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        result += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

internal import Assessment
internal import Documents
internal import GateModel
internal import Texts

/// What an evaluation saw beyond the files that it read: `data/facts.json` of a bundle.
///
/// The request says what was asked. Everything else is believed unless a repository is at hand to
/// compute it again.
struct RunFacts: Hashable, Sendable {
  static let schema = "modelgate/facts/v1"

  /// What was asked.
  var request: ReplayRequest
  /// Whether the history was cut off.
  var isShallow: Bool
  /// The commit times of the last changes of files, in seconds since 1970, by path.
  var lastChanges: [String: Int64]
  /// The sizes of files that were not read, by path.
  var sizes: [String: Int]
  /// The SHA-256 of weights, which no bundle holds, by path.
  var digests: [String: ContentDigest]
  /// What could not be read, by path.
  var failures: [String: SourceTreeError]

  /// How many facts have to be believed without a repository.
  var count: Int { 1 + lastChanges.count + sizes.count + digests.count + failures.count }

  init(_ request: ReplayRequest, _ revision: RevisionFacts, _ readings: TreeReadings) {
    self.request = request
    isShallow = revision.isShallow
    lastChanges = revision.lastChanges
    sizes = readings.sizesAlone
    digests = readings.digestsAlone
    failures = readings.failures
  }

  /// What rules may know about the revision.
  func revision(commit: ObjectID, time: Int64?) -> RevisionFacts {
    RevisionFacts(
      commit: commit,
      commitTime: time,
      isShallow: isShallow,
      lastChanges: lastChanges
    )
  }
}

extension RunFacts {
  /// The canonical bytes of the file.
  var bytes: [UInt8] { CanonicalJSON.bytes(of: json) }

  private var json: JSONValue {
    [
      "schema": .string(Self.schema),
      "request": request.json,
      "history": [
        "shallow": .bool(isShallow),
        "lastChanges": Self.list(lastChanges) { ("time", .int(Int($0))) },
      ],
      "digests": Self.list(digests) { ("sha256", .string($0.hex)) },
      "sizes": Self.list(sizes) { ("size", .int($0)) },
      "unread": .array(
        failures.sorted { $0.key < $1.key }.map { path, failure in
          [
            "path": .string(path), "reason": .string(failure.reason),
            "help": .string(failure.help),
          ]
        }
      ),
    ]
  }

  private static func list<Value>(
    _ values: [String: Value],
    member: (Value) -> (String, JSONValue)
  ) -> JSONValue {
    .array(
      values.sorted { $0.key < $1.key }.map { path, value in
        .object(present: [("path", .string(path)), member(value)])
      }
    )
  }

  /// Reads the file; what it does not say is caught when the file is written again and compared.
  init(reading bytes: [UInt8]) throws(DocumentError) {
    let node = try JSONReader.read(bytes)
    request = ReplayRequest(reading: node["request"])
    isShallow = node.at("history", "shallow")?.value == .bool(true)
    lastChanges = Self.values(node.at("history", "lastChanges")) { entry in
      entry["time"]?.int.map(Int64.init)
    }
    sizes = Self.values(node["sizes"]) { $0["size"]?.int }
    digests = Self.values(node["digests"]) { entry in
      (entry["sha256"]?.text).flatMap { ContentDigest(hex: $0) }
    }
    failures = Self.values(node["unread"]) { entry in
      SourceTreeError(
        path: entry["path"]?.text ?? "",
        reason: entry["reason"]?.text ?? "",
        help: entry["help"]?.text ?? ""
      )
    }
  }

  private static func values<Value>(
    _ list: Node?,
    value: (Node) -> Value?
  ) -> [String: Value] {
    (list?.list ?? .empty).reduce(into: [:]) { values, entry in
      guard let path = entry["path"]?.text else { return }
      values[path] = value(entry)
    }
  }
}

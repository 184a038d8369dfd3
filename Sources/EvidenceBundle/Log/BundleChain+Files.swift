// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

extension BundleChain {
  /// The files of the chain, none of which stands without the others.
  static let paths = [BagLayout.logCheckpoint, BagLayout.logInclusion, BagLayout.logConsistency]

  /// The files, as they stand in a bundle.
  var files: [BundleFile] {
    [
      BundleFile(path: BagLayout.logCheckpoint, bytes: Array(checkpoint.text.utf8)),
      BundleFile(path: BagLayout.logInclusion, bytes: CanonicalJSON.bytes(of: inclusionJSON)),
      BundleFile(path: BagLayout.logConsistency, bytes: CanonicalJSON.bytes(of: consistencyJSON)),
    ]
  }

  private var inclusionJSON: JSONValue {
    [
      "schema": .string(Self.inclusionSchema), "entry": previous.json,
      "index": .int(checkpoint.count - 1), "proof": .strings(inclusion.map(\.hex)),
    ]
  }

  private var consistencyJSON: JSONValue {
    [
      "schema": .string(Self.consistencySchema), "size": .int(earlier.count),
      "root": .string(earlier.root.hex), "proof": .strings(consistency.map(\.hex)),
    ]
  }

  private static let inclusionSchema = "modelgate/inclusion/v1"
  private static let consistencySchema = "modelgate/consistency/v1"

  /// Reads the three files.
  init(
    checkpoint: Checkpoint,
    inclusion: [UInt8],
    consistency: [UInt8]
  ) throws(MalformedBytes) {
    var fields = try IndexFields(CanonicalJSONReader.value(of: inclusion), of: "the inclusion")
    try fields.requireSchema(Self.inclusionSchema)
    let previous = try LogEntry(reading: try fields.object("entry"))
    guard try fields.integer("index") == checkpoint.count - 1 else {
      throw MalformedBytes("names another entry than the last one of the log")
    }
    let path = try fields.digests("proof")
    try fields.requireNoOthers()
    var later = try IndexFields(CanonicalJSONReader.value(of: consistency), of: "the consistency")
    try later.requireSchema(Self.consistencySchema)
    let earlier = Checkpoint(count: try later.integer("size"), root: try later.digest("root"))
    let proof = try later.digests("proof")
    try later.requireNoOthers()
    self.init(
      previous: previous,
      checkpoint: checkpoint,
      earlier: earlier,
      inclusion: path,
      consistency: proof
    )
  }
}

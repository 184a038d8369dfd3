// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

extension BundleModel {
  var json: JSONValue {
    .object(present: [
      ("system", .string(system)), ("name", .string(name)),
      ("version", version.map(JSONValue.string)), ("path", path.map(JSONValue.string)),
      ("sha256", sha256.map { .string($0.hex) }), ("size", size.map(JSONValue.int)),
      ("origin", .string(origin.rawValue)),
    ])
  }

  init(reading json: JSONValue) throws(MalformedBytes) {
    var fields = try IndexFields(json, of: "a model")
    self.init(
      system: try fields.string("system"),
      name: try fields.string("name"),
      version: fields.has("version") ? try fields.string("version") : nil,
      path: fields.has("path") ? try fields.string("path") : nil,
      sha256: fields.has("sha256") ? try fields.digest("sha256") : nil,
      size: fields.has("size") ? try fields.integer("size") : nil,
      origin: try Origin(reading: &fields)
    )
    try fields.requireNoOthers()
  }
}

extension BundleModel.Origin {
  fileprivate init(reading fields: inout IndexFields) throws(MalformedBytes) {
    guard let origin = Self(rawValue: try fields.string("origin")) else {
      throw MalformedBytes("a model has an origin that no model has")
    }
    self = origin
  }
}

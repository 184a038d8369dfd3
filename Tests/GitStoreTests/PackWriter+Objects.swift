// SPDX-License-Identifier: Apache-2.0

import EvidenceBundle
import GateModel

extension PackWriter {
  /// The bytes of a pack of some objects, each written once.
  static func pack(of objects: [GitObject]) throws -> [UInt8] {
    let objects = objects.inPackOrder
    var writer = PackWriter(objectCount: objects.count)
    for object in objects { try writer.append(object) }
    return try writer.finish().content.bytes()
  }
}

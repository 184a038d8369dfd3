// SPDX-License-Identifier: Apache-2.0

/// What a DSSE signature is made over (secure-systems-lab/dsse, protocol.md v1.0.2, "PAE").
package enum SignedPayload {
  /// The type and the payload, each after its length.
  package static func encoding(of payload: [UInt8], type: String) -> [UInt8] {
    Array("DSSEv1 \(type.utf8.count) \(type) \(payload.count) ".utf8) + payload
  }
}

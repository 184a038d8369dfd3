// SPDX-License-Identifier: Apache-2.0

internal import Crypto
package import GateModel

extension ContentDigest {
  /// Creates the SHA-256 digest (FIPS 180-4) of some bytes.
  package init(sha256Of bytes: [UInt8]) {
    self.init(bytes: Array(SHA256.hash(data: bytes)))
  }
}

// SPDX-License-Identifier: Apache-2.0

internal import Crypto
public import GateModel

extension ContentDigest {
  /// Creates the SHA-256 digest (FIPS 180-4) of some bytes.
  public init(sha256Of bytes: [UInt8]) {
    self.init(bytes: Array(SHA256.hash(data: bytes)))
  }
}

// SPDX-License-Identifier: Apache-2.0

extension String {
  /// The text that bytes were written as.
  package init(utf8 bytes: [UInt8]) { self.init(decoding: bytes, as: UTF8.self) }
}

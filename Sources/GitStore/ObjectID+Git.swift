// SPDX-License-Identifier: Apache-2.0

internal import CGit2
internal import GateModel

extension ObjectID {
  /// The id that libgit2 keeps as 20 bytes.
  init(_ id: git_oid) {
    let digits: StaticString = "0123456789abcdef"
    let hex = withUnsafeBytes(of: id.id) { bytes in
      String(unsafeUninitializedCapacity: 40) { text in
        for (index, byte) in bytes.enumerated() {
          text[2 * index] = digits.utf8Start[Int(byte >> 4)]
          text[2 * index + 1] = digits.utf8Start[Int(byte & 15)]
        }
        return 40
      }
    }
    guard let id = ObjectID(hex: hex) else {
      preconditionFailure("20 bytes make 40 hexadecimal digits")
    }
    self = id
  }

  /// The 20 bytes, as libgit2 wants them.
  var raw: git_oid {
    var id = git_oid()
    // Cannot fail: the digits were checked when the id was made.
    git_oid_fromstr(&id, hex)
    return id
  }
}

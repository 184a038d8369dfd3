// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Glibc

/// A file under a temporary name, which disappears unless it is put in its place.
struct TemporaryFile: ~Copyable {
  private let file: OpenFile
  private let destination: String
  private var isInPlace = false

  init(beside destination: String) throws(Problem) {
    self.destination = destination
    file = try TemporaryName.claim(beside: destination) { name throws(Problem) in
      try OpenFile(creating: name)
    }
  }

  deinit {
    if !isInPlace { unlink(file.path) }
  }

  func write(_ bytes: [UInt8]) throws(Problem) { try file.write(bytes) }

  /// Gives the file its name; a file that had it is gone at the same moment.
  mutating func putInPlace() throws(Problem) {
    try file.synchronize()
    guard rename(file.path, destination) == 0 else {
      throw SystemFailure.error("cannot write the bundle", destination)
    }
    isInPlace = true
  }
}

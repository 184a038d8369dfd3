// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// A file under a temporary name, which disappears unless it is put in its place.
struct TemporaryFile: ~Copyable {
  private let file: OpenFile
  private let destination: String
  private var isInPlace = false

  init(beside destination: String) throws(BundleError) {
    self.destination = destination
    file = try TemporaryName.claim(beside: destination) { name throws(BundleError) in
      try OpenFile(creating: name)
    }
  }

  deinit {
    if !isInPlace { unlink(file.path) }
  }

  func write(_ bytes: [UInt8]) throws(BundleError) { try file.write(bytes) }

  /// Gives the file its name; a file that had it is gone at the same moment.
  mutating func putInPlace() throws(BundleError) {
    try file.synchronize()
    guard rename(file.path, destination) == 0 else {
      throw SystemFailure.error("cannot write the bundle", destination)
    }
    isInPlace = true
  }
}

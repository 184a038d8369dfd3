// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Glibc

/// An open file descriptor, closed at the end of its life.
struct OpenFile: ~Copyable {
  private let descriptor: Int32
  let path: String

  /// Opens a file for reading.
  ///
  /// Without blocking, because a named pipe would wait for a writer for ever.
  init(reading path: String) throws(Problem) {
    self.path = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw SystemFailure.error("cannot open", path) }
  }

  /// Creates a file that must not exist yet; nil when it does.
  init?(creating path: String) throws(Problem) {
    try self.init(creating: path, O_WRONLY, 0o644)
  }

  /// Creates a file that its owner alone may write and read; nil when it exists.
  init?(creatingPrivate path: String) throws(Problem) {
    try self.init(creating: path, O_RDWR, 0o600)
  }

  private init?(creating path: String, _ access: Int32, _ mode: mode_t) throws(Problem) {
    self.path = path
    descriptor = open(path, access | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    if descriptor < 0 {
      guard errno == EEXIST else { throw SystemFailure.error("cannot write the bundle", path) }
      return nil
    }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Reads the bytes of a range, fewer only at the end of the file.
  func read(_ range: Range<Int>) throws(Problem) -> [UInt8] {
    var failure: Problem?
    let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, filled in
      while filled < range.count {
        let place = off_t(range.lowerBound + filled)
        let added = pread(
          descriptor,
          buffer.baseAddress.map { $0 + filled },
          range.count - filled,
          place
        )
        if added < 0 && errno == EINTR { continue }
        if added < 0 { failure = SystemFailure.error("cannot read the bundle", path) }
        guard added > 0 else { return }
        filled += added
      }
    }
    if let failure { throw failure }
    return bytes
  }

  /// Whether a file starts with some bytes.
  func startsWith(_ magic: [UInt8]) throws(Problem) -> Bool {
    try read(0..<magic.count) == magic
  }

  /// The size of a regular file.
  ///
  /// Asked before anything is read: a sparse file of terabytes would be read for hours.
  func byteCount() throws(Problem) -> Int {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw SystemFailure.error("cannot read the bundle", path)
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw Problem(
        path: path,
        message: "cannot read the bundle: it is no regular file",
        help: "name a bundle directory, .tar or .tar.gz"
      )
    }
    return Int(status.st_size)
  }

  /// The size of a regular file that is not larger than some bytes.
  func byteCount(atMost maximumBytes: Int) throws(Problem) -> Int {
    let count = try byteCount()
    guard count <= maximumBytes else { throw tooLarge(maximumBytes) }
    return count
  }

  /// Writes all of the bytes.
  func write(_ bytes: [UInt8]) throws(Problem) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw SystemFailure.error("cannot write the bundle", path) }
      rest = rest.dropFirst(count)
    }
  }

  /// Waits until the bytes are on the disk; a full disk may show only here.
  func synchronize() throws(Problem) {
    guard fsync(descriptor) == 0 else { throw SystemFailure.error("cannot write the bundle", path) }
  }

  private func tooLarge(_ maximumBytes: Int) -> Problem {
    Problem(
      path: path,
      message: "cannot read the bundle: it holds more than \(maximumBytes) bytes",
      help: "no bundle that modelgate writes has more; get it again from where it was made"
    )
  }
}

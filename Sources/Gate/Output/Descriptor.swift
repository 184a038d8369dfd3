// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// Opens and writes files by their descriptors, with what went wrong in words.
enum Descriptor {
  /// How long a full pipe is waited for before signals are looked at again, in milliseconds.
  private static let patience: Int32 = 200

  /// Opens a device or a pipe without waiting for anybody at its other end.
  static func stream(at file: String, _ path: String) throws(RunFailure) -> Int32 {
    let descriptor = open(file, O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard descriptor < 0 else { return descriptor }
    guard errno != ENXIO else {
      throw .writing(path, "nobody reads from it", help: "start the reader first")
    }
    throw failure(path)
  }

  /// A second descriptor for an open file.
  static func duplicate(_ descriptor: Int32, _ path: String) throws(RunFailure) -> Int32 {
    let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, STDERR_FILENO + 1)
    guard copy >= 0 else { throw failure(path) }
    return copy
  }

  /// Writes a file under a new name beside its destination, with the mode of what it replaces.
  ///
  /// - Returns: The new name.
  static func temporary(
    beside file: String,
    _ mode: mode_t?,
    _ bytes: [UInt8],
    _ path: String
  ) throws(RunFailure) -> String {
    let name = "\(file).\(getpid()).part"
    // What an ended process with the same number left behind is nobody's.
    unlink(name)
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let descriptor = open(name, flags, 0o666)
    guard descriptor >= 0 else { throw failure(path) }
    do throws(RunFailure) {
      try write(bytes, to: descriptor, path)
    } catch {
      close(descriptor)
      unlink(name)
      throw error
    }
    if let mode { fchmod(descriptor, mode) }
    guard close(descriptor) == 0 else {
      defer { unlink(name) }
      throw failure(path)
    }
    return name
  }

  /// Writes all bytes; a signal that ends the run interrupts a full pipe.
  static func write(
    _ bytes: [UInt8],
    to descriptor: Int32,
    _ path: String
  ) throws(RunFailure) {
    var rest = bytes[...]
    while !rest.isEmpty {
      guard !EndingSignals.hasArrived else { throw .ended }
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno == EAGAIN {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&waiting, 1, patience)
      } else if errno != EINTR {
        throw failure(path)
      }
    }
  }

  private static func failure(_ path: String) -> RunFailure {
    .writing(path, String(cString: strerror(errno)))
  }
}

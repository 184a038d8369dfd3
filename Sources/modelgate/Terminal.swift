// SPDX-License-Identifier: Apache-2.0

internal import FoundationEssentials
internal import Gate
internal import GateModel
internal import Glibc
internal import Reporting

/// Standard output and standard error.
enum Terminal {
  /// Makes sure that what is written goes where the caller meant it to go, or is missed.
  ///
  /// A standard stream that the caller closed would give its number to the next file that is opened;
  /// a file that cannot be written takes its place. Writing to a pipe that nobody reads becomes an
  /// error instead of the end of the process.
  static func prepare() {
    signal(SIGPIPE, SIG_IGN)
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO]
    where fcntl(descriptor, F_GETFD) < 0 {
      // The lowest free number is given out, which is this one.
      _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
    require(RLIMIT_NOFILE, of: leastFiles, "\(leastFiles) open files", option: "-n")
    require(RLIMIT_STACK, of: leastStack, "\(leastStack >> 10) KiB of stack", option: "-s")
  }

  /// Ends where the process may not have what it needs: without descriptors for its queues, or with the
  /// stack at its end, the runtime traps without a word.
  private static func require(
    _ resource: __rlimit_resource,
    of least: UInt,
    _ name: String,
    option: String
  ) {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(resource.rawValue), &limit) == 0, limit.rlim_cur < least
    else { return }
    let text =
      "error: modelgate needs \(name), and its limit is lower\n"
      + "help: raise it with ulimit \(option)\n"
    _ = write(Array(text.utf8), to: STDERR_FILENO)
    endProcess(ExitStatus.usage.rawValue)
  }

  private static let leastFiles: UInt = 16
  private static let leastStack: UInt = 256 << 10

  /// Writes to standard output, which carries only what was asked for.
  ///
  /// - Throws: When not everything could be written: a full disk, or a reader that has gone.
  static func printOutput(_ page: Page) throws(RunFailure) {
    guard let reason = write(page.bytes, to: STDOUT_FILENO) else { return }
    // A reader that has gone away knows; everybody else has to be told.
    if reason == EPIPE { endProcess(ExitStatus.usage.rawValue) }
    throw RunFailure(
      .configuration,
      [
        Problem(
          message: "writing to standard output failed: \(String(cString: strerror(reason)))",
          help: "make room, or give --output a path"
        )
      ]
    )
  }

  /// Writes a message to standard error; if nobody can read it, there is nobody left to tell.
  static func printError(_ page: Page) {
    _ = write(page.bytes, to: STDERR_FILENO)
  }

  /// How the console report is drawn: in colour only on a terminal that wants it.
  ///
  /// `NO_COLOR` is honoured as no-color.org defines it: any value that is not empty.
  static func style(noColor: Bool) -> ConsoleStyle {
    let environment = ProcessInfo.processInfo.environment
    let refused =
      noColor || !(environment["NO_COLOR"] ?? "").isEmpty || environment["TERM"] == "dumb"
    return ConsoleStyle(useColor: !refused && isatty(STDOUT_FILENO) == 1, width: width)
  }

  /// Whether standard output is a terminal.
  static var showsOutput: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Whether somebody can be asked: input and output are both a terminal.
  static var isInteractive: Bool { isatty(STDIN_FILENO) == 1 && showsOutput }

  private static var width: Int {
    var size = winsize()
    let isKnown = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    return isKnown ? min(100, max(60, Int(size.ws_col))) : 80
  }

  /// Writes all bytes; returns the number of what went wrong, or nil.
  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EAGAIN {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&waiting, 1, -1)
        continue
      }
      guard count > 0 else { return errno }
      rest = rest.dropFirst(count)
    }
    return nil
  }
}

/// Ends the process with a status.
func endProcess(_ status: Int32) -> Never {
  exit(status)
}

// SPDX-License-Identifier: Apache-2.0

internal import FoundationEssentials
internal import Glibc
internal import Reporting

/// Standard output and standard error.
enum Terminal {
  /// Writes to standard output, which carries only what was asked for.
  static func printOutput(_ bytes: [UInt8]) {
    write(bytes, to: STDOUT_FILENO)
  }

  /// Writes a message to standard error.
  static func printError(_ text: String) {
    write(Array(text.utf8), to: STDERR_FILENO)
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

  private static var width: Int {
    var size = winsize()
    let isKnown = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    return isKnown ? min(100, max(60, Int(size.ws_col))) : 80
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      // A closed pipe means that nobody reads on; there is nobody left to tell.
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }
}

/// Ends the process with a status.
func endProcess(_ status: Int32) -> Never {
  exit(status)
}

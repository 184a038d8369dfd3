// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Glibc

/// Names beside a destination, on the same file system, for what is not finished yet.
enum TemporaryName {
  /// The folder that a path stands in.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Calls `create` with hidden names beside `destination` until one was free.
  static func claim<Claimed: ~Copyable>(
    beside destination: String,
    create: (String) throws(Problem) -> Claimed?
  ) throws(Problem) -> Claimed {
    for number in 0..<1000 {
      let name = "\(folder(of: destination))/.modelgate-\(getpid())-\(number).partial"
      if let claimed = try create(name) { return claimed }
    }
    throw Problem(
      path: folder(of: destination),
      message: "cannot write the bundle: every temporary name is taken",
      help: "remove the old .modelgate-*.partial entries"
    )
  }
}

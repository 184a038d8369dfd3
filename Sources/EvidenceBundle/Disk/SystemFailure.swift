// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Glibc

/// Puts a failed system call into words.
enum SystemFailure {
  /// The error of the call that just failed; has to be called before any other system call.
  ///
  /// The attempt reads like "cannot write the bundle".
  static func error(_ attempt: String, _ path: String) -> Problem {
    let code = errno
    let reason = String(cString: strerror(code)).lowercased()
    return Problem(path: path, message: "\(attempt): \(reason)", help: help(for: code))
  }

  private static func help(for code: Int32) -> String {
    switch code {
    case ENOSPC, EDQUOT, EFBIG: "free some space, or choose another place"
    case EACCES, EPERM, EROFS: "check the permissions, or choose another place"
    case ENOENT: "check the path, and create the folder it stands in"
    case ENOTDIR, EISDIR, ENAMETOOLONG, ELOOP: "check the path"
    default: "try again, or choose another place"
    }
  }
}

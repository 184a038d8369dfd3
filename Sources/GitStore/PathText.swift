// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Glibc

/// The text of a C string from libgit2; what is not UTF-8 is written as `\xNN`.
func text(of string: UnsafePointer<CChar>) -> String {
  let count = strlen(string)
  return string.withMemoryRebound(to: UInt8.self, capacity: count) {
    PathText.text(of: UnsafeBufferPointer(start: $0, count: count))
  }
}

/// A path without the slash that libgit2 puts at the end of folders.
func withoutTrailingSlash(_ path: String) -> String {
  path != "/" && path.hasSuffix("/") ? String(path.dropLast()) : path
}

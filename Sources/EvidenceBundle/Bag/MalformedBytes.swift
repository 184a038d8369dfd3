// SPDX-License-Identifier: Apache-2.0

/// What is wrong with bytes that should follow a format, as a lower-case phrase.
struct MalformedBytes: Error, Hashable {
  let what: String

  init(_ what: String) { self.what = what }
}

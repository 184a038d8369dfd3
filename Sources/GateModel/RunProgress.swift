// SPDX-License-Identifier: Apache-2.0

/// How far a run is, for somebody who waits; no result depends on it.
package enum RunProgress: Hashable, Sendable {
  /// So many of the candidate files are read.
  case reading(files: Int, total: Int)
  /// Everything is read, and so many systems are judged now.
  case judging(systems: Int)
}

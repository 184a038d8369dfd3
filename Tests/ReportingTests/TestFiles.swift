// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Where the test's own files stand.
enum TestFiles {
  static func path(of name: String) -> String {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: name).path()
  }
}

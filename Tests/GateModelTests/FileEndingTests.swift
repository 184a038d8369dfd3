// SPDX-License-Identifier: Apache-2.0

import GateModel
import Testing

struct FileEndingTests {
  @Test(arguments: [
    ("a.md", "md"), ("docs/A.MD", "md"), ("a.b.json", "json"), ("x/a.markdown", "markdown"),
    ("a.b/c", ""), (".json", ""), ("x/.json", ""), ("a.", ""), ("LICENSE", ""), ("", ""),
  ])
  func `an ending is what stands behind the last dot of a name, in lower case`(
    path: String,
    ending: String
  ) {
    #expect(FileEnding(of: path) == FileEnding(stringLiteral: ending))
    #expect(ending == TreePath.fileExtension(of: path))
  }

  @Test(arguments: ["a.mdown", "a.json5", "a.m\u{E9}", "a.markdowns", "a.md~", "md", "a/md"])
  func `an ending that only resembles another one is a different one`(path: String) {
    for ending: FileEnding in ["md", "json", "markdown"] {
      #expect(FileEnding(of: path) != ending)
    }
  }
}

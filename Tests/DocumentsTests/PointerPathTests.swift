// SPDX-License-Identifier: Apache-2.0

import Documents
import GateModel
import Testing

@Suite struct PointerPathTests {
  /// The document and the pointers of RFC 6901, section 5.
  private let example = """
    {
      "foo": ["bar", "baz"],
      "": 0, "a/b": 1, "c%d": 2, "e^f": 3, "g|h": 4, "i\\\\j": 5, "k\\"l": 6, " ": 7, "m~n": 8
    }
    """

  @Test(arguments: [
    ("/foo/0", "bar"), ("/", "0"), ("/a~1b", "1"), ("/c%d", "2"), ("/e^f", "3"), ("/g|h", "4"),
    ("/i\\j", "5"), ("/k\"l", "6"), ("/ ", "7"), ("/m~0n", "8"),
  ])
  func `the examples of the standard lead to their values`(pointer: String, text: String) throws {
    let node = try JSONReader.read(Array(example.utf8))
    #expect(node.node(at: pointer)?.text == text)
    #expect(PointerPath(pointer)?.text == pointer)
  }

  @Test(arguments: ["foo", "/foo/2", "/foo/01", "/foo/-", "/foo/+0", "/foo/x", "/~2", "/~", "/x"])
  func `a pointer may lead nowhere`(pointer: String) throws {
    #expect(try JSONReader.read(Array(example.utf8)).node(at: pointer) == nil)
  }

  @Test func `pointers are built with escapes and looked up for their place`() throws {
    let node = try JSONReader.read(Array(example.utf8))
    let path = PointerPath().appending("foo").appending(1)
    #expect(path.description == "/foo/1")
    #expect(node.position(of: path.text) == SourcePosition(line: 2, column: 18))
    #expect(node.node(at: "") == node)
    #expect(PointerPath().appending("~/").text == "/~0~1")
    #expect(PointerPath.escaped("a~1/") == "a~01~1")
  }
}

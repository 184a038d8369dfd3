// SPDX-License-Identifier: Apache-2.0

import GateModel
import Testing

@Suite struct LFSPointerTests {
  private static let digest = String(repeating: "4d7a2146", count: 8)
  private static let version = "version https://git-lfs.github.com/spec/v1\n"
  private static let canonical = "\(version)oid sha256:\(digest)\nsize 12345\n"

  @Test func `a pointer names the digest and the size of the large file`() throws {
    let pointer = try #require(LFSPointer(bytes: Array(Self.canonical.utf8)))
    #expect(pointer.oid.hex == Self.digest)
    #expect(pointer.byteCount == 12_345)
    #expect(pointer.isCanonical)
  }

  @Test(arguments: [
    "version https://hawser.github.com/spec/v1\noid sha256:\(digest)\nsize 12345\n",
    "\(version)oid sha256:\(digest)\nsize 12345",
    "\(version)oid sha256:\(digest)\r\nsize 12345\r\n",
    "\(version)oid sha256:\(digest)\next-0-zip sha256:\(digest)\nsize 12345\n",
    "\(version)oid sha256:\(digest)\nsize 012345\n",
  ])
  func `what Git LFS reads but would not write is a pointer that is not canonical`(text: String) {
    let pointer = LFSPointer(bytes: Array(text.utf8))
    #expect(pointer?.byteCount == 12_345)
    #expect(pointer?.isCanonical == false)
  }

  @Test func `a pointer may name extensions before the digest`() {
    let text =
      "\(Self.version)ext-0-zip sha256:\(Self.digest)\n"
      + "ext-1-tar sha256:\(Self.digest)\noid sha256:\(Self.digest)\nsize 0\n"
    #expect(LFSPointer(bytes: Array(text.utf8))?.isCanonical == true)
  }

  @Test(arguments: [
    "",
    "version https://git-lfs.github.com/spec/v2\noid sha256:\(digest)\nsize 1\n",
    "\(version)size 1\noid sha256:\(digest)\n",
    "oid sha256:\(digest)\nsize 1\n\(version)",
    "\(version)oid sha256:\(digest.uppercased())\nsize 1\n",
    "\(version)oid sha1:\(digest)\nsize 1\n",
    "\(version)oid sha256:\(digest)\nsize -1\n",
    "\(version)oid sha256:\(digest)\nsize 99999999999999999999\n",
    "\(version)oid sha256:\(digest)\n",
    "\(version)oid sha256:\(digest)\nsize 1\nsize 1\n",
    "\(version)oid sha256:\(digest)\nsize 1\ncolour red\n",
    "\(version)ext-10-zip sha256:\(digest)\noid sha256:\(digest)\nsize 1\n",
    "# Model card\n",
  ])
  func `other texts are no pointers`(text: String) {
    #expect(LFSPointer(bytes: Array(text.utf8)) == nil)
  }

  @Test func `a text of 1024 bytes is no pointer`() {
    func pointer(byteCount: Int) -> LFSPointer? {
      let name = String(repeating: "x", count: byteCount - Self.canonical.utf8.count - 79)
      let line = "ext-0-\(name) sha256:\(Self.digest)\n"
      let text = Self.version + line + Self.canonical.dropFirst(Self.version.count)
      #expect(text.utf8.count == byteCount)
      return LFSPointer(bytes: Array(text.utf8))
    }
    #expect(pointer(byteCount: 1023) != nil)
    #expect(pointer(byteCount: 1024) == nil)
  }
}

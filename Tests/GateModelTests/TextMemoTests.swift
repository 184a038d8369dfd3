// SPDX-License-Identifier: Apache-2.0

import Synchronization
import Testing
import Texts

@Suite("Texts that come again")
struct TextMemoTests {
  @Test func `a function is called once for each text and context`() {
    let memo = TextMemo<Int, String>()
    let calls = Mutex(0)
    for _ in 0..<3 {
      for context in 0..<2 {
        for text in ["a", "b", ""] {
          let value = memo.value(of: text, in: context) { text in
            calls.withLock { $0 += 1 }
            return "\(text)\(context)"
          }
          #expect(value == "\(text)\(context)")
        }
      }
    }
    #expect(calls.withLock { $0 } == 6)
  }

  @Test func `texts that Unicode takes for equal are told apart by their bytes`() {
    let memo = TextMemo<Bool, Int>()
    let (composed, decomposed) = ("\u{E9}", "e\u{301}")
    #expect(composed == decomposed)
    #expect(memo.value(of: composed) { $0.utf8.count } == 2)
    #expect(memo.value(of: decomposed) { $0.utf8.count } == 3)
  }

  @Test func `more texts than are kept give what the function gives`() {
    let memo = TextMemo<Bool, String>()
    for round in 0..<2 {
      for number in 0..<64 {
        let text = String(repeating: "x", count: 8192) + "\(number)"
        #expect(memo.value(of: text) { String($0.suffix(4)) } == text.suffix(4), "round \(round)")
      }
    }
  }

  @Test func `tasks that ask at the same time get the same`() async {
    let memo = TextMemo<Bool, Int>()
    await withTaskGroup(of: Bool.self) { group in
      for task in 0..<8 {
        group.addTask {
          (0..<500).allSatisfy { number in
            let text = "\((number + task) % 50)"
            return memo.value(of: text) { $0.utf8.count } == text.utf8.count
          }
        }
      }
      for await isSame in group { #expect(isSame) }
    }
  }
}

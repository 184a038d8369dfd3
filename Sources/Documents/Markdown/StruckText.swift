// SPDX-License-Identifier: Apache-2.0

internal import Texts

/// GitHub's `~~strikethrough~~` in text that is otherwise free of markup.
enum StruckText {
  static func removed(from text: String) -> String {
    guard text.has(UInt8(ascii: "~")) else { return text }
    let mark = Array("~~".utf8)
    let bytes = Array(text.utf8)
    var kept: [UInt8] = []
    var index = 0
    var opening: Int?
    while index < bytes.count {
      guard bytes[index...].starts(with: mark) else {
        kept.append(bytes[index])
        index += 1
        continue
      }
      if let start = opening {
        kept.removeSubrange(start...)
        opening = nil
        if kept.last == ASCII.space, bytes.dropFirst(index + mark.count).first == ASCII.space {
          kept.removeLast()
        }
      } else {
        opening = kept.count
        kept.append(contentsOf: mark)
      }
      index += mark.count
    }
    return kept.count == bytes.count ? text : String(decoding: kept, as: UTF8.self)
  }
}

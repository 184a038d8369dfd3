// SPDX-License-Identifier: Apache-2.0

internal import Texts

/// The text of blocks that are not looked into further.
enum BlockText {
  /// The text below a block, one line for each of its lines.
  static func plain(_ block: CMarkNode) -> String {
    var texts: [String] = []
    block.walk { node, enters in
      guard enters else { return }
      switch node.kind {
      case .paragraph, .heading: texts.append(InlineText(of: node).lines.joined)
      case .code: texts.append(node.literal.trimmed)
      case .html: texts.append(HTMLText.plainText(node.literal))
      default: return
      }
    }
    return texts.filter { !$0.isEmpty }.joined(separator: "\n")
  }
}

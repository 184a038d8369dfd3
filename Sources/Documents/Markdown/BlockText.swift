// SPDX-License-Identifier: Apache-2.0

internal import Texts

/// The text of blocks that are not looked into further.
enum BlockText {
  /// The text below a block, one line for each of its lines.
  static func plain(_ block: CMarkNode) -> String {
    var texts: [String] = []
    var hiding: HiddenElement.Open?
    block.walk { node, enters in
      guard enters else { return }
      switch node.kind {
      case .html: texts.append(HTMLText.plainText(node.literal, in: &hiding))
      case _ where hiding != nil: return
      case .paragraph, .heading: texts.append(InlineText(of: node).lines.joined)
      case .code: texts.append(node.literal.trimmed)
      default: return
      }
    }
    return texts.filter { !$0.isEmpty }.joined(separator: "\n")
  }
}

extension CMarkNode {
  /// The blocks below a block, without those that an element of HTML before them hides.
  var shownChildren: [CMarkNode] {
    var hiding: HiddenElement.Open?
    return children.filter { child in
      let isShown = hiding == nil
      if child.kind == .html { _ = HTMLText.plainText(child.literal, in: &hiding) }
      return isShown
    }
  }
}

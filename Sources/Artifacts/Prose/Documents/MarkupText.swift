// SPDX-License-Identifier: Apache-2.0

internal import Documents
package import GateModel
internal import Texts

/// Reads what a field of data says as Markdown, where it has marks of it: code, images, titles of links
/// and struck-through words state nothing there either.
package enum MarkupText {
  /// The state of a text of data.
  package static func state(of text: String, for demand: Demand) -> Statement.State {
    state(of: text, for: demand, on: nil)
  }

  /// The state of a text on a topic, whose own name says nothing.
  static func state(of text: String, for demand: Demand, on topic: Topic?) -> Statement.State {
    guard demand.isProse, let shown = shown(of: text) else {
      return StatementState.state(of: CollectionOfOne(text), for: demand, on: topic)
    }
    return shown.state(for: demand, on: topic)
  }

  /// What a reader would see; nil for a text without such marks.
  private static func shown(of text: String) -> SectionText? {
    guard text.has(any: marks), patterns.contains(where: { text.contains($0) }) else { return nil }
    do {
      let document = try MarkdownReader.read(Array(text.utf8))
      return SectionText(document.sections.flatMap(\.blocks))
    } catch {
      return nil
    }
  }

  private static let marks: ASCIISet = "`~]<"
  private static let patterns = ["`", "~~", "](", "]:", "<"]
}

// SPDX-License-Identifier: Apache-2.0

/// One text fact of an artifact, with its topic and whether it says anything.
package struct Statement: Hashable, Sendable {
  /// Whether there is evidence behind a heading or a field.
  package enum State: String, Hashable, Sendable, CaseIterable {
    /// A text that says something.
    case substantive
    /// A text of which it cannot be said whether it is evidence: too few words that say something.
    case undecided
    /// A template's filler, such as `TBD` or `[More Information Needed]`.
    case placeholder
    /// The heading or field is there, with nothing under it.
    case empty
    /// The artifact does not speak of the topic at all.
    case absent
  }

  /// What the text is about.
  package var topic: Topic
  /// The question or heading that the text answers.
  package var question: String?
  /// The text, without markup and comments.
  package var text: String
  /// Whether the text is evidence.
  package var state: State
  /// The list elements of the text, where it is a list.
  package var items: [String]
  /// Where the text stands.
  package var source: SourceReference

  /// Creates a statement.
  package init(
    topic: Topic,
    question: String? = nil,
    text: String,
    state: State,
    items: [String] = [],
    source: SourceReference
  ) {
    self.topic = topic
    self.question = question
    self.text = text
    self.state = state
    self.items = items
    self.source = source
  }
}

// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel

/// The answers of a Dutch assessment form, flat and by question.
///
/// A question that may be answered several times is a list of maps, each with `_index` and the
/// answers to the questions below.
struct DutchAnswers {
  /// One answer.
  struct Answer {
    /// The id of the question, without the index of a repetition (`10.1.1[2]`).
    let id: String
    /// The repetitions that lead here, so that answers of one group can be told from another's.
    let group: String
    /// The map with `value`.
    let cursor: NodeCursor

    /// What was answered; nothing for an image or a cleared answer.
    var texts: [String] { cursor["value"]?.texts ?? [] }
    /// What was answered, as one text.
    var text: String? { texts.isEmpty ? nil : texts.joined(separator: ", ") }
  }

  private(set) var all: [Answer] = []

  init(_ answers: NodeCursor?, _ artifact: inout Artifact) {
    for (id, value) in artifact.section(answers)?.members ?? [] {
      add(id, value, group: "", &artifact)
    }
  }

  /// The answers to a question and to those below it, in the order of the file.
  func below(_ id: String) -> [Answer] {
    all.filter { $0.id == id || $0.id.hasPrefix(id + ".") }
  }

  /// The answers of each repetition of a group, in the order of the file.
  func groups(_ id: String) -> [[Answer]] {
    var order: [String] = []
    var groups: [String: [Answer]] = [:]
    for answer in below(id) {
      if groups[answer.group] == nil { order.append(answer.group) }
      groups[answer.group, default: []].append(answer)
    }
    return order.compactMap { groups[$0] }
  }

  private mutating func add(
    _ id: String,
    _ value: NodeCursor,
    group: String,
    _ artifact: inout Artifact
  ) {
    let id = String(id.prefix { $0 != "[" })
    if value.node.isMap {
      all.append(Answer(id: id, group: group, cursor: value))
    } else if value.node.isList {
      // The readers of documents bound the depth, and with it this recursion.
      for (index, element) in value.elements.enumerated() {
        guard let element = artifact.section(element) else { continue }
        for (child, answer) in element.members where child != "_index" {
          add(child, answer, group: "\(group)/\(id)#\(index)", &artifact)
        }
      }
    } else if !value.node.isNull, id != "_index" {
      artifact.addUnexpected(value, expected: "an answer")
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

internal import FoundationEssentials
internal import Gate
internal import GateModel
internal import Reporting

/// Asks the open questions of one declaration at a terminal, one at a time, and saves each answer.
struct Interview {
  let path: String
  let day: CalendarDate

  /// What somebody typed.
  private enum Reply {
    case answer(String)
    case more, back, stop, skip
  }

  /// Asks until nothing is open, or until somebody stops; what was answered is saved at once.
  func run() async throws {
    let place = RepositoryPlace(of: path)
    var steps: [(key: String, before: String)] = []
    var skipped: Set<String> = []
    Terminal.printError(
      Page(lines: "type an answer, or: ? more, b back, enter skip, s stop and save\n")
    )
    while true {
      var questions = try DeclarationQuestions(of: path, day: day)
      if let root = place.root {
        try await questions.addThoseOfRules(of: .ofFiles(at: root, day), at: place.folder)
      }
      guard let question = questions.open.first(where: { !skipped.contains($0.key) }) else { break }
      let left = questions.open.count { !skipped.contains($0.key) }
      Terminal.printError(Page(question, left: left))
      switch reply() {
      case .stop: return Terminal.printError(Page(lines: "saved \(path)\n"))
      case .more: Terminal.printError(Page(lines: Self.more(about: question)))
      case .skip: skipped.insert(question.key)
      case .back:
        guard let step = steps.popLast() else { continue }
        skipped.remove(step.key)
        try save(step.before)
      case .answer(let text):
        let changed = questions.answering(question.key, with: text)
        guard let problem = changed.problem else {
          steps.append((question.key, questions.text))
          try save(changed.text)
          continue
        }
        Terminal.printError(Page(lines: "  \(problem)\n"))
      }
    }
    Terminal.printError(Page(lines: "saved \(path)\n"))
  }

  private static func more(about question: OpenQuestion) -> String {
    """
    The article is \(question.article). What is not known is answered with unknown; it is read
    against the system and keeps the gate closed.

    """
  }

  private func reply() -> Reply {
    // The end of the input is a stop: an interview never waits for nobody.
    guard let line = readLine() else { return .stop }
    let text = line.split(separator: " ").joined(separator: " ")
    switch text {
    case "": return .skip
    case "?": return .more
    case "b", "back": return .back
    case "s", "stop", "q": return .stop
    default: return .answer(text)
    }
  }

  private func save(_ text: String) throws {
    try OutputFiles.write(Array(text.utf8), to: path)
  }
}

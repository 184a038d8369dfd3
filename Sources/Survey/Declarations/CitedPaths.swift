// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
internal import FileShapes
internal import GateModel
internal import Texts

extension SystemDeclaration {
  /// Compares the paths that answers rest on with the tree: what is not there, or says nothing, shows
  /// nothing.
  mutating func checkCitedPaths(
    in tree: borrowing some SourceTree & ~Copyable,
    _ index: EntryIndex
  ) {
    for fact in Fact.allCases {
      guard let answer = facts.answer(fact) else { continue }
      if fact.definition.type == .path, case .text(let path) = answer.value,
        isBroken(path, in: tree, index)
          || fact == .lawfulBasisBalancingTest && !isBalancingTest(path, in: tree, index)
      {
        facts.missingPaths[fact] = path
        facts.set(nil, for: fact)
      } else if let evidence = answer.evidence, Self.isPath(evidence),
        isBroken(evidence, in: tree, index)
      {
        facts.missingPaths[fact] = evidence
      }
    }
    derogation = derogationAssessment(in: tree, index)
    for place in approvals.indices where approvals[place].decision != .refused {
      if restsOnNothing(approvals[place].evidence, in: tree, index) {
        approvals[place].decision = .pending
      }
    }
    for place in attestations.indices
    where restsOnNothing(attestations[place].evidence, in: tree, index) {
      // It stays, so that whoever asks for it finds that it does not count.
      attestations[place].expires = nil
    }
  }

  /// Whether what something rests on is a file that is not there or says nothing, a folder, or nothing.
  private mutating func restsOnNothing(
    _ evidence: String?,
    in tree: borrowing some SourceTree & ~Copyable,
    _ index: EntryIndex
  ) -> Bool {
    guard let evidence else { return false }
    let text = evidence.trimmed
    guard !text.isEmpty, !text.hasSuffix("/") else { return true }
    // What is named like a file has to be one; any other single word may name a folder.
    if Self.isPath(text) { return isBroken(text, in: tree, index) }
    if !text.contains("://"),
      StatementState.state(of: text) != .substantive || CreedWords.fill(text)
        || UnansweredWords.fill(text)
    {
      return true
    }
    guard !text.contains("://"), !text.contains(where: \.isWhitespace),
      let path = TreePath.resolve(text, in: folder)
    else {
      return false
    }
    return index.holdsSomething(below: path)
  }

  /// Whether a path leads to no file that says something; such a file is noted.
  private mutating func isBroken(
    _ text: String,
    in tree: borrowing some SourceTree & ~Copyable,
    _ index: EntryIndex
  ) -> Bool {
    guard let stated = text.split(separator: "#").first.map(String.init),
      let path = TreePath.resolve(stated, in: folder)
    else { return true }
    guard isConfiguration(path) || !isSubstantive(index[path], in: tree) else { return false }
    emptyCitations.insert(path)
    return true
  }

  /// Whether a file weighs interests, and not against whoever relies on it; a scan cannot be read here.
  private func isBalancingTest(
    _ stated: String,
    in tree: borrowing some SourceTree & ~Copyable,
    _ index: EntryIndex
  ) -> Bool {
    guard let path = stated.split(separator: "#").first.map(String.init),
      let entry = TreePath.resolve(path, in: folder).flatMap({ index[$0] })
    else { return false }
    let name = entry.path.lowercased()
    if Self.printed.contains(where: name.hasSuffix) { return true }
    do throws(Problem) {
      let bytes = try tree.bytes(of: entry)
      return String(validating: bytes, as: UTF8.self).map(BalancingTest.carries) ?? false
    } catch {
      return error.code == Problem.withheld
    }
  }

  /// How files end that print text in ways which are not read here.
  private static let printed = [".pdf", ".docx", ".doc", ".odt", ".rtf"]

  /// Whether a text names a file, and is no link and no sentence.
  private static func isPath(_ text: String) -> Bool {
    if text.lowercased().hasPrefix("file:") { return true }
    return !text.contains("://") && !text.contains(where: \.isWhitespace)
      && (text.contains("/") || text.contains("."))
  }

  /// Whether a file is the declaration, the policy or another file of answers: what is asked cannot rest
  /// on its own answer.
  private func isConfiguration(_ path: String) -> Bool {
    let name = TreePath.name(of: path).lowercased()
    return path == source.path || PolicyFile.names.contains(name)
      || SystemDeclaration.fileNames.contains(name)
  }

  /// Whether a file is there and says something.
  private func isSubstantive(
    _ entry: TreeEntry?,
    in tree: borrowing some SourceTree & ~Copyable
  ) -> Bool {
    guard let entry, entry.kind == .file || entry.kind == .executable
    else { return false }
    do throws(Problem) {
      let bytes = try tree.bytes(of: entry)
      let text = String(validating: bytes, as: UTF8.self)
      // A scan or a PDF cannot be read here; that it is there is all that is known.
      guard let text else { return !bytes.isEmpty }
      if Self.isMarkdown(entry.path), let passage = try DocumentPassage(of: bytes, under: nil) {
        return passage.state == .substantive
      }
      return StatementState.state(of: text) == .substantive
    } catch {
      // No bundle leaves out what says nothing.
      return error.code == Problem.withheld
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// What is wrong with a YAML text, in words.
enum YAMLFlaw {
  case outOfMemory
  case controlCharacter
  /// A problem of the syntax, in libyaml's words.
  case syntax(String)
  case secondDocument
  case tagDirectives(limit: Int)
  case unknownTag(String)
  case wrongTag(String, kind: String)
  case unknownAlias(String)
  case recursiveAlias(String)
  case expansion(String, limit: Int)
  case keyIsNoScalar
  case mergeOfNoMap

  /// The error at a place; `context` is where the construct around it started.
  func error(at position: SourcePosition, since context: SourcePosition? = nil) -> Problem {
    if case .syntax(let problem) = self {
      return YAMLSyntaxFlaw.error(problem, at: position, since: context ?? position)
    }
    return Problem(message: message, position: position, help: help)
  }

  private var message: String {
    switch self {
    case .outOfMemory: "there is not enough memory to read the YAML text"
    case .controlCharacter: "the text has a control character"
    case .syntax(let problem): problem
    case .secondDocument: "a second YAML document starts here"
    case .tagDirectives(let limit): "the text has more than \(limit) %TAG directives"
    case .unknownTag(let tag): "the tag '\(tag.excerpt)' is not known"
    case .wrongTag(let tag, let kind): "the tag '\(tag.excerpt)' does not fit a \(kind)"
    case .unknownAlias(let name): "the alias '*\(name.excerpt)' has no anchor before it"
    case .recursiveAlias(let name): "the alias '*\(name.excerpt)' stands inside its own anchor"
    case .expansion(let name, let limit):
      "with the alias '*\(name.excerpt)' aliases stand for more than \(limit) values"
    case .keyIsNoScalar: "a key is a list or a map"
    case .mergeOfNoMap: "the merge key '<<' is given something that is no map"
    }
  }

  private var help: String {
    switch self {
    case .outOfMemory: "try again with more memory, or split the file"
    case .controlCharacter: "remove it, or write it as an escape in double quotes"
    case .syntax: "correct the syntax"
    case .secondDocument: "keep one document per file and remove the '---' in between"
    case .tagDirectives, .unknownTag:
      "write plain YAML: no application tags, and no other files included"
    case .wrongTag: "remove the tag"
    case .unknownAlias(let name): "define '&\(name.excerpt)' above, or quote the text"
    case .recursiveAlias: "write the value out"
    case .expansion: "write out what is needed instead of repeating aliases"
    case .keyIsNoScalar: "write keys as one line of text; quote them if they start with '[' or '{'"
    case .mergeOfNoMap: "give '<<' an alias of a map, or a list of such aliases"
    }
  }
}

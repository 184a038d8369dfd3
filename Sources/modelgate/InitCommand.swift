// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import FoundationEssentials
internal import Gate
internal import GateModel
internal import Reporting

/// `modelgate init`: a first policy and a first declaration.
struct InitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write a first policy and a first system declaration.",
    discussion: """
      Writes ai-system.yml into a folder, filled with the cards, datasheets, evaluations, assessments \
      and weights that are found there, and modelgate.yml at the root; files that exist are left \
      alone. What must be answered is "?", and no check passes before. At a terminal the questions \
      are asked one by one, unless --kind says what the system is. At the end the files are checked \
      as they are.

      KINDS
        minimal, chatbot, image, credit, hiring, gpai

      EXAMPLES
        modelgate init
        modelgate init --kind chatbot
        modelgate init services/credit --kind credit --id credit-scoring
      """
  )

  @Argument(help: "The folder.")
  var folder = "."

  @Option(help: "The id of the system; default: the name of the folder.")
  var id: String?

  @Option(help: "The name of the system; default: the title of its card, or the folder.")
  var name: String?

  @Option(help: "What the system is; the answers that this settles are filled in.")
  var kind: SystemDraft.Kind?

  func run() async throws {
    let place = RepositoryPlace(of: folder)
    let day = try RunRequest.today()
    var isNew = try writePolicy(at: place)
    let path = join(folder, "ai-system.yml")
    if FileManager.default.fileExists(atPath: path) {
      Terminal.printError(Page(lines: "kept \(path), which exists\n"))
    } else {
      try await writeDeclaration(to: path, at: place, day)
      isNew = true
      if kind == nil, Terminal.isInteractive { try await Interview(path: path, day: day).run() }
    }
    guard let root = place.root else {
      Terminal.printError(
        Page(lines: "next: answer every \"?\" in \(path), then 'git init' and 'git add'\n")
      )
      return
    }
    if isNew { try await showCheck(of: root, day) }
    Terminal.printError(
      Page(lines: "next: answer what is open ('modelgate ask' lists it), then commit \(path)\n")
    )
  }

  /// A policy is read at the root of what is judged, so that is where one is written.
  private func writePolicy(at place: RepositoryPlace) throws -> Bool {
    guard place.isRoot || place.root == nil else { return false }
    let path = join(folder, "modelgate.yml")
    guard !FileManager.default.fileExists(atPath: path) else {
      Terminal.printError(Page(lines: "kept \(path), which exists\n"))
      return false
    }
    let text = try Templates.text(
      of: .policy,
      id: "policy",
      name: "",
      day: try RunRequest.today()
    )
    try NewFile(path: path, isReplacing: false).write(text)
    return true
  }

  private func writeDeclaration(
    to path: String,
    at place: RepositoryPlace,
    _ day: CalendarDate
  ) async throws {
    var findings = RepositoryFindings()
    if let root = place.root {
      findings = await RepositoryFindings.make(try .ofFiles(at: root, day), folder: place.folder)
    }
    let known = id ?? Templates.identifier(from: place.name)
    let draft = SystemDraft(
      id: known ?? findings.title.flatMap(Templates.identifier) ?? "my-system",
      name: name ?? findings.title ?? id ?? place.name,
      day: day,
      kind: kind,
      findings: findings
    )
    try NewFile(path: path, isReplacing: false).write(try draft.text())
  }

  /// The files as they are, judged; whatever comes out, they were written.
  private func showCheck(of root: String, _ day: CalendarDate) async throws {
    let request = try RunRequest.ofFiles(at: root, day)
    do throws(RunFailure) {
      let record = try await GateRun(request).run()
      try Terminal.printOutput(
        Page(record.report, as: .console, style: Terminal.style(noColor: false))
      )
    } catch {
      Terminal.printError(Page(lines: "the files could not be checked yet:\n"))
      Terminal.printError(Page(error.problems))
    }
  }

  private func join(_ folder: String, _ name: String) -> String {
    folder == "." ? name : "\(folder)/\(name)"
  }
}

extension SystemDraft.Kind: ExpressibleByArgument {}

extension RunRequest {
  /// A request for the files of a repository on disk, judged by a day.
  static func ofFiles(at root: String, _ day: CalendarDate) throws -> RunRequest {
    var request = try RunRequest(repository: root)
    request.asOf = .day(day)
    request.source = .workingTree
    return request
  }
}

/// A folder on disk and the repository around it.
struct RepositoryPlace {
  /// The root of the repository, or nil where there is none.
  let root: String?
  /// The folder from the root; empty for the root itself.
  let folder: String
  /// The name of the folder.
  let name: String

  /// Whether the folder is the root of a repository.
  var isRoot: Bool { root != nil && folder.isEmpty }

  init(of path: String) {
    let start = FileManager.default.currentDirectoryPath
    let whole = path.hasPrefix("/") ? path : path == "." ? start : "\(start)/\(path)"
    let parts = whole.split(separator: "/").filter { $0 != "." }.map(String.init)
    name = parts.last ?? "system"
    let lengths = (0...parts.count).reversed()
    let length = lengths.first { length in
      FileManager.default.fileExists(
        atPath: "/" + (parts.prefix(length) + [".git"]).joined(separator: "/")
      )
    }
    root = length.map { "/" + parts.prefix($0).joined(separator: "/") }
    folder = length.map { parts.dropFirst($0).joined(separator: "/") } ?? ""
  }
}

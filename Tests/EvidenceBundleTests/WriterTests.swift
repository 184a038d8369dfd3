// SPDX-License-Identifier: Apache-2.0

import EvidenceBundle
import Foundation
import GateModel
import TestSupport
import Testing

/// A bundle is written whole or not at all, and replaces nothing but its like.
@Suite struct WriterTests {
  private let files: [BundleFile]

  init() throws { files = try EvidenceBundle.heldFiles(of: BundleFixture.contents()) }

  private func write(_ files: [BundleFile]? = nil, to path: String) throws(Problem) {
    try BundleWriter.write(
      files ?? self.files,
      named: "top",
      modified: 0,
      to: BundleDestination(path: path)
    )
  }

  @Test(arguments: [
    ("a.tar", BundleDestination.tar("a.tar")), ("a.tar.gz", .tarGz("a.tar.gz")),
    ("a.tgz", .tarGz("a.tgz")), ("a", .directory("a")), ("a.zip", .directory("a.zip")),
    ("a.tar/", .directory("a.tar/")),
  ])
  func `the ending of the path chooses the form`(path: String, destination: BundleDestination) {
    #expect(BundleDestination(path: path) == destination)
  }

  @Test func `a directory holds exactly the files of the bundle`() throws {
    let folder = try TemporaryFolder()
    try write(to: folder.path("out"))
    for file in files { #expect(try folder.bytes(of: "out/\(file.path)") == file.bytes) }
    let found = try folder.entries().filter { !folder.isFolder($0) }
    #expect(found == files.map { "out/\($0.path)" })
  }

  @Test(arguments: ["out", "out//", "a.tar", "a.tgz"])
  func `an older bundle is replaced as a whole`(name: String) throws {
    let folder = try TemporaryFolder()
    var older = BundleFixture.contents()
    older.reports.append(PlacedFile(path: "older.txt", content: .held([1])))
    try write(EvidenceBundle.heldFiles(of: older), to: folder.path(name))
    try write(to: folder.path(name))
    let result = try BundleVerifier.verify(
      folder.path(name),
      readingReport: BundleFixture.facts(of:)
    )
    #expect(result.problems.isEmpty)
    let top = try folder.entries().filter { !$0.contains("/") }
    #expect(top == [name.hasPrefix("out") ? "out" : name], "nothing else remains")
  }

  @Test func `an empty directory is filled`() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: folder.path("out"),
      withIntermediateDirectories: false
    )
    try write(to: folder.path("out"))
    #expect(try folder.entries().contains("out/data/report.json"))
  }

  @Test(arguments: [
    ("out/precious.txt", "holds files and is no bundle"),
    ("out/data/report.json", "holds files and is no bundle"),
  ])
  func `a directory with anything else is left alone`(path: String, reason: String) throws {
    let folder = try TemporaryFolder()
    try folder.createFolder(of: path)
    _ = try folder.write([1], to: path)
    let before = try folder.entries()
    let error = #expect(throws: Problem.self) { try write(to: folder.path("out")) }
    #expect(error?.message.contains(reason) == true)
    #expect(try folder.entries() == before)
  }

  @Test(arguments: ["out/mine.txt", "out/data/mine.txt", "out/notes/mine.txt", "out/.git"])
  func `an older bundle with anything besides is left alone`(path: String) throws {
    let folder = try TemporaryFolder()
    try write(to: folder.path("out"))
    try folder.createFolder(of: path)
    _ = try folder.write([1], to: path)
    let before = try folder.entries()
    let error = #expect(throws: Problem.self) { try write(to: folder.path("out")) }
    #expect(error?.message.contains("is an older bundle, but holds") == true)
    #expect(try folder.entries() == before)
  }

  @Test(arguments: [
    ("missing/a.tar", "no such file or directory"), ("missing/out", "no such file or directory"),
    ("file/a.tar", "not a directory"), ("file/out", "not a directory"),
    ("folder.tar", "no regular file"), ("folder.tgz", "no regular file"),
    ("file", "is not a directory"), ("link", "is not a directory"), ("link.tar", "no regular file"),
  ])
  func `a destination that cannot be written is named with the reason`(
    path: String,
    reason: String
  ) throws {
    let folder = try TemporaryFolder()
    _ = try folder.write([1], to: "file")
    for name in ["folder.tar", "folder.tgz"] {
      try FileManager.default.createDirectory(
        atPath: folder.path(name),
        withIntermediateDirectories: false
      )
    }
    for name in ["link", "link.tar"] {
      try FileManager.default.createSymbolicLink(
        atPath: folder.path(name),
        withDestinationPath: "folder.tar"
      )
    }
    let before = try folder.entries()
    let error = #expect(throws: Problem.self) { try write(to: folder.path(path)) }
    #expect(error?.message.contains(reason) == true, "\(String(describing: error))")
    #expect(try folder.entries() == before, "nothing half-written remains")
  }

  @Test func `a device is never replaced`() {
    #expect(throws: Problem.self) {
      try BundleWriter.write(files, named: "top", modified: 0, to: .tar("/dev/null"))
    }
    #expect(FileManager.default.fileExists(atPath: "/dev/null"))
  }

  @Test(arguments: [
    ("nowhere", "cannot open: no such file or directory"), ("/dev/null", "a device or a pipe"),
  ])
  func `a bundle that cannot be read is named with the reason`(path: String, reason: String) {
    let error = #expect(throws: Problem.self) {
      try BundleVerifier.verify(path, readingReport: BundleFixture.facts(of:))
    }
    #expect(error?.message.contains(reason) == true, "\(String(describing: error))")
  }

  @Test func `links and odd names in a bundle directory are problems`() throws {
    let folder = try TemporaryFolder()
    try write(to: folder.path("out"))
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("out/data/link"),
      withDestinationPath: "/etc/passwd"
    )
    try FileManager.default.createDirectory(
      atPath: folder.path("out/data/folder"),
      withIntermediateDirectories: false
    )
    _ = try folder.write([1], to: "out/data/sp ace")
    _ = try folder.write([1], to: "out/.hidden")
    let result = try BundleVerifier.verify(
      folder.path("out"),
      readingReport: BundleFixture.facts(of:)
    )
    #expect(
      Set(result.problems.map(\.path)) == [
        "data/link", "data/folder", "data/sp ace", ".hidden",
      ]
    )
  }

  @Test func `a link in place of a file is not followed`() throws {
    let folder = try TemporaryFolder()
    try write(to: folder.path("out"))
    try FileManager.default.moveItem(
      atPath: folder.path("out/data/report.json"),
      toPath: folder.path("elsewhere")
    )
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("out/data/report.json"),
      withDestinationPath: folder.path("elsewhere")
    )
    let result = try BundleVerifier.verify(
      folder.path("out"),
      readingReport: BundleFixture.facts(of:)
    )
    #expect(
      result.problems.contains { $0.path == "data/report.json" && $0.message.contains("link") }
    )
  }

  @Test(arguments: ["out", "a.tar", "a.tgz"])
  func `a full disk leaves nothing behind`(name: String) async throws {
    // A limit on the size of files fails a write in its middle, as a full disk does; it holds for
    // a whole process, which therefore has to be another one.
    await #expect(processExitsWith: .success) { [name] in
      signal(SIGXFSZ, SIG_IGN)
      var limit = rlimit(rlim_cur: 4096, rlim_max: .max)
      precondition(setrlimit(__rlimit_resource_t(1), &limit) == 0, "the limit can be set")
      var generator = SeededGenerator(seed: 1)
      let noise = (0..<100_000).map { _ in UInt8.random(in: 0...255, using: &generator) }
      let folder = try TemporaryFolder()
      do {
        try BundleWriter.write(
          [BundleFile(path: "data/noise", bytes: noise)],
          named: "top",
          modified: 0,
          to: BundleDestination(path: folder.path(name))
        )
        preconditionFailure("the write has to fail")
      } catch let error as Problem {
        precondition(error.message == "cannot write the bundle: file too large", error.message)
      }
      let remains = try folder.entries()
      precondition(remains.isEmpty, "nothing half-written remains")
    }
  }
}

extension TemporaryFolder {
  fileprivate func isFolder(_ name: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path(name), isDirectory: &isFolder)
      && isFolder.boolValue
  }

  fileprivate func createFolder(of name: String) throws {
    try FileManager.default.createDirectory(
      at: URL(fileURLWithPath: path(name)).deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
  }
}

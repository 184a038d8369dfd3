// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import TestSupport
import Testing

/// The built program, run as its users run it.
enum Program {
  /// What a run left behind.
  struct Outcome {
    let status: Int32
    let output: [UInt8]
    let error: String

    /// What was printed to standard output, as text.
    var text: String { String(decoding: output, as: UTF8.self) }
  }

  /// The program stands in the folder of the running tests.
  static let path: String = {
    let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return URL(filePath: tests).deletingLastPathComponent().appending(path: "modelgate").path
  }()

  /// Runs the program with an empty environment.
  ///
  /// Its output goes through files, so that no full pipe can stop it.
  static func run(
    _ arguments: [String],
    in folder: String = "/",
    environment: [String: String] = [:],
    input: String = ""
  ) async throws -> Outcome {
    let files = try TemporaryDirectory()
    for name in ["out", "err"] { try files.write("", to: name) }
    try files.write(input, to: "in")
    let output = try handle(files.path + "/out", O_WRONLY)
    let error = try handle(files.path + "/err", O_WRONLY)
    let input = try handle(files.path + "/in", O_RDONLY)
    let program = try SpawnedProgram(
      path,
      arguments,
      in: folder,
      environment: environment,
      streams: [input, output, error].map(\.fileDescriptor)
    )
    let status = await program.finish()
    return Outcome(
      status: status,
      output: Array(try Data(contentsOf: URL(filePath: files.path + "/out"))),
      error: try String(contentsOfFile: files.path + "/err", encoding: .utf8)
    )
  }

  /// What the program prints when a terminal of 80 columns is its standard output.
  static func runOnTerminal(
    _ arguments: [String],
    in folder: String,
    environment: [String: String]
  ) async throws -> String {
    let (terminal, side) = try openTerminal()
    let program = try SpawnedProgram(
      path,
      arguments,
      in: folder,
      environment: environment,
      streams: [nil, side, nil]
    )
    // A terminal holds back a writer, so somebody has to read while the program runs.
    async let bytes = drained(terminal)
    _ = await program.finish()
    close(side)
    let text = String(decoding: await bytes, as: UTF8.self)
    close(terminal)
    return text
  }

  /// Both sides of a new terminal: that of the reader and that of the program.
  ///
  /// The request numbers are those of Linux (ioctl_tty(2)), which Swift does not import.
  private static func openTerminal() throws -> (reader: Int32, program: Int32) {
    let (unlock, getNumber) = (UInt(0x4004_5431), UInt(0x8004_5430))
    var (isLocked, number) = (Int32(0), Int32(0))
    let reader = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    try #require(reader >= 0)
    try #require(ioctl(reader, unlock, &isLocked) == 0)
    try #require(ioctl(reader, getNumber, &number) == 0)
    let program = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
    try #require(program >= 0)
    return (reader, program)
  }

  /// The same on a thread of its own, because reading blocks.
  private static func drained(_ terminal: Int32) async -> [UInt8] {
    await withCheckedContinuation { continuation in
      Thread.detachNewThread { continuation.resume(returning: drain(terminal)) }
    }
  }

  /// Everything that comes from a terminal until its other side is closed.
  private static func drain(_ terminal: Int32) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4_096)
    while true {
      let count = read(terminal, &buffer, buffer.count)
      guard count > 0 else { return bytes }
      bytes += buffer.prefix(count)
    }
  }

  private static func handle(_ path: String, _ mode: Int32) throws -> FileHandle {
    let descriptor = open(path, mode)
    guard descriptor >= 0 else { throw CocoaError(.fileReadUnknown) }
    return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }
}

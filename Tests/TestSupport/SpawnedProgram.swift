// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc

/// A program that runs beside the tests, with the streams and the environment it is given.
///
/// Foundation's own `Process` looks for open files by copying directory entries beyond their end, which
/// ends the tests now and then where hundreds of programs are started.
package struct SpawnedProgram: Sendable {
  private let process: pid_t

  /// Starts a program; it has no other open files.
  ///
  /// - Parameters:
  ///   - path: The program.
  ///   - arguments: Its arguments, without its own name.
  ///   - folder: Where it runs.
  ///   - environment: Its whole environment.
  ///   - streams: The descriptors of standard input, output and error; nil for none.
  /// - Throws: What keeps it from starting.
  package init(
    _ path: String,
    _ arguments: [String],
    in folder: String,
    environment: [String: String] = [:],
    streams: [Int32?] = [nil, nil, nil]
  ) throws {
    let nothing = open("/dev/null", O_RDWR | O_CLOEXEC)
    defer { close(nothing) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (target, stream) in streams.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, stream ?? nothing, Int32(target))
    }
    // What is not open is passed over; more than a thousand files are never open here.
    for descriptor in Int32(streams.count)..<1_024 {
      posix_spawn_file_actions_addclose(&actions, descriptor)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    for signal in [SIGPIPE, SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, signal) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    // The shell goes to the folder, which Swift has no call for.
    let command = ["/bin/sh", "-c", #"cd "$0" && exec "$@""#, folder, path] + arguments
    var names = command.map { strdup($0) } + [nil]
    var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in names + variables { free(text) } }
    var started: pid_t = 0
    let error = posix_spawn(&started, command[0], &actions, &attributes, &names, &variables)
    guard error == 0 else {
      throw FixtureError("posix_spawn \(path)", String(cString: strerror(error)))
    }
    process = started
  }

  /// Waits for the end, and gives the status as a shell does: 128 and the number of the signal for one
  /// that was killed.
  package func wait() -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }

  /// The same on a thread of its own, because waiting blocks.
  package func finish() async -> Int32 {
    await withCheckedContinuation { continuation in
      Thread.detachNewThread { continuation.resume(returning: wait()) }
    }
  }
}

extension SpawnedProgram {
  /// What a run left behind.
  package struct Outcome: Sendable {
    package let status: Int32
    /// What was printed to standard output.
    package let output: String
    /// What was printed to standard error; empty where both streams are one.
    package let errors: String
  }

  /// Runs a program to its end, with files for streams, so that no full pipe can stop it.
  ///
  /// - Parameters:
  ///   - path: The program.
  ///   - arguments: Its arguments, without its own name.
  ///   - folder: Where it runs.
  ///   - environment: Its whole environment.
  ///   - input: What it reads from standard input.
  ///   - joinsErrors: Whether standard error goes where standard output goes.
  /// - Returns: Its status and what it printed.
  /// - Throws: What keeps it from starting.
  package static func run(
    _ path: String,
    _ arguments: [String],
    in folder: String = "/",
    environment: [String: String] = [:],
    input: String = "",
    joinsErrors: Bool = false
  ) throws -> Outcome {
    let files = try TemporaryDirectory()
    for (name, text) in [("in", input), ("out", ""), ("err", "")] {
      try files.write(text, to: name)
    }
    func file(_ name: String) -> URL { URL(filePath: files.path + "/" + name) }
    let reading = try FileHandle(forReadingFrom: file("in"))
    let output = try FileHandle(forWritingTo: file("out"))
    let errors = try joinsErrors ? output : FileHandle(forWritingTo: file("err"))
    let program = try SpawnedProgram(
      path,
      arguments,
      in: folder,
      environment: environment,
      streams: [reading, output, errors].map(\.fileDescriptor)
    )
    let status = withExtendedLifetime([reading, output, errors]) { program.wait() }
    return Outcome(
      status: status,
      output: String(decoding: try Data(contentsOf: file("out")), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: file("err")), as: UTF8.self)
    )
  }
}

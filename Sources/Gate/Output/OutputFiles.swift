// SPDX-License-Identifier: Apache-2.0

internal import FoundationEssentials
internal import Glibc

/// Writes several outputs so that either all appear or none does.
///
/// Regular files are written under a temporary name beside their destination and renamed when all
/// are complete. Devices and pipes are opened first and written through; nothing is ever renamed
/// over them.
package struct OutputFiles {
  private var staged: [(temporary: String, destination: String)] = []
  private var streams: [(descriptor: Int32, destination: String, bytes: [UInt8])] = []
  private let protected: ProtectedPaths

  /// Writes one file whole; a signal waits until that is done.
  ///
  /// - Parameters:
  ///   - bytes: What is written.
  ///   - path: Where it goes.
  ///   - judged: Files and folders that it was made from and does not replace.
  /// - Throws: When it cannot be written; what was there is there still.
  package static func write(
    _ bytes: [UInt8],
    to path: String,
    sparing judged: [String] = []
  ) throws(RunFailure) {
    let protected = ProtectedPaths(
      folders: judged,
      files: judged,
      because: "it lies inside what is judged"
    )
    try EndingSignals.waiting { () throws(RunFailure) in
      var files = OutputFiles(sparing: protected)
      try files.stage(bytes, at: path)
      try files.commit()
    }
  }

  /// Creates an empty set of files that may go anywhere.
  package init() {
    self.init(sparing: ProtectedPaths())
  }

  /// Creates an empty set of files that must not touch some paths.
  init(sparing protected: ProtectedPaths) {
    self.protected = protected
  }

  /// Writes one file under its temporary name; missing folders are created.
  package mutating func stage(_ bytes: [UInt8], at path: String) throws(RunFailure) {
    do throws(RunFailure) {
      try place(bytes, at: path)
      guard !EndingSignals.hasArrived else { throw .ended }
    } catch {
      discard()
      throw error
    }
  }

  private mutating func place(_ bytes: [UInt8], at path: String) throws(RunFailure) {
    switch try OutputPlace(path) {
    case .open(let descriptor):
      streams.append((try Descriptor.duplicate(descriptor, path), path, bytes))
    case .stream(let file):
      streams.append((try Descriptor.stream(at: file, path), path, bytes))
    case .file(let file, let mode):
      try protected.refuse(file, as: path)
      guard !staged.contains(where: { $0.destination == file }) else {
        throw .configuration("two outputs go to '\(path)'", help: "give each a path of its own")
      }
      try Self.createFolder(of: file)
      staged.append((try Descriptor.temporary(beside: file, mode, bytes, path), file))
    }
  }

  /// Creates the folder that a file is to stand in, where it is missing.
  static func createFolder(of path: String) throws(RunFailure) {
    let folder = URL(filePath: path).deletingLastPathComponent()
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw RunFailure.configuration(
        "creating the folder of '\(path)' failed: \(reason(error))",
        help: "choose a path in a folder that can be written"
      )
    }
  }

  /// Writes what goes through pipes and devices, then gives every staged file its name.
  package mutating func commit() throws(RunFailure) {
    while let (descriptor, destination, bytes) = streams.first {
      do throws(RunFailure) {
        try Descriptor.write(bytes, to: descriptor, destination)
      } catch {
        discard()
        throw error
      }
      close(descriptor)
      streams.removeFirst()
    }
    while let (temporary, destination) = staged.first {
      guard rename(temporary, destination) == 0 else {
        let reason = String(cString: strerror(errno))
        discard()
        throw RunFailure.configuration(
          "writing '\(destination)' failed: \(reason)",
          help: "choose a path that is no folder and can be written"
        )
      }
      staged.removeFirst()
    }
  }

  /// Removes every staged file.
  mutating func discard() {
    for (temporary, _) in staged { unlink(temporary) }
    for (descriptor, _, _) in streams { close(descriptor) }
    (staged, streams) = ([], [])
  }

  private static func reason(_ error: any Error) -> String {
    (error as? CocoaError).flatMap { $0.underlying as? POSIXError }
      .map { String(cString: strerror($0.code.rawValue)) } ?? "\(error)"
  }
}

// SPDX-License-Identifier: Apache-2.0

import Foundation

extension FixtureRepository {
  /// Cuts the history off behind a commit and removes older ones, as `git clone --depth` does.
  package func makeShallow(at commit: String, without missing: [String]) throws {
    try Data("\(commit)\n".utf8).write(to: URL(filePath: gitDirectory + "/shallow"))
    for id in missing { try deleteObject(id) }
  }

  /// Removes an object, as a partial clone or a damaged disk would.
  package func deleteObject(_ id: String) throws {
    try FileManager.default.removeItem(atPath: objectPath(id))
  }

  /// Puts other bytes in place of an object's file.
  package func damageObject(_ id: String) throws {
    let file = objectPath(id)
    try FileManager.default.removeItem(atPath: file)
    try Data("not an object".utf8).write(to: URL(filePath: file))
  }

  /// Puts another object's file in place of an object's file.
  package func replaceObject(_ id: String, by other: String) throws {
    try deleteObject(id)
    try FileManager.default.copyItem(atPath: objectPath(other), toPath: objectPath(id))
  }

  /// Adds lines to the configuration of the repository.
  package func configure(_ lines: String) throws {
    let file = gitDirectory + "/config"
    let before = try String(contentsOfFile: file, encoding: .utf8)
    try Data((before + lines + "\n").utf8).write(to: URL(filePath: file))
  }

  /// Declares that objects are named with SHA-256, as `git init --object-format=sha256` does.
  package func declareSHA256() throws {
    try configure(
      "[core]\n\trepositoryformatversion = 1\n[extensions]\n\tobjectformat = sha256"
    )
  }

  /// Gives the repository to another user; only root may.
  package func chown(to user: UInt32) throws {
    let names = try FileManager.default.subpathsOfDirectory(atPath: path)
    for name in [""] + names where Glibc.lchown(path + "/" + name, user, user) != 0 {
      throw FixtureError("lchown", "\(errno) for \(name)")
    }
  }

  private func objectPath(_ id: String) -> String {
    "\(gitDirectory)/objects/\(id.prefix(2))/\(id.dropFirst(2))"
  }
}

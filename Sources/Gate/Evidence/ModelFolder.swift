// SPDX-License-Identifier: Apache-2.0

internal import Digests
internal import EvidenceBundle
internal import FoundationEssentials
internal import GateModel
internal import Glibc

/// A folder of weights on disk, as a registry or a server holds them.
struct ModelFolder {
  private let path: String

  init(_ path: String) { self.path = path }

  /// What the folder has otherwise than the models need: a missing one, or weights of another.
  ///
  /// - Parameters:
  ///   - models: The models.
  ///   - blobs: The git blobs of their weights, by path, where the commit holds these.
  /// - Returns: Each difference, as a phrase.
  /// - Throws: When the folder cannot be read.
  func differences(
    from models: [BundleModel],
    in blobs: [String: ObjectID]
  ) throws(RunFailure) -> [String] {
    let (files, links) = try contents()
    let found = Set(files.values)
    let needed = models.compactMap { model in model.sha256.map { (model.name, $0) } }
    guard !needed.isEmpty else { return ["no judged model has a digest"] }
    let missing = needed.filter { !found.contains($0.1) }
      .map { "the folder does not hold the model '\($0.0)' (sha256:\($0.1))" }
    let known = Set(needed.map(\.1))
    let strange = files.filter { !known.contains($0.value) && WeightsFile.isPossible($0.key) }
      .keys.sorted()
      .map { "the folder holds '\($0)', which no judged model is" }
    let linked = links.map {
      "the folder holds '\($0)', a link to a folder, which may have any weights"
    }
    return missing + strange + linked + (try others(than: models, in: blobs, among: files))
  }

  /// The files with the digest that a bundle states for weights of the commit, which are not that file: the
  /// statement alone says which SHA-256 the file has, and git proves its blob.
  private func others(
    than models: [BundleModel],
    in blobs: [String: ObjectID],
    among files: [String: ContentDigest]
  ) throws(RunFailure) -> [String] {
    var others: [String] = []
    for model in models where model.origin == .tree {
      guard let place = model.path, let blob = blobs[place] else { continue }
      let same = files.filter { $0.value == model.sha256 }.keys.sorted()
      for name in same where try DiskFile.blob(at: "\(path)/\(name)") != blob {
        others.append("the folder holds '\(name)', which is not '\(place)' of the commit")
      }
    }
    return others
  }

  /// The digests of the files, and the links to folders.
  private func contents() throws(RunFailure) -> ([String: ContentDigest], [String]) {
    guard !Self.isLink(path) else {
      throw .configuration(
        "'\(path)' is a link, which may lead elsewhere tomorrow",
        help: "name the folder itself that holds the weights"
      )
    }
    let names: [String]
    do {
      names = try FileManager.default.subpathsOfDirectory(atPath: path)
    } catch {
      throw .configuration(
        "reading the folder '\(path)' failed",
        help: "name the folder that holds the weights"
      )
    }
    var digests: [String: ContentDigest] = [:]
    var links: [String] = []
    for name in names.sorted() {
      let file = "\(path)/\(name)"
      var isFolder = false
      let isThere = FileManager.default.fileExists(atPath: file, isDirectory: &isFolder)
      if isThere, !isFolder {
        digests[name] = try DiskFile.sha256(at: file)
      } else if isThere, Self.isLink(file) {
        links.append(name)
      }
    }
    return (digests, links)
  }

  private static func isLink(_ path: String) -> Bool {
    let plain = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    var status = stat()
    return lstat(plain, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }
}

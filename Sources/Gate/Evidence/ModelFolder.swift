// SPDX-License-Identifier: Apache-2.0

internal import Digests
internal import EvidenceBundle
internal import FoundationEssentials
internal import GateModel

/// A folder of weights on disk, as a registry or a server holds them.
struct ModelFolder {
  /// The extensions of files that hold weights, in lower case: the formats that model hubs list.
  private static let extensions: Set<String> = [
    "bin", "safetensors", "pt", "pth", "ckpt", "onnx", "h5", "keras", "tflite", "pb", "gguf",
    "ggml", "pkl", "pickle", "joblib", "model", "ubj", "cbm", "mlmodel", "npz", "npy", "msgpack",
    "pdparams", "engine", "mar", "skops", "dill",
  ]

  private let path: String

  init(_ path: String) { self.path = path }

  /// What the folder has otherwise than the models need: a missing one, or weights of another.
  ///
  /// - Throws: When the folder cannot be read.
  func differences(from models: [BundleModel]) throws(RunFailure) -> [String] {
    let files = try digests()
    let found = Set(files.values)
    let needed = models.compactMap { model in model.sha256.map { (model.name, $0) } }
    guard !needed.isEmpty else { return ["no judged model has a digest"] }
    let missing = needed.filter { !found.contains($0.1) }
      .map { "the folder does not hold the model '\($0.0)' (sha256:\($0.1))" }
    let known = Set(needed.map(\.1))
    let strange = files.filter { !known.contains($0.value) && Self.isWeights($0.key) }.keys.sorted()
      .map { "the folder holds '\($0)', which no judged model is" }
    return missing + strange
  }

  private static func isWeights(_ path: String) -> Bool {
    extensions.contains(TreePath.fileExtension(of: path).lowercased())
  }

  private func digests() throws(RunFailure) -> [String: ContentDigest] {
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
    for name in names {
      let file = "\(path)/\(name)"
      var isFolder = false
      guard FileManager.default.fileExists(atPath: file, isDirectory: &isFolder), !isFolder else {
        continue
      }
      digests[name] = try DiskFile.sha256(at: file)
    }
    return digests
  }
}

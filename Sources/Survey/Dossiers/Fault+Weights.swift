// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

extension Fault {
  /// The fault that a declared digest cannot be compared with what stands under the declared path, or that
  /// another file than the declared one, if one is, bears the name of the model; none where no digest is
  /// declared.
  static func doubts(
    about model: DeclaredModel,
    _ state: WeightsState?,
    of declaration: SystemDeclaration,
    among entries: EntryIndex,
    telling: EntryIndex,
    without claimed: Set<String>
  ) -> [Fault] {
    guard model.sha256 != nil else { return [] }
    let files = telling.entries(below: TreePath.folder(of: declaration.source.path))
    let unclaimed = UnclaimedWeights(of: model, of: declaration)
    guard let path = model.weights else {
      guard let path = unclaimed.path(in: files, claimed) else { return [] }
      return [
        Fault(
          message:
            "the declared digest of '\(model.name)' is compared with nothing: \(path) bears the name of the "
            + "model, and no weights are declared",
          location: SourceLocation(path: path),
          help: "name the file under 'weights' of the model, or remove it",
          system: declaration.id
        )
      ]
    }
    if let other = unclaimed.path(in: files, claimed, insteadOf: entries[path]) {
      return [swap(of: model, path, with: other, declaration.id)]
    }
    guard let doubt = state?.doubt else { return [] }
    return [
      Fault(
        message: "the declared digest of '\(model.name)' cannot be compared with \(path): \(doubt)",
        location: SourceLocation(path: path),
        help: "declare the one file that the digest is of, as it is or as a Git LFS pointer",
        system: declaration.id
      )
    ]
  }

  private static func swap(
    of model: DeclaredModel,
    _ path: String,
    with other: String,
    _ system: String
  ) -> Fault {
    Fault(
      message:
        "\(other) bears the name of '\(model.name)', and the declared weights are others, \(path)",
      location: SourceLocation(path: other),
      help:
        "declare the file that is used under 'weights' of the model, the other one as a model with evidence "
        + "of its own, or remove it",
      system: system
    )
  }
}

/// What tells that a file holds the weights of a model whose declaration names none.
private struct UnclaimedWeights {
  private let name: String
  private let version: String
  private let isOnly: Bool

  init(of model: DeclaredModel, of declaration: SystemDeclaration) {
    name = Self.folded(model.name)
    version = Self.folded(model.version ?? "")
    isOnly = declaration.models.count == 1
  }

  /// The first such file, other than those that a declaration names.
  func path(in files: ArraySlice<TreeEntry>, _ claimed: Set<String>) -> String? {
    files.first { entry in
      guard Self.isWeights(entry.path), !claimed.contains(entry.path) else { return false }
      let stem = Self.stem(of: entry.path)
      return name.count >= Self.shortestName && stem.contains(name)
        || isOnly && Self.generic.contains(stem)
    }?.path
  }

  /// The first file of other bytes that is called like the model or its declared weights, in whatever form;
  /// an archive of former weights has their version in its name.
  func path(
    in files: ArraySlice<TreeEntry>,
    _ claimed: Set<String>,
    insteadOf declared: TreeEntry?
  ) -> String? {
    guard let declared, name.count >= Self.shortestName else { return nil }
    let stems = Set([name, Self.stem(of: declared.path)].filter { !Self.generic.contains($0) })
    return files.first { entry in
      guard Self.isWeights(entry.path), entry.id != declared.id, !claimed.contains(entry.path)
      else {
        return false
      }
      let stem = Self.stem(of: entry.path)
      if Self.generic.contains(stem), entry.path != declared.path {
        return Self.folded(TreePath.name(of: TreePath.folder(of: entry.path))) == name
          && TreePath.folder(of: entry.path) != TreePath.folder(of: declared.path)
      }
      return stems.contains { known in
        stem.hasPrefix(known) && (stem == known || isForm(stem.dropFirst(known.count)))
      }
    }?.path
  }

  /// Whether what follows the name is the declared version or tells how the same model was converted.
  private func isForm(_ rest: Substring) -> Bool {
    Self.conversions.contains(rest)
      || !version.isEmpty && (rest == version || rest == "v" + version)
  }

  private static func isWeights(_ path: String) -> Bool {
    let ending = FileEnding(of: path)
    if ending == .other { return longEndings.contains(TreePath.fileExtension(of: path)) }
    return endings.contains(ending)
  }

  private static func stem(of path: String) -> String {
    folded(TreePath.stem(of: path))
  }

  private static func folded(_ text: String) -> String {
    String(text.lowercased().filter { $0.isLetter || $0.isNumber })
  }

  /// The fewest characters of a name that files do not bear by chance.
  private static let shortestName = 4
  /// How tools name weights whatever the model is called.
  private static let generic: Set<String> = ["model", "weights", "pytorchmodel", "tfmodel"]
  private static let conversions: Set<Substring> = [
    "int8", "int4", "fp16", "fp32", "bf16", "quant", "quantized", "quantised", "optimized",
    "optimised", "onnx",
    "gguf", "q4", "q8", "prod", "production", "final", "latest", "new",
    "lora", "qlora", "adapter", "adapters", "merged", "finetuned", "best", "ema", "pruned",
    "distilled",
  ]
  private static let endings: FileEnding.Choice = [
    "onnx", "ort", "pt", "pth", "ckpt", "bin", "h5", "hdf5", "keras", "pkl", "pickle", "joblib",
    "skops",
    "gguf", "tflite", "mlmodel", "xgb", "ubj", "cbm", "rds", "pmml", "nemo", "pb", "npz", "engine",
    "model",
  ]
  private static let longEndings: Set<String> = ["safetensors", "caffemodel"]
}

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
    without claimed: Set<String>
  ) -> [Fault] {
    guard model.sha256 != nil else { return [] }
    let files = entries.entries(below: TreePath.folder(of: declaration.source.path))
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
      help: "declare the file that is used under 'weights' of the model, or remove the other one",
      system: system
    )
  }
}

/// What tells that a file holds the weights of a model whose declaration names none.
private struct UnclaimedWeights {
  private let name: String
  private let isOnly: Bool

  init(of model: DeclaredModel, of declaration: SystemDeclaration) {
    name = Self.folded(model.name)
    isOnly = declaration.models.count == 1
  }

  /// The first such file, other than those that a declaration names.
  func path(in files: ArraySlice<TreeEntry>, _ claimed: Set<String>) -> String? {
    files.first { entry in
      guard let dot = entry.path.lastIndex(of: "."),
        Self.endings.contains(entry.path[dot...].dropFirst().lowercased()),
        !claimed.contains(entry.path)
      else { return false }
      let stem = Self.folded(TreePath.name(of: String(entry.path[..<dot])))
      return name.count >= Self.shortestName && stem.contains(name)
        || isOnly && Self.generic.contains(stem)
    }?.path
  }

  /// The first file that is called like the model, where the declared one of the same form is not and holds
  /// other bytes; an archive of former weights has their version in its name.
  func path(
    in files: ArraySlice<TreeEntry>,
    _ claimed: Set<String>,
    insteadOf declared: TreeEntry?
  ) -> String? {
    guard let declared, let ending = declared.path.lastIndex(of: "."),
      name.count >= Self.shortestName,
      Self.folded(TreePath.name(of: String(declared.path[..<ending]))) != name
    else { return nil }
    return files.first { entry in
      guard let dot = entry.path.lastIndex(of: "."), !claimed.contains(entry.path),
        entry.path[dot...].lowercased() == declared.path[ending...].lowercased(),
        Self.endings.contains(entry.path[dot...].dropFirst().lowercased())
      else { return false }
      return Self.folded(TreePath.name(of: String(entry.path[..<dot]))) == name
        && entry.id != declared.id
    }?.path
  }

  private static func folded(_ text: String) -> String {
    String(text.lowercased().filter { $0.isLetter || $0.isNumber })
  }

  /// The fewest characters of a name that files do not bear by chance.
  private static let shortestName = 4
  /// How tools name weights whatever the model is called.
  private static let generic: Set<String> = ["model", "weights", "pytorchmodel", "tfmodel"]
  private static let endings: Set<String> = Set(
    """
    safetensors onnx ort pt pth ckpt bin h5 hdf5 keras pkl pickle joblib skops gguf tflite mlmodel xgb ubj \
    cbm rds pmml nemo
    """.split(separator: " ").map(String.init)
  )
}

// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// Where the files of a checked tree stand in a bundle: under their own paths, as far as every file
/// system, archive and manifest can hold them.
///
/// A byte that is no ASCII letter, digit, `.`, `_` or `-` is written as `=XX`, as are a dot and a dash
/// at the start of a name and a dot at its end. The escape is not `%`, because `bagit.py` and
/// `sha256sum` disagree about it (RFC 8493 §2.1.3). A file whose path is too long, reserved, or the
/// same as another one's on a disk that folds cases stands under its SHA-256.
struct FilePlaces {
  /// The folder of the bundle, such as `data/inputs`.
  private let folder: String
  private let clashing: Set<String>

  /// Lays out files by their paths; a path may be given more than once.
  init(below folder: String, for paths: some Sequence<String>) {
    self.folder = folder
    clashing = Self.clashes(among: paths)
  }

  /// The place of a file.
  func place(of path: String, _ digest: ContentDigest) -> String {
    let place = "\(folder)/files/\(Self.escaped(path))"
    guard !clashing.contains(path), Self.isUsual(place) else {
      return "\(folder)/sha256/\(digest)"
    }
    return place
  }

  /// A path with everything odd written as `=XX`.
  static func escaped(_ path: String) -> String {
    path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .map { escapedPart(Array($0)) }.joined(separator: "/")
  }

  private static func escapedPart(_ bytes: [UInt8]) -> String {
    bytes.enumerated().reduce(into: "") { name, byte in
      let scalar = Unicode.Scalar(byte.element)
      let isEdge = byte.offset == 0 || byte.offset == bytes.count - 1
      let isPlain =
        SafeName.allows(scalar) && scalar != "="
        && !(isEdge && scalar == ".") && !(byte.offset == 0 && scalar == "-")
      name += isPlain ? String(scalar) : "=" + Self.hex(byte.element)
    }
  }

  private static func hex(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
  }

  /// The longest name of a top directory (`BundleContents.baseName`), for which archives need room.
  private static let longestTop = String(repeating: "x", count: 96)

  /// Names that Windows keeps for devices, whatever stands behind the first dot.
  private static let devices: Set<String> = Set(
    ["con", "prn", "aux", "nul"]
      + (0...9).flatMap { ["com\($0)", "lpt\($0)"] }
  )

  private static func isUsual(_ place: String) -> Bool {
    let parts = place.split(separator: "/", omittingEmptySubsequences: false)
    let hasDevice = parts.contains { part in
      devices.contains(part.prefix { $0 != "." }.lowercased())
    }
    return !hasDevice && parts.allSatisfy { SafeName.isPart($0) }
      && parts.count <= SafeName.deepestPath && TarHeader.fits("\(longestTop)/\(place)")
  }

  /// The paths that cannot stand beside each other where letter case does not count: two files of
  /// one name, or a file where another one needs a folder.
  private static func clashes(among paths: some Sequence<String>) -> Set<String> {
    var files: [String: Set<String>] = [:]
    var folders: [String: Set<String>] = [:]
    for path in paths {
      let folded = escaped(path).lowercased()
      files[folded, default: []].insert(path)
      var parts = folded.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      while !parts.isEmpty {
        folders[parts.joined(separator: "/"), default: []].insert(path)
        parts = parts.dropLast()
      }
    }
    return files.reduce(into: []) { clashing, file in
      let below = folders[file.key] ?? []
      guard file.value.count > 1 || !below.isEmpty else { return }
      clashing.formUnion(file.value.union(below))
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

internal import Digests
internal import GateModel
internal import Texts

/// The files below `data/`, each hashed once.
struct Payload {
  private(set) var files: [BundleFile] = []
  private(set) var digests: [String: ContentDigest] = [:]

  var size: PayloadSize { PayloadSize(of: files) }

  init(of contents: BundleContents) {
    for report in contents.reports {
      add(report.bytes, at: BagLayout.payloadFolder + report.path)
    }
    add(contents.commitBytes, at: BagLayout.commit)
    add(contents.repositoryPack, at: BagLayout.pack)
    addPolicy(contents.policy)
    addInputs(of: contents)
  }

  private mutating func addPolicy(_ policy: [BundleFile]) {
    for file in policy {
      let digest = ContentDigest(sha256Of: file.bytes)
      add(file.bytes, digest, at: BagLayout.policyFile(digest))
    }
    add(CanonicalJSON.bytes(of: PolicyIndex(of: policy).json), at: BagLayout.policyIndex)
  }

  private mutating func addInputs(of contents: BundleContents) {
    let entries = contents.inputs.map { input in
      let digest = ContentDigest(sha256Of: input.bytes)
      add(input.bytes, digest, at: BagLayout.input(digest))
      return InputIndex.Entry(input, sha256: digest)
    }
    let index = InputIndex(commit: contents.commit, root: contents.root, entries: entries)
    add(CanonicalJSON.bytes(of: index.json), at: BagLayout.inputIndex)
  }

  private mutating func add(_ bytes: [UInt8], at path: String) {
    add(bytes, ContentDigest(sha256Of: bytes), at: path)
  }

  /// Adds a file, unless its path is taken: then the path is a digest, and the content the same.
  private mutating func add(_ bytes: [UInt8], _ digest: ContentDigest, at path: String) {
    guard digests.updateValue(digest, forKey: path) == nil else { return }
    files.append(BundleFile(path: path, bytes: bytes))
  }
}

extension InputIndex.Entry {
  init(_ input: BundleInput, sha256: ContentDigest) {
    self.init(
      path: input.path,
      mode: input.mode,
      blob: input.blob,
      sha256: sha256,
      size: input.bytes.count,
      kind: input.kind,
      system: input.system,
      lfsObject: input.lfsObject
    )
  }
}

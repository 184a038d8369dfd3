// SPDX-License-Identifier: Apache-2.0

internal import Digests
internal import GateModel
internal import Texts

/// The files below `data/`, each hashed once.
struct Payload {
  private(set) var files: [PlacedFile] = []
  private(set) var digests: [String: ContentDigest] = [:]

  var size: PayloadSize { PayloadSize(of: files.map(\.content)) }

  init(of contents: BundleContents) {
    for report in contents.reports {
      add(report.content, report.content.sha256, at: BagLayout.report(named: report.path))
    }
    add(contents.facts, at: BagLayout.facts)
    let pack = contents.repositoryPack
    add(pack, pack.sha256, at: BagLayout.pack)
    for file in contents.chain?.files ?? [] { add(file.bytes, at: file.path) }
    addPolicy(contents.policy, from: contents.policyCommit)
    addInputs(of: contents)
  }

  private mutating func addPolicy(_ policy: [BundleFile], from commit: ObjectID?) {
    let index = PolicyIndex(of: policy, commit: commit)
    for (file, entry) in zip(
      policy.sorted { PolicyIndex.precedes($0.path, $1.path) },
      index.entries
    ) {
      add(.held(file.bytes), entry.sha256, at: entry.file)
    }
    add(CanonicalJSON.bytes(of: index.json), at: BagLayout.policyIndex)
  }

  private mutating func addInputs(of contents: BundleContents) {
    let places = FilePlaces(below: "data/inputs", for: contents.inputs.map(\.path))
    let entries = contents.inputs.map { input in
      let place = input.content.map { content in
        let place = places.place(of: input.path, input.sha256)
        add(content, input.sha256, at: place)
        return place
      }
      return InputIndex.Entry(input, file: place)
    }
    let index = InputIndex(
      commit: contents.commit,
      root: contents.root,
      entries: entries,
      models: contents.models
    )
    add(CanonicalJSON.bytes(of: index.json), at: BagLayout.inputIndex)
  }

  private mutating func add(_ bytes: [UInt8], at path: String) {
    add(.held(bytes), ContentDigest(sha256Of: bytes), at: path)
  }

  /// Adds a file, unless its path is taken: then the path is a digest, and the content the same.
  private mutating func add(_ content: FileContent, _ digest: ContentDigest, at path: String) {
    guard digests.updateValue(digest, forKey: path) == nil else { return }
    files.append(PlacedFile(path: path, content: content))
  }
}

extension InputIndex.Entry {
  init(_ input: BundleInput, file: String?) {
    self.init(
      path: input.path,
      file: file,
      mode: input.mode,
      blob: input.blob,
      sha256: input.sha256,
      size: input.size,
      role: input.role,
      format: input.format,
      systems: input.systems,
      lfsObject: input.lfsObject
    )
  }
}

// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// Checks that `bag-info.txt`, the index and the commit object speak of the same thing.
enum MetadataCheck {
  static func problems(
    of metadata: BagMetadata,
    index: InputIndex?,
    in bag: StoredBag
  ) -> [Problem] {
    var problems: [Problem] = []
    let payload = bag.files.filter { $0.key.hasPrefix(BagLayout.payloadFolder) }
    let size = PayloadSize(of: payload.values)
    if metadata.payload != size {
      let what = "states a payload of \(metadata.payload) (bytes.files), but there are \(size)"
      problems.append(.damaged(BagLayout.metadata, what))
    }
    if bag.held(BagLayout.metadata) != metadata.bytes {
      problems.append(.damaged(BagLayout.metadata, "is not in the one form that it has"))
    }
    if let index, index.commit != metadata.commit {
      let what = "speaks of the commit \(index.commit), but bag-info.txt of \(metadata.commit)"
      problems.append(.unproven(BagLayout.inputIndex, what))
    }
    return problems
  }
}

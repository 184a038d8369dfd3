// SPDX-License-Identifier: Apache-2.0

internal import Digests
internal import EvidenceBundle
internal import GateModel
internal import RulePacks

extension Governance {
  /// The digest of everything that decides, as the evidence bundle proves it.
  var digest: ContentDigest { Self.digest(of: files) }

  /// The digest of a pack as this program ships it, or nil when it ships none of that name.
  static func digest(ofShipped name: String) -> ContentDigest? {
    ShippedPacks.files(of: name).map { files in
      digest(of: PackLoader.parts(of: files).filter { !$0.path.hasPrefix(exampleFolder) })
    }
  }

  /// The digest over paths, sizes and contents of files.
  static func digest(of files: [PackFile]) -> ContentDigest {
    EvidenceBundle.policyDigest(
      of: files.map {
        ($0.path, $0.sha256 ?? ContentDigest(sha256Of: $0.bytes), $0.size)
      }
    )
  }
}

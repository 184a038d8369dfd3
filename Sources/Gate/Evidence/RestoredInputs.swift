// SPDX-License-Identifier: Apache-2.0

internal import Digests
internal import EvidenceBundle
internal import GateModel
internal import GitStore
internal import Reporting

/// The bytes that a bundle names by their digests alone, from a repository that has them.
struct RestoredInputs {
  /// The bytes by their blobs.
  private(set) var contents: [ObjectID: FileContent] = [:]
  /// The files whose bytes are not those that the bundle names.
  private(set) var problems: [Problem] = []

  /// Reads what a bundle leaves out.
  ///
  /// - Throws: When the repository cannot be read or does not have the commit.
  init(of record: BundleRecord, from path: String, tool: Report.Tool) throws(RunFailure) {
    guard !record.redacted.isEmpty else { return }
    let tree = try RepositoryAccess(RunRequest(rereading: record, in: path, tool: tool))
      .checkedTree()
    let redacted = Dictionary(
      record.redacted.map { ($0.path, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    for entry in tree.entries {
      guard let input = redacted[entry.path] else { continue }
      do throws(Problem) {
        let bytes = try tree.bytes(of: entry)
        guard entry.id == input.blob, ContentDigest(sha256Of: bytes) == input.sha256,
          bytes.count == input.size
        else {
          problems.append(contradiction(entry.path))
          continue
        }
        contents[entry.id] = .held(bytes)
      } catch {
        throw RunFailure(
          .repository,
          [Problem(message: "\(error.path): \(error.message)", help: error.help)]
        )
      }
    }
  }

  private func contradiction(_ path: String) -> Problem {
    Problem(
      path: "data/inputs/index.json",
      message: "states another digest or size for '\(path)' than the repository has",
      help: "do not rely on the bundle: make it anew from the commit"
    )
  }
}

extension RunRequest {
  /// A request for the tree that a bundle is about, in a repository that has it.
  init(rereading record: BundleRecord, in repository: String, tool: Report.Tool) {
    self.init(repository: repository, asOf: record.asOf, tool: tool)
    source = .commit(record.commit.hex)
    directory = record.root.isEmpty ? nil : record.root
  }
}

// SPDX-License-Identifier: Apache-2.0

import EvidenceBundle
import GateModel
import TestSupport
import Testing

/// Verification finds everything that is wrong with a bundle.
@Suite struct VerificationTests {
  private let files: [BundleFile]

  init() throws { files = try EvidenceBundle.heldFiles(of: BundleFixture.contents()) }

  @Test(arguments: ["bundle", "bundle.tar", "bundle.tar.gz", "bundle.tgz"])
  func `an untouched bundle passes in each of its forms`(name: String) throws {
    let folder = try TemporaryFolder()
    let destination = BundleDestination(path: folder.path(name))
    try BundleWriter.write(files, named: "top", modified: 0, to: destination)
    let result = try BundleVerifier.verify(
      destination.path,
      readingReport: BundleFixture.facts(of:)
    )
    #expect(result.problems.isEmpty)
    #expect(result.commit == BundleFixture.repository.commit.id)
    #expect(result.evidenceDigest == EvidenceBundle.digest(of: files))
    #expect(result.fileCount == files.count)
  }

  @Test func `a flipped bit in any file is caught, and the file is named`() throws {
    for file in files {
      for seed in UInt64(0)..<6 {
        var generator = SeededGenerator(seed: seed)
        let changed = files.changing(file.path) { bytes in
          let index = Int.random(in: bytes.indices, using: &generator)
          bytes[index] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
        }
        let problems = try verification(of: changed).problems
        // Nothing lists the tag manifest; a change in it shows at a file it lists.
        let isNamed = problems.contains { $0.path == file.path }
        let isTagManifest = file.path == "tagmanifest-sha256.txt" && !problems.isEmpty
        #expect(isNamed || isTagManifest, "\(file.path), seed \(seed): \(problems)")
      }
    }
  }

  @Test func `a removed file is caught, and named`() throws {
    for file in files {
      let problems = try verification(of: files.filter { $0 != file }).problems
      #expect(problems.contains { $0.path == file.path && $0.message.hasPrefix("is missing") })
    }
  }

  @Test(arguments: [
    "data/extra.json", "data/inputs/files/extra", "data/repo/signature", "extra.txt",
    "manifest-md5.txt", "fetch.txt", "data/policy/sha256/x", "attestations/x.txt",
  ])
  func `an added file is caught, and named`(path: String) throws {
    let extra = files + [BundleFile(path: path, bytes: [1])]
    #expect(try verification(of: extra).problems.contains { $0.path == path })
  }

  @Test(arguments: ["data/inputs/files/extra", "data/repo/signature", "extra.txt", "fetch.txt"])
  func `an added file that the manifests list has no place either`(path: String) throws {
    var sealed = BundleFixture.resealed(files + [BundleFile(path: path, bytes: [1])])
    if !path.hasPrefix("data/") { sealed.append(BundleFile(path: path, bytes: [1])) }
    let problems = try verification(of: sealed).problems
    #expect(problems.contains { $0.path == path && $0.message.contains("no place") }, "\(problems)")
  }

  @Test func `everything that is wrong is listed, not only the first`() throws {
    let changed = files.filter { $0.path != "data/reports/junit.xml" }
      .changing("data/reports/summary.md") { $0.append(0x21) }
      .changing("bagit.txt") { $0.append(0x0A) }
    let paths = Set(try verification(of: changed).problems.map(\.path))
    #expect(
      paths.isSuperset(of: [
        "data/reports/junit.xml", "data/reports/summary.md", "bagit.txt", "bag-info.txt",
      ])
    )
  }

  struct ManifestDamage: CustomTestStringConvertible {
    let testDescription: String
    let what: String
    let change: @Sendable ([UInt8]) -> [UInt8]

    init(_ name: String, _ what: String, change: @escaping @Sendable ([UInt8]) -> [UInt8]) {
      (testDescription, self.what, self.change) = (name, what, change)
    }
  }

  static let manifestDamages = [
    ManifestDamage("a repeated line", "twice") { $0 + lines($0)[0] + [0x0A] },
    ManifestDamage("an upper-case digest", "no line") { bytes in
      Array(String(decoding: bytes, as: UTF8.self).uppercased().utf8)
    },
    ManifestDamage("no final line feed", "not in the one form") { $0.dropLast() },
    ManifestDamage("lines out of order", "not in the one form") { bytes in
      lines(bytes).reversed().flatMap { $0 + [0x0A] }
    },
    ManifestDamage("line ends of Windows", "no line") { bytes in
      lines(bytes).flatMap { $0 + [0x0D, 0x0A] }
    },
    ManifestDamage("a path that leaves the bag", "no line") { $0 + Array(evilLine.utf8) },
    ManifestDamage("an empty line", "no line") { [0x0A] + $0 },
    ManifestDamage("bytes that are not text", "no line") { [0xFF, 0x0A] + $0 },
  ]

  @Test(arguments: manifestDamages)
  func `a manifest has one form only`(damage: ManifestDamage) throws {
    for path in ["manifest-sha256.txt", "tagmanifest-sha256.txt"] {
      let changed = files.changing(path) { $0 = damage.change($0) }
      let problems = try verification(of: changed).problems
      #expect(
        problems.contains { $0.path == path && $0.message.contains(damage.what) },
        "\(problems)"
      )
    }
  }

  @Test(arguments: [
    ("Payload-Oxum: ", "Payload-Oxum: 1", "states a payload of"),
    ("Bagging-Date: ", "Bagging-Date: 3", "states no day"),
    ("External-Identifier: git:", "External-Identifier: hg:", "states no git commit"),
    ("Bag-Software-Agent", "Bag-Hardware-Agent", "has no Bag-Software-Agent"),
    ("Payload-Oxum: ", "Payload-Oxum: +", "not in the one form"),
    ("Payload-Oxum: ", "Bag-Size: 1\nPayload-Oxum: ", "not four lines"),
  ])
  func `the bag's statements have one form only`(old: String, new: String, what: String) throws {
    let changed = files.changing("bag-info.txt") { bytes in
      bytes = Array(replace(old, by: new, in: bytes))
    }
    let problems = try verification(of: changed).problems
    #expect(
      problems.contains { $0.path == "bag-info.txt" && $0.message.contains(what) },
      "\(problems)"
    )
  }

  @Test(arguments: ["BagIt-Version: 0.97", "BagIt-Version: 1.0\nX: y"])
  func `the bag declares its version in one form only`(text: String) throws {
    let sealed = BundleFixture.resealed(files.changing("bagit.txt") { $0 = Array(text.utf8) })
    let problems = try verification(of: sealed).problems
    #expect(problems.map(\.message) == ["does not declare a BagIt 1.0 bag in UTF-8"])
  }

  @Test func `an error of the report's reader is a problem of the report`() throws {
    let sealed = BundleFixture.resealed(files.changing("data/report.json") { $0 = [0x7B] })
    let problems = try verification(of: sealed).problems
    #expect(problems.map(\.path) == ["data/report.json"])
    #expect(problems.first?.message == "cannot be read: the stand-in for the report is damaged")
  }
}

private let evilLine = String(repeating: "0", count: 64) + "  ../../etc/passwd\n"

private func lines(_ bytes: [UInt8]) -> [[UInt8]] { bytes.split(separator: 0x0A).map(Array.init) }

private func replace(_ old: String, by new: String, in bytes: [UInt8]) -> String.UTF8View {
  let text = String(decoding: bytes, as: UTF8.self)
  guard let range = text.firstRange(of: old) else { return text.utf8 }
  return text.replacingCharacters(in: range, with: new).utf8
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with new: String) -> String {
    String(self[..<range.lowerBound]) + new + String(self[range.upperBound...])
  }
}

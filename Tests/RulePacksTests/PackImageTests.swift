// SPDX-License-Identifier: Apache-2.0

import Assessment
import Digests
import Gate
import GateModel
import RuleLanguage
import RulePacks
import Testing

/// Shipped packs are planned when the program is built; the image is as good as the rules, or not used.
@Suite("The images of shipped packs")
struct PackImageTests {
  private static func pack(_ name: String, _ files: [PackFile]) throws -> RulePack {
    let draft = try PackLoader(environment: Facts.environment)
      .draft(files: files, folder: name, readsExamples: false, isTested: true)
    return try draft.pack(of: draft.ruleFiles.map { draft.rule($0) })
  }

  private static func shipped(_ name: String) throws -> [PackFile] {
    try #require(ShippedPacks.files(of: name))
  }

  /// All that an image holds of a pack.
  private static func image(of pack: RulePack) -> String {
    PackImage.text(for: pack, digest: ContentDigest(sha256Of: []))
  }

  /// The files of a pack with one of them changed.
  private static func shipped(
    _ name: String,
    changing path: String,
    _ change: (String) -> String
  ) throws -> [PackFile] {
    try shipped(name).map { file in
      guard file.path == path else { return file }
      let text = change(String(decoding: file.bytes, as: UTF8.self))
      return PackFile(path: path, bytes: Array(text.utf8))
    }
  }

  @Test(arguments: ShippedPacks.names)
  func `a pack that is read from its image gives the same image`(name: String) throws {
    let whole = try #require(try RuleCatalogue(packs: [name]).packs.first)
    let planned = try Self.pack(name, try Self.shipped(name))
    #expect(Self.image(of: planned) == Self.image(of: whole))
    #expect(planned.title == whole.title && planned.statusDay == whole.statusDay)
  }

  @Test(arguments: ShippedPacks.names)
  func `it explains and changes conditions as the rules would`(name: String) throws {
    let whole = try #require(try RuleCatalogue(packs: [name]).packs.first)
    let planned = try Self.pack(name, try Self.shipped(name))
    for (ours, theirs) in zip(planned.rules, whole.rules) {
      #expect(ours.require.english() == theirs.require.english(), "\(ours.id)")
      #expect(
        ours.require.mutations().map(\.program.source)
          == theirs.require.mutations().map(\.program.source),
        "\(ours.id)"
      )
      #expect(ours.needsDeclaration == theirs.needsDeclaration, "\(ours.id)")
      let day = CalendarDate(2026, 11, 21)
      #expect(
        ours.historyQuestions(on: day, strictDates: false)
          == theirs.historyQuestions(on: day, strictDates: false),
        "\(ours.id)"
      )
    }
  }

  @Test(arguments: ShippedPacks.names)
  func `it knows the digest of the pack while all files are those it was made from`(
    name: String
  ) throws {
    let files = try Self.shipped(name)
    #expect(try Self.pack(name, files).knownDigest != nil)
    let more = files + [PackFile(path: "rules/another.yaml", bytes: [])]
    let draft = try PackLoader(environment: Facts.environment)
      .draft(files: more, folder: name, readsExamples: false, isTested: true)
    let rules = draft.ruleFiles.filter { $0.path != "rules/another.yaml" }.map { draft.rule($0) }
    #expect(try draft.pack(of: rules).knownDigest == nil)
  }

  @Test func `a rule that is not the one it was made from is read anew`() throws {
    let name = try #require(ShippedPacks.names.first)
    let rule = try #require(try Self.pack(name, try Self.shipped(name)).rules.first)
    let files = try Self.shipped(name, changing: "rules/\(rule.id).yaml") {
      $0.replacing(rule.require.source, with: "true").replacing(rule.title, with: "Another title")
    }
    let changed = try #require(try Self.pack(name, files).rules.first { $0.id == rule.id })
    #expect(changed.title == "Another title")
  }

  @Test(arguments: ["", "x", "5:", "99999999999999999999:", "9:pack.yaml "])
  func `an image that is none is not used`(text: String) throws {
    let name = try #require(ShippedPacks.names.first)
    let files = try Self.shipped(name, changing: PackImage.fileName) { _ in text }
    let whole = try #require(try RuleCatalogue(packs: [name]).packs.first)
    #expect(Self.image(of: try Self.pack(name, files)) == Self.image(of: whole))
  }

  @Test(arguments: [(";", " "), (" 6:stable", " 6:stably"), ("1;", "1 "), (" 0", " 9")])
  func `a damaged image is not used`(old: String, new: String) throws {
    let name = try #require(ShippedPacks.names.first)
    let files = try Self.shipped(name, changing: PackImage.fileName) {
      $0.replacing(old, with: new)
    }
    let whole = try #require(try RuleCatalogue(packs: [name]).packs.first)
    let damaged = try Self.pack(name, files)
    #expect(damaged.rules.map(\.id) == whole.rules.map(\.id))
    #expect(damaged.rules.map(\.require.source) == whole.rules.map(\.require.source))
  }
}

// SPDX-License-Identifier: Apache-2.0

import Artifacts
import GateModel
import Testing

@Suite("Structured dataset descriptions")
struct DatasetFormatTests {
  @Test func `a data package gives identity, license, people and sources`() throws {
    let package = try CardFixture.artifact("frictionless/datapackage.json")
    #expect(package.kind == .datasheet)
    #expect(package.format == "frictionless")
    #expect(package.formatVersion == "2.0")
    #expect(package.title == "Loans 2025")
    #expect(package.datasets.map(\.name) == ["loans-2025", "Loan system export", "loans"])
    #expect(package.datasets.map(\.role) == [.unknown, .source, .unknown])
    #expect(package.datasets[0].version == "2025.2.0")
    #expect(package.datasets[0].licenses == ["CC-BY-4.0"])
    #expect(package.people == ["steward Data Office <data@example.org>"])
    #expect(package.created?.date == CalendarDate(year: 2026, month: 2, day: 1))
    #expect(package.said(.dataComposition) == ["substantive Loan applications 2021-2025."])
    #expect(package.datasets[2].source.place == "/resources/0@8:17")
    #expect(package.issues.isEmpty)
  }

  @Test func `a data package may have a name before the ending`() throws {
    let text = #"{"name": "loans", "resources": [{"name": "a", "path": "a.csv"}]}"#
    #expect(try CardFixture.artifact(of: text, at: "data/loans.datapackage.json").title == "loans")
    guard case .notRecognized = CardFixture.outcome(of: text, at: "data/loans.json") else {
      Issue.record("any list of files was taken for a data package")
      return
    }
  }

  @Test func `Croissant metadata is read with its responsible-AI terms`() throws {
    let sheet = try CardFixture.artifact("croissant/croissant.json")
    #expect(sheet.kind == .datasheet)
    #expect(sheet.format == "croissant")
    #expect(sheet.formatVersion == "1.0")
    #expect(sheet.datasets.map(\.version) == ["2025.2.0"])
    #expect(sheet.datasets[0].licenses == ["https://spdx.org/licenses/CC-BY-4.0"])
    #expect(sheet.datasets[0].personalData == .yes)
    #expect(sheet.datasets[0].sensitiveAttributes == ["Sex", "Age"])
    #expect(sheet.datasets[0].hash?.hasPrefix("48a7c257") == true)
    #expect(sheet.people == ["author Example Bank <data@example.org>"])
    #expect(
      sheet.said(.bias) == ["substantive Applicants under 21 are under-represented (1.2%)."]
    )
    #expect(sheet.said(.intendedUse) == ["substantive Training\nValidation"])
    #expect(sheet.said(.limitations) == ["substantive Not suitable outside the EU."])
    #expect(sheet.said(.outOfScopeUse).isEmpty)
    let bias = sheet.statements.first { $0.topic == .bias }
    #expect(bias?.source.place == "/rai:dataBiases@25:21")
    #expect(bias?.question == "rai:dataBiases")
    #expect(sheet.issues.isEmpty)
  }

  private static func croissant(_ members: String) -> String {
    #"{"@context": {"cr": "http://mlcommons.org/croissant/", "sc": "https://schema.org/"}, "#
      + #""@type": "sc:Dataset", "name": "d", \#(members)}"#
  }

  @Test func `the splits of a Croissant dataset are datasets with their role`() throws {
    let text = Self.croissant(
      #"""
      "recordSet": [{"@type": "cr:RecordSet", "dataType": "cr:Split", "data": [
        {"s/name": "train"}, {"s/url": "cr:TestSplit", "s/name": "held back"},
        {"s/split_name": "dev"}, {"s/name": "extra"}, {"s/name": null}, 3]},
       {"@type": "cr:RecordSet", "data": [{"name": "train"}]}]
      """#
    )
    let datasets = try CardFixture.artifact(of: text, at: "croissant.json").datasets.dropFirst()
    #expect(datasets.map(\.name) == ["d", "d", "d", "d"])
    #expect(datasets.map(\.split) == ["train", "held back", "dev", "extra"])
    #expect(datasets.map(\.role) == [.training, .evaluation, .validation, .unknown])
    #expect(datasets.first?.source.pointer == "/recordSet/0/data/0/s~1name")
  }

  @Test(arguments: [
    (#"{"fr": "prêts", "en": "loans"}"#, "loans"), (#"{"de": "Kredite", "fr": "x"}"#, "Kredite"),
    (#"{"pt-BR": "a", "en-GB": "b"}"#, "b"), (#"{"@none": "n"}"#, "n"),
    (#"[{"@language": "fr", "@value": "x"}, {"@language": "en", "@value": "y"}]"#, "y"),
    (#"[{"@language": "fr", "@value": "x"}, {"@language": "de", "@value": "z"}]"#, "x"),
    (#"["first", "second"]"#, "first"), (#"{"@value": "v", "@language": "fr"}"#, "v"),
  ])
  func `of texts in several languages the English one is taken, else the first`(
    name: String,
    expected: String
  ) throws {
    let text = Self.croissant(#""description": \#(name)"#)
      .replacing(#""name": "d""#, with: #""name": \#(name)"#)
    let sheet = try CardFixture.artifact(of: text, at: "croissant.json")
    #expect(sheet.title == expected)
    #expect(sheet.datasets[0].name == expected)
    #expect(sheet.issues.isEmpty)
  }

  @Test(arguments: ["sha256", "https://example.com/1"])
  func `only the digits of a digest are one`(text: String) throws {
    let members = #""distribution": [{"@type": "cr:FileObject", "sha256": "\#(text)"}]"#
    let sheet = try CardFixture.artifact(of: Self.croissant(members), at: "croissant.json")
    #expect(sheet.datasets[0].hash == nil)
  }

  @Test(arguments: spellingsOfBias)
  func `the spellings of Croissant keys mean the same`(context: String, key: String) throws {
    let text = """
      {"@context": \(context), "@type": "sc:Dataset", "name": {"@value": "d"},
       "http://purl.org/dc/terms/conformsTo": "http://mlcommons.org/croissant/1.2",
       "license": {"@type": "CreativeWork", "name": "CC BY 4.0"}, "\(key)": {"en": "Few applicants are under 21."}}
      """
    let sheet = try CardFixture.artifact(of: text, at: "metadata.json")
    #expect(sheet.title == "d")
    #expect(sheet.said(.bias) == ["substantive Few applicants are under 21."])
    #expect(sheet.datasets[0].licenses == ["CC BY 4.0"])
    #expect(sheet.issueLines == ["unknown-format-version:2"])
  }
}

private let spellingsOfBias: [(context: String, key: String)] = [
  (#"{"rai": "http://mlcommons.org/croissant/RAI/"}"#, "rai:dataBiases"),
  (#"["https://schema.org/", {"r": "https://mlcommons.org/croissant/RAI/"}]"#, "r:databiases"),
  (#"{"dataBiases": {"@id": "rai:dataBiases"}}"#, "dataBiases"),
  (#"{"@vocab": "http://schema.org/"}"#, "dataBiases"),
  (#""http://mlcommons.org/croissant/1.0""#, "http://mlcommons.org/croissant/RAI/dataBiases"),
  (#"{"a": "b:x", "b": "a:y"}"#, "rai:dataBiases"),
]

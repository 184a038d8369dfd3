// SPDX-License-Identifier: Apache-2.0

import Documents
import FileShapes
import GateModel
import Survey
import Testing

@Suite("Short forms of declarations")
struct ShortFormTests {
  private func read(_ text: String) throws -> (value: SystemDeclaration?, problems: [Problem]) {
    SystemDeclaration.read(
      try YAMLReader.read(Array(("version: 1\nid: a\nname: A\n" + text).utf8)),
      path: "ai-system.yml"
    )
  }

  @Test(
    arguments: ["none", "[]", "{value: none}"],
    ["practices", "annex_i", "biometric", "gpai", "us"]
  )
  func `one word answers a group, and so does an empty list`(word: String, group: String) throws {
    let (value, problems) = try read("\(group): \(word)\n")
    #expect(problems == [])
    #expect(value?.facts.groupWords.keys.map(\.rawValue) == [group])
  }

  @Test func `an empty list of Annex III is an answer of its own`() throws {
    #expect(try read("annex_iii: []\n").value?.facts.texts(.annexIII) == [])
    #expect(try read("annex_iii: none\n").value?.facts.texts(.annexIII) == nil)
    #expect(try read("annex_iii: none\n").value?.facts.groupWords[.annexIII] != nil)
    #expect(try !read("annex_iii: [none, 4a]\n").problems.isEmpty)
  }

  @Test func `a group of which nothing holds, with a fact that does, is a mistake`() throws {
    let (_, problems) = try read("practices: {value: none, ncii: true}\n")
    #expect(problems.map(\.code) == ["contradiction"])
    #expect(try read("practices: {value: none, ncii: false}\n").problems == [])
  }

  @Test(arguments: ["unknown", "'?'"])
  func `unknown and ? leave any answer open`(word: String) throws {
    let text = [
      "role", "deployed_to", "annex_iii", "generative", "personal_data", "placed_on_market",
    ]
    .map { "\($0): \(word)\n" }.joined()
    let (value, problems) = try read(text + "adm: {automation: \(word)}\n")
    #expect(problems == [])
    #expect(value?.facts.answer(.role) == nil)
    #expect(value?.facts.leftOpen.contains(.admAutomation) == true)
    #expect(value?.facts.leftOpen.contains(.generativeDeepfake) == true)
  }

  @Test(arguments: ["wp248: [w5, w8]\n", "personal_data: {value: true, wp248: [w5, w8]}\n"])
  func `the criteria of WP 248 may be listed`(text: String) throws {
    let (value, problems) = try read(text)
    #expect(problems == [])
    #expect(value?.facts.flag(.wp248W5) == .yes)
    #expect(value?.facts.flag(.wp248W1) == .unknown)
    #expect(value?.facts.listsCriteria == true)
  }

  @Test(arguments: [
    "owner: a@b.example\n", "owner: Desk <a@b.example>\n",
    "answered: {on: 2026-11-21, owner: Desk, email: a@b.example}\n",
  ])
  func `an address is an owner`(text: String) throws {
    let (value, problems) = try read(text)
    #expect(problems == [])
    #expect(value?.contacts.map(\.role) == [.owner])
    #expect(value?.contacts.map(\.contact) == ["a@b.example"])
  }

  @Test(arguments: ["False", "FALSE", "false"])
  func `words of YAML 1.2 for truth are accepted`(word: String) throws {
    #expect(try read("profiling: \(word)\n").value?.facts.flag(.profiling) == .no)
  }

  @Test func `models may be left to the cards`() throws {
    let (value, problems) = try read("models: from_cards\n")
    #expect(problems == [])
    #expect(value?.takesModelsFromCards == true)
  }

  @Test(arguments: ["-1", "0", "1e40"])
  func `amounts that cannot be are mistakes`(number: String) throws {
    let (_, problems) = try read("gpai: {training_flops: \(number)}\n")
    #expect(problems.map(\.code) == ["out-of-range"])
  }
}

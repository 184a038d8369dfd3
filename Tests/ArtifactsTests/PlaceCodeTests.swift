// SPDX-License-Identifier: Apache-2.0

import Documents
import FileShapes
import GateModel
import Survey
import Testing

@Suite("Codes of places")
struct PlaceCodeTests {
  @Test(arguments: [
    ("EU", "EU"), ("eea", "EEA"), ("Global", "global"), ("eu-de", "EU-DE"), ("de", "EU-DE"),
    ("UK", "GB"), ("EL", "EU-GR"), ("EU-EL", "EU-GR"), ("us-ny-nyc", "US-NY-NYC"),
    ("US-TX", "US-TX"), ("CH", "CH"), ("NO", "NO"),
  ])
  func `a code of the list is read whatever its letter case`(text: String, code: String) {
    #expect(Place(text)?.code == code)
  }

  @Test(arguments: [
    ("Germany", "EU-DE"), ("Deutschland", "EU-DE"), ("worldwide", "global"), ("USA", "US"),
    ("Texas", "US-TX"), ("NYC", "US-NY-NYC"), ("EU-CH", "CH"), ("EU-UK", "GB"),
    ("FR-IDF", "EU-FR"), ("Germnay", "EU-DE"), ("US-NY-BUFFALO", "US"), ("Europe", "EU"),
  ])
  func `anything else is no place, and what was meant is suggested`(text: String, code: String) {
    #expect(Place(text) == nil)
    #expect(Place.suggestion(for: text) == code)
  }

  @Test func `only a recognized code outside may lead out of the Union's law`() throws {
    for code in ["EU", "EEA", "global", "EU-FR", "IS", "LI", "NO", "RE"] {
      #expect(try #require(Place(code)).mayBeInUnion, "\(code)")
    }
    for code in ["US", "US-CA", "CH", "GB", "JP"] {
      #expect(try #require(Place(code)).mayBeInUnion == false, "\(code)")
    }
  }

  @Test func `a place includes what lies in it`() throws {
    let pairs = [
      ("US", "US-NY-NYC"), ("US-NY", "US-NY-NYC"), ("EU", "EU-DE"), ("EEA", "NO"), ("global", "US"),
    ]
    for (outer, inner) in pairs {
      let (outer, inner) = (try #require(Place(outer)), try #require(Place(inner)))
      #expect(outer.includes(inner))
      #expect(!inner.includes(outer))
    }
  }

  @Test func `a word in a declaration is a mistake at its place, and answers nothing`() throws {
    let text = "version: 1\nid: a\nname: A\ndeployed_to: [US-TX, Germany]\n"
    let (value, problems) = SystemDeclaration.read(
      try YAMLReader.read(Array(text.utf8)),
      path: "ai-system.yml"
    )
    let problem = try #require(problems.first)
    #expect(problem.location?.description == "ai-system.yml:4:22")
    #expect(problem.help == "did you mean EU-DE?")
    #expect(value?.facts.texts(.deployedTo) == nil)
    #expect(value?.hasMistakes == true)
  }
}

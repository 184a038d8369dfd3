// SPDX-License-Identifier: Apache-2.0

import Artifacts
import GateModel
import Testing

@Suite("What is written of a risk, whom it harms and how far its measure is")
struct RiskSubstanceTests {
  private func risk(_ name: String, description: String? = nil) throws -> Risk {
    var text = "schema: modelgate/dpia/v1\nrisks:\n  - name: \(name)\n"
    if let description { text += "    description: \(description)\n" }
    return try #require(try Reader.artifact(text, at: "dpia.yaml").risks.first)
  }

  @Test(arguments: [
    "Bias", "Verzerrung", "Biais", "Sesgos", "Viés", "Fehler", "偏见", "Data breach",
    "Discriminación",
    "Wrong refusal", "Utrata danych", "R3 Leak", "不正アクセス",
  ])
  func `a name that says what may happen`(name: String) throws {
    #expect(try risk(name).descriptionState == .substantive)
  }

  @Test(arguments: [
    "asdf", "unknown", "unbekannt", "pending", "see annex", "n/a", "x", "TBD", "à compléter", "待补充",
  ])
  func `a name that says nothing, whoever writes it`(name: String) throws {
    #expect(try risk(name).descriptionState != .substantive)
    #expect(
      try risk(name, description: "A refused loan costs a flat.").descriptionState == .substantive
    )
  }

  @Test func `filler in the place of a description is seen beside a name`() throws {
    #expect(try risk("Wrong refusal", description: "asdf").descriptionState == .placeholder)
    #expect(try risk("Wrong refusal", description: "n/a").descriptionState == .substantive)
  }

  @Test(arguments: [
    ("women and carers", true), ("Bewerber", true), ("everyone", true), ("alle", true),
    ("全員", true),
    ("N.N.", false), ("pending", false), ("unknown", false), ("x", false),
  ])
  func `whom it harms`(group: String, isSaid: Bool) throws {
    var risk = try risk("Wrong refusal")
    #expect(risk.affectedGroupState == .absent)
    risk.affectedGroup = group
    #expect((risk.affectedGroupState == .substantive) == isSaid)
  }

  @Test(arguments: [
    ("mitigated", true), ("Done", true), ("Accepted", true), ("in progress", true),
    ("erledigt", true),
    ("fait", true), ("完了", true), ("x", true), ("In place", true), ("Umgesetzt", true),
    ("pending", false), ("unknown", false), ("asdf", false), ("see annex", false),
    ("ausstehend", false),
    ("N.N.", false), ("待定", false),
  ])
  func `how far its measure is`(status: String, isDone: Bool) throws {
    var risk = try risk("Wrong refusal")
    risk.mitigation = "An officer decides every case and gives reasons."
    risk.status = status
    #expect((risk.mitigationState == .substantive) == isDone)
  }
}

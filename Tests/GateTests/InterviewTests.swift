// SPDX-License-Identifier: Apache-2.0

import Gate
import GateModel
import TestSupport
import Testing

@Suite("Answers typed in an interview")
struct InterviewTests {
  @Test(arguments: [
    ("Desk <desk@firm.example>", "owner: \"Desk\", email: \"desk@firm.example\""),
    ("Service Desk, desk@firm.example", "owner: \"Service Desk\", email: \"desk@firm.example\""),
    ("desk@firm.example, Service Desk", "owner: \"Service Desk\", email: \"desk@firm.example\""),
    ("Service Desk (desk@firm.example)", "owner: \"Service Desk\", email: \"desk@firm.example\""),
    ("\"Desk\" desk@firm.example", "owner: \"Desk\", email: \"desk@firm.example\""),
    ("desk@firm.example", "owner: \"desk@firm.example\", email: \"desk@firm.example\""),
    ("Service Desk", "owner: \"Service Desk\"}"),
  ])
  func `who answers is split into name and address`(typed: String, stored: String) throws {
    let folder = try TemporaryDirectory()
    try folder.write("version: 1\nid: a\nname: A\npractices: none\n", to: "ai-system.yml")
    let day = try #require(CalendarDate("2026-11-21"))
    let questions = try DeclarationQuestions(of: folder.path + "/ai-system.yml", day: day)
    let (text, problem) = questions.answering("answered", with: typed)
    #expect(problem == nil)
    #expect(text.contains("answered: {on: 2026-11-21, \(stored)"), "\(text)")
  }
}

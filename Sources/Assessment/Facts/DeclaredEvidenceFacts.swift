// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
internal import GateModel
internal import RuleLanguage
internal import Survey

enum DeclaredEvidenceFacts {
  static let content = RecordType<CoveredContent>(
    "Coverage",
    "One content of a scheme, with what was found where it should stand.",
    place: \.source.location,
    fields: [
      .choice("scheme", "the list of contents") { $0.scheme },
      .text("id", "the content in that list") { $0.id },
      .choice("state", "what was found") { $0.state }.phrased("{}"),
      .optionalText("target", "where it should stand") { $0.target },
      .optionalText("reason", "why it does not apply, or what is missing") { $0.reason },
      .text("gap", "the id, with what is missing where a place is named") { $0.gap },
      .optionalText("version", "the version of the system that the places are stated for") {
        $0.version
      },
      .object("source", RecordFacts.source, "where it is declared") { $0.source },
    ]
  )

  static let attestation = RecordType<Attestation>(
    "Attestation",
    "An answer that somebody gives with their name.",
    place: \.source.location,
    fields: [
      .text("question", "the question") { $0.question },
      .text("answer", "the answer") { $0.answer },
      .text("by", "who says so") { $0.by },
      .optionalText("role", "in which role") { $0.role },
      .optionalDay("date", "when") { $0.date },
      .optionalDay("expires", "the last day on which it counts") { $0.expires },
      .optionalText("evidence", "what it rests on") { $0.evidence },
      .object("source", RecordFacts.source, "where it is declared") { $0.source },
    ]
  )

  static let uncollected = RecordType<UncollectedAttribute>(
    "UncollectedAttribute",
    "A protected attribute that nobody asks people for.",
    place: \.source.location,
    fields: [
      .text("attribute", "the attribute") { $0.attribute },
      .optionalText("reason", "why it is not collected, where that says something") {
        Substance.isReason($0.reason) ? $0.reason : nil
      },
      .optionalText("owner", "who answers for that, where it is somebody") {
        Substance.isName($0.owner) ? $0.owner : nil
      },
      .optionalText("proxy", "what it is guessed from, where that says something") {
        Substance.isRemark($0.proxy) ? $0.proxy : nil
      },
      .optionalDouble("proxy_error", "the share of people whose group the proxy gets wrong") {
        $0.proxyError
      },
      .text("stated", "what is the case, in words") { $0.stated },
      .object("source", RecordFacts.source, "where it is declared") { $0.source },
    ]
  )
}

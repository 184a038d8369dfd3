// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// A question of the CNIL PIA software, with the topics that its answer speaks of.
///
/// The ids are those of the software's question catalogue (`pia_architecture.json`); they follow
/// GDPR Art. 35(7) and WP 248 rev.01 annex 2.
struct CNILQuestion: Sendable {
  /// What is asked, in a few words.
  let name: String
  /// What an answer speaks of.
  let topics: [Topic]

  /// The questions with a text as their answer, by id.
  static let all: [Int: CNILQuestion] = [
    111: CNILQuestion(name: "processing under consideration", topics: [.dpiaDescription]),
    112: CNILQuestion(name: "responsibilities", topics: [.dpiaDescription]),
    113: CNILQuestion(name: "applicable standards", topics: [.dpiaDescription]),
    121: CNILQuestion(name: "data processed", topics: [.dpiaDescription]),
    122: CNILQuestion(name: "life cycle of the data", topics: [.dpiaDescription]),
    123: CNILQuestion(name: "supporting assets", topics: [.dpiaDescription]),
    211: CNILQuestion(name: "purposes", topics: [.dpiaPurposes]),
    212: CNILQuestion(name: "legal basis", topics: [.dpiaLegalBasis]),
    // Whether the data are limited to what is necessary opens the software's chapter on necessity.
    213: CNILQuestion(name: "minimisation", topics: [.dpiaMinimisation, .dpiaNecessity]),
    214: CNILQuestion(name: "accuracy", topics: [.dpiaAccuracy]),
    215: CNILQuestion(name: "storage duration", topics: [.dpiaRetention]),
    221: CNILQuestion(name: "information", topics: [.dpiaInformation]),
    222: CNILQuestion(name: "consent", topics: [.dpiaConsent]),
    223: CNILQuestion(name: "access and portability", topics: [.dpiaAccess]),
    224: CNILQuestion(name: "rectification and erasure", topics: [.dpiaErasure]),
    225: CNILQuestion(name: "restriction and objection", topics: [.dpiaObjection]),
    226: CNILQuestion(name: "processors", topics: [.dpiaProcessors]),
    227: CNILQuestion(name: "transfers", topics: [.dpiaTransfers]),
  ]

  /// The three feared events with the first digits of their questions and their evaluation.
  static let risks: [(name: String, first: Int, evaluation: String)] = [
    ("illegitimate access to data", 320, "3.2"),
    ("unwanted modification of data", 330, "3.3"),
    ("disappearance of data", 340, "3.4"),
  ]
}

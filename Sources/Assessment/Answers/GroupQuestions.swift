// SPDX-License-Identifier: Apache-2.0

internal import GateModel
package import Survey

extension FactGroup {
  /// The clause that asks for the group.
  package var article: String {
    switch self {
    case .practices: "AI Act Art. 5(1)"
    case .annexI: "AI Act Art. 6(1), Annex I"
    case .annexIII: "AI Act Art. 6(2), Annex III"
    case .biometric: "AI Act Art. 3(34) to 3(43), 50(3)"
    case .generative: "AI Act Art. 50(2), 50(4)"
    case .gpai: "AI Act Art. 3(63), 51 to 55"
    case .us: "law of the United States"
    }
  }
}

extension FactGroup {
  /// What the group asks as a whole.
  var question: String {
    switch self {
    case .practices: "does the system do any of what Art. 5(1)(a) to (h) prohibits"
    case .annexI: "is it a product of Annex I, or part of one"
    case .annexIII: "is it used for something that Annex III lists, such as 4a hiring or 5b credit"
    case .biometric: "does it process faces, voices or other biometric data"
    case .generative: "does it generate text, images, audio, video or code"
    case .gpai: "do you provide a general-purpose model"
    case .us: "is it an employment decision tool, or run by a CCPA business, HIPAA entity or bank"
    }
  }

  /// The answer that something of the group holds, and what follows.
  var some: OpenQuestion.Choice {
    switch self {
    case .practices: .init("a map with every practice", "one that holds prohibits the system")
    case .annexI:
      .init("a map with section, is_product, safety_function, …", "a safety component is high-risk")
    case .annexIII:
      .init(
        "the points, as in [4a]",
        "high-risk, unless a carve-out or Art. 6(3) holds; add role, profiling, protected_attributes, adm with "
          + "human_can_override and reviewer_trained, and deployer where that is your role"
      )
    case .biometric:
      .init(
        "a map with face, identification, …",
        "Annex III 1 and Art. 50(3) may apply; add emotion_recognition and domain"
      )
    case .generative:
      .init("a map with modalities, deepfake, …", "its output is marked or disclosed")
    case .gpai:
      .init("a map with is_model, training_flops, …", "the duties of Art. 53 and 55 apply")
    case .us: .init("a map with aedt, ccpa_business, …", "the law of the place applies")
    }
  }
}

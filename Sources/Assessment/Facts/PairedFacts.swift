// SPDX-License-Identifier: Apache-2.0

internal import GateModel

extension RecordFacts {
  static let paired = RecordType<PairedCounts>(
    "PairedCounts",
    "How this run and another one did on the same items.",
    place: \.source.location,
    fields: [
      .text("metric", "the metric whose numerator is counted") { $0.metric },
      .choice("against", "what the other run is") { $0.against },
      .optionalText("name", "which baseline or perturbation, as written") { $0.name },
      .text("slice_label", "the groups as text, empty for all") { SliceLabel.text(of: $0.slice) },
      .int("both", "items that both runs count") { $0.both },
      .int("this_only", "items that only this run counts") { $0.thisOnly },
      .int("other_only", "items that only the other run counts") { $0.otherOnly },
      .int("neither", "items that neither run counts") { $0.neither },
      .object("source", source, "where they stand") { $0.source },
    ]
  )
}

// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
internal import GateModel
internal import Survey

extension Survey {
  /// Adds a fault for each waiver that the judged system or one of its models owns or accepts: what is
  /// judged decides nothing.
  mutating func addFaultsOfJudgedWaivers(_ waivers: [WaiverFile.Waiver]) {
    guard !waivers.isEmpty else { return }
    let things = dossiers.compactMap(\.declaration).flatMap { declaration in
      [declaration.id, declaration.name] + declaration.models.map(\.name)
    }
    let found = waivers.flatMap { waiver in
      [("owner", waiver.owner), ("approved_by", waiver.approvedBy)]
        .filter { JudgedName.names($0.1, oneOf: things) }
        .map { key, name in
          Fault(
            message: "'\(name)' under \(key) of a waiver is what is judged",
            location: waiver.source.location,
            help: "name the person who answers for the gap, or who accepted it"
          )
        }
    }
    faults = Array(Set(faults + found)).sorted()
  }
}

// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
internal import GateModel
internal import Survey

extension Survey {
  /// Adds a fault for each waiver that the judged system or one of its models owns or accepts, since what is
  /// judged decides nothing, or that an office or an organisation accepts without anybody's name.
  mutating func addFaultsOfJudgedWaivers(_ waivers: [WaiverFile.Waiver]) {
    guard !waivers.isEmpty else { return }
    let declarations = dossiers.compactMap(\.declaration)
    let things = declarations.flatMap { declaration in
      [declaration.id, declaration.name] + declaration.models.map(\.name)
    }
    let roles = declarations.flatMap { $0.approvals.compactMap(\.role) }
    let people = declarations.flatMap(\.contacts)
    let found = waivers.flatMap { waiver in
      [("owner", waiver.owner), ("approved_by", waiver.approvedBy)]
        .filter { key, name in
          JudgedName.names(name, oneOf: things)
            || key == "approved_by"
              && (JudgedName.names(name, oneOf: roles)
                || Decisions.isOrganization(name, of: people))
        }
        .map { key, name in
          Fault(
            message: "'\(name)' under \(key) of a waiver "
              + (JudgedName.names(name, oneOf: things)
                ? "is what is judged" : "is an office or an organisation, and names nobody"),
            location: waiver.source.location,
            help: "name the person who answers for the gap, or who accepted it"
          )
        }
    }
    faults = Array(Set(faults + found)).sorted()
  }
}

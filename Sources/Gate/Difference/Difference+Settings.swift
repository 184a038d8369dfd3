// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Reporting

extension Difference {
  /// Systems that came or went, and tiers, packs, thresholds and waivers that are other ones.
  var settings: [DifferenceReport.Setting] {
    changes("system", \.systemNames) + changes("tier", \.tiers) + changes("pack", \.packVersions)
      + changes("threshold", \.thresholds) + changes("waiver", \.waiverTexts)
  }

  private func changes(
    _ kind: String,
    _ values: (Report) -> [String: String]
  ) -> [DifferenceReport.Setting] {
    let (old, new) = (values(base.report), values(head.report))
    return Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }.sorted().map { name in
      DifferenceReport.Setting(kind: kind, name: name, before: old[name], after: new[name])
    }
  }
}

extension Report {
  fileprivate var systemNames: [String: String] {
    systems.reduce(into: [:]) { $0[$1.id] = $1.name }
  }

  /// The tiers; systems that came or went are told apart already.
  fileprivate var tiers: [String: String] {
    systems.reduce(into: [:]) { $0[$1.id] = $1.tier.rawValue }
  }

  fileprivate var packVersions: [String: String] {
    packs.reduce(into: [:]) { $0[$1.id] = "\($1.version) (\($1.digest.hex.prefix(12)))" }
  }

  /// The settings of policy and packs, and the threshold of failure.
  fileprivate var thresholds: [String: String] {
    var values = ["policy/fail_on": policy.failOn.rawValue]
    for parameter in policy.parameters { values["policy/\(parameter.name)"] = parameter.value }
    for pack in packs {
      for parameter in pack.parameters {
        let name = [pack.id, parameter.rule, parameter.name].compactMap(\.self)
        values[name.joined(separator: "/")] = parameter.value
      }
    }
    return values
  }

  fileprivate var waiverTexts: [String: String] {
    waivers.reduce(into: [:]) { texts, waiver in
      texts["\(waiver.rule) on \(waiver.subject)"] =
        "\(waiver.state.rawValue), until \(waiver.expires), approved by \(waiver.approvedBy)"
    }
  }
}

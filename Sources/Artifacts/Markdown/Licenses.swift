// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import GateModel

extension MarkdownReading {
  /// The licenses of what the document describes: labelled, in the front matter, or in a section.
  var licenses: [String] {
    var found = facts.filter { HeaderLabels.license.contains($0.label) && $0.isAboutDocument }
      .map(\.text)
    found += frontMatterLicenses
    if found.isEmpty { found = sectionLicenses }
    var seen: Set<String> = []
    return found.filter { seen.insert($0.lowercased()).inserted }
  }

  /// `license`, and `license_name` where that says `other`.
  private var frontMatterLicenses: [String] {
    (frontMatter?["license"]?.texts ?? []).compactMap { license in
      guard license.lowercased() == "other" else { return license }
      return frontMatter?["license_name"]?.text ?? license
    }
    .filter { StatementState.state(of: $0) == .substantive }
  }

  private var sectionLicenses: [String] {
    document.sections.compactMap { section in
      guard !HeaderLabels.licenseHeadings.isDisjoint(with: Heading(section.title).names) else {
        return nil
      }
      let lines = SectionText(section.evidence).evidence.split(whereSeparator: \.isNewline)
      return lines.lazy.map { Trimmed.text($0) }.first {
        StatementState.state(of: $0) == .substantive
      }
    }
  }
}

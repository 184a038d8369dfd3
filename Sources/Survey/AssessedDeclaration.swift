// SPDX-License-Identifier: Apache-2.0

package import GateModel

/// A declaration whose system has an impact assessment.
package struct AssessedDeclaration: Sendable {
  /// The declaration as it stands now.
  package let declaration: SystemDeclaration
  /// The day on which the oldest assessment was made or last reviewed; nil where one has no date.
  package let since: CalendarDate?

  /// The path of the declaration.
  package var path: String { declaration.source.path }
}

extension Dossier {
  /// The files whose history rules may ask for: artifacts, the assessment behind a derogation, and the
  /// declaration of conformity, which is signed.
  package var tracedPaths: [String] {
    let conformity = declaration?.coverage.filter { $0.scheme == .annexV && $0.passage != .noFile }
    return artifacts.map(\.source.path)
      + [declaration?.derogation?.path].compactMap(\.self)
      + (conformity ?? []).compactMap(\.path)
  }
}

extension Survey {
  /// The declarations that may have changed since the impact assessments of their systems.
  package var assessedDeclarations: [AssessedDeclaration] {
    dossiers.compactMap { dossier in
      guard let declaration = dossier.declaration else { return nil }
      let days = dossier.artifacts.filter { $0.kind == .dpia }.map {
        [$0.created?.date, $0.modified?.date].compactMap(\.self).max()
      }
      guard !days.isEmpty else { return nil }
      let known = days.compactMap(\.self)
      return AssessedDeclaration(
        declaration: declaration,
        since: known.count == days.count ? known.min() : nil
      )
    }
  }
}

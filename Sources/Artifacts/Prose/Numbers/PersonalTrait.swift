// SPDX-License-Identifier: Apache-2.0

internal import Texts

/// Names of what nobody must be discriminated for, in the languages of the tables.
///
/// Source: Charter of Fundamental Rights of the European Union, Article 21.
package enum PersonalTrait {
  /// Whether an attribute has the name of such a trait, as `race`, `age_band` and `applicant_sex` have.
  package static func isNamed(by attribute: String) -> Bool {
    attribute.split { !$0.isLetter }.contains { part in
      let word = BareWords.of(part).map(\.text).joined()
      return whole.contains(word) || openings.contains { word.hasPrefix($0) }
    }
  }

  private static let whole = words(
    """
    race sex age ages raza raca razza ras rasse alter edad idade eta leeftijd wiek alder sexe sexo sesso plec kon \
    genre genero genere
    """
  )
  private static let openings = words(
    """
    racial ethni etni religi gender geschlecht geslacht disab behinder handicap nationalit staatsang skin hautfarb \
    altersgr sexualorient pregnan maritalst
    """
  )

  private static func words(_ text: String) -> Set<String> {
    Set(text.spacedWords.map(String.init))
  }
}

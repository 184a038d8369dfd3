// SPDX-License-Identifier: Apache-2.0

/// Words of those who are not sure of what they say.
enum DoubtWords {
  /// What makes of a statement a guess.
  static let hedges = WordRoots(
    en: """
      probably presumably hopefully perhaps maybe supposedly allegedly theoretically theory guess \
      guessed \
      unclear unsure uncertain unverified pending tbc tbd
      """,
    de: """
      vermutlich wohl hoffentlich vielleicht angeblich theoretisch theorie unklar unsicher \
      ungeprüft
      """,
    fr: "probablement peut espérons théorie théoriquement incertain* supposé*",
    es: "probablemente quizá quizás ojalá teoría teóricamente supuestamente incierto",
    pt: "provavelmente talvez oxalá teoria teoricamente supostamente incerto",
    it: "probabilmente forse speriamo teoria teoricamente presumibilmente incerto",
    nl: "vermoedelijk hopelijk misschien theorie theoretisch onzeker",
    pl: "prawdopodobnie chyba może oby teoretycznie niepewn*",
    sv: "troligen kanske förmodligen förhoppningsvis teori teoretiskt osäker*",
    ja: "おそらく 恐らく たぶん 多分 かもしれ だろう",
    zh: "也许 大概 或许 恐怕"
  )
}

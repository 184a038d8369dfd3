// SPDX-License-Identifier: Apache-2.0

/// Words of those who are not sure of what they say.
enum DoubtWords {
  /// What makes of a statement a guess.
  static let hedges = WordRoots(
    en: """
      probably presumably hopefully hope perhaps maybe supposedly allegedly theoretically theory guess \
      guessed \
      unclear unsure uncertain unverified pending tbc tbd
      """,
    de: """
      vermutlich wohl hoffentlich hoffen vielleicht angeblich theoretisch theorie unklar unsicher \
      ungeprüft
      """,
    fr: "probablement peut espérons théorie théoriquement incertain* supposé*",
    es: "probablemente quizá quizás ojalá esperamos teoría teóricamente supuestamente incierto",
    pt: "provavelmente talvez oxalá esperamos teoria teoricamente supostamente incerto",
    it: "probabilmente forse speriamo teoria teoricamente presumibilmente incerto",
    nl: "vermoedelijk hopelijk hopen misschien theorie theoretisch onzeker",
    pl: "prawdopodobnie chyba może oby nadzieję teoretycznie niepewn*",
    sv: "troligen kanske hoppas förmodligen förhoppningsvis teori teoretiskt osäker*",
    ja: "おそらく 恐らく たぶん 多分 かもしれ だろう",
    zh: "也许 大概 或许 恐怕"
  )

  /// What takes back what was said before it, or ties it to a condition, a time or a change.
  static let reservations = WordRoots(
    en: """
      but although though however unless except if until yet currently temporarily rising rises \
      increasing increases growing grows worsening worse
      """,
    de: """
      aber jedoch obwohl allerdings sofern außer solange derzeit vorläufig vorerst steigend* \
      steigt zunehmend nimmt wächst
      """,
    fr: "mais cependant toutefois sauf jusqu actuellement provisoirement hausse augmente",
    es: "pero aunque salvo excepto hasta actualmente provisionalmente aumento aumenta creciente",
    pt: "porém embora salvo exceto atualmente provisoriamente aumento aumenta crescente",
    it: "ma però tuttavia salvo tranne finché attualmente provvisoriamente aumento crescente",
    nl: "maar echter tenzij behalve indien totdat momenteel voorlopig stijgend* stijgt toenemend*",
    pl: "ale jednak chyba oprócz dopóki obecnie tymczasowo rosnąc* rośnie wzrasta",
    sv: "dock utom tills tillfälligt stigande ökar ökande växande",
    ja: "ただし しかし 増加 上昇 当面 現時点",
    zh: "但 不过 除非 目前 暂时 上升 增加"
  )
}

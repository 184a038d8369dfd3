// SPDX-License-Identifier: Apache-2.0

extension FillerPhrases {
  /// Parts of sentences that deny what is asked for, say that nothing changed, send the reader to people or
  /// tools, or call the text itself filler; a sentence that says more besides is an answer.
  static let denials = Phrases(
    en: """
      no change since|no changes since|no limitations|no limitation|no known limitation|\
      no known limitations|no known issues|no known risks|not aware of any|not aware of anything|\
      not applicable to this|as an ai language model|generated automatically|automatically generated|\
      nothing to see here|nothing to report|usual caveats|standard limitations|usual limitations|\
      intentionally left blank|intentionally blank|mileage may vary|placeholder text|dummy text|nobody reads|\
      skip this section|skip it this time|you can adapt|here is a section|nothing has changed|remains unchanged|\
      trust me|nobody needs to worry|no need to worry|nobody has ever looked|nobody has looked|nobody looked|\
      no time to write|not been assessed|not been looked at|not done anything about|done nothing about|ask the|ask our|in our internal wiki|\
      in our wiki|in the wiki|on the intranet|on our intranet|kept in sharepoint|kept in confluence
      """,
    de: """
      keine änderungen seit|keine bekannten|keine einschränkungen|keine risiken bekannt|\
      üblichen einschränkungen|übliche einschränkungen|absichtlich leer|bewusst leer|blindtext|platz zu füllen|liest niemand|\
      platzhaltertext|automatisch erzeugt|automatisch generiert|im internen wiki|in unserem wiki|im wiki|\
      im intranet|vertrauen sie uns|vertraut mir|fragen sie das|bitte fragen sie
      """,
    fr: """
      aucun changement depuis|aucune limitation|aucune limite|aucun risque connu|texte provisoire|dans notre wiki|sur l'intranet|faites nous confiance|\
      texte de remplissage|laissé vide|laissée vide|généré automatiquement|limites habituelles
      """,
    es: """
      sin cambios desde|no se conocen|ninguna limitación|sin limitaciones|texto de relleno|\
      dejado en blanco|generado automáticamente|limitaciones habituales
      """,
    pt: """
      sem alterações desde|nenhuma limitação|não se conhecem|sem limitações|texto provisório|\
      deixado em branco|gerado automaticamente|limitações habituais
      """,
    it: """
      nessuna modifica da|nessuna limitazione|nessun limite noto|testo segnaposto|\
      lasciato vuoto|generato automaticamente|consuete limitazioni
      """,
    nl: """
      geen wijzigingen sinds|geen bekende|geen beperkingen|tijdelijke tekst|opvultekst|\
      opzettelijk leeg|automatisch gegenereerd|gebruikelijke beperkingen
      """,
    pl: """
      bez zmian od|brak znanych|brak ograniczeń|tekst zastępczy|celowo pozostawiono|\
      wygenerowano automatycznie
      """,
    sv: """
      inga ändringar sedan|inga kända|inga begränsningar|platshållartext|avsiktligt tom|\
      automatiskt genererad
      """,
    ja: "制限はありません|制限はない|既知の制限|変更なし|自動生成|ダミーテキスト",
    zh: "没有已知的限制|没有任何限制|没有限制|无已知限制|自上一版本以来没有变化|自动生成|占位文本",
    others:
      "ограничений нет|нет ограничений|известных ограничений|περιορισμοί δεν|γνωστοί περιορισμοί|ei tunnettuja|ei tiedossa|nu există limitări|nu se cunosc|fără limitări"
  )
}

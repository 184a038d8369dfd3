// SPDX-License-Identifier: Apache-2.0

/// Words that stand where somebody is to be named and name nobody.
enum NamelessWords {
  static let phrases = Phrases(
    en: """
      nobody|noone|anybody|anyone|somebody|someone|everybody|everyone|person|individual|human|name|\
      surname|firstname|lastname|full|first|last|yourname|user|username|admin|administrator|root|\
      anonymous|self|me|myself|himself|herself|team|group|department|owner|approver|author|\
      reviewer|manager|responsible|signatory|signature|sign|date|role|position|title|vacant|doe|\
      placeholder|approved|approval|approve|rejected|refused|declined|denied|review|reviewed|\
      required|unsigned|bot|noreply|reply|donotreply|company|organisation|organization|email|mail|\
      contact|phone|address|who|whoever|whomever|board|\
      committee|council|management|leadership|directors|verbal|verbally|lgtm|\
      itself|assistant|employee
      """,
    de: """
      niemand|jemand|irgendwer|person|name|vorname|nachname|mustermann|musterfrau|unbesetzt|vakant|\
      genehmigt|freigegeben|abgelehnt|freizugeben|unterschrift|datum|verantwortlicher|\
      verantwortliche|zuständig|ansprechpartner|firma|abteilung|selbst|ich|vorstand|\
      geschäftsführung|geschäftsleitung|gremium|mündlich
      """,
    fr: """
      personne|quelqu|nom|prénom|signature|date|responsable|vacant|approuvé|approuvée|refusé|rejeté|\
      validé|moi|société|service
      """,
    es: """
      nadie|alguien|persona|nombre|apellido|apellidos|firma|fecha|responsable|vacante|aprobado|\
      aprobada|rechazado|empresa|yo|fulano
      """,
    pt: """
      ninguém|alguém|pessoa|nome|sobrenome|assinatura|data|responsável|vago|aprovado|aprovada|\
      rejeitado|recusado|empresa|eu|fulano
      """,
    it: """
      nessuno|qualcuno|persona|nome|cognome|firma|data|responsabile|vacante|approvato|approvata|\
      respinto|rifiutato|azienda|io|tizio
      """,
    nl: """
      niemand|iemand|persoon|naam|voornaam|achternaam|handtekening|datum|verantwoordelijke|vacature|\
      goedgekeurd|afgekeurd|afgewezen|bedrijf|ik
      """,
    pl: """
      nikt|ktoś|osoba|imię|nazwisko|podpis|data|odpowiedzialny|wakat|zatwierdzone|zatwierdzony|\
      odrzucone|odrzucony|firma|ja|kowalski
      """,
    sv: """
      ingen|någon|person|namn|förnamn|efternamn|underskrift|datum|ansvarig|vakant|godkänd|godkänt|\
      avslagen|företag|jag
      """,
    ja: "氏名|名前|姓名|担当者|責任者|署名|日付|承認|承認済|却下|未承認|誰か|該当者|会社",
    zh: "姓名|名字|某人|负责人|签名|签字|日期|批准|已批准|未批准|驳回|拒绝|无人|公司",
    others: "navn|dato|underskrift|имя|подпись|никто"
  )

  /// Pronouns at the head of a text that names nobody, whatever follows: `somebody of the team`.
  static let indefinites = Phrases(
    en: "nobody|noone|anybody|anyone|somebody|someone|everybody|everyone|whoever",
    de: "niemand|jemand|irgendwer|irgendjemand",
    fr: "quelqu",
    es: "nadie|alguien",
    pt: "ninguém|alguém",
    it: "nessuno|qualcuno",
    nl: "niemand|iemand",
    pl: "nikt|ktoś",
    sv: "ingen|någon",
    ja: "誰か",
    zh: "某人|无人"
  )

  /// Titles and forms of address, which belong to nobody's name.
  static let titles = Phrases(
    en: "mr|mrs|ms|miss|mx|sir|dr|prof|professor|phd|msc|bsc|mba|esq|jr|sr",
    de: "herr|frau|dr|prof|dipl|ing|mag|med",
    fr: "m|mme|mlle|monsieur|madame|me|maître",
    es: "sr|sra|srta|don|doña|señor|señora",
    pt: "sr|sra|senhor|senhora|eng",
    it: "sig|signor|signora|dott|dottore|dottoressa|ing|avv",
    nl: "dhr|mevr|mevrouw|meneer|drs|mr|ir",
    pl: "pan|pani|mgr|inż|hab",
    sv: "herr|fru|docent",
    ja: "様|さん|氏",
    zh: "先生|女士|博士"
  )
}

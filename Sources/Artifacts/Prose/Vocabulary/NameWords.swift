// SPDX-License-Identifier: Apache-2.0

internal import Texts

/// The words of texts that are to name somebody, by what they say of who decided.
enum NameWords {
  /// Words that stand where somebody is to be named and name nobody.
  static let nobody = Phrases(
    en: """
      nobody|noone|anybody|anyone|somebody|someone|everybody|everyone|person|individual|human|name|\
      surname|firstname|lastname|full|first|last|yourname|user|username|admin|administrator|root|\
      anonymous|self|me|myself|himself|herself|team|group|department|owner|approver|author|\
      reviewer|manager|responsible|signatory|signature|sign|date|role|position|title|vacant|doe|\
      placeholder|approved|approval|approve|rejected|refused|declined|denied|review|reviewed|\
      required|unsigned|bot|noreply|reply|donotreply|company|organisation|organization|email|mail|\
      contact|phone|address|who|whoever|whomever|board|\
      committee|council|management|leadership|directors|verbal|verbally|lgtm|\
      itself|assistant|employee|boss|new|hire|anon|compliance|string|value
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
    others: """
      nikdo|nikoho|senki|kimse|nimeni|navn|dato|underskrift|имя|подпись|никто|назначен|미정|담당자
      """
  ).bare.single

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
  ).bare.single

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
  ).bare.single

  /// Roles of those who make things or learn to, and approve nothing.
  static let powerless = Phrases(
    en: "developer|author|programmer|intern|trainee|apprentice|working student",
    de: """
      entwickler|entwicklerin|autor|autorin|verfasser|verfasserin|praktikant|praktikantin|\
      werkstudent|werkstudentin|auszubildender|auszubildende|azubi
      """,
    fr: "développeur|développeuse|auteur|autrice|stagiaire|apprenti|apprentie",
    es: "desarrollador|desarrolladora|autora|becario|becaria",
    pt: "desenvolvedor|desenvolvedora|estagiário|estagiária",
    it: "sviluppatore|sviluppatrice|autore|stagista|tirocinante",
    nl: "ontwikkelaar|opsteller|stagiair",
    pl: "programista|autorka|twórca|stażysta|stażystka|praktykant",
    sv: "utvecklare|författare|praktikant|lärling",
    ja: "開発者|作成者|研修生|インターン",
    zh: "开发者|作者|实习生"
  ).bare

  /// Words beside a name that say that nobody has decided, or who refused.
  static let deferring = UnansweredWords.awaitedWords.union(refusing)

  private static let refusing = words(
    """
    unsigned refused rejected declined denied abgelehnt refuse rechazado recusado rejeitado respinto \
    afgewezen odrzucone avslagen not nicht niet waiting missing provisional absent deceased vorläufig fehlt manque provisoire \
    falta manca provvisorio ontbreekt voorlopig former ikke nominare asked invited angefragt \
    gefragt
    """
  )
  /// Words that make a stand-in or a machine of every name they stand in.
  static let standIns = UnansweredWords.keys.union(machines)

  private static let machines = words(
    """
    doe mustermann musterfrau bot dependabot renovate modelgate auto automated automatic \
    automatically automatisch chatgpt gpt copilot llm electronically digitally elektronisch \
    robot automation ci cd jenkins gitlab github cron daemon server svc noreply donotreply \
    bloggs pipeline
    """
  )
  /// The words of an account that belongs to a program, and stand-ins whose words are names elsewhere.
  static let standInPairs: [Set<String>] = [
    ["service", "account"], ["jane", "roe"], ["richard", "roe"], ["mickey", "mouse"],
    ["donald", "duck"], ["homer", "simpson"], ["santa", "claus"], ["bugs", "bunny"],
    ["ola", "nordmann"], ["kari", "nordmann"],
    ["james", "bond"], ["darth", "vader"], ["harry", "potter"], ["sherlock", "holmes"],
  ]
  /// Names of assistants that are names of people as well, where nothing else stands beside them; what
  /// is judged is nobody either.
  static let assistants = words(
    """
    claude gemini llama mistral model models modell modèle modelo modello system système sistema \
    signed machine
    """
  )
  /// What parts of firms deal with, among the words that say nothing elsewhere.
  static let fields: Set<String> = ["risk", "risks", "legal", "compliance"]
  /// What parts of firms that may be written to are called after.
  static let matter = words(
    """
    risk risks legal compliance data risiko risiken risque risques riesgo riesgos risco riscos \
    rischio rischi risico ryzyko
    """
  )
  static let units = words(
    """
    team group department board committee council
    """
  )
  /// Those who work for somebody, named by whom they work for: `assistant to R. Lindqvist`.
  static let helpers = words(
    """
    assistant secretary deputy delegate colleague boss chief manager successor substitute \
    representative friend office assistent assistentin sekretär sekretärin stellvertreter \
    stellvertreterin vertreter vertreterin kollege kollegin chef chefin büro vorgesetzter adjoint \
    adjointe secrétaire collègue assistante asistente secretario secretaria colega assistente \
    collega segretario segretaria medewerker asystent asystentka zastępca sekreterare kollega
    """
  )
  static let ofSomebody = words(
    "to of for von vom der des de du d' di del della van od till til av"
  )
  static let articles = words("the a an my our der die das le la el il de het")
  /// The words of the names of firms in templates, and legal forms beside them.
  static let templateFirms = words(
    """
    muster mustermann musterfirma musterunternehmen mustergesellschaft firma firm company other some \
    unternehmen organisation organization société entreprise empresa azienda bedrijf xyz abc foo bar
    """
  )
  static let legalForms = words(
    "gmbh ag kg ug se ev inc ltd llc plc corp co sa sas sarl srl spa bv nv ab as oy sp zoo"
  )
  /// Surnames among the words that name nobody or say nothing.
  static let surnames = words(
    """
    owner approver author reviewer manager human last root self page field link fine good major \
    blank bar given
    """
  )
  /// Abbreviations of functions, which are no initials.
  static let functions = words(
    """
    hr it qa pm po vp dpo dsb cto ceo cfo coo cro cio cdo cpo dpd rpd fg ai ml ki
    """
  )

  /// Surnames that put off or stand for nobody where no given name stands before them.
  static let lateSurnames = words("pending admin default waiting")
  /// Given names that are words of languages as well.
  static let givenNames = words("bo may will per an jo al ed ty vi")

  /// Whether a word is of what is awaited or looked after, and no given name: `Decision Pending`.
  static func isMatter(_ word: String) -> Bool {
    isAwaited(word) || DeskWords.contains(word[...])
  }

  /// The same without the words of the work on documents, which surnames begin like.
  static func isAwaited(_ word: String) -> Bool {
    matters.contains(word) || endings.contains { word.hasSuffix($0) }
  }

  private static let matters = words(
    """
    audit budget vote ballot result status outcome contract site super network domain local global \
    cloud data database web windows linux platform tenant security sys git repo policy factory \
    sponsor hiring
    """
  )
  private static let endings = ["tion", "sion", "ment", "ance", "ence", "ship", "ness", "ing"]

  /// Words between a name and the one it stands for: `R. Lindqvist for the board`.
  static let forAnother: [Substring: Set<Substring>] = {
    let lines = """
      for|obo|pp|für|pour|por|namens|voor|för
      on behalf|per pro|per conto|per procura|im auftrag|im auftrage|im namen|en nombre|\
      en representación|em nome|a nome|in opdracht|in vece|in vertretung|in vollmacht|w imieniu|\
      w zastępstwie|z upoważnienia|på uppdrag|au nom|par ordre|par délégation|par procuration
      """
    return Dictionary(
      lines.split(whereSeparator: { "|\n".contains($0) }).map { phrase in
        let words = phrase.spacedWords
        return (words[0], Set(words.dropFirst()))
      },
      uniquingKeysWith: { $0.union($1) }
    )
  }()
  /// Signs before the name of somebody who signs by order: `i. A. Schmidt`, `ppa. Schmidt`.
  static let byOrder = words("ia iv ppa po co")
  /// Small words that belong to names.
  static let particles = words(
    """
    de da do dos das del della di van von der den du la le af el al bin ibn ben ter ten zu zur vom \
    mc st
    """
  )

  private static func words(_ text: String) -> Set<String> {
    Set(text.spacedWords.map(String.init))
  }
}

// SPDX-License-Identifier: Apache-2.0

internal import Texts

/// Sentences of praise, promise and creed: that privacy matters, that appropriate measures are taken,
/// that a model is of the highest quality, that what is done is necessary and proportionate.
///
/// Such a sentence has words enough and could stand in any document. It has a word that praises or
/// promises, and no word besides that is not of what all such documents are about.
package enum CreedWords {
  /// Whether a text has nothing but such sentences.
  package static func fill(_ text: String) -> Bool {
    let sentences = Lines(text).flatMap(StatementCount.sentences).map { BareWords.of($0) }
      .filter { !$0.isEmpty }
    return !sentences.isEmpty && sentences.allSatisfy(areAll)
  }

  /// Whether a sentence has nothing else.
  static func areAll(of words: [BareWord]) -> Bool {
    let texts = words.map { $0.text[...] }
    guard praise.occurs(in: texts),
      !words.contains(where: { $0.script == .digits && $0.text.utf8.count > 1 })
    else { return false }
    var sieve = WordSieve()
    sieve.take(words.filter { $0.script != .ideographs })
    guard sieve.content.allSatisfy({ praise.matches($0[...]) || matter.matches($0[...]) }) else {
      return false
    }
    return words.allSatisfy { $0.script != .ideographs || written.leftover(in: $0.text) < 2 }
  }

  private static let written = IdeographPhrases(
    praise.written + matter.written + FunctionWords.phrases.bare.written
      + HollowWords.phrases.bare.written
  )

  /// How things are praised and promised.
  private static let praise = WordRoots(
    en: """
      seriously best important importance priority prioriti* paramount utmost committed commitment* \
      strive* trusted trustworthy innovat* excellen* outstanding superior leading unparalleled cutting \
      highest finest trust* confiden* belie* professional* integrity appropriate adequate suitable proportionate proportional aware careful* robust \
      reliable advanced responsib* world heart value*
      """,
    de: """
      wichtig* oberst* höchst* hervorragend* innovativ* spitzen* exzellen* best beste besten bestmöglich* \
      priorität* verpflicht* angemessen* geeignet* verhältnismäßig* vertrau* ernst sorgfältig* führend* \
      modern* zuverlässig* robust* verantwortungsvoll* herzen bewusst
      """,
    fr: """
      importan* primordial* priorité* sérieux sérieusement adéquat* appropri* proportionn* performant* \
      innovant* excellen* meilleur* pointe fiable* robuste* confiance confianc* engage* attach* souci* optimal* \
      comporter haute
      """,
    es: """
      importan* prioridad* priorit* apropiad* adecuad* oportun* proporcional* proporcionad* innovador* \
      excelen* mejor* máxim* líder* fiable* robust* confia* compromet* compromis* seriedad serio \
      vanguardia punta fundamental* esencial*
      """,
    pt: """
      importan* prioridad* priorit* cabíve* adequad* apropriad* oportun* proporciona* inovador* excelen* \
      melhor* ponta altíssim* máxim* líder* confiáve* fiáve* robust* confia* comprometid* compromisso* \
      prez* seriedade sério fundamental* essencia*
      """,
    it: """
      importan* priorit* adeguat* appropriat* opportun* proporzionat* proporzional* innovativ* eccellen* \
      miglior* avanguardia altissim* massim* leader affidabil* robust* fiducia fidiam* fidat* impegn* serietà seriamente \
      fondamental* essenzial* primari*
      """,
    nl: """
      belangrijk* passend* adequa* gepast* evenredig* proportione* innovatie* vooruitstrevend* uitstekend* \
      topkwaliteit hoog hoogste vaandel prioriteit* vertrouwen betrouwba* vertrouw* robuust* toonaangevend* \
      zorgvuldig* serieus beste verantwoord*
      """,
    pl: """
      ważn* odpowiedni* właściw* adekwatn* proporcjonaln* nowoczesn* innowacyjn* najwyższ* najleps* \
      niezawodn* doskonał* priorytet* zaufani* ufa* ufn* starann* poważni* wiarygodn* rzeteln*
      """,
    sv: """
      viktig* lämplig* ändamålsenlig* proportioner* proportionell* banbrytande innovativ* högsta bästa \
      utmärkt* ledande värna* prioriter* prioritet förtroende lita* litar pålitlig* tillförlitlig* robust* allvar noga \
      ansvarsfull*
      """,
    ja: "適切 必要かつ 最先端 高品質 革新的 最優先 重視 大切 万全 比例的 優れ 信頼 信じ",
    zh: "适当 先进 可靠 卓越 重视 创新 领先 优质 最高 一流 必要且 相称 合理 信任 相信"
  )

  /// What all such documents are about.
  private static let matter = WordRoots(
    en: """
      take takes taken privacy always act acts interest* customer* user* people client* technical \
      organisational organizational implement* adopt* ensure* protect* secur* safe* data model* system* \
      machine learning ai algorithm* class edge state art high quality result* performance deliver* \
      processing personal use uses used ethic* fair fairly fairness transparen* complian* comply gdpr \
      regulation* technology technologies solution* product* service* company organisation organization deeply fully \
      rights freedom* staff employee* colleague* officer* management handle* number top accordance practice* industry
      """,
    de: """
      datenschutz* privatsphäre daten modell* spitzenmodell* system* ergebnis* niveau liefer* technisch* \
      organisatorisch* maßnahme* getroffen ergriffen umgesetzt kund* nutzer* personen personenbezogen* \
      schutz schützen sicher* qualität* verarbeitung* team unternehmen nehmen liegt stets immer gewährleist* \
      sichergestellt dsgvo interesse* handeln legen technik stand ihrer ihre ihren ki unsere* mitarbeit* leute beschäftigt* angestellt* kolleg*
      """,
    fr: """
      accord* protection donnée* vie privée confidentialité technique* organisationnelle* prise* pris mise \
      mises œuvre temps voulu modèle* qualité grande service tous tout client* utilisateur* personnelle* \
      personnes sécurité résultat* système* traitement* garanti* assur* veill* respect* droits rgpd équipe \
      entreprise toujours celui peut peuvent haut collaborateur* employé* salarié* agent* gens personnel faisons faire
      """,
    es: """
      adopt* técnic* organizativ* privacidad número uno calidad modelo* sistema* datos personales protección \
      cliente* usuari* personas segurid* resultado* garantiz* asegur* derechos tratamiento* tomar* tomamos \
      tomadas empresa equipo siempre respet* implementar* estamos sus sois emplead* plantilla personal gente tenemos nuestros nuestras
      """,
    pt: """
      adotad* tomad* técnic* organizativ* organizaciona* privacidade segurança cliente* utilizador* usuári* \
      pessoas pessoais dados modelo* sistema* qualidade proteção resultado* garant* assegur* direitos \
      tratamento* empresa equipa equipe sempre respeit* implementad* estamos necessári* colaborador* funcionári* pessoal gente temos
      """,
    it: """
      tutela protezione dati personali privacy riservatezza modello modelli sistema sistemi qualità misure \
      tecniche organizzative adottat* adottare prese client* utent* persone sicurezza risultat* garant* \
      assicur* diritti trattamento necessari* azienda sempre rispett* noi dipendent* collaborator* personale
      """,
    nl: """
      privacy gegevens* bescherm* model* systeem* systemen lever* resulta* kwaliteit technische \
      organisatorische tijd tijde zijner genomen nemen klant* gebruiker* personen veilig* beveilig* \
      verwerking* noodzakelij* staat rechten avg altijd team bedrijf waarborg* zorgen medewerker* mensen personeel onze
      """,
    pl: """
      ochron* danych dane prywatnoś* model* system* zapewni* jakoś* środk* techniczn* organizacyjn* wdroż* \
      podję* klient* użytkownik* osób osoby osobow* bezpieczeńst* przetwarzani* niezbędn* konieczn* wynik* \
      praw* zespół firma zawsze bardzo stosuj* naszym naszych naszą pracownik* ludzi ludziom zespoł* mamy
      """,
    sv: """
      integritet* data uppgift* personuppgift* dataskydd* skydd* modell* system* kvalitet* håll* tekniska \
      organisatoriska vidta* kund* användar* personer säkerhet* behandling* nödvändig* resultat* rättighet* \
      alltid team företag* säkerställ* din ditt dina medarbetar* personal* anställ* folk
      """,
    ja: """
      措置 講じ モデル お客様 プライバシー 保護 個人情報 考えて 本処理 処理 必要 データ 安全 管理 努め 技術的 \
      組織的 技術 組織 ユーザー システム 品質 当社 弊社 私たち 徹底 実施 最高 かつ である おります 利用者 社員 従業員 職員 スタッフ
      """,
    zh: """
      采取 技术 组织 措施 模型 我们 质量 用户 隐私 保护 数据 安全 客户 系统 处理 必要 个人 信息 公司 始终 确保 \
      保障 并 十分 非常 高度 结果 员工 人员
      """
  )
}

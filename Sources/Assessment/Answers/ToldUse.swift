// SPDX-License-Identifier: Apache-2.0

internal import Texts

/// The name of a system, or a sentence of its description, that says what it does, and not what it does not.
struct ToldSentence {
  let text: String
  private let words: [String]
  /// Whether it says that something is judged or decided; a name need not.
  private let isAct: Bool

  /// The first line of a text, which is the name, and the sentences of the others without those that deny
  /// something.
  static func all(in text: String) -> [ToldSentence] {
    let name = text.prefix { $0 != "\n" }
    let sentences = text.dropFirst(name.count).parts(atAny: ".!?;。\n")
    return ([name] + sentences).enumerated().compactMap { place, sentence in
      // `Example Bank` holds no exams.
      let words = BareWords.of(sentence).map(\.text).filter { !$0.hasPrefix("exampl") }
      // A name says what something is: `No-code credit scoring` denies nothing.
      guard !words.isEmpty, place == 0 || !denies(words) else { return nil }
      let isAct = place == 0 || words.contains { word in acts.contains { opens(word, $0) } }
      return ToldSentence(text: String(sentence).trimmed, words: words, isAct: isAct)
    }
  }

  /// Whether all words of one of some signs stand in the sentence; one word alone tells only what is judged
  /// or decided.
  func tells(_ signs: [[[String]]]) -> Bool {
    signs.contains { sign in
      (isAct || sign.count > 1)
        && sign.allSatisfy { openings in
          words.contains { word in openings.contains { Self.opens(word, $0) } }
        }
    }
  }

  /// Whether a word begins like another; where no spaces stand between words, all of a sentence is one word,
  /// in which the other may stand anywhere.
  private static func opens(_ word: String, _ opening: String) -> Bool {
    opening.isASCII ? word.hasPrefix(opening) : word.contains(opening)
  }

  private static func denies(_ words: [String]) -> Bool {
    !denials.isDisjoint(with: words)
      || words.contains { word in unspacedDenials.contains(where: word.contains) }
  }

  /// How words begin that tell of a judgement or a decision about people.
  private static let acts = """
    rank scor screen select sort reject decid assess evaluat grad predict infer estimat recogni identif detect \
    bewert sortier entscheid auswahl wahlt erkenn prognos trie class evalue note reconn predi clasific evalua \
    punt seleccion reconoc valuta selezion riconosc avalia seleciona beoorde select herken ocenia klasyfik \
    bedom rangordna 识别 评估 评分 打分 预测 推断 检测 判断 决定 筛选 审批 排序 認識 認証 評価 採点 予測 推定 検出 判定 判断 \
    選考 選別 審査
    """.spacedWords.map(String.init)

  /// Words that deny; `rejects applicants without a review` denies nothing of what counts.
  private static let denials: Set<String> = Set(
    """
    not no never neither nor excludes excluding kein keine keiner keinen nicht nie ne pas jamais aucun aucune nunca \
    ningun ninguna nenhum nenhuma non mai nessun nessuna niet geen nooit nie inte aldrig
    """.spacedWords.map(String.init)
  )
  private static let unspacedDenials = """
    不会 不做 不进行 不用于 不对 并不 没有 未经 しない しません ではない ません
    """.spacedWords.map(String.init)
}

/// A use of Annex III that the domain, the name or the description of a system tells.
struct ToldUse: Sendable {
  /// The point of Annex III.
  let area: String
  /// The points that answer the question.
  let areas: Set<String>
  /// The domain that says the same by itself, where one does.
  let domain: String?
  /// What is done, as a phrase.
  let text: String
  /// How words begin that tell it.
  let signs: [[[String]]]

  /// Creates a use; each line of `signs` is one sign, the words that stand in one sentence, of each the
  /// beginnings that may stand for it as bare words have them.
  private init(
    _ area: String,
    _ areas: Set<String>,
    domain: String? = nil,
    _ text: String,
    _ signs: String
  ) {
    (self.area, self.areas, self.domain, self.text) = (area, areas, domain, text)
    self.signs = Self.signs(signs)
  }

  private static func signs(_ table: String) -> [[[String]]] {
    Lines(table).map { line in
      line.spacedWords.map { word in word.parts { $0 == UInt8(ascii: "/") }.map(bare) }
    }
  }

  private static func bare(_ opening: Substring) -> String {
    assert(BareWords.joined(opening) == opening, "\(opening) is not as bare words have it")
    return String(opening)
  }

  static let all = [
    ToldUse(
      "1a",
      ["1a", "1b", "1c"],
      "recognizing people by their faces",
      """
      face/faces/facial recogni/identif
      gesichtserkenn
      gesichter erkenn/identifi
      reconnaissance faciale
      visages reconn/identifi
      reconocimiento/reconhecimento facial
      riconoscimento facciale
      gezichtsherkenning
      rozpoznawani twarz
      ansiktsigenkanning
      人脸/面部 识别
      顔 認証/認識/識別
      """
    ),
    ToldUse(
      "1c",
      ["1c"],
      "reading the emotions of people",
      """
      emotions/emotion recogni/infer/detect/classif/read
      emotionserkennung
      emotionen erkenn/bestimm/ermittel
      emotions/emotion reconn/detecte/analys
      emociones reconoc/detect/infier
      emozioni riconosc/rilev
      情绪/情感 识别/检测/推断
      感情 認識/推定/検出/読み取
      """
    ),
    ToldUse(
      "3b",
      ["3a", "3b", "3c", "3d"],
      "a system that decides about people in education",
      """
      exam/exams/essays/essay/homework grad/mark/marks/scor
      proctor
      student/students/pupils/pupil/applicants admission/admissions/admit/admits
      prufungen/klausuren/schuler/schulern/studierende/studierenden benot/bewert
      studienplatz/studienplatze vergib/vergabe/zulass
      examens/copies/eleves note/notes/evalue/corrige
      examenes/alumnos califica/evalua
      esami/studenti valuta
      exames/alunos avalia/classifica
      考试/试卷/学生/作文 评分/打分/评估/录取
      試験/答案/生徒/学生/受験 採点/評価/選考/合否
      """
    ),
    ToldUse(
      "4a",
      ["4a", "4b"],
      domain: "employment",
      "a system about people at work or on their way there",
      """
      hiring
      recruit
      recrut
      applicant/applicants rank/scor/screen/select/reject/filter/match/sort/short/hir
      job/jobs applicant/applicants/application/applications
      bewerber
      bewerbung
      candidature
      candidatures/candidats tri/trie/class/note/selection/rejet
      candidatos/candidati selecc/selez/clasific/punt/filtr/seleciona
      cv/cvs/resume/resumes/lebenslauf/lebenslaufe rank/screen/scor/pars/match/sort/filter/bewert
      candidate/candidates rank/screen/scor/short/hir
      personalauswahl
      worker/workers/employee/employees/staff dismiss/promot/terminat/productivity/performance
      mitarbeiter/mitarbeitern/beschaftigte/beschaftigten kundig/leistung/beforder/entlass
      salaries/employes licenci/performance/promotion
      empleados/trabajadores despid/rendimiento/desempeno/ascens
      招聘
      求职者/应聘者/简历 筛选/评分/排序/打分
      员工 绩效/解雇/晋升
      採用
      応募者/履歴書 選考/選別/評価/順位
      従業員/社員 解雇/昇進/査定
      """
    ),
    ToldUse(
      "5a",
      ["5a"],
      "a system about public benefits",
      """
      welfare/benefits/benefit eligib/entitle/claimants/fraud
      sozialleistung
      prestations sociales
      prestaciones sociales
      prestazioni sociali
      社会保障/福利 资格/申领/欺诈
      生活保護/給付 資格/審査/不正
      """
    ),
    ToldUse(
      "5b",
      ["5b", "5c"],
      domain: "credit",
      "a system about the credit of people",
      """
      credit scor/risk/decision/decisions/worth
      creditworth
      kreditscor
      kreditwurd
      kredit/kredite bewert/ausfall/risik/entscheid/vergabe
      bonitat
      loan/loans/lenders scor/approv/default/repaid/repay
      scoring credit
      solvabilite
      solvencia credit/prestam
      信用/信贷/贷款/借款人 评分/评估/审批/违约/风险
      与信/融資/貸付/ローン/信用 審査/評価/スコア/返済
      """
    ),
    ToldUse(
      "5c",
      ["5c"],
      "a system about life or health insurance",
      """
      life/health insurance/insurers pric/premium/premiums/risk/underwrit
      lebensversicherung/krankenversicherung pramie/tarif/risik/antrag
      assurance vie/sante prime/tarif/risque
      人寿保险/健康保险/寿险 定价/保费/风险/核保
      生命保険/医療保険 保険料/査定/リスク
      """
    ),
    ToldUse(
      "5d",
      ["5d"],
      "a system about emergency calls or the triage of patients",
      """
      emergency call/calls/dispatch/triage
      triage patient/patients
      notruf
      appels urgence
      急救电话/紧急呼叫/分诊
      救急/トリアージ
      """
    ),
    ToldUse(
      "6d",
      ["6a", "6b", "6c", "6d", "6e"],
      "a system of law enforcement",
      """
      reoffend
      recidiv
      predictive polic
      predict/predicts crime/crimes/criminals/offend/offenders
      ruckfallrisiko
      straftaten vorhers/vorhersag/prognos
      polygraph
      再犯/累犯
      犯罪 预测/予測
      lie/lies detect/detector/detects
      """
    ),
    ToldUse(
      "7b",
      ["7a", "7b", "7c", "7d"],
      "a system of migration, asylum or border control",
      """
      asylum
      asylantrag
      asylbewerb
      asile demande/demandes/demandeurs
      asilo solicit/domand/pedido/richied
      visa application/applications/applicants
      visum antrag/antrage
      border/borders control/guard/guards/crossing/police
      grenzkontroll
      庇护 申请
      签证 申请/审批
      难民 认定/審査
      難民 認定/審査
      ビザ/査証 審査/申請
      """
    ),
    ToldUse(
      "8a",
      ["8a", "8b"],
      "a system for courts or elections",
      """
      judge/judges/court/courts sentenc/ruling/rulings/verdict/verdicts/decid/decisions
      richter urteil/urteile/entscheid
      juges jugement/decision/decisions
      election/elections/voter/voters influenc/persua/target/campaign
      wahler/wahlerinnen beeinfluss/anspr
      electeurs influenc/cible
      法官 判决/裁定
      选民/选举 影响/投放
      裁判官 判決/量刑
      有権者/選挙 影響/働きかけ
      """
    ),
  ]

  /// What tells that people are scored by what they do in society.
  static let socialScoring = signs(
    """
    social/trust score/scores/scoring/credit citizen/citizens/people/residents/behaviour/behavior
    sozialkredit
    burger/burgern vertrauenswert/punkte/sozialpunkte
    citoyens note/score/notes
    社会信用
    公民/居民/市民 信用/评分
    市民/住民 スコア/点数
    """
  )
}

// SPDX-License-Identifier: Apache-2.0

internal import GateModel

extension TopicTable {
  /// The headings of data protection impact assessments in Polish, Japanese and Chinese, and those of
  /// forms of authorities in the other languages; the rest stands in the other table.
  static let dpia = TopicTable(
    extending: .westernDPIA,
    roots: AssessmentRoots.dpia,
    [
      (
        [.dpiaDescription],
        """
        opis przetwarzania|systematyczny opis|systematyczny opis operacji przetwarzania|\
        charakter przetwarzania|zakres przetwarzania|処理の説明|処理の体系的な説明|取扱いの内容|処理の概要|\
        处理活动描述|处理活动的系统描述|处理概述|contexte|vue d'ensemble|présentation du traitement|\
        étude du contexte|ciclo de vida de los datos|descripción del ciclo de vida de los datos|\
        contexto do tratamento|descrição do tratamento de dados|beskrivning av den planerade behandlingen
        """
      ),
      (
        [.dpiaPurposes],
        "cele|cele przetwarzania|cel przetwarzania|処理の目的|利用目的|处理目的|doelbinding"
      ),
      (
        [.dpiaLegalBasis],
        "podstawa prawna|podstawy prawne|法的根拠|法律依据|合法性基础|fondement|fondements juridiques|hipótese legal"
      ),
      (
        [.dpiaNecessity],
        """
        niezbędność i proporcjonalność|konieczność i proporcjonalność|ocena niezbędności i proporcjonalności|\
        必要性と比例性|必要性及び比例性|必要性与相称性|必要性和相称性|必要性与比例性|principes fondamentaux|\
        évaluation de la nécessité et de la proportionnalité|\
        análisis de la necesidad y proporcionalidad|necesidad y proporcionalidad del tratamiento|\
        valutazione della necessità e proporzionalità|beoordeling noodzaak en evenredigheid|\
        bedömning av nödvändighet och proportionalitet
        """
      ),
      ([.dpiaMinimisation], "minimalizacja danych|データ最小化|数据最小化"),
      ([.dpiaRetention], "okres przechowywania|przechowywanie|保存期間|保存期限"),
      (
        [.dpiaProcessors],
        "podmioty przetwarzające|odbiorcy|処理者|受領者|处理者|接收方|betrokken partijen"
      ),
      ([.dpiaTransfers], "przekazywanie danych|移転|第三国移転|跨境传输|verwerkingslocaties"),
      (
        [.dpiaAccess, .dpiaErasure, .dpiaObjection],
        "prawa osób|prawa osób których dane dotyczą|データ主体の権利|数据主体权利|个人权利"
      ),
      (
        [.dpiaRisks],
        """
        ryzyka|ryzyko|ocena ryzyka|analiza ryzyka|ryzyko dla praw i wolności|リスク|リスク評価|リスク分析|\
        権利及び自由に対するリスク|风险|风险评估|风险分析|对权利和自由的风险|risques sur la vie privée|\
        étude des risques|gestión de riesgos|gestion des risques|identificação e avaliação de riscos|\
        risicobeoordeling|riskanalys
        """
      ),
      (
        [.dpiaMeasures],
        """
        środki|środki zaradcze|środki techniczne i organizacyjne|planowane środki|対策|措置|\
        想定される措置|リスク軽減措置|措施|应对措施|拟采取的措施|mesures existantes ou prévues|\
        plan d'action|medidas salvaguardas e mecanismos de mitigação de risco|plan de acción|\
        medidas para hacer frente a los riesgos|risicobeperkende maatregelen
        """
      ),
      ([.dpiaResidualRisk], "ryzyko szczątkowe|ryzyko rezydualne|残留リスク|残存リスク|剩余风险|残余风险"),
      ([.dpiaConsultation], "konsultacje|konsultacja|協議|データ主体の意見|磋商|征求意见"),
      (
        [.dpiaDPOAdvice],
        """
        opinia iod|opinia inspektora ochrony danych|dpoの助言|データ保護責任者の助言|数据保护官意见|\
        stellungnahme der datenschutzbeauftragten|parecer do encarregado de proteção de dados
        """
      ),
      ([.dpiaReview], "przegląd|見直し|レビュー|审查|复审"),
    ]
  )
}

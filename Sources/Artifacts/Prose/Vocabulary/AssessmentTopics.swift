// SPDX-License-Identifier: Apache-2.0

internal import GateModel

extension TopicTable {
  /// The English headings of data protection impact assessments.
  ///
  /// After GDPR Art. 35(7), the steps of the UK regulator's template, WP 248 rev.01 annex 2, and
  /// what public repositories write.
  static let englishDPIA = TopicTable([
    (
      [.dpiaDescription],
      """
      description of the processing|description of processing|systematic description|description|\
      systematic description of the processing|systematic description of processing|\
      describe the nature of the processing|describe the scope of the processing|\
      describe the context of the processing|describe the processing|processing description|processing operations|nature of the processing|\
      nature of processing|scope of the processing|scope of processing|context of the processing|\
      context of processing|nature|scope|context|data flow|data flows|data processed|\
      categories of data|categories of personal data|personal data|personal data processed|\
      data categories|data subjects|life cycle|data life cycle|supporting assets|overview|\
      identify the need for a dpia|need for a dpia|project overview|system overview|\
      nature, scope and context|nature, scope, and context|system description|introduction
      """
    ),
    (
      [.dpiaDescription, .dpiaPurposes],
      """
      nature, scope, context and purposes|nature, scope, context, and purposes|\
      description and purposes|nature, scope, context and purposes of the processing
      """
    ),
    (
      [.dpiaPurposes],
      """
      purposes|purpose|purposes of the processing|purpose of the processing|purpose of processing|\
      describe the purposes of the processing
      """
    ),
    (
      [.dpiaLegalBasis],
      """
      legal basis|lawful basis|lawfulness|legal basis for processing|legal basis of the processing|\
      lawful basis for processing|legal bases|lawful bases|lawfulness of processing
      """
    ),
    (
      [.dpiaNecessity],
      """
      necessity and proportionality|necessity|proportionality|assess necessity and proportionality|\
      assessment of necessity and proportionality|necessity & proportionality|\
      necessity and proportionality assessment
      """
    ),
    (
      [.dpiaMinimisation],
      "minimisation|minimization|data minimisation|data minimization"
    ),
    ([.dpiaAccuracy], "accuracy|data accuracy|data quality|data quality and accuracy"),
    (
      [.dpiaRetention],
      """
      retention|data retention|retention period|retention periods|storage duration|\
      storage limitation|storage period|retention and deletion|data retention and deletion
      """
    ),
    (
      [.dpiaInformation],
      """
      information|information to data subjects|information of data subjects|transparency|\
      privacy notice|privacy information|informing data subjects
      """
    ),
    ([.dpiaConsent], "consent|obtaining consent|consent management"),
    ([.dpiaAccess], "access|right of access|access and portability|right to data portability"),
    (
      [.dpiaErasure],
      "erasure|right to erasure|rectification and erasure|deletion|rectification"
    ),
    (
      [.dpiaObjection],
      """
      objection|right to object|objection and restriction|restriction and objection|\
      automated decision-making|automated decisions
      """
    ),
    (
      [.dpiaAccess, .dpiaErasure, .dpiaObjection],
      """
      data subject rights|rights of data subjects|data subjects' rights|individual rights|\
      rights of the data subject|rights of individuals|data subject's rights
      """
    ),
    (
      [.dpiaProcessors],
      """
      processors|data processors|recipients|third parties|sub-processors|subprocessors|\
      processors and recipients|third-party processors|data sharing
      """
    ),
    (
      [.dpiaTransfers],
      """
      transfers|international transfers|international data transfers|third-country transfers|\
      data transfers|cross-border transfers|transfers to third countries
      """
    ),
    (
      [.dpiaRisks],
      """
      risks|risk assessment|risks to rights and freedoms|identify and assess risks|risk analysis|\
      risk identification|risks to data subjects|risks to individuals|risk register|\
      risks to the rights and freedoms of data subjects|assessment of risks|identified risks|\
      risk matrix|risk evaluation
      """
    ),
    (
      [.dpiaRisks, .dpiaMeasures],
      """
      risk identification and mitigations|risk identification and mitigation|risks and mitigations|\
      risks and measures|risk assessment and mitigation|risks and mitigation
      """
    ),
    (
      [.dpiaMeasures],
      """
      measures|mitigations|mitigation|mitigation measures|measures to mitigate|controls|safeguards|\
      measures to reduce risk|identify measures to reduce risk|identify measures to mitigate risk|\
      identify measures to mitigate risks|measures to address the risks|security measures|\
      technical and organisational measures|technical and organizational measures|action plan|\
      measures envisaged|measures to mitigate risk|measures to mitigate risks|security|\
      mitigating measures
      """
    ),
    (
      [.dpiaConsultation],
      """
      consultation|consultation process|consider consultation|views of data subjects|\
      stakeholder consultation|consultation of data subjects|consultations|\
      consultation responses reviewed by
      """
    ),
    (
      [.dpiaDPOAdvice],
      """
      dpo|dpo advice|advice of the dpo|dpo opinion|dpo consultation|dpo review|\
      data protection officer|advice of the data protection officer|dpo advice provided|\
      summary of dpo advice|dpo involvement
      """
    ),
    (
      [.dpiaByDesign],
      """
      data protection by design|data protection by design and by default|privacy by design|\
      privacy by design and by default|by design and by default|data protection by default|\
      datenschutz durch technikgestaltung|datenschutz durch technikgestaltung und voreinstellungen|\
      datenschutz durch technikgestaltung und durch datenschutzfreundliche voreinstellungen|protection des données dès la conception|\
      protección de datos desde el diseño|gegevensbescherming door ontwerp
      """
    ),
    (
      [.dpiaInstructions],
      """
      instructions for use|use of the instructions|use of the instructions for use|\
      provider's instructions|information from the provider|information by the provider|\
      betriebsanleitung|gebrauchsanweisung|notice d'utilisation|instrucciones de uso|\
      instruções de utilização|istruzioni per l'uso|gebruiksaanwijzing|instrukcja obsługi|bruksanvisning
      """
    ),
    (
      [.dpiaPriorConsultation],
      """
      prior consultation|consultation of the authority|consultation of the supervisory authority|\
      prior consultation of the supervisory authority|vorherige konsultation|consultation préalable|\
      consulta previa|consultazione preventiva|voorafgaande raadpleging
      """
    ),
    (
      [.dpiaResidualRisk],
      "residual risk|residual risks|residual risk assessment|residual risk level|remaining risk"
    ),
    (
      [.dpiaReview],
      """
      review|review schedule|review date|next review|monitoring and review|review and monitoring|\
      review and update|review cycle|this dpia will be kept under review by|review plan
      """
    ),
  ])

  /// The English headings of fundamental-rights impact assessments.
  ///
  /// After AI Act Art. 27(1)(a) to (f).
  static let englishFRIA = TopicTable([
    (
      [.friaProcesses],
      """
      processes|deployer's processes|description of the deployer's processes|intended purpose|\
      description of the processes|description of processes|processes and purpose|\
      deployment context|description of the use|processes and intended purpose
      """
    ),
    (
      [.friaPeriod],
      """
      period|period and frequency|period and frequency of use|duration and frequency|\
      duration and frequency of use|time and frequency of use
      """
    ),
    (
      [.friaGroups],
      """
      groups|affected persons|affected groups|affected persons and groups|categories of persons|\
      categories of natural persons and groups|categories of persons and groups affected|\
      categories of natural persons and groups affected|who is affected|affected people|\
      groups of persons|groups of people|persons affected|people affected|groups affected
      """
    ),
    (
      [.friaHarms],
      """
      harms|risks of harm|specific risks of harm|risks|risks to fundamental rights|specific risks|\
      fundamental rights at risk|impact on fundamental rights|harm
      """
    ),
    (
      [.friaOversight],
      "oversight|human oversight|human oversight measures|oversight measures"
    ),
    (
      [.friaRemedies],
      """
      remedies|measures|measures if risks materialise|measures if risks materialize|\
      internal governance|complaint mechanisms|governance and complaint mechanisms|\
      internal governance and complaint mechanisms|governance and complaints|complaints|redress|\
      mitigation measures
      """
    ),
  ])
}

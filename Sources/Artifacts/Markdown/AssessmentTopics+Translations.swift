// SPDX-License-Identifier: Apache-2.0

internal import GateModel

extension TopicTable {
  /// The headings of data protection impact assessments: English, German, Dutch and French.
  ///
  /// After GDPR Art. 35(7) in these languages.
  static let dpia = TopicTable(
    extending: .englishDPIA,
    [
      (
        [.dpiaDescription],
        """
        systematische beschreibung|beschreibung der verarbeitung|beschreibung der verarbeitungsvorgänge|\
        systematische beschreibung der geplanten verarbeitungsvorgänge|art der verarbeitung|\
        systematische beschreibung der verarbeitung|umfang der verarbeitung|umstände der verarbeitung|\
        kategorien personenbezogener daten|betroffene personen|technische verfahren|\
        beschrijving van de verwerking|beschrijving van de verwerkingen|persoonsgegevens|\
        description du traitement|description des traitements
        """
      ),
      (
        [.dpiaPurposes],
        """
        zweck|zwecke|zwecke der verarbeitung|zweckbestimmung|zweckbindung|zweckbestimmung und bindung|\
        verwerkingsdoeleinden|doeleinden|finalités|finalités du traitement
        """
      ),
      (
        [.dpiaLegalBasis],
        """
        rechtsgrundlage|rechtsgrundlagen|rechtmäßigkeit|rechtmäßigkeit der verarbeitung|\
        rechtsgrond|rechtsgronden|base légale|bases légales
        """
      ),
      (
        [.dpiaNecessity],
        """
        notwendigkeit|verhältnismäßigkeit|notwendigkeit und verhältnismäßigkeit|\
        bewertung der notwendigkeit und verhältnismäßigkeit|noodzaak en evenredigheid|\
        noodzaak en proportionaliteit|nécessité et proportionnalité
        """
      ),
      ([.dpiaMinimisation], "datenminimierung|gegevensminimalisatie|minimisation des données"),
      (
        [.dpiaRetention],
        """
        speicherdauer|speicherbegrenzung|löschfristen|aufbewahrung|aufbewahrungsfristen|\
        bewaartermijn|bewaartermijnen|durée de conservation|durées de conservation
        """
      ),
      ([.dpiaProcessors], "empfänger|auftragsverarbeiter|verwerkers|ontvangers|sous-traitants"),
      ([.dpiaTransfers], "drittlandübermittlung|datenübermittlung|doorgifte|transferts"),
      (
        [.dpiaAccess, .dpiaErasure, .dpiaObjection],
        """
        betroffenenrechte|rechte der betroffenen|rechten van betrokkenen|droits des personnes|\
        droits des personnes concernées
        """
      ),
      (
        [.dpiaRisks],
        """
        risiken|risikobewertung|risikoanalyse|risikoidentifikation|detaillierte risikobewertung|\
        risiken für rechte und freiheiten|bewertung der risiken|\
        bewertung der risiken für rechte und freiheiten|risico's|risicoanalyse|risques|\
        appréciation des risques|analyse des risques
        """
      ),
      (
        [.dpiaMeasures],
        """
        maßnahmen|abhilfemaßnahmen|geplante abhilfemaßnahmen|technische maßnahmen|\
        organisatorische maßnahmen|technische und organisatorische maßnahmen|maatregelen|mesures|\
        beoogde maatregelen|mesures envisagées
        """
      ),
      (
        [.dpiaResidualRisk],
        """
        restrisiko|restrisiken|zusammenfassung der restrisiken|restrisico|restrisico's|\
        risques résiduels|risque résiduel
        """
      ),
      ([.dpiaConsultation], "konsultation|anhörung der betroffenen|consultatie|raadpleging"),
      (
        [.dpiaDPOAdvice],
        """
        stellungnahme des datenschutzbeauftragten|rat des datenschutzbeauftragten|\
        advies van de fg|avis du dpo|avis du délégué à la protection des données
        """
      ),
      ([.dpiaReview], "überprüfung|monitoring und review|evaluatie|réexamen"),
    ]
  )
}

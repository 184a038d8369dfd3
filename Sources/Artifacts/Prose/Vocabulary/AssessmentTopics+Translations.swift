// SPDX-License-Identifier: Apache-2.0

internal import GateModel

extension TopicTable {
  /// The headings of data protection impact assessments: English, German, Dutch, French, Danish,
  /// Swedish, Spanish, Italian and Portuguese.
  ///
  /// After GDPR Art. 35(7) in these languages.
  static let westernDPIA = TopicTable(
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
        description du traitement|description des traitements|\
        descripción del tratamiento|descripción de las operaciones de tratamiento|descripción sistemática|\
        descrizione del trattamento|descrizione sistematica|descrição do tratamento|descricao do tratamento|\
        beskrivelse af behandlingen|behandlingens karakter|beskrivning av behandlingen|\
        datos personales|dati personali|dados pessoais|personoplysninger|personuppgifter|titulares|\
        categorias de dados tratados|behandlingsaktiviteter
        """
      ),
      (
        [.dpiaPurposes],
        """
        zweck|zwecke|zwecke der verarbeitung|zweckbestimmung|zweckbindung|zweckbestimmung und bindung|\
        verwerkingsdoeleinden|doeleinden|finalités|finalités du traitement|\
        fines del tratamiento|finalidad|finalidades|finalidad del tratamiento|finalità|\
        finalità del trattamento|finalidade|finalidades do tratamento|formål|ändamål
        """
      ),
      (
        [.dpiaLegalBasis],
        """
        rechtsgrundlage|rechtsgrundlagen|rechtmäßigkeit|rechtmäßigkeit der verarbeitung|\
        rechtsgrond|rechtsgronden|base légale|bases légales|\
        base jurídica|base legal|bases legales|base legitimadora|legitimación|base giuridica|\
        retsgrundlag|behandlingsgrundlag|rättslig grund
        """
      ),
      (
        [.dpiaNecessity],
        """
        notwendigkeit|verhältnismäßigkeit|notwendigkeit und verhältnismäßigkeit|\
        bewertung der notwendigkeit und verhältnismäßigkeit|noodzaak en evenredigheid|\
        noodzaak en proportionaliteit|nécessité et proportionnalité|\
        necesidad y proporcionalidad|necessità e proporzionalità|necessidade e proporcionalidade|\
        nødvendighed og proportionalitet|nødvendighed|proportionalitet|nödvändighet och proportionalitet
        """
      ),
      (
        [.dpiaMinimisation],
        """
        datenminimierung|gegevensminimalisatie|minimisation des données|\
        minimización de datos|principio de minimización|minimización|minimizzazione dei dati|minimização de dados|dataminimering|\
        uppgiftsminimering
        """
      ),
      (
        [.dpiaRetention],
        """
        speicherdauer|speicherbegrenzung|löschfristen|aufbewahrung|aufbewahrungsfristen|\
        bewaartermijn|bewaartermijnen|durée de conservation|durées de conservation|\
        plazo de conservación|plazos de conservación|conservación|conservazione|conservazione dei dati|\
        prazos de conservação|retenção|retencao|opbevaring|opbevaringsperiode|lagring|gallring
        """
      ),
      (
        [.dpiaProcessors],
        """
        empfänger|auftragsverarbeiter|verwerkers|ontvangers|sous-traitants|\
        encargados del tratamiento|responsabili del trattamento|subcontratantes|compartilhamento|\
        destinatarios|destinatari|databehandlere|personuppgiftsbiträden
        """
      ),
      (
        [.dpiaTransfers],
        """
        drittlandübermittlung|datenübermittlung|doorgifte|transferts|\
        transferencias internacionales|trasferimenti|transferências internacionais|\
        tredjelandsoverførsler|tredjelandsöverföring
        """
      ),
      (
        [.dpiaAccess, .dpiaErasure, .dpiaObjection],
        """
        betroffenenrechte|rechte der betroffenen|rechten van betrokkenen|droits des personnes|\
        droits des personnes concernées|\
        derechos de los interesados|diritti degli interessati|direitos dos titulares|\
        de registreredes rettigheder|registreredes rettigheder|de registrerades rättigheter
        """
      ),
      (
        [.dpiaRisks],
        """
        risiken|risikobewertung|risikoanalyse|risikoidentifikation|detaillierte risikobewertung|\
        risiken für rechte und freiheiten|bewertung der risiken|\
        bewertung der risiken für rechte und freiheiten|risico's|risicoanalyse|risques|\
        appréciation des risques|analyse des risques|\
        riesgos|riesgos y mitigaciones|riesgos y medidas|análisis de riesgos|evaluación de riesgos|riesgos identificados|rischi|\
        valutazione dei rischi|analisi dei rischi|riscos|riscos identificados|avaliação de riscos|\
        risici|identificerede risici|risikovurdering|risici for de registreredes rettigheder|risker|\
        riskbedömning
        """
      ),
      (
        [.dpiaMeasures],
        """
        maßnahmen|abhilfemaßnahmen|geplante abhilfemaßnahmen|technische maßnahmen|\
        organisatorische maßnahmen|technische und organisatorische maßnahmen|maatregelen|mesures|\
        beoogde maatregelen|mesures envisagées|\
        medidas|medidas de mitigación|medidas técnicas y organizativas|misure|misure di mitigazione|\
        medidas de mitigação|mitigações|foranstaltninger|tekniske og organisatoriske foranstaltninger|\
        afbødning|åtgärder|skyddsåtgärder
        """
      ),
      (
        [.dpiaResidualRisk],
        """
        restrisiko|restrisiken|zusammenfassung der restrisiken|restrisico|restrisico's|\
        risques résiduels|risque résiduel|\
        riesgo residual|riesgos residuales|rischio residuo|rischi residui|risco residual|\
        riscos residuais|restrisiko vurdering|kvarstående risk|kvarstående risker
        """
      ),
      (
        [.dpiaConsultation],
        """
        avis des personnes concernées|point de vue des personnes concernées|\
        meningen van betrokkenen|mening van betrokkenen|opinioni degli interessati|\
        parere degli interessati|opinião dos titulares|opiniões dos titulares|\
        opinie osób, których dane dotyczą|synpunkter från registrerade|\
        konsultation|anhörung der betroffenen|consultatie|raadpleging|\
        consulta a los interesados|consultazione degli interessati|consulta aos titulares|\
        høring af de registrerede|samråd
        """
      ),
      (
        [.dpiaDPOAdvice],
        """
        stellungnahme des datenschutzbeauftragten|rat des datenschutzbeauftragten|\
        advies van de fg|avis du dpo|avis du dpd|avis du délégué à la protection des données|\
        opinión del dpd|dictamen del delegado de protección de datos|parere del dpo|parere del rpd|\
        parecer do encarregado|udtalelse fra dpo|dataskyddsombudets yttrande
        """
      ),
      (
        [.dpiaAccuracy],
        """
        richtigkeit|datenrichtigkeit|richtigkeit der daten|datenqualität|juistheid|juistheid van gegevens|exactitude|\
        exactitude des données|qualité des données|exactitud|exactitud de los datos|esattezza|\
        esattezza dei dati|exatidão|exatidão dos dados|rigtighed|korrekthet|riktighet
        """
      ),
      (
        [.dpiaInformation],
        """
        information der betroffenen|information der betroffenen personen|informationspflichten|\
        datenschutzhinweise|informatie aan betrokkenen|information des personnes|\
        information des personnes concernées|información a los interesados|deber de información|\
        informativa agli interessati|informação aos titulares|information til de registrerede|\
        information till de registrerade
        """
      ),
      (
        [.dpiaConsent],
        """
        einwilligung|einwilligungen|toestemming|consentement|consentimiento|consenso|consentimento|samtykke|\
        samtycke
        """
      ),
      (
        [.dpiaAccess],
        """
        auskunft|auskunftsrecht|recht op inzage|inzage|droit d'accès|accès et portabilité|derecho de acceso|\
        diritto di accesso|direito de acesso|indsigt|rätt till tillgång
        """
      ),
      (
        [.dpiaErasure],
        """
        löschung|berichtigung und löschung|recht op verwijdering|droit à l'effacement|derecho de supresión|\
        diritto alla cancellazione|direito ao apagamento|sletning|rätt till radering
        """
      ),
      (
        [.dpiaObjection],
        """
        widerspruch|widerspruchsrecht|recht van bezwaar|droit d'opposition|derecho de oposición|\
        diritto di opposizione|direito de oposição|indsigelse|rätt att göra invändningar
        """
      ),
      (
        [.dpiaReview],
        """
        überprüfung|monitoring und review|evaluatie|herbeoordeling|periodieke herbeoordeling|réexamen|\
        revisión|revisione|riesame|revisão|opfølgning|uppföljning
        """
      ),
    ]
  )
}

// SPDX-License-Identifier: Apache-2.0

internal import GateModel

extension TopicTable {
  /// The headings of fundamental-rights impact assessments in all languages.
  ///
  /// In the words of AI Act Art. 27(1)(a) to (f) in each official text, and shorter; Japanese and
  /// Chinese follow translations in use.
  static let fria = TopicTable(
    extending: .englishFRIA,
    roots: AssessmentRoots.fria,
    [
      (
        [.friaProcesses],
        """
        beschreibung der verfahren|verfahren des betreibers|beschreibung der verfahren des betreibers|\
        verfahren|einsatzprozesse|description des processus|processus du déployeur|processus|\
        description des processus du déployeur|descripción de los procesos|procesos|\
        procesos del responsable del despliegue|descrição dos processos|processos|\
        processos do responsável pela implantação|descrizione dei processi|processi del deployer|\
        processi|beschrijving van de processen|processen|processen van de gebruiksverantwoordelijke|\
        opis procesów|procesy|procesy podmiotu stosującego|beskrivning av processerna|processer|\
        tillhandahållarens processer|プロセスの説明|利用プロセス|流程说明|使用流程
        """
      ),
      (
        [.friaPeriod],
        """
        zeitraum|zeitraum und häufigkeit|zeitraum und häufigkeit der verwendung|période|\
        période et fréquence|durée et fréquence|période et fréquence d'utilisation|período|\
        período y frecuencia|período de tiempo y frecuencia|plazo y frecuencia|período e frequência|\
        periodo|periodo di tempo e frequenza|periodo e frequenza|periode|periode en frequentie|\
        termijn en frequentie|okres|okres i częstotliwość|okres i częstotliwość stosowania|tidsperiod|\
        period och frekvens|tidsperiod och frekvens|期間と頻度|使用期間と頻度|期间与频率|期间和频率
        """
      ),
      (
        [.friaGroups],
        """
        betroffene personen|betroffene personen und gruppen|personengruppen|\
        kategorien natürlicher personen und gruppen|kategorien der natürlichen personen und personengruppen|\
        catégories de personnes|catégories de personnes physiques et groupes|personnes concernées|\
        groupes concernés|categorías de personas|categorías de personas físicas y colectivos|\
        personas afectadas|colectivos afectados|categorias de pessoas|\
        categorias de pessoas singulares e grupos|pessoas afetadas|categorie di persone|\
        categorie di persone fisiche e gruppi|persone interessate|persone e gruppi interessati|\
        categorieën personen|categorieën natuurlijke personen en groepen|betrokken personen en groepen|\
        kategorie osób|kategorie osób fizycznych i grup|grupy osób|kategorier av personer|\
        kategorier av fysiska personer och grupper|berörda personer|影響を受ける人々|対象者の区分|\
        受影响的人群|受影响人员类别
        """
      ),
      (
        [.friaHarms],
        """
        schadensrisiken|spezifische schadensrisiken|risiken|grundrechtsrisiken|\
        risiken für die grundrechte|risques de préjudice|risques spécifiques de préjudice|risques|\
        risques pour les droits fondamentaux|riesgos de perjuicio|riesgos de perjuicio específicos|\
        riesgos|riesgos para los derechos fundamentales|riscos de danos|riscos específicos de danos|\
        riscos|riscos para os direitos fundamentais|rischi di danno|rischi specifici di danno|rischi|\
        rischi per i diritti fondamentali|risico's op schade|specifieke risico's op schade|risico's|\
        risico's voor de grondrechten|ryzyko szkody|szczególne ryzyko szkody|ryzyka|\
        ryzyko dla praw podstawowych|risker för skada|särskilda risker för skada|risker|\
        risker för grundläggande rättigheter|危害のリスク|具体的な危害リスク|リスク|伤害风险|具体损害风险|\
        风险
        """
      ),
      (
        [.friaOversight],
        """
        menschliche aufsicht|maßnahmen der menschlichen aufsicht|contrôle humain|\
        mesures de contrôle humain|supervisión humana|medidas de supervisión humana|supervisão humana|\
        medidas de supervisão humana|sorveglianza umana|misure di sorveglianza umana|\
        menselijk toezicht|maatregelen voor menselijk toezicht|nadzór ze strony człowieka|\
        nadzór człowieka|środki nadzoru|mänsklig tillsyn|åtgärder för mänsklig tillsyn|人間による監視|\
        人的監視措置|人工监督|人类监督措施
        """
      ),
      (
        [.friaRemedies],
        """
        maßnahmen|maßnahmen bei eintritt der risiken|interne unternehmensführung|beschwerdemechanismen|\
        governance und beschwerdemechanismen|mesures|mesures en cas de matérialisation des risques|\
        gouvernance interne|mécanismes de plainte|gouvernance et réclamations|medidas|\
        medidas en caso de materialización de los riesgos|gobernanza interna|\
        mecanismos de reclamación|medidas em caso de materialização dos riscos|governação interna|\
        mecanismos de apresentação de queixas|misure|misure in caso di concretizzazione dei rischi|\
        governance interna|meccanismi di reclamo|maatregelen|maatregelen bij verwezenlijking van risico's|\
        interne governance|klachtenregelingen|środki|środki w przypadku urzeczywistnienia się ryzyka|\
        zarządzanie wewnętrzne|mechanizmy skarg|åtgärder|åtgärder om riskerna förverkligas|\
        intern styrning|klagomålsmekanismer|リスク顕在化時の措置|苦情処理|风险发生时的措施|投诉机制
        """
      ),
    ]
  )
}

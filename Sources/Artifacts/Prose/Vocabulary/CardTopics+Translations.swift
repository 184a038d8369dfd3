// SPDX-License-Identifier: Apache-2.0

internal import GateModel

extension TopicTable {
  /// The headings of model cards in all languages.
  static let modelCard = TopicTable(extending: .englishModelCard, TranslatedCardTopics.model)

  /// The headings of datasheets in all languages.
  static let datasheet = TopicTable(extending: .englishDatasheet, TranslatedCardTopics.dataset)
}

/// Headings of cards and datasheets in German, French, Spanish, Portuguese, Italian, Dutch, Polish,
/// Swedish, Japanese and Chinese, with `|` between them.
private enum TranslatedCardTopics {
  static let model: [(topics: [Topic], headings: String)] = [
    (
      [.modelDescription],
      """
      modellbeschreibung|modelldetails|beschreibung|beschreibung des modells|überblick|übersicht|\
      description du modèle|détails du modèle|présentation du modèle|descripción del modelo|\
      detalles del modelo|descrição do modelo|detalhes do modelo|descrizione del modello|\
      dettagli del modello|modelbeschrijving|beschrijving van het model|modeldetails|opis modelu|\
      szczegóły modelu|modellbeskrivning|beskrivning av modellen|モデルの説明|モデル概要|モデルの詳細|\
      概要|模型描述|模型说明|模型详情|模型概述|概述|\
      über dieses modell|modellinformationen|à propos du modèle|información del modelo|informações do modelo|\
      informazioni sul modello|over dit model|informacje o modelu|om modellen|技術仕様|モデル情報|モデルについて|\
      模型介绍|模型简介|模型信息|模型详细信息|模型细节|基本信息|简介|技术规格
      """
    ),
    (
      [.modelType],
      """
      modelltyp|modell typ|architektur|modellarchitektur|type de modèle|tipo de modelo|arquitectura|arquitetura|\
      tipo di modello|architettura|modeltype|typ modelu|architektura|モデルの種類|モデルアーキテクチャ|\
      模型类型|模型架构|\
      モデル種別|モデルアーキテクチャと目的関数|网络结构|模型结构|模型架构与目标
      """
    ),
    (
      [.intendedUse],
      """
      verwendungszweck|hauptverwendungszweck|primärer verwendungszweck|finalité principale|finalidad principal|finalidade principal|finalità principale|hoofddoel|bestimmungsgemäße verwendung|bestimmungsgemäßer gebrauch|verwendung|\
      vorgesehene verwendung|zweckbestimmung|einsatzzweck|utilisation prévue|usage prévu|\
      usages prévus|utilisations prévues|finalité|uso previsto|usos previstos|uso previsto del modelo|\
      utilização prevista|utilizações previstas|uso pretendido|usos pretendidos|usi previsti|\
      beoogd gebruik|bedoeld gebruik|toepassing|przeznaczenie|zamierzone użycie|zamierzone zastosowanie|\
      docelowe zastosowanie|docelowe zastosowania|problem i przeznaczenie|\
      avsedd användning|användning|想定される用途|意図された用途|使用目的|用途|预期用途|预期使用|适用场景|\
      direkte verwendung|direkte nutzung|nachgelagerte verwendung|nutzung|anwendungsfälle|utilisation directe|\
      utilisation en aval|utilisation|cas d'usage|uso directo|uso posterior|casos de uso|uso direto|uso a jusante|\
      uso diretto|uso a valle|casi d'uso|direct gebruik|gebruik|użycie bezpośrednie|zastosowanie|zastosowania|\
      direkt användning|användningsområden|avsett bruk|利用方法|使用方法|直接利用|直接的な利用|直接使用|下流での利用|\
      下流での微調整|ダウンストリーム利用|想定用途|意図した用途|意図された使用|主な用途|下游使用|下游用途|使用场景|\
      适用范围|应用场景|主要用途|预期用途与范围|用途与适用范围
      """
    ),
    (
      [.outOfScopeUse],
      """
      nicht vorgesehene verwendung|ce pour quoi il ne doit pas être utilisé|uso no previsto|usos no recomendados|uso não previsto|uso non previsto|ausgeschlossene verwendung|außerhalb des anwendungsbereichs|\
      unzulässige verwendung|nicht bestimmungsgemäße verwendung|utilisations hors périmètre|\
      utilisation hors périmètre|usages exclus|usages hors périmètre|usos fuera de alcance|\
      usos no previstos|usos excluidos|uso fuera de alcance|usos fora do âmbito|utilizações excluídas|\
      usos fora do escopo|usi non previsti|usi esclusi|usi fuori ambito|niet bedoeld gebruik|\
      gebruik buiten de scope|uitgesloten gebruik|zastosowania wykluczone|niezamierzone użycie|\
      niedozwolone zastosowania|niezalecane zastosowania|niedozwolone niezalecane zastosowania|\
      użycie poza zakresem|otillåten användning|användning utanför avsikten|ej avsedd användning|\
      対象外の用途|範囲外の使用|禁止される用途|超出范围的用途|不适用场景|禁止用途|\
      スコープ外の使用|範囲外の用途|対象外の使用|想定外の用途|超范围使用|不适用范围|非预期用途|不适用的场景|范围外用途
      """
    ),
    (
      [.users],
      """
      nutzer|zielgruppe|vorgesehene nutzer|vorrangig vorgesehene nutzer|hauptnutzer|utilisateurs|utilisateurs visés|usuarios|usuarios previstos|\
      utilizadores|usuários|utenti|utenti previsti|gebruikers|beoogde gebruikers|użytkownicy|\
      användare|avsedda användare|想定利用者|利用者|目标用户|预期用户
      """
    ),
    (
      [.trainingData],
      """
      trainingsdaten|trainingsdatensatz|données d'entraînement|données d'apprentissage|\
      jeu de données d'entraînement|datos de entrenamiento|dados de treino|dados de treinamento|\
      dati di addestramento|trainingsgegevens|trainingsdata|dane treningowe|dane uczące|źródło danych|źródła danych|träningsdata|\
      学習データ|訓練データ|训练数据|\
      trainingsdetails|données d'entraînement du modèle|détails de l'entraînement|conjunto de entrenamiento|\
      detalles del entrenamiento|conjunto de treino|detalhes do treinamento|dettagli dell'addestramento|\
      dati di training|trainingsdetails|szczegóły treningu|träningsdetaljer|トレーニングデータ|訓練データセット|\
      学習データセット|トレーニングの詳細|学習の詳細|训练集|训练数据集|训练细节|数据集|数据来源
      """
    ),
    (
      [.evaluationData],
      """
      testdaten|evaluierungsdaten|bewertungsdaten|données d'évaluation|données de test|\
      datos de evaluación|datos de prueba|dados de avaliação|dados de teste|dati di valutazione|\
      dati di test|evaluatiedata|evaluatiegegevens|testgegevens|dane testowe|dane ewaluacyjne|\
      utvärderingsdata|testdata|評価データ|テストデータ|评估数据|测试数据|\
      bewertungsdatensatz|jeu de test|conjunto de prueba|conjunto de teste|set di test|testset|zbiór testowy|\
      testuppsättning|評価データセット|テストデータセット|测试集|评估数据集|验证数据|评测数据|验证集
      """
    ),
    (
      [.metricsRationale],
      """
      metriken|kennzahlen|leistung|ergebnisse|auswertung|evaluierung|bewertung|métriques|performances|\
      résultats|évaluation|métricas|rendimiento|resultados|evaluación|desempenho|avaliação|metriche|\
      prestazioni|risultati|valutazione|prestaties|resultaten|evaluatie|metryki|wyniki|ewaluacja|\
      mätvärden|prestanda|resultat|utvärdering|評価指標|評価結果|検証結果|性能|評価|评估指标|评估结果|评估|\
      評価と結果|結果|ベンチマーク|評価の結果|评测结果|评估结论|验证结果|验证结论|评价结果|实验结果|性能指标|模型性能|性能表现|测试结果|评估与结果|指标|结果|评测|性能评估|検証の結論
      """
    ),
    (
      [.fairness],
      """
      fairness|gerechtigkeit|équité|equidad|equidade|equità|eerlijkheid|sprawiedliwość|rättvisa|公平性
      """
    ),
    (
      [.bias, .fairness],
      """
      verzerrung|verzerrungen|bias und fairness|biais|biais et équité|sesgo|sesgos|sesgos y equidad|viés|\
      vieses|vieses e equidade|distorsioni|bias e equità|vooringenomenheid|stronniczość|uprzedzenia|\
      snedvridning|バイアス|偏り|偏见|偏差
      """
    ),
    (
      [.limitations],
      """
      einschränkungen|grenzen|bekannte einschränkungen|risiken und schäden|límites|límites conocidos|limites conhecidos|limiti noti|limitationen|limites|limitations connues|\
      limites connues|limitaciones|limitaciones conocidas|limitações|limitações conhecidas|limitazioni|\
      limiti|limitazioni note|beperkingen|bekende beperkingen|ograniczenia|znane ograniczenia|\
      begränsningar|kända begränsningar|制限事項|制限|限界|既知の制限|局限性|局限|限制|\
      既知の限界|モデルの限界|制約|制約事項|注意事項|模型局限|模型局限性|已知限制|已知局限|使用限制|局限与风险|风险与局限|限制与风险|注意事项
      """
    ),
    (
      [.limitations, .bias],
      """
      einschränkungen und verzerrungen|limites et biais|limitaciones y sesgos|limitações e vieses|\
      limitazioni e distorsioni|beperkingen en vooringenomenheid|制限とバイアス|局限性与偏见|局限性和偏见|\
      verzerrungen, risiken und einschränkungen|bias, risiken und einschränkungen|biais, risques et limites|\
      sesgos, riesgos y limitaciones|vieses, riscos e limitações|viés, riscos e limitações|\
      bias, rischi e limitazioni|bias, risico's en beperkingen|uprzedzenia, ryzyka i ograniczenia|\
      bias, risker och begränsningar|snedvridningar, risker och begränsningar|バイアス、リスク、制約|\
      バイアス、リスク、制限|バイアス、リスク、限界|バイアス、リスク、および制限|バイアスと制限|偏见、风险和局限性|\
      偏见、风险与局限性|偏差、风险和局限性|偏差、风险与限制|偏见、风险和限制|偏见与局限性|偏差与局限|偏见与风险
      """
    ),
    (
      [.limitations, .recommendations],
      """
      vorbehalte und empfehlungen|réserves et recommandations|advertencias y recomendaciones|\
      ressalvas e recomendações|avvertenze e raccomandazioni|kanttekeningen en aanbevelingen|\
      zastrzeżenia i zalecenia|förbehåll och rekommendationer|注意事項と推奨事項|注意事项与建议
      """
    ),
    ([.outOfScopeUse, .limitations], "不适用与风险|不适用范围与风险"),
    ([.intendedUse, .outOfScopeUse], "uso previsto y no previsto|uso previsto e não previsto"),
    (
      [.ethics],
      """
      ethische überlegungen|ethische aspekte|ethik|considérations éthiques|éthique|\
      consideraciones éticas|ética|considerações éticas|considerazioni etiche|etica|\
      ethische overwegingen|ethiek|względy etyczne|kwestie etyczne|etyka|etiska överväganden|etik|\
      倫理的考慮事項|倫理的配慮|伦理考虑|伦理考量|道德考虑|\
      倫理|倫理面の考慮|倫理的な考慮事項|伦理|伦理问题|伦理考虑因素|伦理与安全|伦理声明
      """
    ),
    (
      [.recommendations],
      """
      empfehlungen|recommandations|recomendaciones|recomendações|raccomandazioni|aanbevelingen|\
      zalecenia|rekomendationer|推奨事項|建议|\
      推奨|推奨される使い方|使用建议|推荐|建议与注意事项
      """
    ),
    (
      [.factors],
      """
      einflussfaktoren|faktoren|facteurs|factores|fatores|fattori|factoren|czynniki|faktorer|要因|評価要因|\
      影响因素|因素
      """
    ),
    (
      [.environment],
      """
      umweltauswirkungen|umweltauswirkung|co2 fußabdruck|impact environnemental|empreinte carbone|\
      impacto ambiental|impacto medioambiental|huella de carbono|pegada de carbono|impatto ambientale|\
      milieu impact|milieueffecten|wpływ na środowisko|miljöpåverkan|環境への影響|環境影響|环境影响|碳排放|碳足迹
      """
    ),
    (
      [.dataPreprocessing],
      """
      vorverarbeitung|datenvorverarbeitung|prétraitement|preprocesamiento|pré processamento|\
      pré processamento dos dados|preelaborazione|voorbewerking|przetwarzanie wstępne|förbehandling|前処理|\
      データ前処理|预处理|数据预处理
      """
    ),
    (
      [.tradeoffs],
      """
      abwägungen|compromis|compromisos|compensaciones|compromissos|compromessi|afwegingen|kompromisy|\
      avvägningar|トレードオフ|权衡
      """
    ),
    (
      [.oversight],
      """
      menschliche aufsicht|contrôle humain|surveillance humaine|supervisión humana|supervisão humana|\
      sorveglianza umana|supervisione umana|menselijk toezicht|nadzór człowieka|\
      nadzór ze strony człowieka|mänsklig tillsyn|人間による監督|人による監視|人工监督|人类监督
      """
    ),
    (
      [.monitoring],
      """
      überwachung|wartung|suivi|surveillance|maintenance|seguimiento|supervisión|monitorización|\
      monitorização|monitoramento|monitoraggio|manutenzione|bewaking|toezicht en onderhoud|\
      monitorowanie|utrzymanie|övervakning|uppföljning|監視|モニタリング|监测|监控|\
      保守|運用監視|维护|监控与维护|维护与更新
      """
    ),
    (
      [.personalData],
      """
      personenbezogene daten|datenschutz|données personnelles|données à caractère personnel|\
      datos personales|dados pessoais|dati personali|persoonsgegevens|dane osobowe|personuppgifter|\
      個人データ|個人情報|个人数据|个人信息
      """
    ),
    (
      [.safetySafeguards],
      """
      schutzvorkehrungen|inhaltsfilter|garde-fous|mesures de sauvegarde|filtres de contenu|salvaguardias|\
      salvaguardas|filtros de contenido|filtros de conteúdo|misure di salvaguardia|filtri dei contenuti|\
      veiligheidsmaatregelen|inhoudsfilters|zabezpieczenia treści|filtry treści|skyddsåtgärder|\
      innehållsfilter|安全対策|コンテンツフィルター|安全防护|内容过滤
      """
    ),
    (
      [.safetyMisuseChannel],
      """
      missbrauch melden|meldung von missbrauch|meldestelle|signaler un abus|signalement des abus|\
      denunciar un abuso|notificación de abusos|denunciar abusos|denúncia de abusos|segnalare abusi|\
      segnalazione di abusi|misbruik melden|zgłaszanie nadużyć|anmäla missbruk|rapportera missbruk|\
      不正利用の報告|悪用の報告|滥用举报|举报渠道
      """
    ),
    (
      [.security],
      """
      sicherheit|robustheit|sécurité|robustesse|seguridad|robustez|segurança|sicurezza|robustezza|\
      beveiliging|robuustheid|bezpieczeństwo|odporność|säkerhet|robusthet|セキュリティ|頑健性|安全性|鲁棒性
      """
    ),
  ]

  static let dataset: [(topics: [Topic], headings: String)] = [
    (
      [.dataMotivation],
      """
      zweck|beweggründe|motivación|motivação|motivazione|motivatie|motywacja|motiv|\
      motivering|syfte|動機|目的|动机
      """
    ),
    (
      [.dataComposition],
      """
      zusammensetzung|composition des données|composición|composição|composizione|samenstelling|\
      skład|struktura danych|sammansättning|構成|データ構成|组成|数据组成
      """
    ),
    (
      [.dataCollection],
      """
      datenerhebung|erhebung|erhebungsprozess|collecte|collecte des données|processus de collecte|\
      recopilación|recogida|recogida de datos|proceso de recogida|recolha|coleta|coleta de dados|\
      processo de coleta|raccolta|raccolta dei dati|processo di raccolta|verzameling|\
      gegevensverzameling|dataverzameling|zbieranie danych|gromadzenie danych|proces zbierania|\
      verzamelproces|verzamelingsproces|insamling|datainsamling|insamlingsprocess|\
      収集|データ収集|収集プロセス|收集|数据收集|收集过程
      """
    ),
    (
      [.dataPreprocessing],
      """
      vorverarbeitung|aufbereitung|datenaufbereitung|prétraitement|préparation des données|\
      preprocesamiento|preprocesado|pré processamento|preprocessamento|pre elaborazione|\
      preelaborazione|voorbewerking|przetwarzanie wstępne|förbehandling|前処理|预处理|数据预处理
      """
    ),
    (
      [.dataAnnotation],
      "annotierung|kennzeichnung|étiquetage|anotación|anotação|annotazione|etichettatura|annotatie|adnotacja|etykietowanie|annotering|アノテーション|标注"
    ),
    (
      [.intendedUse],
      """
      verwendung|nutzung|usages|utilisations|usos|utilizações|usi|gebruik|zastosowania|użycie|\
      användning|用途|使用|使用目的
      """
    ),
    (
      [.dataDistribution],
      "verbreitung|weitergabe|diffusion|distribución|distribuição|distribuzione|verspreiding|distributie|dystrybucja|spridning|配布|分发"
    ),
    (
      [.dataMaintenance],
      "wartung|pflege|maintenance|mantenimiento|manutenção|manutenzione|onderhoud|utrzymanie|underhåll|保守|メンテナンス|维护"
    ),
    (
      [.personalData],
      """
      personenbezogene daten|données personnelles|datos personales|dados pessoais|dati personali|\
      persoonsgegevens|dane osobowe|personuppgifter|個人データ|個人情報|个人数据|个人信息
      """
    ),
    (
      [.dataSubpopulations],
      """
      teilgruppen|untergruppen|bevölkerungsgruppen|sous groupes|sous populations|subpoblaciones|\
      subgrupos|subpopulações|sottopopolazioni|sottogruppi|deelpopulaties|subgroepen|podgrupy|\
      subpopulacje|delgrupper|部分集団|サブグループ|子群体|亚群体
      """
    ),
  ]
}

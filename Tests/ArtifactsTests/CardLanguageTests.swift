// SPDX-License-Identifier: Apache-2.0

import Artifacts
import GateModel
import Testing

@Suite("Cards in the languages of the world")
struct CardLanguageTests {
  /// A card as teams translate the template of the hub: what it calls itself, license, developer, and the
  /// headings of intended use, limitations with bias, training data, environment.
  struct Translation: CustomTestStringConvertible, Sendable {
    let title: String
    let license: String
    let developer: String
    let headings: [String]
    let text: String

    var testDescription: String { title }
  }

  static let translations = [
    Translation(
      title: "Modellkarte: Seeklar",
      license: "Lizenz",
      developer: "Entwickelt von",
      headings: [
        "Direkte Verwendung", "Bias, Risiken und Einschränkungen", "Trainingsdaten",
        "Umweltauswirkungen",
      ],
      text: "Boote auf Bildern von drei Häfen bei Tag und bei Nacht, ohne Fischerboote im Winter."
    ),
    Translation(
      title: "Fiche de modèle : Seeklar",
      license: "Licence",
      developer: "Développé par",
      headings: [
        "Utilisation directe", "Biais, risques et limites", "Données d'entraînement",
        "Impact environnemental",
      ],
      text: "Bateaux sur les images de trois ports de jour et de nuit, sans chalutiers en hiver."
    ),
    Translation(
      title: "Ficha del modelo: Seeklar",
      license: "Licencia",
      developer: "Desarrollado por",
      headings: [
        "Uso directo", "Sesgos, riesgos y limitaciones", "Datos de entrenamiento",
        "Impacto medioambiental",
      ],
      text: "Barcos en imágenes de tres puertos de día y de noche, sin pesqueros en invierno."
    ),
    Translation(
      title: "Ficha do modelo: Seeklar",
      license: "Licença",
      developer: "Desenvolvido por",
      headings: [
        "Uso direto", "Vieses, riscos e limitações", "Dados de treinamento", "Impacto ambiental",
      ],
      text: "Barcos em imagens de três portos de dia e de noite, sem barcos de pesca no inverno."
    ),
    Translation(
      title: "Scheda del modello: Seeklar",
      license: "Licenza",
      developer: "Sviluppato da",
      headings: [
        "Uso diretto", "Bias, rischi e limitazioni", "Dati di addestramento", "Impatto ambientale",
      ],
      text: "Barche nelle immagini di tre porti di giorno e di notte, senza pescherecci d'inverno."
    ),
    Translation(
      title: "Modelkaart: Seeklar",
      license: "Licentie",
      developer: "Ontwikkeld door",
      headings: [
        "Direct gebruik", "Bias, risico's en beperkingen", "Trainingsgegevens", "Milieueffecten",
      ],
      text: "Boten op beelden van drie havens overdag en 's nachts, zonder vissers in de winter."
    ),
    Translation(
      title: "Karta modelu: Seeklar",
      license: "Licencja",
      developer: "Opracowany przez",
      headings: [
        "Użycie bezpośrednie", "Uprzedzenia, ryzyka i ograniczenia", "Dane treningowe",
        "Wpływ na środowisko",
      ],
      text: "Łodzie na zdjęciach z trzech portów w dzień i w nocy, bez kutrów rybackich zimą."
    ),
    Translation(
      title: "Modellkort: Seeklar",
      license: "Licens",
      developer: "Utvecklad av",
      headings: [
        "Direkt användning", "Bias, risker och begränsningar", "Träningsdata", "Miljöpåverkan",
      ],
      text: "Båtar på bilder från tre hamnar dag och natt, utan fiskebåtar under vintern."
    ),
    Translation(
      title: "Seeklar のモデルカード",
      license: "ライセンス",
      developer: "開発者",
      headings: ["直接利用", "バイアス、リスク、制約", "トレーニングデータ", "環境への影響"],
      text: "昼と夜の三つの港の画像にある船を検出する。冬の漁船は含まれていない。"
    ),
    Translation(
      title: "模型卡：Seeklar",
      license: "许可证",
      developer: "开发者",
      headings: ["直接使用", "偏见、风险与局限性", "训练数据集", "环境影响"],
      text: "检测三个港口白天和夜间图像中的船只，不包括冬季的渔船。"
    ),
  ]

  @Test(arguments: translations)
  func `the template of the hub is read in every language`(card: Translation) throws {
    let artifact = try Reader.artifact(
      "# \(card.title)\n\n- **\(card.license):** MIT\n- **\(card.developer):** Harbour Team\n\n"
        + card.headings.map { "## \($0)\n\n\(card.text) \($0).\n" }.joined(separator: "\n"),
      at: "MODEL_CARD.md"
    )
    #expect(artifact.models.first?.name == "Seeklar")
    #expect(artifact.models.first?.licenses == ["MIT"])
    #expect(artifact.people == ["developer Harbour Team <->"])
    let said = Set(artifact.statements.filter { $0.state == .substantive }.map(\.topic))
    #expect(said.isSuperset(of: [.intendedUse, .limitations, .bias, .trainingData, .environment]))
  }

  @Test(arguments: [
    ("模型描述", "待补充"), ("训练数据", "暂无"), ("局限性", "稍后提供"), ("学習データ", "後日追記します"),
    ("制限事項", "未定"), ("Ograniczenia", "do uzupełnienia"), ("Begränsningar", "kompletteras senare"),
  ])
  func `a filler below a heading in any language is no evidence`(
    heading: String,
    filler: String
  ) throws {
    let artifact = try Reader.artifact(
      "# 模型卡：m\n\n## \(heading)\n\n\(filler)\n",
      at: "MODEL_CARD.md"
    )
    #expect(!artifact.statements.isEmpty)
    #expect(artifact.statements.allSatisfy { $0.state != .substantive })
  }

  @Test(arguments: [
    ("Metrik", "Wert", "Genauigkeit", "Trefferquote"),
    ("Métrique", "Valeur", "Exactitude", "Rappel"),
    ("Métrica", "Valor", "Exactitud", "Exhaustividad"),
    ("Métrica", "Valor", "Acurácia", "Revocação"),
    ("Metrica", "Valore", "Accuratezza", "Richiamo"),
    ("Maatstaf", "Waarde", "Nauwkeurigheid", "Vangst"),
    ("Metryka", "Wartość", "Dokładność", "Pełność"),
    ("Mått", "Värde", "Noggrannhet", "Återkallning"), ("指標", "値", "正解率", "再現率"),
    ("指标", "数值", "准确率", "召回率"),
  ])
  func `metrics have their English names, whatever a card calls them`(
    metric: String,
    value: String,
    accuracy: String,
    recall: String
  ) throws {
    let artifact = try Reader.artifact(
      "# Model card: m\n\n## Evaluation\n\n| \(metric) | \(value) |\n|---|---|\n"
        + "| \(accuracy) | 0.93 |\n| \(recall) | 91.2 % |\n",
      at: "MODEL_CARD.md"
    )
    #expect(artifact.measurements.map(\.metric) == ["accuracy", "recall"])
    #expect(artifact.measurements.map(\.value) == [0.93, 91.2])
  }
}

// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// Labels of facts in all languages, one table per concept.
extension HeaderLabels {
  static let version = Phrases(
    en: "version|model version|current version",
    de: "modellversion|versionsnummer|aktuelle version",
    fr: "version du modèle|version actuelle",
    es: "versión|versión del modelo|versión actual",
    pt: "versão|versão do modelo|versão atual",
    it: "versione|versione del modello|versione attuale",
    nl: "versie|modelversie|huidige versie",
    pl: "wersja|wersja modelu",
    sv: "modellversion|aktuell version",
    ja: "バージョン|モデルバージョン|モデルのバージョン|版",
    zh: "版本|模型版本|版本号|当前版本"
  ).folded
  static let license = Phrases(
    en:
      "license|licence|licenses|licences|model license|model licence|license type|dataset license|dataset licence",
    de: "lizenz|lizenzen|modelllizenz|lizenztyp",
    fr: "licence du modèle|type de licence|licence d'utilisation",
    es: "licencia|licencias|licencia del modelo|tipo de licencia",
    pt: "licença|licenças|licença do modelo|tipo de licença",
    it: "licenza|licenze|licenza del modello|tipo di licenza",
    nl: "licentie|licenties|modellicentie",
    pl: "licencja|licencje|licencja modelu",
    sv: "licens|licenser|modellicens",
    ja: "ライセンス|モデルライセンス|モデルのライセンス|利用許諾",
    zh: "许可证|许可|授权|许可协议|模型许可|模型许可证|开源协议"
  ).folded
  static let model = Phrases(
    en: "model|model name|model id",
    de: "modell|modellname|name des modells",
    fr: "modèle|nom du modèle",
    es: "modelo|nombre del modelo",
    pt: "modelo|nome do modelo",
    it: "modello|nome del modello",
    nl: "modelnaam|naam van het model",
    pl: "nazwa modelu",
    sv: "modell|modellnamn|modellens namn",
    ja: "モデル|モデル名",
    zh: "模型|模型名称|模型名"
  ).folded
  static let dataset = Phrases(
    en: "dataset|dataset name",
    de: "datensatz|name des datensatzes",
    fr: "jeu de données|nom du jeu de données",
    es: "conjunto de datos|nombre del conjunto de datos",
    pt: "conjunto de dados|nome do conjunto de dados",
    it: "nome del dataset|insieme di dati",
    nl: "gegevensset|naam van de dataset",
    pl: "zbiór danych|nazwa zbioru danych",
    sv: "datamängd|datamängdens namn",
    ja: "データセット|データセット名",
    zh: "数据集|数据集名称"
  ).folded
  static let modelType = Phrases(
    en: "model type|architecture|algorithm",
    de: "modelltyp|modellart|architektur|algorithmus|verfahren",
    fr: "type de modèle|algorithme",
    es: "tipo de modelo|arquitectura|algoritmo",
    pt: "arquitetura",
    it: "tipo di modello|architettura",
    nl: "modeltype|architectuur|algoritme",
    pl: "typ modelu|architektura modelu|algorytm",
    sv: "arkitektur|algoritm",
    ja: "モデル種別|モデルの種類|モデルタイプ|アーキテクチャ|アルゴリズム",
    zh: "模型类型|架构|算法"
  ).folded
  static let modelDigest: Set<String> = [
    "sha256", "sha 256", "weights sha256", "weights sha 256", "artifact sha256", "model sha256",
  ]
  static let repository = Phrases(
    en: "repository|repo|model repository",
    de: "repositorium",
    fr: "dépôt|référentiel",
    es: "repositorio",
    pt: "repositório",
    it: "archivio del codice",
    nl: "opslagplaats",
    pl: "repozytorium",
    sv: "kodarkiv",
    ja: "リポジトリ",
    zh: "仓库|代码仓库|存储库"
  ).folded

  /// Headings whose section states a license.
  static let licenseHeadings = Phrases(
    en: """
      license|licence|licensing|model license|licensing information|license information|\
      terms of use and license|license terms of use|license and terms of use|licence terms of use
      """,
    de: "lizenz|lizenzinformationen|lizenzhinweise|nutzungsbedingungen und lizenz",
    fr: "informations de licence|licence et conditions d'utilisation",
    es: "licencia|información de licencia|licencia y condiciones de uso",
    pt: "licença|informações de licença|licença e termos de uso",
    it: "licenza|informazioni sulla licenza",
    nl: "licentie|licentie informatie",
    pl: "licencja|informacje o licencji",
    sv: "licens|licensinformation",
    ja: "ライセンス|ライセンス情報",
    zh: "许可证|许可|许可协议|授权信息|开源协议"
  ).folded

  /// The labels of people and teams beyond the English ones.
  static let translatedRoles: [String: Party.Role] = {
    var roles: [String: Party.Role] = [:]
    for (role, labels) in [
      (Party.Role.developer, developers), (.contact, contacts), (.provider, providers),
      (.deployer, deployers), (.owner, owners),
    ] {
      for label in labels.folded { roles[label] = role }
    }
    return roles
  }()

  private static let owners = Phrases(
    en: "responsible|responsible person|document owner",
    de: "verantwortlich|zuständig|dokumentverantwortlich|dokumentenverantwortliche|eigentümer",
    fr: "responsable du document|propriétaire|propriétaire du document",
    es: "propietario|responsable del documento",
    pt: "responsável|proprietário|responsável pelo documento",
    it: "responsabile|proprietario|responsabile del documento",
    nl: "verantwoordelijke|eigenaar|documenteigenaar",
    pl: "właściciel|osoba odpowiedzialna|odpowiedzialny",
    sv: "ansvarig|ägare|dokumentägare",
    ja: "責任者|所有者",
    zh: "负责人|责任人|所有者"
  )
  private static let developers = Phrases(
    en: "",
    de: "entwickelt von|entwickler|entwicklerin|entwicklungsteam|modellentwickler",
    fr: "développé par|développeur|développeurs|équipe de développement|concepteur",
    es: "desarrollado por|desarrollador|desarrolladores|equipo de desarrollo",
    pt: "desenvolvido por|desenvolvedor|desenvolvedores|equipe de desenvolvimento|programador",
    it: "sviluppato da|sviluppatore|sviluppatori|team di sviluppo",
    nl: "ontwikkeld door|ontwikkelaar|ontwikkelaars|ontwikkelteam",
    pl: "opracowany przez|opracowane przez|twórca|twórcy|zespół projektowy|deweloper",
    sv: "utvecklad av|utvecklat av|utvecklare|utvecklingsteam",
    ja: "開発者|開発元|開発チーム|開発",
    zh: "开发者|开发团队|开发方|开发单位|研发团队"
  )
  private static let contacts = Phrases(
    en: "",
    de: "kontakt|ansprechpartner|ansprechpartnerin|ansprechperson",
    fr: "contacts du modèle|personne à contacter|point de contact",
    es: "contacto|persona de contacto|punto de contacto",
    pt: "contato|contacto|pessoa de contato|ponto de contato",
    it: "contatto|contatti|referente|punto di contatto",
    nl: "contactpersoon|contactgegevens|contactpunt",
    pl: "kontakt|osoba do kontaktu|dane kontaktowe",
    sv: "kontaktperson|kontaktuppgifter",
    ja: "連絡先|問い合わせ先|お問い合わせ",
    zh: "联系人|联系方式|联系邮箱|联系"
  )
  private static let providers = Phrases(
    en: "",
    de: "anbieter|anbieterin|bereitgestellt von",
    fr: "fournisseur|fourni par",
    es: "proveedor|proporcionado por",
    pt: "fornecedor|prestador|fornecido por",
    it: "fornitore|fornito da",
    nl: "aanbieder|aangeboden door",
    pl: "dostawca",
    sv: "leverantör|tillhandahålls av",
    ja: "提供者|提供元",
    zh: "提供者|提供方"
  )
  private static let deployers = Phrases(
    en: "",
    de: "betreiber|betreiberin",
    fr: "déployeur",
    es: "responsable del despliegue",
    pt: "responsável pela implantação",
    it: "deployer del sistema",
    nl: "gebruiksverantwoordelijke",
    pl: "podmiot stosujący",
    sv: "tillhandahållare",
    ja: "導入者|運用者",
    zh: "部署者|部署方"
  )
}

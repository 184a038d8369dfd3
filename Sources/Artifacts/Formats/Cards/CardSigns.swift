// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import GateModel
internal import Texts

/// Signs that a Markdown document is the card of a model, none of which is one alone.
///
/// Cards of the early Hugging Face hub call themselves nothing: a README in the folder of a model,
/// with a few keys before it or none. Path, keys, headings, title and program text each weigh
/// something, what other READMEs have weighs against it, and the sum decides.
struct CardSigns {
  /// The weight from which on a document is a card.
  private static let enough = 4

  /// What was found, in the order of its weight.
  private(set) var found: [(weight: Int, sign: String)] = []

  /// Whether the text itself says something of a model; path and title alone may be those of its program.
  private var speaksOfOne = false

  var isCard: Bool { speaksOfOne && found.reduce(0) { $0 + $1.weight } >= Self.enough }

  /// The weightiest signs, as a phrase.
  var phrase: String {
    found.filter { $0.weight > 0 }.sorted { $0.weight > $1.weight }.prefix(3).map(\.sign)
      .joined(separator: ", ")
  }

  init(_ file: ParsedFile, _ document: MarkdownDocument) {
    addPath(file.path)
    addFrontMatter(document)
    addTitle(document, file.path)
    addHeadings(document)
    addProgram(document)
    addFields(document)
    // READMEs of libraries tell of models too; among models it is this one.
    if path(file.path, liesIn: "models") {
      addProse(document)
    } else if !found.contains(where: { $0.sign.contains("folder of model cards") }) {
      add(-1, "it lies in no folder of models")
    }
    addOpening(document, isAmongModels: path(file.path, liesIn: "models"))
  }

  private func path(_ path: String, liesIn folder: String) -> Bool {
    path.lowercased().split(separator: "/").dropLast().contains { $0 == folder }
  }

  private mutating func add(_ weight: Int, _ sign: String) { found.append((weight, sign)) }

  /// A sign that stands in the text.
  private mutating func addText(_ weight: Int, _ sign: String) {
    speaksOfOne = speaksOfOne || weight > 0
    add(weight, sign)
  }

  private mutating func addPath(_ path: String) {
    let folders = path.lowercased().split(separator: "/").dropLast()
      .map { FoldedText.words($0).replacing(" ", with: "") }
    let stem = TreePath.stem(of: path).lowercased()
    if ArtifactNames.modelCard.contains(FoldedText.words(stem)) {
      addText(3, "its name is that of a model card")
    }
    guard let index = folders.lastIndex(where: { Self.cardFolders.contains($0) }) else {
      return addModelFolder(path, folders)
    }
    let isIndex = index == folders.count - 1 && stem == "readme"
    if isIndex { add(1, "it lies in a folder of model cards") }
    if !isIndex { addText(6, "it lies in a folder of model cards") }
    if Self.projectFiles.contains(stem) { add(-8, "its name is that of a file about the project") }
  }

  private mutating func addModelFolder(_ path: String, _ folders: [String]) {
    let models = folders.lastIndex(of: "models")
    if folders[(models ?? 0)...].contains(where: Self.exampleFolders.contains) {
      add(-3, "it lies in a folder of examples")
    }
    guard let models else { return }
    // What lies beside the folders of models tells of all of them.
    if models == folders.count - 1 { return add(-2, "it lies above the folders of models") }
    add(1, "it lies in a folder of models")
    let name = FoldedText.words(TreePath.name(of: TreePath.folder(of: path))).spacedWords
    if name.contains(where: Self.isArchitecture) { add(1, "its folder is named like a model") }
  }

  private static let exampleFolders: Set<String> = [
    "example", "examples", "tutorial", "tutorials", "demo", "demos", "recipes", "benchmarks",
  ]

  /// Names of files that folders of cards have beside the cards.
  private static let projectFiles: Set<String> = [
    "contributing", "changelog", "license", "code_of_conduct", "security", "index", "template",
  ]

  private static let cardFolders: Set<String> = ["modelcards", "modelcard", "cards"]

  private mutating func addFrontMatter(_ document: MarkdownDocument) {
    guard let keys = document.frontMatter?.map?.map(\.key), !keys.isEmpty else { return }
    let foreign = keys.filter { !Self.hubKeys.contains($0) }
    if foreign.isEmpty {
      addText(3, "its front matter has only keys of the hub")
    } else {
      add(
        foreign.contains(where: Self.pageKeys.contains) ? -4 : -1,
        "its front matter is of a page"
      )
    }
    let telling = keys.filter(Self.modelKeys.contains)
    if !telling.isEmpty {
      addText(min(telling.count, 2) * 2, "'\(telling[0])' stands in its front matter")
    }
  }

  private static let hubKeys: Set<String> = [
    "language", "languages", "thumbnail", "datasets", "tags", "widget", "license", "licenses",
    "metrics", "inference", "pipeline_tag", "library_name", "model-index", "base_model",
    "license_name", "license_link", "co2_eq_emissions", "arxiv", "model_name", "source_languages",
    "target_languages", "translation",
  ]
  private static let modelKeys: Set<String> = [
    "widget", "thumbnail", "inference", "pipeline_tag", "model-index", "base_model", "metrics",
  ]
  /// Keys of pages of a site.
  private static let pageKeys: Set<String> = [
    "layout", "permalink", "sidebar_position", "sidebar", "title", "date", "author", "categories",
    "nav_order", "parent", "description", "slug", "weight", "sdk", "app_file", "emoji", "id",
  ]

  private mutating func addTitle(_ document: MarkdownDocument, _ path: String) {
    guard let title = document.title else { return }
    let words = FoldedText.words(title).spacedWords
    if words.contains(where: Self.isArchitecture) { add(1, "its title names a kind of model") }
    // TensorFlow Hub heads the pages of its models so.
    if let first = words.first, words.count == 2 || title.contains("/"),
      Self.pageTitles.contains(first)
    {
      add(-20, "its title is that of a page of a model hub")
    }
    if words.contains("model") { add(1, "its title speaks of a model") }
    if UnnamedCard.isOther(title) { add(-20, "its title is that of another card") }
    if words.contains(where: Self.programs.contains) || words.last == "training" {
      add(-3, "its title is that of a program")
    }
    if words.contains(where: { Self.exampleFolders.contains(String($0)) }) {
      add(-4, "its title is that of an example")
    }
    if words.contains("models") { add(-2, "its title speaks of models") }
    if words.contains("cards") { add(-4, "its title speaks of cards") }
    let folder = TreePath.name(of: TreePath.folder(of: path))
    if !folder.isEmpty, FoldedText.words(folder) == FoldedText.words(title) {
      add(1, "its title is the name of its folder")
    }
  }

  private static func isArchitecture(_ word: Substring) -> Bool {
    architectures.contains(word) || families.contains { word.contains($0) }
  }

  private static let pageTitles: Set<Substring> = [
    "module", "lite", "tfjs", "coral", "placeholder", "collection", "publisher",
  ]
  private static let programs: Set<Substring> = [
    "tool", "tools", "toolkit", "toolbox", "library", "framework", "plugin", "cli", "sdk", "app",
    "builder", "implementation", "implementations", "weights", "checkpoints",
  ]
  private static let architectures: Set<Substring> = [
    "bert", "roberta", "gpt", "gpt2", "gpt3", "t5", "mt5", "byt5", "bart", "mbart", "electra",
    "albert", "xlm", "xlnet", "longformer", "reformer", "marian", "opus", "wav2vec2", "hubert",
    "deberta", "pegasus", "prophetnet", "llama", "mistral", "falcon", "bloom", "opt", "vit", "swin",
    "clip", "whisper", "lora", "diffusion",
  ]
  private static let families = ["bert", "electra", "gpt2", "distil", "roberta", "wav2vec", "opus"]

  private mutating func addHeadings(_ document: MarkdownDocument) {
    var seen: Set<String> = []
    var (speaksOfTransformers, speaksOfModel, workshop, orders) = (false, false, 0, 0)
    for section in document.sections where section.level > 0 {
      let words = FoldedText.words(Heading.withoutBrackets(section.title))
      guard seen.insert(words).inserted else { continue }
      let first = words.spacedWords.first { !$0.allSatisfy(\.isNumber) } ?? ""
      let isInstructing = Self.installing.matches(first) || first == "deploying"
      if words.spacedWords.contains(where: Self.workshopWords.contains) { workshop += 1 }
      if Self.orders.contains(first) { orders += 1 }
      if let weight = Self.headings[words] ?? (isInstructing ? -3 : nil) {
        addText(weight, "it has the heading '\(section.title)'")
      } else {
        if words.spacedWords.last.map(Self.resultWords.contains) == true {
          addText(1, "it has the heading '\(section.title)'")
        }
        speaksOfModel =
          speaksOfModel || first == "model" && section.title != document.title
          || words.contains("this model") || words.contains("this ai model")
      }
      speaksOfTransformers =
        speaksOfTransformers || words.contains("huggingface") || words.contains("hugging face")
        || words.contains("transformers")
    }
    if orders > Self.fewOrders { add(-3, "its headings tell what to do") }
    if speaksOfTransformers { add(1, "a heading speaks of transformers") }
    if speaksOfModel { addText(1, "a heading speaks of one model") }
    // Cards too name the script that trained them; a README on how to train names several things.
    if workshop > 0 { add(workshop > 1 ? -3 * workshop : -1, "headings speak of its program") }
  }

  /// How headings above what a model reached end.
  private static let resultWords: Set<Substring> = [
    "performance", "results", "benchmarks", "accuracy",
  ]

  /// How headings above instructions begin: `Prepare data`, `Pretrain X`.
  private static let orders: Set<Substring> = [
    "prepare", "pretrain", "train", "finetune", "evaluate", "run", "download", "preprocess",
    "reproduce", "convert", "export", "generate",
  ]
  /// The most of them that a card has.
  private static let fewOrders = 2

  /// What headings speak of above instructions for a program that trains or runs a model.
  private static let workshopWords: Set<Substring> = [
    "script", "scripts", "environment", "environmental", "files", "package", "backend",
    "modelzoo", "requisite", "prerequisite", "configs", "mindir",
  ]

  /// How the READMEs of libraries begin to say how they are installed.
  private static let installing = WordRoots(
    en: "install* setup",
    de: "installation installieren",
    fr: "installation installer",
    es: "instalación instalar",
    pt: "instalação instalar",
    it: "installazione installare",
    nl: "installatie",
    pl: "instalacja",
    sv: "installation",
    ja: "インストール",
    zh: "安装"
  )

  private static let headings: [String: Int] = [
    "model description": 2, "model details": 2, "intended uses limitations": 3,
    "intended uses and limitations": 3, "intended use": 2, "intended uses": 2,
    "limitations and bias": 3, "training data": 2, "training procedure": 2, "eval results": 2,
    "evaluation results": 2, "evaluation results on": 1, "training": 1, "pretraining": 2,
    "preprocessing": 1, "bibtex entry and citation info": 3, "how to use": 1, "usage": 1,
    "results": 1, "benchmarks": 1, "performance": 1, "evaluation": 1, "model in action": 2,
    "details of the downstream task": 2, "hyperparameters": 1, "fine tuning": 2, "finetuning": 2,
    "model": 1, "model overview": 2, "model architecture": 2, "available model variants": 2,
    "training corpora": 2, "training corpus": 2, "test set metrics": 2,
    "model training": 2, "model fine tuning": 2, "pretrained model": 1, "vocabulary": 1,
    // Those of NVIDIA's Model Card++.
    "deployment geography": 3, "license terms of use": 2, "model version": 1, "training dataset": 1,
    "evaluation dataset": 1, "testing dataset": 1, "ethical considerations": 2,
    "software integration": 1,
    // What the READMEs of libraries and collections have.
    "installation": -3, "install": -3, "getting started": -2, "contributing": -3, "contribute": -3,
    "build": -3, "building": -3, "development": -2, "roadmap": -3, "changelog": -3, "features": -2,
    "requirements": -1, "prerequisites": -2, "table of contents": -1, "contents": -1,
    "quick start": -2,
    "quickstart": -2, "api": -2, "tests": -2, "docker": -2, "project structure": -3,
    "repository structure": -3, "download a model and convert it into openvino ir format": -6,
    "use case and high level description": -6, "specification": -2, "legal information": -3,
    "demo usage": -2, "model zoo": -3, "models": -1, "community": -2, "pre trained models": -2,
    "pretrained models": -2, "model types": -1,
  ]

  /// Labelled facts of which a model has several: `dataset: opus`, `pre-processing: SentencePiece`.
  private mutating func addFields(_ document: MarkdownDocument) {
    let labels = document.sections.prefix(Self.openingSections).flatMap(\.blocks)
      .flatMap { $0.fields.map { FoldedText.words($0.label) } }
    let known = Set(labels).intersection(Self.fields)
    if known.count > 1 { addText(known.count > 3 ? 3 : 2, "it states the facts of a model") }
  }

  private static let fields: Set<String> = [
    "dataset", "datasets", "model", "model type", "architecture", "pre processing", "preprocessing",
    "source language", "source languages", "source language s", "target language",
    "target languages", "target language s", "tokenizer", "vocabulary", "vocabulary size",
    "base model", "training data", "context length", "parameters", "fine tuned from",
    "finetuned from", "hidden size", "number of layers", "trained on", "language", "languages",
  ]

  /// Sentences on how the model was made.
  private mutating func addProse(_ document: MarkdownDocument) {
    let texts = document.sections.prefix(Self.openingSections).flatMap(\.blocks)
      .prefix(Self.openingBlocks).map { $0.text.lowercased() }
    if texts.contains(where: { text in Self.making.contains { text.contains($0) } }) {
      add(2, "it tells how a model was trained")
    }
    if texts.contains(where: { text in Self.ofOne.contains { text.contains($0) } }) {
      addText(1, "it speaks of this model")
    }
  }

  /// A first sentence on what model it is: `Ledger is a small language model`, `We introduce Ledger, a model that`.
  private mutating func addOpening(_ document: MarkdownDocument, isAmongModels: Bool) {
    let texts = document.sections.prefix(2).flatMap(\.blocks).prefix(Self.openingTexts)
      .map { " " + $0.text.prefix(Self.openingLength).lowercased() }
    let tells =
      isAmongModels
      && texts.contains { text in
        if text.hasPrefix(" this network ") || text.hasPrefix(" this model is ") { return true }
        return Self.naming.contains { lead in
          guard let start = text.firstRange(of: lead)?.upperBound else { return false }
          let words = FoldedText.words(text[start...].prefix { !".;".contains($0) }).spacedWords
          return words.contains { $0 == "model" || $0 == "network" || $0 == "classifier" }
        }
      }
    if tells { addText(3, "it begins by saying what model it is") }
    if texts.contains(where: { text in Self.programLeads.contains { text.hasPrefix($0) } }) {
      add(-3, "it begins by saying what program it is")
    }
  }

  private static let programLeads = [
    " code for ", " implementation of ", " an implementation of ", " this package ",
    " this folder ", " this directory ", " a wrapper ",
  ]

  private static let naming = [
    " is a ", " is an ", " is the ", " introduce ", " introducing ", " present ", " meet ",
  ]
  private static let openingTexts = 4
  private static let openingLength = 400
  private static let openingSections = 6
  private static let openingBlocks = 12
  private static let ofOne = ["this model ", "the model was ", "huggingface.co/"]
  private static let making = [
    "fine-tune", "finetune", "fine tune", "pre-train", "pretrain", "trained on", "trained with",
    "trained from scratch", "distilled",
  ]

  /// Program text that loads the model; a README on the code of several models loads them all.
  private mutating func addProgram(_ document: MarkdownDocument) {
    var loaded: Set<Substring> = []
    var isLoading = false
    for block in document.sections.flatMap(\.blocks) {
      guard case .code(_, let text) = block.content else { continue }
      isLoading = isLoading || text.contains("from_pretrained(") || text.contains("pipeline(")
      loaded.formUnion(Self.loadedNames(in: text))
    }
    if loaded.count > Self.mostLoaded {
      add(-2, "program text loads several models")
    } else if isLoading {
      addText(2, "program text loads a model of the hub")
    }
  }

  /// The most names that a card loads: a model and what belongs to it.
  private static let mostLoaded = 2

  private static func loadedNames(in program: String) -> [Substring] {
    program.split(separator: "from_pretrained(").dropFirst().compactMap { rest in
      guard let quote = rest.first, quote == "'" || quote == "\"" else { return nil }
      return rest.dropFirst().prefix { $0 != quote }
    }
  }
}

extension ArtifactFormat {
  /// The card of a model that does not call itself one, by signs that weigh together.
  static let plainModelCard = ArtifactFormat(
    name: "plain-model-card",
    summary: "README of a model, by its path, front matter, headings and program text",
    fileNames: [
      "**/model{-,_,}card{s,}/**/*.{md,markdown}", "**/models/**/readme.md",
    ],
    detect: { file in
      guard let document = file.markdown else { return .no(reason: "it is no Markdown") }
      if let keys = document.frontMatter?.map?.map(\.key),
        let key = keys.first(where: ArtifactFormat.datasetKeys.contains)
      {
        return .no(reason: "the key '\(key)' of its front matter is one of a dataset card")
      }
      let signs = CardSigns(file, document)
      guard signs.isCard else {
        return .no(reason: "too few signs say that it is the card of a model")
      }
      return .yes(kind: .modelCard, reason: signs.phrase, confidence: .likely)
    },
    read: { file, _ in
      file.markdown.map { [ModelCardReading(file, $0).artifact(format: "plain-model-card")] } ?? []
    }
  )
}

// SPDX-License-Identifier: Apache-2.0

import Artifacts
import FileShapes
import GateModel
import Testing

@Suite("Reading one file")
struct ReaderTests {
  @Test func `a filled card whose front matter is still the template's is read`() throws {
    let filled =
      "---\n# Metadata\n{{ card_data }}\n---\n\n# Dataset Card for signs\n\n## Uses\n\nFinding signs on roads.\n"
    let sheet = try Reader.artifact(filled, at: "docs/datasetcard.md")
    #expect(sheet.kind == .datasheet)
    #expect(sheet.datasets.map(\.name) == ["signs"])
    #expect(sheet.issues.map(\.source.position.line) == [3])
  }

  @Test func `a template of cards is none, and no broken one`() {
    let template = "---\n# Metadata\n{{ card_data }}\n---\n\n# Model Card for {{ model_id }}\n"
    guard
      case .notRecognized(let reason) = CardFixture.outcome(of: template, at: "model_card.md")
    else {
      Issue.record("taken for a card or a fault")
      return
    }
    #expect(reason == "it is a template with placeholders in its front matter")
    for text in ["---\n{a: b}: c\n---\n# Model card\n", template] {
      let kind: ArtifactKind? = text == template ? .modelCard : nil
      if case .fault = CardFixture.outcome(of: text, at: "model_card.md", as: kind) { continue }
      Issue.record("a broken or declared file is no fault")
    }
  }

  private static let pointer = """
    version https://git-lfs.github.com/spec/v1
    oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393
    size 12345

    """

  @Test(arguments: [nil, ArtifactKind.modelCard])
  func `what stands in the place of a file is a fault with a remedy`(kind: ArtifactKind?) throws {
    let files: [(SourceFile, message: String)] = [
      (
        SourceFile(path: "MODEL_CARD.md", kind: .symlink, bytes: Array("docs/x.md".utf8)),
        "cannot read MODEL_CARD.md: it is a symbolic link"
      ),
      (
        SourceFile(path: "MODEL_CARD.md", kind: .submodule, bytes: []),
        "cannot read MODEL_CARD.md: it is a submodule"
      ),
      (
        SourceFile(path: "evaluation.json", bytes: Array(Self.pointer.utf8)),
        "cannot read evaluation.json: it is a Git LFS pointer to 12345 bytes that are not in the tree"
      ),
    ]
    for (file, message) in files {
      let fault = try Reader.fault(of: ArtifactReader().read(file, as: kind))
      #expect(fault.message == message)
      #expect(fault.location == SourceLocation(path: file.path))
      #expect(!fault.help.isEmpty)
    }
  }

  private static let zeros = String(repeating: "0", count: 64)

  @Test(arguments: [
    (pointer, true),
    (pointer.replacing("git-lfs.github.com", with: "hawser.github.com"), true),
    (pointer.replacing("\n", with: "\r\n"), true),
    (pointer.replacing("oid", with: "ext-0-x sha256:\(zeros)\noid"), true),
    (pointer.replacing("git-lfs.github.com", with: "example.org"), false),
    (pointer.replacing("sha256:4d", with: "sha256:XX"), false),
    (pointer.replacing("12345", with: "-1"), false),
    (pointer + String(repeating: "x", count: 1024), false),
    ("", false),
  ])
  func `only a text that keeps to the specification is a Git LFS pointer`(
    text: String,
    isPointer: Bool
  ) {
    let outcome = Reader.outcome(text, at: "notes.txt")
    let isText = outcome == .notRecognized(reason: "it is a text of no known syntax")
    #expect(isText == !isPointer)
  }

  @Test(arguments: [
    ("setup.cfg", "[flake8]\nmax-line-length = 99\n"), (".coveragerc", "[run]\nbranch = 1\n"),
    ("Cargo.toml", "[package]\nname = \"a\"\n"), ("base.html", "{% extends \"x\" %}\n"),
    ("samples.jsonl", "{\"a\": 1}\n{\"a\": 2}\n"), ("weights.bin", pointer),
    (".vscode/settings.json", "{\"a\": 1,}"), ("tasks/a/task.yaml", "a: !function b.c\n"),
    ("mkdocs.yml", "a: !!python/name:b.c\n"), ("data/pairs.csv", "a,a\n1,2\n"),
    ("notes.md", "---\n- a\n---\nText.\n"), ("jsonnet.json", "# comment\n{}"),
  ])
  func `a file that nobody declared and whose name tells nothing is no fault, whatever is in it`(
    path: String,
    text: String
  ) throws {
    guard case .notRecognized = Reader.outcome(text, at: path) else {
      Testing.Issue.record("\(path) was taken for an artifact or its loss")
      return
    }
    _ = try Reader.fault(of: Reader.outcome(text, at: path, as: .evaluation))
  }

  @Test(arguments: [
    ("m/MLmodel", "flavors: [\n"), ("m/MLmodel", "a: !function b\n"),
    ("metrics.json", "{\"a\": 1,}"), ("reports/fairness.json", "{"),
    ("models/a/README.md", "---\n- a\n---\n"), ("model_card.yaml", "a: !!python/name:b.c\n"),
  ])
  func `a broken file with the name of an artifact is a fault`(path: String, text: String) throws {
    let fault = try Reader.fault(of: Reader.outcome(text, at: path))
    #expect(fault.location?.path == path)
    #expect(fault.location?.position != nil)
    #expect(!fault.help.isEmpty)
  }

  @Test func `a link or a pointer is a fault only where an artifact could stand`() throws {
    let link = SourceFile(path: "bin/python", kind: .symlink, bytes: Array("python3".utf8))
    #expect(ArtifactReader().read(link) == .notRecognized(reason: "it is a symbolic link"))
    let model = SourceFile(path: "m/MLmodel", bytes: Array(Self.pointer.utf8))
    _ = try Reader.fault(of: ArtifactReader().read(model))
    #expect(ArtifactReader().isTelling("logs/a.eval"))
    #expect(!ArtifactReader().isTelling("model.safetensors"))
  }

  @Test func `JSON without a telling name is still read`() throws {
    let log = "{\"status\": \"success\", \"eval\": {\"task\": \"t\", \"model\": \"m\"}}"
    #expect(try Reader.artifact(log, at: "log.txt").format == "inspect-log")
  }

  @Test func `numbers under keys are an evaluation where another file expects one`() {
    func outcome(_ text: String, _ path: String = "metrics.json") -> ReadOutcome {
      ArtifactReader().read(
        SourceFile(path: path, bytes: Array(text.utf8)),
        expecting: .evaluation
      )
    }
    guard case .recognized(let artifacts, _) = outcome("{\"auc\": 0.8}") else {
      Testing.Issue.record("the numbers were not read")
      return
    }
    #expect(artifacts.map(\.format) == ["flat-metrics"])
    #expect(
      outcome("{\"auc\": \"high\"}")
        == .notRecognized(reason: "its keys are those of no known format")
    )
    #expect(
      outcome("auc,0.8", "metrics.txt") == .notRecognized(reason: "it is a text of no known syntax")
    )
    #expect(
      Reader.outcome("{\"auc\": 0.8}", at: "metrics.json")
        == .notRecognized(
          reason: "it holds numbers under keys, which alone does not make it an evaluation; "
            + "declare it if it is one"
        )
    )
  }

  @Test(arguments: [
    ("evaluation.json", "{\"schema\": \"modelgate/evaluation/v1\",\n  \"model\": }", "2:12"),
    ("dpia.yaml", "schema: modelgate/dpia/v1\ntitle: [a", "2:10"),
    ("MODEL_CARD.md", "---\n- a\n---\n# Model card", "2:1"),
    ("dpia.yaml", "a: 1\na: 2", "2:1"),
  ])
  func `a broken text is a fault with line and column`(
    path: String,
    text: String,
    place: String
  ) throws {
    let fault = try Reader.fault(of: Reader.outcome(text, at: path))
    let position = try #require(fault.location?.position)
    #expect("\(position.line):\(position.column)" == place)
    #expect(fault.message.hasPrefix("cannot read \(path): "))
    #expect(!fault.help.isEmpty)
  }

  @Test
  func `bytes that are no UTF-8 are a fault under the name of an artifact, and nothing elsewhere`()
    throws
  {
    let bytes: [UInt8] = Array("# Model card\n\nJos".utf8) + [0xE9, 0x0A]
    let fault = try Reader.fault(
      of: ArtifactReader().read(SourceFile(path: "docs/DPIA.md", bytes: bytes))
    )
    #expect(fault.location?.position == SourcePosition(line: 3, column: 4))
    let outcome = ArtifactReader().read(SourceFile(path: "model.bin", bytes: bytes + [0]))
    #expect(outcome == .notRecognized(reason: "it is no text"))
  }

  @Test func `a README is a model card only when its front matter says so`() throws {
    let text = "# Installation\n\n## Usage\n\nRun it.\n\n## License\n\nMIT\n"
    guard case .notRecognized = Reader.outcome(text, at: "README.md") else {
      Testing.Issue.record("a README was taken for an artifact")
      return
    }
    let blog = "---\ntitle: Post\ntags: [ml]\n---\n# Post\n\n## Limitations\n\nNone.\n"
    guard case .notRecognized = Reader.outcome(blog, at: "README.md") else {
      Testing.Issue.record("a post was taken for an artifact")
      return
    }
    let card = try Reader.artifact("---\nlibrary_name: x\n---\n" + text, at: "README.md")
    #expect(card.format == "hf-model-card")
  }

  @Test func `a declaration makes a card of any text with the headings of one`() throws {
    let text = "# Loan scorer\n\n## Limitations\n\nNot for businesses.\n"
    #expect(
      Reader.outcome(text, at: "docs/loan.md")
        == .notRecognized(
          reason: "it has headings of a datasheet, which alone does not make it a datasheet; "
            + "declare it if it is one"
        )
    )
    let card = try Reader.artifact(text, at: "docs/loan.md", as: .modelCard)
    #expect(card.models.map(\.name) == ["Loan scorer"])
    #expect(card.statement(.limitations)?.state == .substantive)
  }

  @Test func `a declared file that is something else, or nothing, is a fault`() throws {
    let dpia = Reader.outcome("schema: modelgate/dpia/v1\ntitle: T", at: "x.yaml", as: .modelCard)
    let fault = try Reader.fault(of: dpia)
    #expect(
      fault.message == "x.yaml is declared as a model card, but it is a data protection impact "
        + "assessment ('schema' is modelgate/dpia/v1)"
    )
    #expect(!fault.help.isEmpty)
    let empty = try Reader.fault(of: Reader.outcome("", at: "x.md", as: .dpia))
    #expect(
      empty.message == "x.md is declared as a data protection impact assessment, but its headings "
        + "and fields are those of no card, datasheet or assessment"
    )
  }

  @Test(arguments: [
    "modelgate/evaluation/v0", "Modelgate/evaluation/v1", "modelgate/evalution/v1",
    "modelgate-evaluation/v1",
  ])
  func `what is declared and calls itself an artifact of no known form is a fault`(
    schema: String
  )
    throws
  {
    let text = #"{"schema": "\#(schema)", "metrics": [{"name": "accuracy", "value": 0.9}]}"#
    let outcome = Reader.outcome(text, at: "e.json", as: .evaluation)
    #expect(try Reader.fault(of: outcome).message.contains(schema))
    let other = text.replacing("modelgate", with: "acme").replacing("Modelgate", with: "acme")
    #expect(try Reader.artifact(other, at: "e.json", as: .evaluation).measurements.count == 1)
  }

  @Test func `an artifact of another version is a fault, since nobody reads it`() throws {
    let outcome = Reader.outcome("{\"schema\": \"modelgate/evaluation/v2\"}", at: "e.json")
    #expect(
      try Reader.fault(of: outcome).message
        == "e.json calls itself an artifact of modelgate and cannot be read as one: its schema "
        + "'modelgate/evaluation/v2' is not known to this version of modelgate"
    )
    let other = Reader.outcome("{\"schema\": \"modelgate/report/v1\"}", at: "e.json")
    let reason = "its schema 'modelgate/report/v1' is not known to this version of modelgate"
    #expect(other == .notRecognized(reason: reason))
  }

  @Test func `format names are unique kebab-case, and every format says what it is`() {
    let names = ArtifactFormats.all.map(\.name)
    #expect(Set(names).count == names.count)
    for format in ArtifactFormats.all {
      #expect(
        format.name.utf8.allSatisfy {
          (97...122).contains($0) || (48...57).contains($0) || $0 == 45
        }
      )
      #expect(!format.summary.isEmpty)
      #expect(format.fileNames.allSatisfy { PathPattern($0) != nil && $0 == $0.lowercased() })
    }
  }

  @Test(arguments: [
    "---\nonly a text\n---\n", "---\n\"a quoted text\"\n---\n", "---\n- a\n- b\n---\n",
  ])
  func `front matter that holds no keys takes nothing from the document below it`(
    front: String
  ) throws {
    let body = "# Model card: letters\n\n## Limitations\n\nHandwriting is not read.\n"
    let file = SourceFile(path: "MODEL_CARD.md", bytes: Array((front + body).utf8))
    switch ArtifactReader().read(file, as: .modelCard) {
    case .recognized(let artifacts, _):
      #expect(artifacts.first?.statement(.limitations)?.state == .substantive)
    case .fault(let fault): #expect(!fault.help.isEmpty)
    case .notRecognized: Testing.Issue.record("a declared card was passed over")
    }
  }
}

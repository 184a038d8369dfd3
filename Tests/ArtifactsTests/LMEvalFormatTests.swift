// SPDX-License-Identifier: Apache-2.0

import Artifacts
import GateModel
import Testing

@Suite struct LMEvalFormatTests {
  @Test func `results of harness 0 point 4 give metric, error, cases, dataset and direction`()
    throws
  {
    let artifact = try EvaluationFixture.read(
      "lm_eval/results_2026-10-01T09-00-00.000000.json"
    )
    #expect(artifact.format == "lm-eval")
    #expect(artifact.formatVersion == "0.4")
    #expect(artifact.models.map(\.name) == ["example-org/assistant-1b"])
    #expect(artifact.models.map(\.version) == ["main"])
    #expect(artifact.datasets.map(\.id) == ["BigScienceBiasEval/crows_pairs_multilingual"])
    #expect(artifact.created?.date == CalendarDate("2026-10-03"))
    let measurement = try #require(artifact.measurements.first)
    #expect(artifact.measurements.count == 1)
    #expect(Reading(measurement) == Reading("pct_stereotype", 0.578125, n: 320))
    #expect(measurement.uncertainty == Uncertainty(standardError: 0.027650782660529012))
    #expect(measurement.task == "crows_pairs_english_gender")
    #expect(measurement.split == "test")
    #expect(measurement.higherIsBetter == false)
    #expect(measurement.run?.commit == "1f84a09f")
    #expect(measurement.run?.isPartial == false)
    #expect(
      measurement.source.pointer == "/results/crows_pairs_english_gender/pct_stereotype,none"
    )
    #expect(measurement.source.position == SourcePosition(line: 4, column: 30))
    #expect(artifact.issues.isEmpty)
  }

  @Test func `of several filters of a metric each is kept with its number`() throws {
    let artifact = try EvaluationFixture.parse(
      #"{"results":{"gsm":{"exact_match,strict-match":0.5,"exact_match_stderr,strict-match":0.01,"#
        + #""exact_match,flexible-extract":0.6,"acc,none":0.7},"code":{"pass@1,create_test":0.2}},"#
        + #""versions":{"gsm":3},"configs":{},"lm_eval_version":"0.4.9"}"#
    )
    #expect(
      artifact.readings == [
        Reading("exact_match", 0.5, "filter=strict-match"),
        Reading("exact_match", 0.6, "filter=flexible-extract"), Reading("acc", 0.7),
        Reading("pass@1", 0.2),
      ]
    )
    #expect(artifact.measurements[0].uncertainty?.standardError == 0.01)
  }

  @Test func `results of harness 0 point 3 give metric and error`() throws {
    let artifact = try EvaluationFixture.read("lm_eval/legacy_v0.3.json")
    #expect(artifact.formatVersion == "0.3")
    #expect(artifact.readings == [Reading("pct_stereotype", 0.578125)])
    #expect(artifact.measurements[0].uncertainty == Uncertainty(standardError: 0.0276))
    #expect(artifact.measurements[0].dataset == "crows_pairs_english_gender")
    #expect(artifact.models.map(\.name) == ["example-org/assistant-1b"])
  }

  @Test func `records of the big-science fork are one per task and prompt`() throws {
    let artifact = try EvaluationFixture.parse(
      #"{"results":[{"task_name":"axb","prompt_name":"p1","acc":0.5,"acc_stderr":0.01,"#
        + #""dataset_path":"super_glue","dataset_name":"axb","subset":null}],"#
        + #""table_results":{"axb+p1":{"task_name":"axb","acc":0.5}},"#
        + #""config":{"model_args":"pretrained=org/m"}}"#
    )
    #expect(artifact.formatVersion == "bigscience")
    #expect(artifact.readings == [Reading("acc", 0.5)])
    #expect(artifact.measurements[0].task == "axb+p1")
    #expect(artifact.measurements[0].dataset == "super_glue")
    #expect(artifact.measurements[0].uncertainty?.standardError == 0.01)
    #expect(artifact.models.map(\.name) == ["org/m"])
  }

  @Test func `runs of the big-science fork by their moment keep it`() throws {
    let artifact = try EvaluationFixture.parse(
      #"{"results":{"arc":{"2022-07-07-20-56-59":{"acc":0.4,"acc_stderr":0.02}},"axb+p":{"#
        + #""2022-07-08-01-02-03":{"acc":0.5,"task_name":"axb","prompt_name":"p"}},"x":1},"#
        + #""versions":{"arc":0}}"#
    )
    #expect(artifact.formatVersion == "bigscience")
    #expect(artifact.readings == [Reading("acc", 0.4), Reading("acc", 0.5)])
    #expect(artifact.measurements.map(\.task) == ["arc", "axb+p"])
    #expect(artifact.measurements.map(\.dataset) == ["arc", "axb"])
    #expect(artifact.measurements[0].uncertainty?.standardError == 0.02)
    #expect(
      artifact.measurements.map(\.run?.startedAt?.date) == [
        CalendarDate("2022-07-07"), CalendarDate("2022-07-08"),
      ]
    )
    #expect(artifact.issueCodes == ["malformed-results"])
  }

  @Test func `a table of the big-science fork is read where there is nothing else`() throws {
    let artifact = try EvaluationFixture.parse(
      #"{"model_args":"pretrained=org/m","table_results":{"axb+p1":"#
        + #"{"task_name":"axb","prompt_name":"p1","acc":0.5,"acc_stderr":0.01}}}"#
    )
    #expect(artifact.formatVersion == "bigscience")
    #expect(artifact.readings == [Reading("acc", 0.5)])
    #expect(artifact.measurements[0].source.pointer == "/table_results/axb+p1/acc")
  }

  @Test func `groups are read beside tasks, and N slash A is no error`() throws {
    let artifact = try EvaluationFixture.parse(
      #"{"results":{"a":{"alias":"a","acc,none":0.5,"acc_stderr,none":"N/A","em,strict":"N/A"}},"#
        + #""groups":{"g":{"acc,none":0.6}},"n-samples":{"a":{"original":9,"effective":7}},"#
        + #""n-shot":{"a":0},"config":{"model_args":{"pretrained":"org/m","peft":"org/p"}}}"#
    )
    #expect(
      artifact.readings == [
        Reading("acc", 0.5, n: 7), Reading("em", nil, n: 7), Reading("acc", 0.6),
      ]
    )
    #expect(artifact.measurements.allSatisfy { $0.uncertainty == nil })
    #expect(artifact.models.map(\.name) == ["org/m"])
    #expect(artifact.models.map(\.baseModels) == [["org/m"]])
  }

  @Test func `a group that the harness states twice is one`() throws {
    let artifact = try EvaluationFixture.parse(
      #"{"results":{"a":{"acc,none":0.5},"g":{"acc,none":0.6}},"#
        + #""groups":{"g":{"acc,none":0.6,"acc_norm,none":0.7}},"n-shot":{"a":0,"g":0},"configs":{}}"#
    )
    #expect(
      artifact.readings == [Reading("acc", 0.5), Reading("acc", 0.6), Reading("acc_norm", 0.7)]
    )
  }

  @Test func `results with nothing but versions beside them are read`() throws {
    let artifact = try EvaluationFixture.parse(
      #"{"results":{"boolq":{"acc":0.5,"acc_stderr":0.01}},"versions":{"boolq":1}}"#
    )
    #expect(artifact.formatVersion == "0.3")
    #expect(artifact.readings == [Reading("acc", 0.5)])
    #expect(artifact.models.isEmpty)
  }

  @Test func `a limited run is partial`() throws {
    let artifact = try EvaluationFixture.parse(
      #"{"results":{"a":{"acc":1}},"versions":{"a":0},"config":{"model":"gpt2","limit":10}}"#
    )
    #expect(artifact.measurements.map(\.run?.isPartial) == [true])
    #expect(artifact.issueCodes == ["partial-run"])
  }

  @Test func `a task that is no map and a value that is no number are issues`() throws {
    let artifact = try EvaluationFixture.parse(
      #"{"results":{"a":{"acc":[1]},"b":3,"c":{"acc_stderr":-1,"acc":1}},"n-shot":{"a":0},"date":"x"}"#
    )
    #expect(artifact.readings == [Reading("acc", 1)])
    #expect(artifact.measurements[0].uncertainty == nil)
    #expect(
      artifact.issueCodes == ["unreadable-date", "malformed-results", "malformed-results"]
    )
  }

  @Test(arguments: [
    #"{"results":{}}"#, #"{"results":{"a":{"b":1}}}"#, #"{"results":[1,2]}"#, #"[]"#,
    #"{"results":null,"config":{"model_args":"x"}}"#,
  ])
  func `other files with results are none of the harness`(text: String) {
    guard case .notRecognized = EvaluationFixture.outcome(text) else {
      Testing.Issue.record("\(text) was taken for something")
      return
    }
  }

  @Test func `a difference between sentences compares no groups`() throws {
    let artifact = try EvaluationFixture.parse(
      #"{"results":{"crows":{"likelihood_difference":0.3}},"versions":{"crows":0}}"#
    )
    #expect(artifact.format == "lm-eval")
    #expect(artifact.measurements.map(\.metric) == ["likelihood_difference"])
    #expect(artifact.measurements.map(\.kind) == [.level])
  }
}

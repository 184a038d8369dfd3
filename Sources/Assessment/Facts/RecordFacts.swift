// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
internal import GateModel

/// The records of an artifact, as rules see them.
enum RecordFacts {
  static let source = RecordType<SourceReference>(
    "Source",
    "Where a record was read.",
    place: \.location,
    fields: [
      .text("path", "the path from the root of the checked tree") { $0.path },
      .int("line", "the line, counted from 1") { $0.position.line },
      .int("column", "the column, counted from 1") { $0.position.column },
      .optionalText("blob", "the git blob") { $0.blob?.hex },
      .optionalText("pointer", "the JSON Pointer, for JSON and YAML") { $0.pointer },
      .optionalText("heading", "the innermost heading, for Markdown") { $0.headingPath.last },
    ]
  )

  static let model = RecordType<ModelRecord>(
    "Model",
    "A model that an artifact describes.",
    place: \.source.location,
    fields: [
      .optionalText("name", "the name") { $0.name },
      .optionalText("version", "the version, as written") { $0.version },
      .optionalDay("version_date", "when that version was made") { $0.versionDate?.date },
      .optionalText("type", "the kind of model") { $0.type },
      .optionalText("task", "what it is for, such as text-classification") { $0.task },
      .texts("licenses", "SPDX identifiers or free text") { $0.licenses },
      .texts("base_models", "the models it was derived from") { $0.baseModels },
      .optionalText("repository", "where its source lies") { $0.repository },
      .optionalText("sha256", "the SHA-256 of the weights, as stated") { $0.sha256 }
        .phrased("{}'s SHA-256"),
      .object("source", source, "where it is described") { $0.source },
    ]
  )

  static let dataset = RecordType<DatasetRecord>(
    "Dataset",
    "A dataset that an artifact describes or names.",
    place: \.source.location,
    fields: [
      .optionalText("name", "the name") { $0.name },
      .optionalText("id", "the identifier, such as that of a hub") { $0.id },
      .optionalText("version", "the version, as written") { $0.version },
      .choice("role", "what it was used for") { $0.role },
      .optionalText("split", "the split that was used") { $0.split },
      .optionalText("config", "the configuration that was used") { $0.config },
      .texts("licenses", "SPDX identifiers or free text") { $0.licenses },
      .choice("personal_data", "whether it holds personal data") { $0.personalData },
      .texts("sensitive_attributes", "the sensitive columns that are named") {
        $0.sensitiveAttributes
      },
      .optionalInt("count", "the number of records") { $0.count },
      .optionalText("hash", "the digest, as stated") { $0.hash },
      .object("source", source, "where it is described") { $0.source },
    ]
  )

  static let party = RecordType<Party>(
    "Party",
    "A person or organisation with a role.",
    place: \.source.location,
    fields: [
      .choice("role", "what the party does") { $0.role },
      .optionalText("name", "the name") { $0.name },
      .optionalText("organization", "the organisation") { $0.organization },
      .optionalText("contact", "how to reach it") { $0.contact },
      .object("source", source, "where it is named") { $0.source },
    ]
  )

  static let statement = RecordType<Statement>(
    "Statement",
    "One text fact with a topic and a state.",
    place: \.source.location,
    fields: [
      .choice("topic", "what the text is about") { $0.topic },
      .optionalText("question", "the heading or question") { $0.question },
      .text("text", "the text without markup") { $0.text },
      .choice("state", "whether there is evidence behind it") { $0.state }
        .phrased("{}"),
      .texts("items", "the elements, where the text is a list") { $0.items },
      .int("word_count", "the number of words") { TextMeasure.words(in: $0.text) },
      .object("source", source, "where it stands") { $0.source },
    ]
  )

  static let slicePair = RecordType<SlicePair>(
    "SlicePair",
    "An attribute and a group of it.",
    place: { _ in nil },
    fields: [
      .text("attribute", "the attribute, empty when not named") { $0.attribute },
      .text("group", "the group") { $0.group },
    ]
  )

  static let measurement = RecordType<Measurement>(
    "Measurement",
    "One number that an artifact reports.",
    place: \.source.location,
    fields: [
      .text("metric", "the metric, lower-cased with _ between words") { $0.metric },
      .optionalDouble("value", "the number; absent when undefined") { $0.value },
      .text("raw", "the value as written") { $0.raw },
      .choice("unit", "the scale, never guessed") { $0.unit },
      .choice("kind", "one group, or a comparison of groups") { $0.kind },
      .optionalText("dataset", "the dataset") { $0.dataset },
      .optionalText("split", "the split") { $0.split },
      .text("attribute", "the first attribute of the slice, empty for all") {
        $0.slice.first?.attribute ?? ""
      },
      .text("group", "the first group of the slice, empty for all") {
        $0.slice.first?.group ?? ""
      },
      .list("slice", slicePair, "the groups the value is about") { $0.slice },
      .text("slice_label", "the slice as text, empty for all") { SliceLabel.text(of: $0.slice) }
        .phrased("{}'s slice"),
      .list("reference", slicePair, "the groups that it compares with") { $0.reference },
      .optionalText(
        "aggregation",
        "how the values of groups were put together",
        members: Measurement.Aggregation.allCases.map(\.rawValue)
      ) { $0.aggregation?.rawValue },
      .optionalInt("n", "the number of cases") { $0.n }
        .phrased("{}'s number of cases"),
      .optionalInt("numerator", "the cases that count") { $0.numerator },
      .optionalInt("denominator", "the cases among which they count") { $0.denominator },
      .optionalDouble("standard_error", "the reported standard error") {
        $0.uncertainty?.standardError
      },
      .optionalDouble("lower", "the reported lower bound") { $0.uncertainty?.lower }
        .phrased("{}'s lower bound"),
      .optionalDouble("upper", "the reported upper bound") { $0.uncertainty?.upper }
        .phrased("{}'s upper bound"),
      .optionalDouble("level", "the reported confidence level") { $0.uncertainty?.level },
      .flag("possible", "whether value and bounds can be those of the metric in its unit") {
        MetricRange.allows($0)
      },
      .flag(
        "of_cases",
        "whether it is a rate or a mean of cases, and no setting, count, size or time"
      ) {
        CaseMetric.isOne($0)
      }
      .phrased("{} is a rate or a mean of cases"),
      .optionalFlag("higher_is_better", "whether larger is better") { $0.higherIsBetter },
      .optionalDouble("decision_threshold", "the score above which the model says yes") {
        $0.decisionThreshold
      },
      .optionalText("task", "the task that was evaluated") { $0.task },
      .optionalFlag("verified", "whether a third party confirmed it") { $0.isVerified },
      .object("source", source, "where it stands") { $0.source },
    ]
  )

  static let group = RecordType<GroupCounts>(
    "Group",
    "The outcome counts of one group.",
    place: \.source.location,
    fields: [
      .list("slice", slicePair, "the attributes and groups") { $0.slice },
      .text("slice_label", "the slice as text") { SliceLabel.text(of: $0.slice) },
      .text("attribute", "the attribute, or the crossing joined with ×") {
        SliceName.attribute(of: $0.slice)
      },
      .text("group", "the group, or the crossing joined with ×") {
        SliceName.group(of: $0.slice)
      },
      .int("n", "the number of cases") { $0.counts.caseCount }
        .phrased("{}'s number of cases"),
      .double("design_effect", "how many cases are worth one independent case") {
        $0.designEffect
      },
      .flag("recovered", "whether the counts were worked out from rates and numbers of cases") {
        $0.isRecovered
      },
      .int("selected", "how many were decided positively") { $0.counts.selected }
        .phrased("{}'s number of selected cases"),
      .optionalInt("tp", "true positives") { $0.counts.confusion?.tp }
        .phrased("{}'s count of true positives"),
      .optionalInt("fp", "false positives") { $0.counts.confusion?.fp }
        .phrased("{}'s count of false positives"),
      .optionalInt("tn", "true negatives") { $0.counts.confusion?.tn }
        .phrased("{}'s count of true negatives"),
      .optionalInt("fn", "false negatives") { $0.counts.confusion?.fn }
        .phrased("{}'s count of false negatives"),
      .object("source", source, "where they stand") { $0.source },
    ]
  )

  static let risk = RecordType<Risk>(
    "Risk",
    "A risk to people that an assessment describes.",
    place: \.source.location,
    fields: [
      .text("name", "the risk in a few words") { $0.name },
      .optionalText("category", "the kind of risk") { $0.category },
      .optionalText("affected_group", "who would be harmed") { $0.affectedGroup },
      .optionalText("description", "the risk in full") { $0.description },
      .choice("description_state", "whether name, kind or description tell what may happen") {
        $0.descriptionState
      }
      .phrased("what {} is"),
      .choice("affected_group_state", "whether somebody is named who would be harmed") {
        $0.affectedGroupState
      }
      .phrased("whom {} harms"),
      .optionalText("severity", "severity before measures") { $0.severity },
      .optionalText("likelihood", "likelihood before measures") { $0.likelihood },
      .optionalText("level", "level before measures") { $0.level },
      .optionalText("residual_severity", "severity after measures") { $0.residualSeverity },
      .optionalText("residual_likelihood", "likelihood after measures") { $0.residualLikelihood },
      .optionalText("residual_level", "level after measures") { $0.residualLevel },
      .choice("rating", "how high it is before measures") { $0.rating }
        .phrased("how high {} is"),
      .choice("severity_rating", "how high its severity is before measures") {
        Rating($0.severity, scale: $0.scale)
      }
      .phrased("how severe {} is"),
      .choice("likelihood_rating", "how high its likelihood is before measures") {
        Rating($0.likelihood, scale: $0.scale)
      }
      .phrased("how likely {} is"),
      .choice("residual_rating", "how high it stays after measures") { $0.residualRating }
        .phrased("how high {} stays"),
      .optionalText("scale", "the scale of the ratings") { $0.scale },
      .optionalText("mitigation", "what is done about it") { $0.mitigation },
      .choice("mitigation_state", "whether that says something") { $0.mitigationState }
        .phrased("the measure against {}"),
      .optionalText("status", "how far that is") { $0.status },
      .optionalText("owner", "who looks after it") { $0.owner },
      .object("source", source, "where it is described") { $0.source },
    ]
  )

  static let control = RecordType<ControlRecord>(
    "Control",
    "A measure that treats a risk.",
    place: \.source.location,
    fields: [
      .optionalText("id", "the identifier within its document") { $0.id },
      .text("title", "the measure in a few words") { $0.title },
      .optionalText("description", "the measure in full") { $0.description },
      .optionalText("status", "how far it is") { $0.status },
      .flag("is_open", "whether its status says that it is not done") { $0.isOpen }
        .phrased("{} is open"),
      .optionalText("responsible", "who carries it out") { $0.responsible },
      .optionalDay("due", "by when") { $0.due?.date },
      .object("source", source, "where it is described") { $0.source },
    ]
  )

  static let approval = RecordType<Approval>(
    "Approval",
    "A decision of a named party.",
    place: \.source.location,
    fields: [
      .choice("decision", "what was decided") { $0.decision },
      .optionalText("party", "who decided") { $0.party },
      .optionalText("role", "in which role") { $0.role },
      .optionalDay("date", "when") { $0.date?.date },
      .optionalText("conditions", "under which conditions") { $0.conditions },
      .optionalText("evidence", "what it rests on") { $0.evidence },
      .object("source", source, "where it is recorded") { $0.source },
    ]
  )

  static let issue = RecordType<Issue>(
    "Issue",
    "Something doubtful that the reader met.",
    place: \.source.location,
    fields: [
      .text("code", "the kind of doubt") { $0.code },
      .choice("severity", "how much it matters") { $0.severity },
      .text("message", "what is doubtful") { $0.message },
      .object("source", source, "where") { $0.source },
    ]
  )
}

/// The words of a text, as rules count them.
enum TextMeasure {
  /// The number of runs of letters and digits.
  static func words(in text: String) -> Int {
    var count = 0
    var isInside = false
    for scalar in text.unicodeScalars {
      let isWord = isWordPart(scalar)
      if isWord, !isInside { count += 1 }
      isInside = isWord
    }
    return count
  }

  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    // Most texts are ASCII, for which the Unicode tables need not be asked.
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9": true
    case _ where scalar.isASCII: false
    default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
  }
}

/// Slices as one line of text.
enum SliceLabel {
  static func text(of slice: [SlicePair]) -> String {
    slice.sorted().map { $0.attribute.isEmpty ? $0.group : "\($0.attribute)=\($0.group)" }
      .joined(separator: ", ")
  }
}

extension GroupCounts.Counts {
  /// How many were decided positively.
  var selected: Int {
    switch self {
    case .confusion(let tp, let fp, _, _): saturated(tp.addingReportingOverflow(fp))
    case .selection(let selected, _): selected
    }
  }

  /// The confusion matrix, where there is one.
  var confusion: (tp: Int, fp: Int, tn: Int, fn: Int)? {
    guard case .confusion(let tp, let fp, let tn, let fn) = self else { return nil }
    return (tp, fp, tn, fn)
  }

  private func saturated(_ sum: (partialValue: Int, overflow: Bool)) -> Int {
    sum.overflow ? .max : sum.partialValue
  }
}

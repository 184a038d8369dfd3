// SPDX-License-Identifier: Apache-2.0

internal import GateModel

extension TopicTable {
  /// The English headings of datasheets and dataset cards.
  ///
  /// After Gebru et al. 2021, both templates of the Hugging Face hub, and the Data Cards Playbook.
  static let englishDatasheet = TopicTable([
    (
      [.dataMotivation],
      """
      motivation|motivations|motivations & intentions|curation rationale|purpose|rationale|\
      motivating factors|problem space
      """
    ),
    (
      [.dataComposition],
      """
      composition|dataset composition|data composition|dataset structure|data instances|\
      data fields|data splits|dataset description|dataset summary|dataset details|dataset overview|\
      overview|summary|description|content|contents|data subjects|dataset snapshot|\
      typical data point|example of data points|schema|languages
      """
    ),
    (
      [.dataCollection],
      """
      collection|collection process|data collection|data collection process|source data|provenance|\
      data collection and processing|initial data collection and normalization|acquisition|\
      who are the source data producers?|who are the source language producers?|data sources|\
      data selection|sampling methods|collection methods used|data collection methods
      """
    ),
    (
      [.dataPreprocessing],
      """
      preprocessing|data preprocessing|preprocessing/cleaning/labeling|\
      preprocessing/cleaning/labelling|pre-processing|cleaning|data cleaning|transformations|\
      preprocessing and cleaning|data preparation
      """
    ),
    (
      [.dataAnnotation],
      """
      annotations|annotation|annotation process|labeling|labelling|annotations & labeling|\
      annotation workforce type|label description
      """
    ),
    ([.dataAnnotators], "who are the annotators?|annotators|human annotators|rating team"),
    (
      [.intendedUse],
      """
      uses|use|intended use|intended uses|direct use|supported tasks|supported tasks and leaderboards|\
      suitable use cases|suitable use case|use cases|recommended uses|primary use|example use cases|\
      intended usage
      """
    ),
    (
      [.outOfScopeUse],
      """
      out of scope|out-of-scope use|out-of-scope uses|unsuitable use cases|unsuitable use case|prohibited uses|\
      uses to avoid|not recommended uses|misuse
      """
    ),
    (
      [.dataDistribution],
      "distribution|data distribution|distribution and access|access|access policies|availability"
    ),
    (
      [.dataMaintenance],
      """
      maintenance|maintenance plan|dataset maintenance|versioning and maintenance|maintenance status|\
      versions and maintenance|dataset version and maintenance|updates
      """
    ),
    (
      [.dataRetention],
      "retention|data retention|retention plan|wipeout and deletion|access, retention, & wipeout"
    ),
    (
      [.personalData],
      """
      personal and sensitive information|personal data|personal information|sensitive data|\
      privacy|sensitivity of data|personally identifiable information|pii|confidentiality|\
      risk type
      """
    ),
    (
      [.personalData, .dataSubpopulations],
      "sensitive human attributes|human attributes|human and other sensitive attributes"
    ),
    (
      [.dataSubpopulations],
      """
      subpopulations|subpopulation|demographics|demographic information|demographic groups|subgroups|\
      representation|population
      """
    ),
    (
      [.dataNecessity],
      """
      necessity|data necessity|necessity of the data|need for each field|necessity of features|\
      justification of fields|feature justification
      """
    ),
    (
      [.dataGaps],
      """
      gaps|data gaps|gaps and shortcomings|shortcomings|known gaps|missing data|coverage gaps|\
      datenlücken|lücken|lacunes|lagunas|lacune|lacunas
      """
    ),
    ([.dataConsent], "consent|informed consent|consent and notification"),
    ([.bias], "discussion of biases|biases|bias|known biases|bias analysis|potential biases"),
    ([.fairness], "fairness|fairness analysis|fairness indicators"),
    (
      [.limitations],
      "limitations|known limitations|other known limitations|known issues|caveats|errors|data quality"
    ),
    (
      [.limitations, .bias],
      "bias, risks, and limitations|limitations and bias|bias, risks and limitations"
    ),
    ([.recommendations], "recommendations|caveats and recommendations|recommended practices"),
    (
      [.ethics],
      """
      social impact of dataset|social impact|ethical considerations|ethics|ethical review|\
      impact|broader impact
      """
    ),
    ([.security], "security|data security"),
  ])
}

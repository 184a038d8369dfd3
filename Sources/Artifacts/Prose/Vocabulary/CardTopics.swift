// SPDX-License-Identifier: Apache-2.0

internal import GateModel

extension TopicTable {
  /// The English headings of model cards.
  ///
  /// After Mitchell et al. 2019, the template of the Hugging Face hub, and what public cards write.
  /// "Data" alone carries no topic: it does not tell training from evaluation.
  static let englishModelCard = TopicTable([
    (
      [.modelDescription],
      """
      model details|model description|model summary|model overview|overview|model information|\
      description|characteristics|technical specifications|summary|introduction|about|\
      about this model|model
      """
    ),
    (
      [.modelType],
      "model type|architecture|model architecture|model architecture and objective|algorithm"
    ),
    (
      [.intendedUse],
      """
      intended use|intended uses|uses|use|direct use|downstream use|model use|primary use|\
      primary uses|primary intended uses|use case|use cases|intended use case|intended use cases|primary use case|primary use cases|evaluated use|intended usage|\
      intended purpose|purpose|usage|how to use
      """
    ),
    ([.intendedUse, .limitations], "intended uses and limitations|intended uses & limitations"),
    (
      [.outOfScopeUse],
      """
      out-of-scope use|out-of-scope uses|out of scope|out-of-scope use cases|explicitly out of scope|\
      excluded uses|misuse and out-of-scope use|unsuitable use|unsuitable uses|unsuitable use cases|\
      not intended for|unintended use|unintended uses
      """
    ),
    (
      [.outOfScopeUse, .prohibitedUse],
      """
      misuse and malicious use|misuse, malicious use and out-of-scope use|\
      misuse, malicious use, and out-of-scope use|prohibited uses|prohibited use|misuse|malicious use
      """
    ),
    ([.users], "primary users|intended users|users|primary intended users|target users|audience"),
    (
      [.factors],
      """
      factors|relevant factors|evaluation factors|factors and subgroups|protected attributes|\
      subgroups
      """
    ),
    (
      [.metricsRationale],
      """
      metrics|key metrics|performance|model performance|performance metrics|evaluation|\
      evaluation results|eval results|results|benchmarks|benchmark results|benchmark performance|\
      quantitative analyses|quantitative analysis|model performance measures|evaluation metrics
      """
    ),
    ([.metricsRationale, .limitations], "performance and limitations"),
    ([.evaluationData, .factors, .metricsRationale], "testing data, factors & metrics"),
    (
      [.evaluationData],
      """
      evaluation data|evaluation dataset|evaluation datasets|testing data|test data|test dataset|\
      validation data|validation dataset|eval data
      """
    ),
    (
      [.trainingData],
      """
      training data|training dataset|training datasets|training details|pretraining corpus|\
      pretraining data|training corpus|dataset|datasets|data sources|provenance|data provenance|\
      training data and preprocessing
      """
    ),
    ([.trainingData, .evaluationData], "training and evaluation data|training and test data"),
    ([.dataPreprocessing], "preprocessing|data preprocessing|data preparation"),
    ([.dataCollection], "data collection"),
    ([.personalData], "personal data|privacy|personal and sensitive information"),
    (
      [.fairness],
      """
      fairness|fairness analysis|fairness evaluation|fairness assessment|fairness journey|\
      fairness metrics|fairness results|intersectional results|disparities|group fairness|\
      fairness across groups|disaggregated evaluation|disaggregated results
      """
    ),
    (
      [.bias, .fairness],
      "bias|biases|known biases|bias and fairness|fairness and bias|bias analysis"
    ),
    (
      [.limitations],
      """
      limitations|known limitations|known limits|limits|caveats|caveat|known issues|failure modes|technical limitations|\
      limitations and risks|risks and limitations|risks|other limitations|out-of-distribution behaviour
      """
    ),
    (
      [.limitations, .bias],
      "limitations and bias|limitations and biases|bias, risks, and limitations"
    ),
    ([.limitations, .recommendations], "caveats and recommendations"),
    ([.tradeoffs], "tradeoffs|trade-offs|performance tradeoffs|performance trade-offs"),
    (
      [.ethics],
      """
      ethical considerations|ethics|ethical concerns|broader implications|broader impact|\
      social impact|societal impact|societal impact assessment|responsible ai
      """
    ),
    ([.recommendations], "recommendations|considerations|recommended use"),
    (
      [.environment],
      """
      environmental impact|carbon footprint|co2 emissions|hardware and software|energy consumption|\
      environmental considerations
      """
    ),
    (
      [.oversight],
      """
      human oversight|oversight|decision policy|human in the loop|human-in-the-loop|human review|\
      oversight measures
      """
    ),
    (
      [.monitoring],
      """
      monitoring|monitoring and retraining|retraining|monitoring behaviour|monitoring plan|\
      post-market monitoring|drift monitoring|post-deployment monitoring|maintenance
      """
    ),
    (
      [.safetySafeguards],
      """
      safeguards|safety safeguards|safety|safety measures|safety mitigations|content safety|guardrails|\
      content filters|safety filters|content moderation|misuse safeguards|abuse prevention|\
      technical safeguards
      """
    ),
    (
      [.safetyMisuseChannel],
      """
      reporting misuse|report misuse|misuse reporting|reporting abuse|report abuse|abuse reporting|\
      abuse contact|reporting channel|misuse channel|how to report misuse|how to report abuse|\
      reporting harmful content|reporting safety issues
      """
    ),
    (
      [.security],
      "security|cybersecurity|robustness|adversarial robustness|robustness and security"
    ),
  ])
}

// SPDX-License-Identifier: Apache-2.0

/// Words that join others and say nothing alone: articles, pronouns, prepositions, auxiliaries.
///
/// Words that mean something in another of the languages are left out, such as German `man`.
enum FunctionWords {
  static let phrases = Phrases(
    en: """
      a|an|the|and|or|but|nor|of|in|on|at|by|for|with|without|to|from|into|as|than|then|that|this|\
      these|those|it|its|is|are|was|were|be|been|being|am|do|does|did|has|have|had|having|will|\
      would|shall|should|can|could|may|might|must|we|us|our|you|your|i|my|me|they|them|their|he|\
      she|his|her|there|here|which|who|whom|whose|what|where|when|how|why|if|so|such|some|any|all|\
      each|every|both|either|neither|not|also|too|very|more|most|much|many|other|others|etc|eg|ie|\
      up|out|about|over|via|because|just|like|let|s|t|re|ve|ll
      """,
    de: """
      der|die|das|den|dem|des|ein|eine|einen|einem|einer|eines|und|oder|aber|von|vom|zu|zum|zur|im|\
      mit|ohne|auf|aus|bei|für|über|unter|nach|als|auch|es|er|sie|wir|ihr|ist|sind|wird|werden|\
      wurde|wurden|worden|hat|haben|kann|können|muss|müssen|soll|sollen|darf|dies|diese|dieser|\
      dieses|diesem|diesen|hier|dort|wie|wo|wer|wenn|da|weil|denn|dass|nicht|sich|uns|unser|unsere|\
      durch|um|an|am|bis|so|sehr|mehr|alle|allem|aller|alles|jede|jeder|jedes|etwa|usw|zb|bzw
      """,
    fr: """
      le|la|les|un|une|des|du|de|et|ou|mais|en|dans|sur|par|pour|avec|sans|à|au|aux|ce|cet|cette|\
      ces|il|elle|ils|elles|on|nous|notre|nos|vous|votre|vos|je|se|sa|son|ses|leur|leurs|est|sont|été|être|sera|seront|\
      a|ont|avoir|qui|que|quoi|dont|où|ici|là|ne|pas|plus|très|tout|toute|tous|toutes|si|car|comme|\
      aussi|d|l|qu|n|y
      """,
    es: """
      el|la|los|las|un|una|unos|unas|y|e|o|u|pero|de|del|en|a|al|por|para|con|sin|sobre|este|esta|\
      estos|estas|esto|ese|esa|eso|es|son|ser|será|serán|ha|han|haber|está|están|se|su|sus|nos|\
      nuestro|nuestra|nuestros|nuestras|que|quien|donde|cuando|como|no|muy|más|todo|toda|todos|todas|si|porque|\
      también|aquí|lo|le|les|hay
      """,
    pt: """
      o|a|os|as|um|uma|uns|umas|e|ou|mas|de|do|da|dos|das|em|no|na|nos|nas|por|pelo|pela|para|com|\
      sem|sobre|este|esta|estes|estas|isto|esse|essa|isso|é|são|ser|será|serão|foi|foram|há|está|\
      estão|se|seu|sua|seus|suas|nosso|nossa|nossos|nossas|que|quem|onde|quando|como|não|muito|mais|todo|toda|\
      todos|todas|porque|também|aqui|ao|aos|à|às
      """,
    it: """
      il|lo|la|i|gli|le|un|uno|una|e|ed|o|ma|di|del|dello|della|dei|degli|delle|in|nel|nella|nei|\
      nelle|a|al|alla|ai|alle|da|dal|dalla|dai|dalle|per|con|senza|su|sul|sulla|questo|questa|\
      questi|queste|è|sono|essere|sarà|saranno|ha|hanno|stato|stata|si|suo|sua|nostro|nostra|nostri|nostre|che|chi|dove|quando|\
      come|non|molto|più|tutto|tutta|tutti|tutte|se|perché|anche|qui
      """,
    nl: """
      de|het|een|en|of|maar|van|in|op|te|ten|ter|bij|voor|met|zonder|aan|door|naar|uit|over|om|dit|\
      dat|deze|die|is|zijn|wordt|worden|werd|werden|heeft|hebben|kan|kunnen|moet|moeten|zal|zullen|\
      wij|we|ons|onze|u|uw|zij|ze|hij|er|hier|daar|wie|wat|waar|als|niet|ook|zeer|meer|alle|alles|\
      omdat|want|zich|nog
      """,
    pl: """
      i|oraz|lub|albo|ale|w|we|z|ze|na|do|od|po|za|przez|dla|o|u|przy|pod|nad|bez|to|ten|ta|te|tego|\
      tej|tym|jest|są|być|był|była|było|będzie|będą|zostanie|zostaną|został|została|zostało|się|\
      nie|tak|jak|gdzie|kiedy|kto|co|który|która|które|bardzo|więcej|wszystkie|wszyscy|że|ponieważ|\
      bo|także|też|tu|tutaj|nas|nasz|nasza|nasze|naszej
      """,
    sv: """
      en|ett|den|det|de|och|eller|men|av|i|på|till|från|för|med|utan|om|vid|under|över|som|att|är|\
      var|vara|varit|blir|bli|blev|har|hade|ha|kan|kunna|ska|skall|måste|får|vi|oss|vår|vårt|våra|ni|er|\
      han|hon|den|denna|detta|dessa|här|där|vem|vad|när|hur|inte|ej|också|mycket|mer|alla|allt|\
      eftersom|så|sig|sin|sina|upp
      """,
    ja: """
      の|に|は|を|た|が|で|て|と|し|れ|さ|ある|いる|も|する|から|な|こと|として|い|や|れる|など|なっ|\
      ない|この|ため|その|あっ|よう|また|もの|という|あり|まで|られ|なる|へ|か|だ|これ|によって|により|\
      おり|より|による|ず|なり|られる|において|ば|なかっ|なく|しかし|について|せ|だっ|その他|それ|ます|\
      です|ました|ください|ん
      """,
    zh: "的|了|过|在|是|和|与|及|或|也|就|都|而|着|将|会|被|把|对|为|以|于|之|其|此|该|这|那|我们|由|请",
    others: """
      og|eller|af|på|til|ikke|som|ved|der|skal|bliver|efter|и|в|на|не|что|по|для|с|из|или|\
      это|как|к|о|об|от|до|мы|наш|наша|этот|эта|эти|у|за|при|так|же|а|но|если|будет|будут|\
      θα|από|την|τη|το|τα|η|οι|των|του|της|σε|στο|στη|στην|για|και|με|να|είναι|δεν|που|ως|\
      și|în|pe|cu|din|pentru|sunt|nu|va|vor|fi|al|ale|să|ca|care|ja|ei|ole|että|joka|kun|myös
      """
  )
}

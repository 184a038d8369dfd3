// SPDX-License-Identifier: Apache-2.0

internal import Texts

/// Phrases that turn a sentence into filler, although it may name what is missing.
enum FillerPhrases {
  /// What says that nothing has been done so far; what says why, or of what, is an answer.
  static let deferrals = Phrases(
    en:
      "nothing to|not yet|none yet|nothing yet|no measures yet|none so far|nothing so far|none implemented|none planned|not implemented|not assessed|not done|not started|none at present|none currently|none at the moment",
    de:
      "nichts zu|noch nicht|noch keine|noch keiner|noch nichts|bisher keine|bisher nicht|bislang keine|derzeit keine|nicht umgesetzt|nicht bewertet",
    fr:
      "rien à|pas encore|aucune pour le moment|aucun pour le moment|aucune pour l'instant|aucune à ce jour|aucune à ce stade|sans objet à ce stade|sans objet pour le moment|non mis en œuvre|non mise en œuvre|non évalué",
    es:
      "nada que|aún no|aún ninguna|todavía no|ninguna por ahora|ninguna por el momento|ninguna de momento|no implementada|no implementado|sin implementar|no evaluado",
    pt:
      "nada a|ainda não|ainda nenhuma|nenhuma por enquanto|nenhuma por agora|nenhuma até ao momento|não implementada|não implementado|não avaliado",
    it:
      "niente da|nulla da|non ancora|ancora nessuna|nessuna per ora|nessuna al momento|non implementata|non implementato|non valutato",
    nl:
      "niets te|nog niet|nog geen|nog niets|vooralsnog geen|vooralsnog niets|voorlopig geen|voorlopig niets|niet geïmplementeerd|niet beoordeeld",
    pl: "nic do|jeszcze nie|jeszcze brak|na razie brak|obecnie brak|nie wdrożono|nie oceniono",
    sv:
      "inget att|ännu inte|ännu inga|inga ännu|än så länge inga|inget för tillfället|inga för tillfället|inte genomfört|inte bedömt",
    ja: "まだない|まだありません|まだ利用できません|まだ実施していない|未実施|未対応|未評価",
    zh: "尚未|还没有|暂无|未实施|未评估"
  )

  /// What says that something is still to come.
  static let announcements = Phrases(
    en: """
      to be inserted|goes here|go here|to be completed|to be determined|to be defined|to be done|to be added|to be announced|\
      to be filled|to be written|to be confirmed|to be assigned|to be provided|to be decided|\
      to be appointed|to be signed|to be agreed|to be supplied|to be specified|to be named|\
      to be documented|to be disclosed|to be described|to be drafted|to be updated|to be reviewed|\
      to be clarified|to be finalised|to be finalized|to be assessed|to be evaluated|to be filled in|\
      will follow|will be added|will be completed|will be defined|will be determined|\
      will be documented|will be described|will be filled|will be written|will be supplied|\
      will be specified|will be drafted|will be finalised|will be finalized|will be announced|\
      will be updated|will be provided later|will be provided soon|will be assessed later|\
      coming soon|work in progress|in preparation|under construction|in the works|\
      still missing|still open|still outstanding|still to|to come|yet to be|needs to be filled|\
      need to be filled|needs to be written|needs to be added|more information needed|\
      needs more information|to follow|tbd|tba|tbc|todo|fixme|wip|lorem ipsum|insert here|\
      your answer|your text|no response|pending review|pending approval|under review|\
      write this down|fill this in|fill this section|fill it in|write it later|note to self|\
      reach out to|watch this space|stay tuned|get in touch
      """,
    de: """
      wird ergänzt|wird noch ergänzt|werden ergänzt|werden noch ergänzt|wird nachgereicht|\
      werden nachgereicht|wird noch nachgereicht|wird nachgetragen|folgt noch|folgen noch|\
      wird noch|werden noch|wird später|werden später|noch zu|noch offen|noch auszufüllen|\
      ist noch|sind noch|muss noch|müssen noch|in bearbeitung|in arbeit|in vorbereitung|\
      in erstellung|in klärung|in abstimmung|zu ergänzen|zu klären|zu definieren|zu bestimmen|\
      auszufüllen|einzutragen|nachzureichen|bitte ausfüllen|bitte eintragen|bitte ergänzen|\
      hier eintragen|hier einfügen|hier beschreiben|steht noch aus|stehen noch aus|noch geprüft|noch abgestimmt|noch geklärt|\
      platzhalter für|schreiben wir später|tragen wir nach|wird nachgeholt|\
      nachgereicht|nachgetragen|nachgeliefert|in freigabe|angaben folgen|folgen nach|folgt nach
      """,
    fr: """
      à compléter|à définir|à déterminer|à préciser|à renseigner|à remplir|à venir|à suivre|à rédiger|\
      à ajouter|à confirmer|à désigner|à décrire|à fournir|sera complété|sera complétée|seront complétés|\
      sera ajouté|sera ajoutée|seront ajoutés|sera précisé|sera précisée|sera défini|sera définie|\
      sera fourni|sera fournie|sera renseigné|sera documenté|sera rédigé|en cours de rédaction|\
      en cours d'élaboration|en cours de définition|en cours de préparation|en cours d'étude|\
      en cours de validation|en attente|reste à|restent à|prochainement|ultérieurement|plus tard
      """,
    es: """
      por definir|por determinar|por completar|por rellenar|por confirmar|por especificar|\
      por añadir|por designar|por redactar|a definir|a determinar|a completar|se completará|\
      se definirá|se añadirá|se añadirán|se agregará|se incluirá|se incluirán|se determinará|\
      se documentará|se describirá|se facilitará|será completado|será definido|será añadido|\
      pendiente de|pendientes de|en elaboración|en preparación|en construcción|en redacción|\
      en curso de|próximamente|más adelante|más tarde|en breve|falta por|\
      queda por|quedan por
      """,
    pt: """
      a definir|a determinar|a preencher|a completar|a confirmar|a especificar|a designar|\
      a acrescentar|a adicionar|a indicar|por definir|por preencher|por determinar|por completar|\
      será definido|será definida|será preenchido|será preenchida|será adicionado|será adicionada|\
      será incluído|será incluída|será completado|será completada|será acrescentado|será documentado|\
      será descrito|será descrita|serão adicionados|serão incluídos|em elaboração|em preparação|\
      em construção|em redação|em andamento|em breve|brevemente|posteriormente|\
      mais tarde|falta preencher|pendente de|aguardando
      """,
    it: """
      da definire|da completare|da determinare|da compilare|da inserire|da precisare|da aggiungere|\
      questa sezione verrà|verrà compilata|verrà compilato|verrà completata|verrà aggiunta|\
      da specificare|da concordare|da confermare|da designare|da descrivere|da redigere|da fornire|sarà definito|\
      sarà definita|sarà completato|sarà completata|sarà aggiunto|sarà aggiunta|sarà inserito|\
      sarà inserita|saranno aggiunti|saranno inserite|sarà fornito|sarà fornita|sarà documentato|\
      sarà descritto|sarà descritta|in fase di|in corso di|in preparazione|in elaborazione|\
      in lavorazione|in costruzione|prossimamente|in seguito|in attesa
      """,
    nl: """
      nog te|nog in te vullen|in te vullen|nader te bepalen|nader te|wordt aangevuld|\
      wordt nog|worden nog|worden aangevuld|wordt later|worden later|wordt toegevoegd|\
      wordt ingevuld|wordt nader|worden nader|volgt nog|volgt later|volgen later|volgt binnenkort|\
      te bepalen|te definiëren|aan te vullen|in bewerking|in voorbereiding|in ontwikkeling|\
      in afwachting|hier invullen|hier invoegen|moet nog|moeten nog
      """,
    pl: """
      do uzupełnienia|do ustalenia|do określenia|do dodania|do wypełnienia|do opracowania|do opisania|\
      do potwierdzenia|do wyznaczenia|do zdefiniowania|zostanie uzupełnione|zostanie uzupełniony|\
      zostanie uzupełniona|zostaną uzupełnione|zostanie dodane|zostanie dodany|zostanie dodana|\
      zostaną dodane|zostanie określone|zostanie opisane|zostanie przygotowane|zostanie opracowane|\
      będzie uzupełnione|będzie dodane|w trakcie|w przygotowaniu|w opracowaniu|w budowie|w toku|\
      czeka na opinię|czeka na akceptację|czeka na zatwierdzenie|oczekuje na zatwierdzenie|\
      w późniejszym|wkrótce|należy uzupełnić|proszę uzupełnić|należy wpisać|należy opisać|należy podać
      """,
    sv: """
      ska kompletteras|kommer att kompletteras|kommer att läggas|kommer att fyllas|\
      kommer att beskrivas|kommer att dokumenteras|kompletteras senare|fylls i|ska fyllas|\
      ska läggas|läggs till|ska beskrivas|ska fastställas|ska bestämmas|ska definieras|\
      att fastställa|att bestämma|att fylla|att komplettera|kommer senare|kommer snart|\
      följer senare|under arbete|under utarbetande|under uppbyggnad|\
      pågår arbete|tas fram|inom kort|väntar på|inväntar|stäms av med
      """,
    ja: """
      追記予定|後日追記|追記します|記入予定|記載予定|作成予定|準備中|作成中|検討中|調整中|記入してください|\
      入力してください|記載してください|ご記入|未定|未記入|未入力|未作成|決まり次第|後ほど|後日|追って|\
      レビュー待ち|承認待ち|確認待ち|今後追加|今後記載|記入される|後で記入|更新予定|公開予定|これから
      """,
    zh: """
      待补充|待定|待填写|待完善|待确认|待确定|待更新|待续|待添加|待说明|稍后补充|后续补充|将补充|将在后续|\
      日后补充|以后补充|请填写|请在此|请描述|请补充|在此填写|编写中|建设中|制定中|进行中|即将|暂缺|\
      将另行|另行通知|补充完整|尚未填写|稍后填写|目前为空|现在为空
      """,
    others: """
      udfyldes senere|vil blive tilføjet|tilføjes senere|blir lagt til|legges til senere|\
      будет дополнено|будет добавлено|будет указано|будет описано|появится здесь|ще бъде|буде додано|\
      lisätään myöhemmin|tullaan lisäämään|lisatakse hiljem|bude doplněno|bude doplnené|\
      bude pridané|később kerül|kerül kiegészítésre|va fi completat|va fi adăugat|tiks pievienots|\
      tiks papildināts|bus papildyta|bus pridėta|bit će dodano|bo dodano|θα προστεθεί|θα συμπληρωθεί|\
      daha sonra eklenecek|sẽ được bổ sung|akan ditambahkan|سيضاف لاحقا|יתווסף בהמשך|추후 추가|\
      나중에 추가|추후 작성|작성 예정|작성할 예정|추가 예정|작성 중|bu bölüm|doldurulacaktır|\
      будет заполнен|будет заполнена|سيتم ملء|fogja kitölteni|θα συμπληρωθούν
      """
  )

  /// Whole lines that say no more than `none` or `not applicable`, in languages without tables of words.
  static let blanks = """
    т.б.д.|тбд|не указано|не определено|неизвестно|позже|пізніше|später|later|plus tard|más tarde|mais tarde|\
    più tardi|piu tardi|później|senare|senere|αργότερα|daha sonra|sonra|myöhemmin|sin datos|sin información|sem dados|keine daten|geen gegevens|brak danych|nessun dato|\
    해당 없음|해당사항 없음|해당 사항 없음|내용 없음|없음|없습니다|не применимо|неприменимо|нет данных|\
    не застосовується|немає|немає даних|не е приложимо|неприложимо|няма|няма данни|ikke relevant|\
    ikke aktuelt|ingen kendte|ingen kjente|ei mitään|ei sovellu|ei sovelleta|ei tiedossa|ei ole|puudub|\
    puuduvad|ei kohaldu|není relevantní|nepoužije se|žádné|žádná|nie je relevantné|žiadne|nincs|\
    nincsenek|nem alkalmazható|nem releváns|nu se aplică|niciuna|nu există|nu este cazul|\
    nav piemērojams|nav|nav zināms|netaikoma|nėra|nije primjenjivo|nema|nema podataka|ni relevantno|\
    ni podatkov|δεν ισχύει|δεν εφαρμόζεται|δεν υπάρχει|δεν υπάρχουν|καμία|κανένας|geçerli değil|yok|\
    uygulanamaz|bilinmiyor|không có|không áp dụng|không|tidak ada|tidak berlaku|لا ينطبق|لا يوجد|\
    غير معروف|غير متوفر|غير متاح|غير محدد|لم يحدد بعد|لا شيء|لاحقا|לא זמין|טרם נקבע|לא רלוונטי|אין|לא ידוע|लागू नहीं|कोई नहीं|ไม่มี|ไม่เกี่ยวข้อง
    """.parts { $0 == UInt8(ascii: "|") }.map(String.init)

  /// How sentences begin that only say where something stands, or is to be asked for.
  static let references = Phrases(
    en: """
      see|see also|refer to|please see|please refer|as described in|as above|as stated|as before|\
      described in|documented in|cf|same as|available in|available at|available on|available here|\
      available upon|available on request|confidential|this is described|this is documented|\
      this is explained|it is described|as in version|as in the last version|covered in|covered by the|details in|more details|for details|\
      for more|further details|found in|can be found|tracked in|link to
      """,
    de: """
      siehe|vgl|vergleiche|wie oben|wie in|näheres in|näheres siehe|details siehe|steht in|\
      zu finden|beschrieben in|dokumentiert in|bitte siehe|verweis auf|auf anfrage
      """,
    fr: """
      voir|cf|se référer|se reporter|comme ci|décrit dans|décrite dans|décrits dans|consulter|\
      confer|voir aussi|sur demande|disponible sur
      """,
    es: """
      ver|véase|vea|consultar|consulte|como arriba|descrito en|descrita en|documentado en|\
      según el anexo|ver también|remitirse|a petición
      """,
    pt: """
      ver|vide|veja|consultar|consulte|como acima|descrito em|descrito no|descrita em|\
      documentado em|conforme anexo|ver também|a pedido
      """,
    it: """
      vedi|vedere|si veda|vedasi|cfr|come sopra|descritto in|descritto nel|descritta nel|\
      documentato in|consultare|si rimanda|su richiesta
      """,
    nl: "zie|zie ook|vgl|raadpleeg|zoals hierboven|beschreven in|opgenomen in|op aanvraag",
    pl:
      "zob|zobacz|patrz|jak wyżej|jw|opisano w|opisane w|opisany w|zgodnie z załącznikiem|na żądanie",
    sv: "jfr|som ovan|enligt bilaga|beskrivs i|finns i|beskrivet i|på begäran",
    ja: "参照|別紙|別添|同上|上記のとおり|下記のとおり|をご覧ください",
    zh: "如会议所述|如会上所述|见附件|见附录|参见|参照|参考|详见|见上|见下|同上|见第|请参阅|参阅",
    others: "se bilag|см"
  )

  /// How forms and templates tell people what to write.
  static let instructions = Phrases(
    en: """
      authors should|the author should|editors should|describe|please describe|please provide|please explain|please fill|please list|please specify|\
      please add|please enter|please insert|please state|please complete|insert|enter|fill in|\
      fill out|write here|add here|add your|add text|explain here|explain why|explain how|\
      explain what|list here|list all|list any|list the|list each|list countries|list recipients|list categories|list safeguards|specify|summarize|summarise|\
      provide details|state whether|state who|your|\
      if applicable|if any|delete this|replace this|this section should|this section describes
      """,
    de: """
      beschreiben sie|bitte beschreiben|bitte angeben|bitte erläutern|geben sie|erläutern sie|\
      nennen sie|fügen sie|tragen sie|listen sie|führen sie auf|hier beschreiben|hier text|\
      erklären sie|ihr text|ihre antwort
      """,
    fr: """
      décrire|décrivez|veuillez|lister les|énumérer|indiquer|indiquez|préciser|précisez|expliquez|listez|lister|\
      insérer|insérez|renseignez|complétez|saisir|saisissez|votre texte|votre réponse
      """,
    es: """
      describa|describir|indique|indicar|especifique|explique|enumere|inserte|insertar|\
      complete aquí|rellene|enumerar|listar los|listar las|escriba aquí|introduzca|detallar|su texto|su respuesta
      """,
    pt: """
      descreva|descrever|indique|indicar|especifique|explique|enumere|liste|insira|inserir|\
      preencha|escreva aqui|enumerar|listar os|listar as|introduza|detalhar|seu texto|sua resposta
      """,
    it: """
      descrivere|descrivi|descrivete|indicare|indicate|indicare qui|specificare|spiegare|elencare|\
      inserire|inserisci|compilare|scrivere qui|il tuo testo
      """,
    nl: """
      beschrijf|beschrijf hier|geef aan|geef hier|vermeld|licht toe|vul hier|vul in|noem|som op|\
      voeg hier|uw tekst|uw antwoord
      """,
    pl: """
      tutaj należy|tu należy|opisz|opisać|proszę opisać|proszę podać|proszę wpisać|podaj|wpisz|wymień|wyjaśnij|wstaw|\
      określ|uzupełnij|twój tekst|twoja odpowiedź
      """,
    sv: """
      beskriv|beskriv här|ange|ange här|förklara|infoga|fyll i|skriv här|redogör|din text|\
      ditt svar
      """,
    ja: "記入してください|入力してください|記載してください|説明してください|ここに記入|ここに入力|記述してください",
    zh: "请描述|请填写|请说明|请列出|请在此|在此填写|请输入|请提供|请补充|请注明"
  )
}

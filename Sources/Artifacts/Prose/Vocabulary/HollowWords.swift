// SPDX-License-Identifier: Apache-2.0

/// Words that texts are made of which say nothing: that something is missing, still to come, stands
/// elsewhere, does not apply or is as usual, and the names of what is asked for.
///
/// A text of such words alone is filler, in whatever order they stand. What a text is evidence of has
/// a word besides.
enum HollowWords {
  static let phrases = Phrases(
    en: """
      planned|scheduled|\
      tbd|tba|tbc|tbs|nn|todo|fixme|wip|na|ne|no|none|nope|nothing|nil|null|nan|void|empty|blank|\
      unknown|undefined|unspecified|undetermined|undecided|unassigned|unavailable|pending|\
      outstanding|awaiting|awaited|draft|placeholder|dummy|sample|lorem|ipsum|dolor|sit|amet|\
      consectetur|adipiscing|elit|foo|foobar|bar|baz|qux|quux|corge|grault|garply|plugh|xyzzy|test|testing|asdf|qwerty|blah|bla|xxx|string|yes|\
      ok|okay|fine|good|great|done|true|false|should|must|applicable|inapplicable|available|given|provided|\
      provide|specified|specify|determined|determine|defined|define|completed|complete|completion|\
      filled|fill|added|add|written|write|insert|inserted|enter|entered|entry|supplied|supply|\
      describe|describes|description|descriptions|explains|explanation|goes|asks|changes|change|documented|document|documents|documentation|updated|update|announced|decided|\
      confirmed|confirm|finalised|finalized|finished|drafted|clarified|clarify|follow|\
      follows|following|come|comes|coming|soon|later|shortly|next|future|eventually|now|currently|\
      yet|still|today|moment|time|need|needs|needed|required|requires|necessary|missing|lacking|\
      info|information|detail|details|detailed|content|contents|text|answer|answers|response|\
      reply|comment|comments|note|notes|section|sections|chapter|part|paragraph|heading|title|\
      field|template|example|see|refer|refers|reference|referenced|references|cf|above|below|\
      elsewhere|annex|annexe|annexes|appendix|appendices|attachment|attachments|attached|link|\
      links|linked|url|file|files|folder|doc|docs|readme|wiki|confluence|ticket|website|page|pages|\
      same|ditto|idem|work|working|progress|construction|process|ongoing|known|identified|found|\
      observed|expected|anticipated|foreseen|foreseeable|exist|exists|particular|special|specific|\
      general|generally|relevant|significant|major|limitation|limitations|risk|risks|bias|biases|\
      issue|issues|problem|problems|concern|concerns|restriction|restrictions|caveat|caveats|\
      consideration|considerations|measure|measures|mitigation|mitigations|reason|reasons|please|\
      thanks|someone|somebody|anyone|nobody|noone|everyone|name|names|author|authors|team|owner|\
      various|several|different|certain|appropriate|suitable|adequate|proper|standard|usual|normal|\
      typical|default|average|varies|depends|possible|possibly|maybe|perhaps|assigned|appointed|\
      nominated|signed|agreed|disclosed|published|summary|summarize|summarise|style|color|violet|\
      optional|mandatory|per|see|everything|anything|something|thing|things|stuff|misc|\
      miscellaneous|legacy|accepted|approved|temporary|temporarily|before|after|until|only|report|review|legal|\
      approval
      """,
    de: """
      geplant|geplante|vorgesehen|angedacht|\
      kein|keine|keinen|keiner|keines|nein|ja|nichts|niemand|jemand|entfällt|entfallen|unbekannt|\
      offen|ausstehend|fehlt|fehlend|fehlen|fehlende|folgt|folgen|später|demnächst|bald|noch|\
      ergänzt|ergänzen|ergänzung|nachgereicht|nachreichen|nachgetragen|nachtragen|ausgefüllt|\
      auszufüllen|ausfüllen|eintragen|eingetragen|einzutragen|einfügen|einzufügen|eingefügt|\
      beschreiben|beschrieben|definieren|definiert|festgelegt|festzulegen|bestimmen|bestimmt|\
      geklärt|klären|klärung|abgestimmt|abstimmung|bearbeitung|arbeit|entwurf|platzhalter|\
      beispieltext|mustertext|angabe|angaben|informationen|siehe|vgl|vergleiche|anhang|anlage|\
      anlagen|abschnitt|kapitel|oben|unten|dokument|dokumentation|verweis|zutreffend|trifft|\
      anwendbar|relevanz|verfügbar|vorhanden|bekannt|bekannten|bekannte|erforderlich|notwendig|\
      nötig|aktuell|derzeit|momentan|zurzeit|zeit|moment|einschränkungen|einschränkung|risiko|\
      risiken|verzerrung|verzerrungen|massnahme|maßnahmen|begründung|grund|gründe|ka|kA|bitte|\
      diverses|sonstiges|üblich|wie|gehabt|gleich|weitere|näheres|nähere|gesondert|separat|separates|\
      vorbereitung|erstellung|erstellt|erstellen|prüfung|geprüft|freigabe|festlegung|wird|ergänzend|kommt|gerade|läuft|beim|muss|inhalt|inhalte|\
      nachzureichen|ergaenzt|zukünftig|künftig|genannt|benannt|benennen|benennung|rechtsabteilung|fachabteilung
      """,
    fr: """
      prévu|prévue|planifié|planifiée|\
      non|oui|aucun|aucune|néant|rien|personne|inconnu|inconnue|sans|objet|so|applicable|doit|contenu|manquants|\
      compléter|complété|complétée|complétés|préciser|précisé|précisée|définir|défini|définie|\
      déterminer|déterminé|déterminée|renseigner|renseigné|renseignée|remplir|rempli|venir|viendra|\
      suivre|suit|suivra|ultérieurement|bientôt|prochainement|plus|tard|attente|cours|rédaction|\
      rédiger|élaboration|préparation|construction|manquant|manquante|manque|brouillon|projet|\
      exemple|texte|réponse|information|informations|détail|détails|voir|cf|confer|annexe|annexes|\
      section|chapitre|partie|dessus|dessous|ci|joint|jointe|document|documents|lien|fichier|idem|\
      connu|connue|connus|connues|identifié|identifiée|identifiés|signaler|particulier|particulière|\
      disponible|nécessaire|requis|concerné|concernée|limite|limites|limitation|risque|risques|\
      biais|mesure|mesures|raison|raisons|nom|merci|décrire|indiquer|indiqué|insérer|ajouter|ajouté|\
      ajoutée|désigner|désigné|confirmer|valider|étude|nd|np|nc|moment|encore|fournir|fourni
      """,
    es: """
      previsto|prevista|planificado|planificada|\
      sí|ninguno|ninguna|ningún|nada|nadie|desconocido|desconocida|aplica|aplicable|procede|\
      completar|completado|completará|definir|definido|definirá|determinar|determinado|pendiente|\
      pendientes|rellenar|cumplimentar|cumplimentado|añadir|añadido|añadirá|agregar|agregará|\
      incluir|incluirá|próximamente|pronto|después|tarde|adelante|breve|posteriormente|curso|\
      elaboración|redacción|construcción|preparación|falta|faltante|borrador|ejemplo|texto|\
      respuesta|información|detalle|detalles|ver|véase|vea|consultar|consulte|anexo|anexos|apartado|\
      sección|capítulo|arriba|abajo|anterior|adjunto|adjunta|documento|documentos|documentación|\
      enlace|archivo|ídem|mismo|conocido|conocida|conocidos|conocidas|identificado|identificados|\
      disponible|necesario|requerido|limitación|limitaciones|riesgo|riesgos|sesgo|sesgos|medida|\
      medidas|razón|motivo|nombre|favor|describir|describa|indicar|indique|insertar|especificar|\
      especificado|momento|ahora|todavía|aún|confirmar|designar|aquí|nd|revisión|facilitar|debe|contenido
      """,
    pt: """
      previsto|prevista|planejado|planeado|\
      sim|nenhum|nenhuma|nada|ninguém|desconhecido|desconhecida|aplica|aplicável|aplicáveis|\
      completar|preencher|preenchido|preenchida|definir|definido|definida|determinar|pendente|\
      pendentes|adicionar|adicionado|adicionada|acrescentar|incluir|incluído|incluída|breve|\
      brevemente|depois|tarde|posteriormente|futuramente|andamento|elaboração|redação|construção|\
      preparação|falta|faltando|rascunho|exemplo|texto|resposta|informação|informações|detalhe|\
      detalhes|ver|vide|veja|consultar|consulte|anexo|anexos|secção|seção|capítulo|acima|abaixo|\
      anterior|documento|documentos|documentação|ligação|arquivo|ficheiro|idem|mesmo|conhecido|\
      conhecida|conhecidos|conhecidas|identificado|identificados|disponível|necessário|limitação|\
      limitações|risco|riscos|viés|vieses|medida|medidas|razão|motivo|nome|favor|descrever|descreva|\
      indicar|indique|inserir|insira|especificar|momento|agora|enquanto|vai|vão|ainda|confirmar|designar|aqui|revisão|deve|precisa|conteúdo
      """,
    it: """
      previsto|prevista|pianificato|pianificata|\
      sì|no|nessuno|nessuna|nessun|niente|nulla|sconosciuto|sconosciuta|ignoto|applicabile|applica|\
      completare|completato|completata|definire|definito|definita|determinare|compilare|compilato|\
      inserire|inserito|aggiungere|aggiunto|aggiunta|precisare|presto|seguito|seguire|segue|seguirà|\
      dopo|poi|successivamente|prossimamente|attesa|corso|stesura|lavorazione|elaborazione|\
      preparazione|costruzione|mancante|manca|bozza|segnaposto|esempio|testo|risposta|informazione|\
      informazioni|dettaglio|dettagli|vedi|vedere|vedasi|cfr|allegato|allegati|sezione|capitolo|\
      sopra|sotto|precedente|documento|documenti|documentazione|collegamento|idem|stesso|noto|nota|\
      noti|note|identificato|identificati|disponibile|necessario|pertinente|limitazione|limitazioni|\
      limite|limiti|rischio|rischi|distorsione|distorsioni|misura|misure|ragione|motivo|nome|favore|\
      descrivere|inviare|invierà|indicare|specificare|momento|ora|ancora|confermare|designare|nd|nc|revisione|fornire|deve|contenuto|altri
      """,
    nl: """
      gepland|voorzien|\
      nee|ja|geen|niets|niemand|onbekend|nvt|toepassing|toepasselijk|aanvullen|aangevuld|vullen|\
      ingevuld|invullen|toevoegen|toegevoegd|bepalen|bepaald|vastgesteld|vaststellen|definiëren|\
      volgt|volgen|later|binnenkort|spoedig|nader|nadere|wordt|openstaand|afwachting|ontbreekt|\
      ontbrekend|bewerking|uitwerking|uitgewerkt|uitwerken|concept|voorbeeld|tekst|antwoord|\
      informatie|detail|zie|vgl|bijlage|bijlagen|paragraaf|hoofdstuk|boven|hierboven|onder|\
      hieronder|document|documentatie|verwijzing|bestand|idem|zelfde|hetzelfde|bekend|bekende|\
      geïdentificeerd|beschikbaar|nodig|vereist|beperking|beperkingen|probleem|problemen|risico|risico's|maatregel|\
      maatregelen|reden|naam|graag|alstublieft|beschrijf|beschrijven|vermeld|vermelden|invoegen|\
      moment|nu|momenteel|bevestigen|bevestigd|aangewezen|opgesteld|opstellen|hier|hiernaar|kijken|nagekomen|moet|inhoud
      """,
    pl: """
      planowane|planowany|zaplanowane|\
      tak|brak|żaden|żadne|żadna|żadnych|nic|nikt|nieznane|nieznany|nieznana|dotyczy|zastosowania|\
      uzupełnienia|uzupełnić|uzupełnione|uzupełniony|uzupełniona|ustalenia|ustalone|ustalić|\
      określenia|określone|określić|dodać|dodane|dodania|wpisać|wpisania|wypełnić|wypełnienia|\
      wkrótce|później|niebawem|terminie|trakcie|opracowania|opracowaniu|przygotowaniu|budowie|\
      toku|oczekuje|oczekujące|brakuje|brakujące|projekt|szkic|przykład|tekst|treść|odpowiedź|\
      informacja|informacje|informacji|szczegóły|szczegółów|zob|zobacz|patrz|por|załącznik|\
      załączniku|załącznika|załączniki|sekcja|rozdział|rozdziale|powyżej|poniżej|wyżej|niżej|\
      dokument|dokumencie|dokumentacja|odsyłacz|jw|samo|znane|znanych|zidentyfikowano|dostępne|\
      dostępny|potrzebne|wymagane|ograniczenie|ograniczenia|ograniczeń|ryzyko|ryzyka|środek|środki|środków|razie|\
      powód|przyczyna|nazwa|proszę|opisać|opisz|podać|podaj|wstaw|wstawić|chwili|obecnie|teraz|\
      jeszcze|potwierdzić|wyznaczenia|nd|późniejszym|zostanie|będzie|przekazane|musi|treści
      """,
    sv: """
      planerad|planerat|planerade|\
      nej|ja|ingen|inga|inget|ingenting|okänd|okänt|tillämpligt|tillämplig|aktuellt|relevant|\
      kompletteras|komplettera|kompletterat|fylls|fylla|ifylles|ifyllt|fastställas|fastställs|\
      bestämmas|bestäms|definieras|läggs|tilläggas|tillkommer|kommer|följer|senare|snart|inom|kort|\
      framöver|väntar|väntande|avvaktan|saknas|saknar|arbete|pågår|pågående|utkast|utkastet|platshållare|\
      exempel|text|svar|information|uppgift|uppgifter|detaljer|se|jfr|bilaga|bilagor|avsnitt|\
      kapitel|ovan|nedan|dokument|dokumentet|dokumentation|länk|fil|samma|dito|känd|kända|känt|\
      identifierade|tillgänglig|tillgängligt|nödvändig|krävs|begränsning|begränsningar|risk|risker|\
      åtgärd|åtgärder|skäl|anledning|namn|vänligen|beskriv|beskriva|ange|anges|infoga|nu|nuvarande|\
      ännu|bekräftas|utses|tas|fram|klart|beslutas|bestämt|bestämd|beslutat|finns|hos|ligger|måste|innehåll
      """,
    ja: """
      未定|未記入|未入力|未作成|未決定|未実施|未確認|未対応|追記予定|後日追記|追記|後日|後ほど|準備中|\
      作成中|検討中|調整中|作業中|対応中|確認中|記入してください|入力してください|記載してください|記入|\
      記入予定|記載予定|記載|予定|該当なし|該当せず|該当ありません|特になし|特に無し|なし|無し|ありません|\
      不明|適用外|適用なし|適用されません|別紙参照|別紙|別添|参照|参照のこと|付録|附属書|上記|下記|以下|\
      同上|詳細|資料|文書|内容|説明|情報|必要|不足|要記入|要確認|要検討|ここに|こちら|サンプル|ダミー|\
      テスト|テキスト|仮|保留|省略|略|近日公開|公開予定|送付|協議|貼り付け|合意|実施していません|実施していない|実施|挿入|文章|承認待ち|該当しない|担当部署|部署|まだ|書きます|します|\
      手順書|今後|追って|連絡|決定|決まり次第|次第|リスク|\
      制限|制限事項|制約|既知|はい|いいえ|担当者|氏名|名前|理由|テンプレート|プレースホルダー|現時点|現在|\
      議論|業者|に質問|未|後|項|章|節|を参照|完了|更新|済み
      """,
    zh: """
      待补充|待定|待填写|待完善|待确认|待确定|待更新|待办|一下|已向|供应商|发送|讨论|粘贴|审批|约定|正在|实施|撰写|还需|安全手册|手册|协商|插入|文字|等待|\
      批准|部门|在此|数据保护官|还|与|待续|待添加|待说明|暂无|暂缺|暂不|暂未|无|没有|\
      不适用|不详|未知|未定|未填写|未提供|未指定|未确定|尚未|尚无|尚待|稍后|后续|以后|之后|即将|日后|补充|\
      填写|添加|完善|更新|提供|确定|确认|说明|描述|请填写|请在此|此处|这里|见附件|附件|附录|参见|参照|参考|\
      详见|见上|见下|见|上文|下文|同上|章节|章|节|文档|文件|链接|信息|内容|详情|细节|示例|样例|文本|占位符|占位|\
      测试|模板|草稿|草案|进行中|编写中|建设中|制定中|处理中|中|需要|更多|缺少|缺失|是|否|已知|风险|限制|\
      局限|局限性|偏见|措施|原因|理由|姓名|名称|某人|适用|可用|相关|具体|一般|目前|当前|暂时|时|进一步|\
      另行|通知|再|待|未|不|表|页
      """,
    others: """
      ingen|intet|udfyldes|følger|senere|afventer|ukendt|mangler|udkast|bilag|tilføjes|\
      нет|неизвестно|будет|дополнено|позже|позднее|добавлено|описание|указано|дополнительно|появится|\
      здесь|заполнить|текст|уточняется|см|приложение|отсутствует|применимо|буде|додано|пізніше|бъде|\
      добавено|късно|lisätään|myöhemmin|tullaan|lisäämään|lisatakse|hiljem|bude|doplněno|později|\
      doplnené|neskôr|később|kerül|kiegészítésre|completat|adăugat|ulterior|tiks|pievienots|vēlāk|bus|\
      papildyta|vėliau|bit|će|dodano|kasnije|pozneje|προστεθεί|αργότερα|συμπληρωθεί|daha|sonra|\
      eklenecek|sẽ|được|bổ|sung|sau|akan|ditambahkan|nanti|سيضاف|لاحقا|יתווסף|בהמשך|추후|나중에|추가|추가될|\
      예정|예정입니다|작성|설명을|입력하세요|여기에|\
      lorem|ipsum|dolor|amet|consectetur|adipiscing|elit|quisque|velit|nisi|pretium|lacinia|elementum|\
      pellentesque|curabitur|phasellus|vestibulum|vivamus|donec|aenean|praesent|fusce|tristique|\
      faucibus|ultrices|volutpat|sagittis|maecenas|ullamcorper|incididunt|aliqua|tempor|\
      ut|enim|eget|sed|nunc|\
      urmează|fie|completare|echipă|echipa|echipei|nespecificat|niciun|nicio|limitări|cunoscute|cunoscut|necunoscut|\
      aplicabil|stabilit|definit|curând|заполнено|заполнен|заполнена|командой|команда|команды|ограничений|\
      ограничения|известных|известны|неизвестны|нету|определено|определены|пока|скоро|раздел|разделе|документе|\
      описан|описаны|συμπληρώνεται|ομάδα|ομάδας|σύντομα|εκκρεμεί|οριστεί|καθοριστεί|περιορισμοί|περιορισμός|γνωστοί|\
      γνωστός|υπάρχουν|υπάρχει|κείμενο|ενότητα|κανένας|καμία|täydennetään|tiimin|tiimi|toimesta|päivitetään|\
      kirjoitetaan|puuttuu|tulossa|rajoituksia|rajoitukset|tiedossa|tunnettuja|määritellään|kuvataan
      """
  )
}

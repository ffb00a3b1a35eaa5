/** What links and buttons to the next page say, in lower case and without arrows. */
const nextWords = new Set(
  `next|next page|next results|next »|go to next page|older|older posts|older entries|older articles|next posts
|weiter|nächste|nächste seite|naechste seite|zur nächsten seite|ältere beiträge|ältere einträge|vor|vorwärts|folgende seite
|suivant|suivante|page suivante|suivants|résultats suivants|articles plus anciens|articles précédents|plus anciens
|siguiente|página siguiente|siguientes|entradas anteriores|entradas antiguas
|successivo|successiva|pagina successiva|avanti|seguente|articoli precedenti
|próxima|próximo|próxima página|seguinte|página seguinte|avançar
|volgende|volgende pagina|oudere berichten|verder
|nästa|nästa sida|næste|næste side|neste|neste side|seuraava|seuraava sivu
|następna|następny|następna strona|dalej|starsze wpisy|další|následující|ďalšia|následující strana|következő|következő oldal
|următoarea|înainte|pagina următoare|επόμενη|επόμενο|следующая|вперед|вперёд|далее|наступна|далі|następne
|sonraki|sonraki sayfa|ileri|järgmine|nākamā|kitas|sljedeća|naslednja|次へ|次のページ|下一页|下一頁|下页|다음|التالي|הבא`
    .split("|")
    .map((word) => word.trim()),
);
const moreWords =
  /^(?:load|show|view|see)(?: \d{1,4})? more\b|^more (?:results|items|notices|jobs|tenders|posts|news)\b|^(?:mehr|weitere)(?: \p{L}{1,30}){0,2} (?:laden|anzeigen|zeigen)\b|^mehr (?:anzeigen|laden)|^(?:voir|afficher|charger) (?:plus|davantage)|^plus de résultats|^(?:cargar|ver|mostrar) más|^(?:carica|mostra|vedi) (?:altri|altro|di più)|^(?:carregar|ver|mostrar) mais|^(?:meer|toon meer)(?: \p{L}{1,30})? ?(?:laden|tonen|weergeven)?$|^(?:visa|ladda|vis|last inn|hent|indlæs) (?:fler|flere|mer|mere)|^näytä lisää|^(?:załaduj|pokaż) więcej|^(?:načíst|zobrazit) další|^もっと見る|^加载更多|^更多$/iu;

/** What a hint for those who do not see the arrow begins with: "Go to the next page", "Aller à la page suivante". */
const leadIn =
  /^(?:(?:go|move|skip|forward|turn) to |(?:gehe |weiter |springe )?(?:zur|zu) |aller à |accéder à |ir a |vai a |ga naar )(?:the |la |l['’]|der |de )?/u;

export const nextArrows = new Set([
  "›",
  "→",
  ">",
  "»",
  "≫",
  "⟩",
  "▶",
  "►",
  "❯",
  "chevron_right",
  "navigate_next",
  "&rsaquo;",
]);

/** Whether a link's words say "next page". Whole texts only: "next steps" says something else. */
export function saysNext(text: string): boolean {
  const words = plain(text);
  return nextWords.has(words) || nextWords.has(words.replace(leadIn, ""));
}

const lastPage =
  /(?<!\p{L})(?:last|end|letzte|ende|dernière|última?|ultima?|laatste|sista|sidste|siste|ostatnia|poslední)(?!\p{L})/iu;

/** Whether the words of an arrow say that it leads to the end. */
export function saysLast(text: string): boolean {
  return lastPage.test(text);
}

export function saysMore(text: string): boolean {
  const words = plain(text);
  return words.length <= 60 && moreWords.test(words);
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[›→>»≫⟩▶►❯…]|\.{2,4}/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
}

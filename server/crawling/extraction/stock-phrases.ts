/**
 * Short phrases that sites put around their texts in any article: pointers to other texts, calls to follow or subscribe, notes on rights.
 * They only decide on short runs, most of them only at the end of an article, and cover the larger European languages.
 */
const pointers = [
  "related",
  "read more",
  "read also",
  "also read",
  "read next",
  "more on",
  "more from",
  "more about this",
  "more stories",
  "more great",
  "see also",
  "you may also",
  "you might also",
  "also on",
  "don't miss",
  "don’t miss",
  "recommended",
  "trending",
  "top stories",
  "most read",
  "most popular",
  "up next",
  "watch",
  "watch:",
  "watch more",
  "continue reading",
  "keep reading",
  "further reading",
  "click here to read",
  "share this",
  "share on",
  "share story",
  "about the author",
  "tags",
  "tagged",
  "filed under",
  "topics",
  "print this",
  "advertisement",
  "story continues below",
  "article continues below",
  "continue reading below",
  "sign up for",
  "image gallery",
  "comments",
  "leave a comment",
  "leave a reply",
  "no comments",
  "mehr zum thema",
  "mehr zu",
  "mehr dazu",
  "mehr lesen",
  "lesen sie auch",
  "lesen sie mehr",
  "lesen sie hier",
  "auch interessant",
  "das könnte",
  "das könnte sie",
  "das könnte dich",
  "passend zum thema",
  "weitere artikel",
  "weitere themen",
  "weitere infos",
  "weiterlesen",
  "schon gelesen",
  "siehe auch",
  "ähnliche",
  "verwandte",
  "anzeige",
  "werbung",
  "schlagwörter",
  "schlagworte",
  "teilen",
  "artikel teilen",
  "kommentare",
  "vorheriger",
  "nächster artikel",
  "lire aussi",
  "à lire",
  "a lire",
  "voir aussi",
  "sur le même sujet",
  "articles liés",
  "partager",
  "publicité",
  "lea también",
  "lee también",
  "leer más",
  "ver también",
  "vea también",
  "te puede interesar",
  "te recomendamos",
  "le puede interesar",
  "relacionado",
  "noticias relacionadas",
  "compartir",
  "publicidad",
  "etiquetas",
  "leia também",
  "leia mais",
  "veja também",
  "saiba mais",
  "compartilhe",
  "publicidade",
  "leggi anche",
  "leggi di più",
  "potrebbe interessarti",
  "condividi",
  "pubblicità",
  "lees ook",
  "lees meer",
  "zie ook",
  "läs också",
  "läs mer",
  "czytaj także",
  "czytaj też",
  "zobacz też",
  "zobacz także",
  "читайте также",
  "читать далее",
  "смотрите также",
  "поделиться",
  "関連記事",
  "あわせて読みたい",
  "相关阅读",
  "延伸阅读",
];
const calls = [
  "follow",
  "subscribe",
  "sign up",
  "join our",
  "join us",
  "download our",
  "get our",
  "get the",
  "listen to",
  "like us",
  "like this story",
  "share your",
  "send us",
  "tell us",
  "let us know",
  "have a tip",
  "got a tip",
  "email the",
  "click here",
  "visit our",
  "visit the",
  "check out",
  "for more",
  "find out more",
  "learn more",
  "read the full",
  "support our",
  "support us",
  "become a",
  "copyright",
  "©",
  "(c)",
  "all rights reserved",
  "first published",
  "last updated",
  "updated",
  "published",
  "posted",
  "editor's note",
  "via",
  "write to",
  "contact us",
  "image credit",
  "photo credit",
  "source:",
  "want more",
  "lust auf mehr",
  "do you have",
  "we want to hear",
  "this article contains",
  "this post may contain",
  "folgen sie",
  "folge uns",
  "folgt uns",
  "abonnieren",
  "newsletter",
  "jetzt abonnieren",
  "melden sie sich",
  "melde dich",
  "unterstütze",
  "alle rechte vorbehalten",
  "alle angaben ohne gewähr",
  "quelle:",
  "foto:",
  "bild:",
  "hier geht es",
  "hier finden sie",
  "aktualisiert",
  "suivez",
  "abonnez",
  "inscrivez",
  "tous droits réservés",
  "síguenos",
  "siguenos",
  "suscríbete",
  "suscribete",
  "únete",
  "unete",
  "¿ya sabías",
  "todos los derechos",
  "siga-nos",
  "inscreva",
  "siga o",
  "todos os direitos",
  "seguici",
  "iscriviti",
  "подписывайтесь",
  "подпишитесь",
  "volg ons",
  "obserwuj",
];

const words = (list: readonly string[]) =>
  new RegExp(
    `^(?:${list.map((phrase) => phrase.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|")})(?![\\p{L}\\p{N}])`,
    "iu",
  );
const pointer = words(pointers);
const call = words(calls);
const boilerplate =
  /^(?:about|über|ueber|à propos|a propos|acerca de|sobre|informazioni su|chi è|over|o firmie|о компании)(?![\p{L}\p{N}])/iu;
const disclosure =
  /\bcontributed (?:to this|reporting|from|to the)\b|\baffiliate (?:commission|link|partner)|\bmay earn\b/i;

/** Whether a short run points to other texts of the site. */
export function isPointer(text: string): boolean {
  return pointer.test(text.replace(/^[^\p{L}\p{N}©(¿]+/u, ""));
}

/** Whether a run asks the reader to do something or speaks of rights and dates; only meant for the end of an article. */
export function isCall(text: string): boolean {
  return call.test(text.replace(/^[^\p{L}\p{N}©(¿]+/u, "")) || disclosure.test(text);
}

/** A heading that opens what a company says of itself under each press release. */
export function isBoilerplateHeading(text: string): boolean {
  return boilerplate.test(text);
}

const dateWords = new Set(
  "mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september october november december montag dienstag mittwoch donnerstag freitag samstag sonntag januar jänner februar märz april mai juni juli oktober dezember lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril juin juillet août septembre octobre novembre décembre lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre segunda terça quarta quinta sexta feira janeiro fevereiro março maio junho julho setembro outubro novembro dezembro lunedì martedì mercoledì giovedì venerdì sabato domenica gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre am pm a p m est edt cst cdt pst pdt mst gmt utc et ist cet cest uhr at on the of de del à às um h th st nd rd published updated posted last modified date first ago hours minutes days hour minute day veröffentlicht aktualisiert stand publié mis jour actualizado publicado atualizado em le il el den am vom".split(
    " ",
  ),
);

/** Whether a run is a date and nothing else: a number that can be a day, year or time, and hardly a word that no date needs. */
export function isLoneDate(text: string): boolean {
  if (text.length > 140 || !/\d/.test(text)) return false;
  if (/^\d{4}-\d{2}-\d{2}T[\d:.+Z-]+$/.test(text)) return true;
  if (!/\b(?:19|20)\d{2}\b|\d{1,2}:\d{2}|\d{1,2}\.\d{1,2}\.\d{2}/.test(text)) return false;
  let other = 0;
  let dated = 0;
  for (const word of text.toLowerCase().match(/\p{L}+|\d+/gu) ?? []) {
    if (/^\d/.test(word) || dateWords.has(word)) dated++;
    else other++;
  }
  return dated >= 3 && other <= 1;
}

/** Whether a run is one address and nothing else. */
export function isLoneUrl(text: string): boolean {
  return /^https?:\/\/\S+$/.test(text);
}

import { isSameSite, withoutPathSession } from "@/lib/canonical-url";

/** What pages that belong to an entry are called where its papers, questions and corrections stand apart from it. */
const named =
  /(?:^|[^\p{L}])(?:documents?|documentation|attachments?|files?|downloads?|addend(?:a|um)|amendments?|clarifications?|(?:(?:public|bidder|supplier|vendor) )?questions?(?: ?(?:and|&|\/) ?(?:answers?|responses))?(?=\s*(?:\(?\d{1,3}\)?)?\s*$)|q ?(?:&|and|\/) ?a|(?:\p{L}*unterlagen|dokumente|anlagen|dateien|bieterfragen|fragen (?:und|&) antworten|nachsendungen)|dossier|dce|pièces|retrait|téléchargements?|rectificatifs?|questions?(?: ?(?:et|\/|-) ?)réponses?|documentación|documentos|pliegos?|anexos|archivos|adjuntos|aclaraciones|consultas|preguntas(?: y respuestas)?|documenti|documentazione|allegati|chiarimenti|quesiti|domande e risposte|documenten|bijlagen|vragen en antwoorden|nota van inlichtingen|dokumenty|załączniki)(?!\p{L})/iu;
/** What a link does to an entry, or asks of its reader, instead of showing a part of it. */
const acts =
  /(?:^|[^\p{L}])(?:log ?in|sign|register|ask|pose|upload|submit|send|order|buy|add|save|delete|print|share|subscribe|anmelden|registrieren|hochladen|einreichen|senden|bestellen|drucken|merken|stellen|identifier|connexion|inscrire|déposer|poser|envoyer|imprimer|ajouter|acceder|registrarse|formular|enviar|imprimir|accedi|registrati|invia|stampa)(?!\p{L})/iu;
const fileName = /\.(?:pdf|docx?|xlsx?|pptx?|csv|zip|odt|ods|rtf)(?![\p{L}\d])/iu;
const longestName = 60;
const mostParts = 5;

/** What of an address tells the entry from others: a number, or a key with figures in it. */
function identifiersOf(address: string): string[] {
  const url = URL.parse(withoutPathSession(address));
  const values = url ? [...url.pathname.split("/"), ...url.searchParams.values()] : [];
  return values.filter(
    (value) => /^\d{3,}$/.test(value) || (value.length >= 8 && /\d/.test(value) && !/\s/.test(value)),
  );
}

/** Whether an address carries all that tells the entry from others, or lies below its own. */
export function belongsToEntry(entry: string, address: string): boolean {
  const [own, other] = [URL.parse(withoutPathSession(entry)), URL.parse(withoutPathSession(address))];
  if (!own || !other || !isSameSite(own.href, other.href)) return false;
  const path = own.pathname.replace(/\/$/, "");
  const isBelow = path.split("/").length > 2 && other.pathname.startsWith(`${path}/`);
  const wanted = identifiersOf(entry);
  const carried = identifiersOf(address);
  return isBelow || (wanted.length > 0 && wanted.every((value) => carried.includes(value)));
}

/**
 * Pages of an entry beside its own, on which its papers, the questions to its buyer or its corrections stand: behind tabs, or a step further. Told
 * by addresses that are the entry's own but for the part, and by what their links are called.
 */
export function entryParts(entry: string, links: readonly { url: string; text: string; rel?: string }[]): string[] {
  const here = withoutPathSession(entry).split("#")[0];
  const parts = new Set<string>();
  for (const { url, text, rel } of links) {
    const address = withoutPathSession(url).split("#")[0] ?? url;
    if (address === here || text.length > longestName || !named.test(text) || acts.test(text) || fileName.test(text))
      continue;
    if (/\bnofollow\b/.test(rel ?? "") || !belongsToEntry(entry, address)) continue;
    parts.add(address);
  }
  return [...parts].slice(0, mostParts);
}

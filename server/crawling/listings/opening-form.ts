import { type Element, isTag } from "domhandler";
import { formOf } from "./next-form";
import type { Segment } from "./record-segments";
import type { OpeningForm } from "./types";
import { hasWords } from "./value-kinds";

/** What a link does to an entry instead of showing it. */
const acts =
  /(?:^|[^\p{L}])(?:delete|remove|add|save|subscribe|unsubscribe|follow|watch|bookmark|favou?rite|register|sign|log ?in|apply|bid|submit|send|share|print|export|buy|order|vote|report|edit|löschen|entfernen|merken|abonnieren|anmelden|bewerben|drucken|bestellen|bearbeiten|supprimer|ajouter|enregistrer|s'abonner|s'inscrire|répondre|imprimer|modifier|eliminar|borrar|añadir|guardar|suscribir\p{L}*|inscribir\p{L}*|presentar|imprimir|editar|elimina|aggiungi|salva|iscriviti|stampa|modifica)(?!\p{L})/iu;

/**
 * The place at which the records carry the link that opens them by sending a form: their titles', or the only place with such a link. Null
 * where none does, or where several might: what is not plainly "show this" is not pressed.
 */
export function findOpeningPlace(records: Segment[][], titlePlace: string | null): string | null {
  const counts = new Map<string, number>();
  for (const segments of records)
    for (const place of new Set(segments.filter(mayOpen).map((one) => one.place)))
      counts.set(place, (counts.get(place) ?? 0) + 1);
  const often = [...counts].filter(([, count]) => count >= records.length * 0.6).map(([place]) => place);
  if (titlePlace !== null && often.includes(titlePlace)) return titlePlace;
  return often.length === 1 ? (often[0] ?? null) : null;
}

/** What a click there would send; only forms that are posted, since others have an address. */
export function openingForm(segments: Segment[], place: string | null, base: URL | null): OpeningForm | null {
  const segment = place === null ? undefined : segments.find((one) => one.place === place && mayOpen(one));
  const link = segment && linkOf(segment.element);
  const form = link ? formOf(link, [], base) : null;
  return form?.kind === "form" && form.method === "post" ? { action: form.action, fields: form.fields } : null;
}

function mayOpen({ href, text, element }: Segment): boolean {
  if (href === null || !/^\s*(?:#|javascript:)/i.test(href) || saysDeed(text)) return false;
  const link = linkOf(element);
  return link !== null && (hasWords(text) || /\d/.test(text)) && !acts.test(link.attribs.title ?? "");
}

/** Titles name deeds as well ("Print and order forms"); what offers one says so in few words. */
function saysDeed(text: string): boolean {
  return text.split(/\s+/).length <= 4 && acts.test(text);
}

function linkOf(element: Element): Element | null {
  for (let at: Element["parent"] = element; at && isTag(at); at = at.parent) if (at.name === "a") return at;
  return null;
}

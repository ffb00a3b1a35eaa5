import type { Contact } from "../../notices/notice-facts";
import type { FoundField } from "../tender-fields";
import { type DocumentView, placeOf, plain, type Span, textOf, trimmed, type Unit } from "./package-view";

const email = /[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const phone =
  /(?<![\d.])(?:\+\d{1,3}[\s.-]?)?(?:\(\d{1,5}\)[\s.-]?)?\d{2,5}[\s./-]\d{2,5}(?:[\s./-]\d{2,5}){0,3}(?![\d/])/u;
const role =
  /(?<!\p{L})(?:contracting officer(?:(?:['’]s)?\s+representative)?|contract(?:ing)? specialist|contract(?:s|ing)? (?:manager|administrator)|procurement (?:officer|manager|lead|specialist|agent|analyst|contact)|purchasing (?:agent|officer|manager)|(?:senior )?buyer|point of contact|contact person|contact|technical point of contact|product owner|project manager|programme manager|program manager|ansprechpartner(?:in)?|kontaktperson|interlocuteur|personne à contacter|contacto|responsable|responsabile del procedimento|contactpersoon|osoba do kontaktów)(?!\p{L})/iu;
const personName =
  /(?<![\p{L}.])(?<name>\p{Lu}[\p{Ll}'’-]+(?:\s+\p{Lu}\.)?(?:[\s-]+(?:(?:van|von|de|der|den|la|du)\s+)*\p{Lu}[\p{L}'’-]+){1,2})(?![\p{L}@])/gu;
const notPeople =
  /(?<!\p{L})(?:general|services?|administration|federal|office|officer|department|contract\w*|specialist|manager|request|quotation|email|mail|phone|address|attention|subject|street|avenue|building|project|program\w*|procurement|government|technical|product|owner|representative|point|team|section|schedule|council|board|city|county|trust|university|the|please|national|region|response|form|submission|google|amendment|chief|director|senior|deputy|head|business|public|health|data|digital|new|united|north|south|east|west|saint|san|los|fort|inspector|hotline|quality|task|order|performance|help|desk|date|time|oral|key|personnel|primary|alternate|determined|agile|development|plan|meeting|info|information|system|dates|questions?|submit|help|stadt|gemeinde|landkreis|zentrale|vergabe\p{L}*|ville|commune|comune|ayuntamiento)(?!\p{L})/iu;

interface Person extends Contact {
  span: Span;
  unit: Unit;
  view: DocumentView;
  score: number;
}

/** Whom to ask or write to: people with a role, and addresses; a person and an address that names them are one. */
export function readContacts(views: readonly DocumentView[]): FoundField[] {
  const kept: Person[] = [];
  for (const view of [...views].sort((a, b) => b.weight - a.weight)) {
    if (view.weight === 0) continue;
    for (const person of view.document.units.flatMap((unit) => peopleIn(view, unit))) merge(kept, person);
  }
  return kept
    .sort((a, b) => b.score - a.score)
    .slice(0, 20)
    .map(({ name, email: address, phone: number, role: title, span, unit, view, score }) => ({
      name: "contact",
      value: { name, email: address, phone: number, role: title },
      text: [name, title, address, number].filter(Boolean).join(", "),
      place: placeOf(view.document, span, unit),
      quote: textOf(view.document, span),
      score,
    }));
}

function peopleIn(view: DocumentView, unit: Unit): Person[] {
  const { document } = view;
  if (unit.kind === "code" || unit.end - unit.start > 700) return [];
  const text = textOf(document, unit);
  const titles = [...text.matchAll(new RegExp(role.source, "giu"))].map((match) => match[0]);
  const title = titles.find((one) => !/^contact$/i.test(one)) ?? titles[0] ?? null;
  const addresses = [...new Set(text.match(email) ?? [])].map((address) => address.replace(/[.'-]+$/, ""));
  const label = /^(?:from|contact|attn|attention|poc|ansprechpartner(?:in)?|email|e-mail)\s*[:|]/i.test(text);
  if (addresses.length === 0 && !(title && /[:|,–]/.test(text) && text.length < 260) && !label) return [];
  const names = [...text.matchAll(personName)].map((match) => plain(match[0])).filter((name) => !notPeople.test(name));
  const span = unit.end - unit.start <= 300 ? trimmed(document, unit) : trimmed(document, unit);
  const base = { span, unit, view };
  if (addresses.length === 0) {
    const name = names.find((one) => isTitled(text, one, title ?? ""));
    if (!name || !title) return [];
    return [
      {
        ...base,
        name,
        email: null,
        phone: phoneIn(text),
        role: tidyRole(title),
        score: 1.2 * view.weight * (/contracting|procurement|contact/i.test(title) ? 1.3 : 1),
      },
    ];
  }
  return addresses.map((address) => {
    const own =
      names.map((name) => name.replace(/\s+\p{Lu}{2,6}$/u, "")).find((name) => isNameOf(name, address)) ??
      (addresses.length === 1 && title ? (names[0] ?? null) : null);
    const isDesk =
      /(?<!\p{L})(?:help ?desk|service ?desk|support|technical problems)/iu.test(`${text} ${address}`) && !own;
    const isTender =
      /(?<!\p{L})(?:quot|proposal|bid|tender|question|submi|rfq|rfp|offer|angebot|offre|oferta|contact|contracting|procurement)/iu.test(
        text,
      );
    return {
      ...base,
      name: own,
      email: address,
      phone: addresses.length === 1 ? phoneIn(text) : null,
      role: title ? tidyRole(title) : null,
      score:
        ((isDesk ? 0.4 : 1.6) +
          (isTender ? 0.8 : 0) +
          (title && /contracting|procurement|contact|specialist/i.test(title) ? 0.7 : 0)) *
        Math.max(0.5, view.weight),
    };
  });
}

/** "Buyer: Ann Lee" and "Ann Lee, Buyer"; a role somewhere in a sentence is nobody's. */
function isTitled(text: string, name: string, title: string): boolean {
  if (!title || text.length > 180) return false;
  const [at, titleAt] = [text.replace(/\s+/g, " ").indexOf(name), text.replace(/\s+/g, " ").indexOf(title)];
  const flat = text.replace(/\s+/g, " ");
  const between = at > titleAt ? flat.slice(titleAt + title.length, at) : flat.slice(at + name.length, titleAt);
  return (
    /^[^.]{0,40}$/.test(between) &&
    /[:|,(–-]/.test(between) &&
    !/(?<!\p{L})(?:the|to|shall|will|and|or)(?!\p{L})/iu.test(between)
  );
}

function merge(kept: Person[], person: Person): void {
  const known = kept.find(
    (one) =>
      (one.email && person.email && one.email.toLowerCase() === person.email.toLowerCase()) ||
      (one.name &&
        person.name &&
        one.name.toLowerCase() === person.name.toLowerCase() &&
        (!one.email || !person.email)) ||
      (one.name && !one.email && person.email && isNameOf(one.name, person.email)) ||
      (person.name && !person.email && one.email && isNameOf(person.name, one.email)),
  );
  if (!known) {
    kept.push({ ...person });
    return;
  }
  // Its quote stays with the address, which is what people act on.
  if (!known.email && person.email)
    Object.assign(known, { email: person.email, span: person.span, unit: person.unit, view: person.view });
  known.name ??= person.name;
  known.phone ??= person.phone;
  known.role ??= person.role;
  known.score = Math.max(known.score, person.score) + 0.1;
}

function isNameOf(name: string, address: string): boolean {
  const local = (address.split("@")[0] ?? "").toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
  const family = (name.split(/\s+/).at(-1) ?? "").toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
  return family.length > 2 && local.includes(family);
}

function phoneIn(text: string): string | null {
  const cue = /(?<!\p{L})(?:phone|tel(?:ephone|efon|éphone)?\.?|call|mobile|fon)\s*(?:no\.?|number)?\s*[:.]?\s*/iu.exec(
    text,
  );
  const match = cue ? phone.exec(text.slice(cue.index + cue[0].length, cue.index + cue[0].length + 40)) : null;
  return match?.[0].trim() ?? null;
}

function tidyRole(text: string): string {
  return plain(text).replace(/(?<![\p{L}'’])\p{Ll}/gu, (letter) => letter.toUpperCase());
}

import { clockOf, type NoticeStatus } from "./notice";
import { wordDate } from "./wording";

export type Tongue = "de" | "fr";
const zone = "Europe/Berlin";

/** `Dienstag, 8. Dezember 2026, 12 Uhr mittags`, `mardi 8 décembre 2026 à midi` */
export function deadlineInWords(at: Date, tongue: Tongue): string {
  const { hour, minute } = clockOf(at, zone);
  const day = wordDate(at, zone, tongue, true);
  const minutes = minute === 0 ? "" : ` ${String(minute).padStart(2, "0")}`;
  if (tongue === "fr")
    return `${day} à ${hour === 12 && minute === 0 ? "midi" : `${hour} ${hour === 1 ? "heure" : "heures"}${minutes}`}`;
  const part = hour < 12 ? " vormittags" : "";
  return `${day}, ${hour} Uhr${minutes || (hour === 12 ? " mittags" : part)}`;
}

export const dayInWords = (at: Date, tongue: Tongue): string => wordDate(at, zone, tongue, false);

interface Wording {
  site: string;
  list: string;
  current: string;
  over: string;
  next: string;
  previous: string;
  back: string;
  switch: string;
  notice: string;
  papers: string;
  corrections: string;
  none: string;
  noPapers: string;
  archive: string;
  subject: string;
  buyer: string;
  number: string;
  procedure: string;
  limit: string;
  questions: string;
  start: string;
  published: string;
  state: string;
  codes: string;
  place: string;
  description: string;
  conditions: string;
  moved: string;
  states: Record<NoticeStatus | "prior", string>;
  events: Record<"deadline" | "status" | "need", string>;
}

export const wordings: Record<Tongue, Wording> = {
  de: {
    site: "Vergabeportal Oberrhein",
    list: "Bekanntmachungen",
    current: "Laufende Verfahren",
    over: "Beendete Verfahren",
    next: "Weitere Verfahren",
    previous: "Vorherige Verfahren",
    back: "Zur Liste",
    switch: "Français",
    notice: "Bekanntmachung",
    papers: "Unterlagen",
    corrections: "Berichtigungen",
    none: "Es gibt keine Berichtigungen.",
    noPapers: "Es werden keine Unterlagen bereitgestellt.",
    archive: "Alle Unterlagen als ZIP-Datei",
    subject: "Gegenstand",
    buyer: "Vergabestelle",
    number: "Aktenzeichen",
    procedure: "Verfahrensart",
    limit: "Schlusstermin für den Eingang der Angebote",
    questions: "Bieterfragen bis",
    start: "Voraussichtlicher Beginn des Verfahrens",
    published: "Bekannt gemacht am",
    state: "Verfahrensstand",
    codes: "CPV",
    place: "Ausführungsort",
    description: "Beschreibung",
    conditions: "Bedingungen",
    moved: "Früherer Termin",
    states: {
      open: "Angebotsphase",
      closed: "Angebote werden geprüft",
      cancelled: "Verfahren aufgehoben",
      awarded: "Zuschlag erteilt",
      prior: "In Vorbereitung",
    },
    events: {
      deadline: "Der Schlusstermin wurde verlegt.",
      status: "Der Verfahrensstand wurde geändert.",
      need: "Die Bedingungen wurden geändert.",
    },
  },
  fr: {
    site: "Portail des marchés du Rhin supérieur",
    list: "Avis",
    current: "Procédures en cours",
    over: "Procédures terminées",
    next: "Procédures suivantes",
    previous: "Procédures précédentes",
    back: "Retour à la liste",
    switch: "Deutsch",
    notice: "Avis",
    papers: "Dossier",
    corrections: "Rectificatifs",
    none: "Aucun rectificatif.",
    noPapers: "Aucun dossier n'est mis à disposition.",
    archive: "Tout le dossier (fichier ZIP)",
    subject: "Objet",
    buyer: "Acheteur",
    number: "Référence",
    procedure: "Procédure",
    limit: "Date limite de réception des offres",
    questions: "Questions jusqu'au",
    start: "Début prévu de la procédure",
    published: "Publié le",
    state: "État de la procédure",
    codes: "CPV",
    place: "Lieu d'exécution",
    description: "Description",
    conditions: "Conditions",
    moved: "Ancienne date",
    states: {
      open: "Remise des offres ouverte",
      closed: "Offres en cours d'analyse",
      cancelled: "Procédure annulée",
      awarded: "Marché attribué",
      prior: "En préparation",
    },
    events: {
      deadline: "La date limite a été reportée.",
      status: "L'état de la procédure a changé.",
      need: "Les conditions ont été modifiées.",
    },
  },
};

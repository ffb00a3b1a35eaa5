import { expect, test } from "vitest";
import { meaningOfLabel } from "./labels";

const meant = (label: string) => {
  const meaning = meaningOfLabel(label);
  return meaning === null ? null : meaning.field === "deadline" ? meaning.kind : meaning.field;
};

test.each<[string, string[]]>([
  [
    "submission",
    [
      "Deadline",
      "Closing date",
      "Closes",
      "Closes in",
      "Due date",
      "Submission deadline",
      "Bids due",
      "Response date",
      "Deadline for receipt of tenders",
      "Angebotsfrist",
      "Abgabetermin",
      "Einreichungsfrist",
      "Schlusstermin",
      "Ablauf der Angebotsfrist",
      "Frist",
      "Date limite de remise des offres",
      "Date de clôture",
      "Remise des plis",
      "Fecha límite de presentación",
      "Fin de plazo",
      "Scadenza",
      "Termine presentazione offerte",
      "Sluitingsdatum",
    ],
  ],
  [
    "questions",
    [
      "Deadline for questions",
      "Clarification deadline",
      "Questions due",
      "Frist für Bieterfragen",
      "Scadenza quesiti",
      "Termine per le richieste di chiarimento",
      "Last date for enquiries",
    ],
  ],
  ["site_visit", ["Site visit", "Besichtigung", "Ortsbesichtigung", "Visite du site"]],
  [
    "issued",
    [
      "Published",
      "Publication date",
      "Posted",
      "Date added",
      "Veröffentlicht am",
      "Bekanntmachung vom",
      "Date de publication",
      "Mise en ligne",
      "Fecha de publicación",
      "Data di pubblicazione",
    ],
  ],
  [
    "buyer",
    [
      "Buyer",
      "Contracting authority",
      "Organisation",
      "Agency",
      "Published by",
      "Issued by",
      "Auftraggeber",
      "Vergabestelle",
      "Acheteur",
      "Pouvoir adjudicateur",
      "Órgano de contratación",
      "Stazione appaltante",
      "Beschaffungsstelle",
    ],
  ],
  [
    "reference",
    [
      "Reference",
      "Ref.",
      "Tender ID",
      "Notice number",
      "Solicitation #",
      "Aktenzeichen",
      "Geschäftszahl",
      "Vergabenummer",
      "Vergabe-Nr.",
      "Référence",
      "N° de consultation",
      "Expediente",
      "CIG",
      "Project no.",
    ],
  ],
  ["status", ["Status", "Statut", "Estado", "Stato", "Notice status"]],
  [
    "value",
    [
      "Value",
      "Estimated value",
      "Contract value",
      "Budget",
      "Auftragswert",
      "Montant estimé",
      "Presupuesto base",
      "Importo",
    ],
  ],
  ["category", ["Category", "CPV code", "CPV", "NAICS code", "Kategorie", "Catégorie"]],
  [
    "place",
    ["Location", "Place of performance", "Region", "Ausführungsort", "Ort", "Lieu d'exécution", "Lugar de ejecución"],
  ],
  ["period", ["Contract duration", "Laufzeit", "Ausführungsfrist", "Durée", "Plazo de ejecución", "Délai d'exécution"]],
  ["phone", ["Phone number", "Telefon", "Telephone"]],
  ["kind", ["Notice type", "Verfahrensart", "Type de marché", "Procedure type"]],
  ["updated", ["Last updated", "Zuletzt geändert", "Aktualisiert"]],
  ["summary", ["Description", "Beschreibung", "Summary", "Objet", "Descripción"]],
  [
    "expected",
    [
      "Estimated publication date",
      "Anticipated release",
      "Solicitation expected to be issued",
      "Estimated Open Date",
      "Voraussichtliche Veröffentlichung",
      "Publication prévue",
      "Fecha prevista de licitación",
    ],
  ],
  ["other_closing", ["Office closing", "Portal hours", "Öffnungszeiten", "Road closures"]],
  ["contact", ["Contact", "Ansprechpartner", "Contact person"]],
  ["start", ["Contract start date", "Vertragsbeginn"]],
  ["other", ["Bid opening", "Eröffnungstermin", "Bindefrist"]],
])("labels that mean %s", (meaning, labels) => {
  expect(labels.map((label) => [label, meant(label)])).toEqual(labels.map((label) => [label, meaning]));
});

test.each(["Read more", "Share", "Cookies", "12 May 2031", "Download all"])("%s is no label", (label) => {
  expect(meaningOfLabel(label)).toBeNull();
});

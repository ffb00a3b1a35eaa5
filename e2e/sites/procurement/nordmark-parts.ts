import { createHash } from "node:crypto";
import { awardOf, daysFrom } from "./listed-notices";
import type { PortalNotice } from "./notice";
import { clockTime, dottedDate } from "./wording";

const zone = "Europe/Berlin";

export interface Section {
  /** As the form numbers it, for example `5.1.12`. */
  number: string;
  name: string;
  lines: (readonly [label: string, value: string])[];
}

/** Whether the number is one within another section. */
export const isPartIn = (number: string) => /\d\.\d/.test(number);

const at = (day: Date) => `${dottedDate(day, zone, false)} ${clockTime(day, zone)} Uhr`;
const isCompetition = ({ details }: PortalNotice) => /Teilnahmewettbewerb/.test(details?.kind ?? "");
const changes = {
  deadline: "Fristverlängerung",
  status: "Der Stand des Verfahrens hat sich geändert",
  need: "Anforderungen oder Vergabeunterlagen wurden berichtigt",
} as const;

function noticeNumber({ id }: PortalNotice): string {
  const hex = createHash("md5").update(`eforms ${id}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** In the sections of the European form. */
export function eformsParts(notice: PortalNotice): Section[] {
  const { title, buyer, reference, summary, needs, deadline, publishedAt, details, corrections, isPrior } = notice;
  const [basis = "VgV", procedure = "Offenes Verfahren"] = (details?.kind ?? "").split(", ");
  const lots = details?.lots ?? ["LOT-0001"];
  const isOfBidder = (need: string) => /Biete|Bewerb|Referenz|zertifiziert/.test(need);
  const others = needs.filter((need) => !isOfBidder(need));
  const terms: Section["lines"] = isPrior
    ? [["Voraussichtliches Datum der Auftragsbekanntmachung", dottedDate(deadline, zone, false)]]
    : [
        ["Elektronische Einreichung", "Erforderlich"],
        ["Sprachen, in denen Angebote oder Teilnahmeanträge eingereicht werden können", "Deutsch"],
        [
          isCompetition(notice) ? "Frist für den Eingang der Teilnahmeanträge" : "Frist für den Eingang der Angebote",
          `${at(deadline)} (Ortszeit)`,
        ],
        ...(isCompetition(notice)
          ? []
          : [
              ["Frist, bis zu der das Angebot gültig sein muss", "62 Tage"] as const,
              ["Datum der Angebotsöffnung", at(new Date(deadline.getTime() + 15 * 60_000))] as const,
            ]),
        ...others.map((need) => ["Bedingungen für die Ausführung des Auftrags", need] as const),
      ];
  const lotParts = lots.map(
    (lot): Section => ({
      number: "5.1",
      name: `Los: ${lot}`,
      lines: [
        ["Titel", lots.length > 1 ? `${title}, ${lot.replace(/^LOT-\d+ /, "")}` : title],
        ["Laufzeit", isPrior ? "noch nicht festgelegt" : "24 Monate, zwei Verlängerungen um je zwölf Monate"],
      ],
    }),
  );
  return [
    { number: "1.", name: "Beschaffer", lines: [] },
    {
      number: "1.1",
      name: "Beschaffer",
      lines: [
        ["Offizielle Bezeichnung", buyer],
        ["E-Mail", "vergabe@nordmark.example"],
      ],
    },
    { number: "2.", name: "Verfahren", lines: [] },
    {
      number: "2.1",
      name: "Verfahren",
      lines: [
        ["Titel", title],
        ["Beschreibung", summary],
        ["Kennung des Verfahrens", noticeNumber({ ...notice, id: notice.id + 1 })],
        ["Interne Kennung", reference],
        ["Verfahrensart", procedure],
      ],
    },
    { number: "2.1.1", name: "Zweck", lines: [["Haupteinstufung (cpv)", details?.codes ?? "nicht angegeben"]] },
    { number: "2.1.2", name: "Erfüllungsort", lines: [["Ort", details?.place ?? "nicht angegeben"]] },
    ...(details?.value
      ? [{ number: "2.1.3", name: "Wert", lines: [["Geschätzter Wert ohne MwSt.", details.value] as const] }]
      : []),
    {
      number: "2.1.4",
      name: "Allgemeine Informationen",
      lines: [["Rechtsgrundlage", `Richtlinie 2014/24/EU, ${basis}`]],
    },
    { number: "5.", name: "Los", lines: [] },
    ...lotParts,
    ...(others.length < needs.length
      ? [
          {
            number: "5.1.9",
            name: "Eignungskriterien",
            lines: needs.filter(isOfBidder).map((need) => ["Beschreibung", need] as const),
          },
        ]
      : []),
    { number: "5.1.12", name: "Bedingungen für die Auftragsvergabe", lines: terms },
    {
      number: "5.1.16",
      name: "Weitere Informationen, Schlichtung und Nachprüfung",
      lines: [["Überprüfungsstelle", "Vergabekammer Nordmark"]],
    },
    ...(notice.status === "awarded"
      ? [
          {
            number: "6.",
            name: "Ergebnisse",
            lines: [
              ["Gewinner", "Nassbagger Klint GmbH & Co. KG"],
              ["Datum des Vertragsabschlusses", dottedDate(awardOf(notice, zone), zone, false)],
            ] as Section["lines"],
          },
        ]
      : []),
    ...(corrections.length > 0 ? [{ number: "10.", name: "Änderung", lines: corrections.map(changeLine) }] : []),
    { number: "11.", name: "Informationen zur Bekanntmachung", lines: [] },
    {
      number: "11.1",
      name: "Informationen zur Bekanntmachung",
      lines: [
        ["Kennung/Fassung der Bekanntmachung", `${noticeNumber(notice)} - 0${corrections.length + 1}`],
        ["Formulartyp", isPrior ? "Planung" : "Wettbewerb"],
        ["Datum der Übermittlung der Bekanntmachung", at(publishedAt)],
      ],
    },
  ];
}

const changeLine = ({ at: day, what }: PortalNotice["corrections"][number]) =>
  [`Änderung vom ${dottedDate(day, zone, false)}`, changes[what]] as const;

/** In the sections of the national form. */
export function nationalParts(notice: PortalNotice): Section[] {
  const { title, buyer, reference, summary, needs, deadline, publishedAt, details, corrections } = notice;
  const [basis = "UVgO", procedure = "Öffentliche Ausschreibung"] = (details?.kind ?? "").split(", ");
  return [
    {
      number: "1.",
      name: "Öffentlicher Auftraggeber (Vergabestelle)",
      lines: [
        ["Name", buyer],
        ["Elektronische Adresse", "vergabe@nordmark.example"],
      ],
    },
    {
      number: "2.",
      name: "Angaben zum Verfahren",
      lines: [
        ["Verfahrensart", `${procedure} [${basis}]`],
        ["Vergabenummer", reference],
      ],
    },
    { number: "3.", name: "Angaben zu Angeboten", lines: [["Form der Angebote", "elektronisch in Textform"]] },
    {
      number: "4.",
      name: "Angaben zu Vergabeunterlagen",
      lines: [["Abruf bis", at(deadline)]],
    },
    {
      number: "5.",
      name: "Angaben zur Leistung",
      lines: [
        ["Bezeichnung", title],
        ["Art und Umfang der Leistung", summary],
        ["Ausführungsort", details?.place ?? "nicht angegeben"],
        ["Ausführungsfrist", `ab ${dottedDate(daysFrom(deadline, 60, 9, zone), zone, false)}`],
      ],
    },
    {
      number: "6.",
      name: "Fristen",
      lines: [
        ["Angebotsfrist", at(deadline)],
        ["Bindefrist", dottedDate(daysFrom(deadline, 45, 9, zone), zone, false)],
        ["Bieterfragen bis", dottedDate(daysFrom(deadline, -6, 9, zone), zone, false)],
      ],
    },
    {
      number: "7.",
      name: "Bedingungen und Nachweise",
      lines: needs.map((need, index) => [`7${"abcdef"[index]})`, need] as const),
    },
    {
      number: "8.",
      name: "Sonstiges",
      lines: [
        ...corrections.map(changeLine),
        ["Tag der Veröffentlichung auf der Plattform", dottedDate(publishedAt, zone, false)],
      ],
    },
  ];
}

import { html } from "../ground/html";
import type { Reply } from "../ground/start-site";
import { brevanneScript } from "./brevanne-script";
import { brevanneDrafts } from "./drafts-brevanne";
import { awardOf, daysFrom, standingOf } from "./listed-notices";
import type { PortalNotice } from "./notice";
import { tenderPaper } from "./papers";
import type { ProcurementRegister } from "./register";
import { documentOf, type Skin } from "./skin";
import { clockTime, slashedDate } from "./wording";

const zone = "Europe/Paris";
const app = "/consultations";
const api = "/api/v1/consultations";
const codes = { open: "EN_COURS", closed: "CLOTUREE", cancelled: "SANS_SUITE", awarded: "ATTRIBUEE", prior: "PREVUE" };
const perPage = 6;

/**
 * An application of a reactive framework with a library of components: a data table whose rows open by a press and hold no link, pages turned by
 * buttons of signs beside "1-6 sur 14", a notice under an address of its own in tabs of which only the chosen one exists.
 */
export const brevanne: Skin = {
  plan: { country: "fr", zone, listed: { firstId: 4_107, drafts: brevanneDrafts } },
  listingPath: app,
  detailPath: ({ id }) => `${app}/${id}`,
  answer: ({ path, query }, register) => {
    if (path === "/") return { status: 302, headers: { location: app }, body: "" };
    if (path === "/assets/index-b7c02f1e.js")
      return {
        body: brevanneScript(register.isRedesigned()),
        headers: { "content-type": "text/javascript; charset=utf-8" },
      };
    if (path === api) return json(pageOf(register, Number(query.get("page")) || 0));
    const [, id, file] = /^\/api\/v1\/consultations\/(\d+)(\/documents\/1)?$/.exec(path) ?? [];
    if (id) {
      const notice = register.find(Number(id));
      if (!notice) return { ...json({ status: 404, error: "Not Found" }), status: 404 };
      return file ? paper(notice) : json(whole(notice, register));
    }
    return path === app || /^\/consultations\/\d+$/.test(path) ? { body: shell } : null;
  },
};

const json = (value: unknown): Reply => ({
  headers: { "content-type": "application/json", "cache-control": "no-cache" },
  body: JSON.stringify(value),
});

const shell = documentOf(
  `<title>Consultations - Brévanne marchés</title><link rel="icon" href="data:,"><script type="module" crossorigin src="/assets/index-b7c02f1e.js"></script>`,
  html`<noscript><strong>Cette application nécessite JavaScript.</strong></noscript><div id="app"></div>`,
  "fr",
);

function pageOf(register: ProcurementRegister, page: number) {
  const all = register.all().sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime() || a.id - b.id);
  return {
    content: all.slice(page * perPage, (page + 1) * perPage).map((notice) => short(notice, register)),
    number: page,
    size: perPage,
    totalElements: all.length,
    totalPages: Math.ceil(all.length / perPage),
  };
}

const short = (notice: PortalNotice, register: ProcurementRegister) => ({
  id: notice.id,
  objet: notice.title,
  reference: notice.reference,
  acheteur: { libelle: notice.buyer },
  nature: notice.details?.kind ?? null,
  statut: codes[standingOf(notice, register.now())],
  datePublication: notice.publishedAt.toISOString(),
  dateLimiteRemise: notice.deadline.toISOString(),
});

const whole = (notice: PortalNotice, register: ProcurementRegister) => ({
  ...short(notice, register),
  service: notice.details?.unit ?? null,
  description: notice.summary,
  exigences: notice.needs,
  dateLimiteQuestions: daysFrom(notice.deadline, -6, 12, zone).toISOString(),
  dateAttribution: notice.status === "awarded" ? awardOf(notice, zone).toISOString() : null,
  documents: [{ libelle: "Règlement de la consultation", lien: `${api}/${notice.id}/documents/1` }],
  rectificatifs: notice.corrections.map(({ at, what, was }) => ({
    date: at.toISOString(),
    type: what,
    ancienneDate: was?.toISOString() ?? null,
  })),
});

const paper = (notice: PortalNotice) =>
  tenderPaper(notice, {
    head: "Règlement de la consultation",
    scope: "Objet",
    term: "Remise des offres",
    demands: "Exigences",
    lots: "Lots",
    closing: `Les offres sont à remettre avant le ${slashedDate(notice.deadline, zone)} à ${clockTime(notice.deadline, zone)}.`,
  });

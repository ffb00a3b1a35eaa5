import { html, type Markup } from "../ground/html";
import type { Reply } from "../ground/start-site";
import { zip } from "./docx";
import { germanDrafts } from "./drafts-german";
import { oberrheinDrafts } from "./drafts-oberrhein";
import { daysFrom, standingOf } from "./listed-notices";
import type { PortalNotice } from "./notice";
import { dayInWords, deadlineInWords, type Tongue, wordings } from "./oberrhein-words";
import { csvPaper, tenderPaper } from "./papers";
import type { ProcurementRegister } from "./register";
import { documentOf, type Skin } from "./skin";

const zone = "Europe/Berlin";
const lists: Record<Tongue, string> = { de: "/de/bekanntmachungen", fr: "/fr/avis" };
const other: Record<Tongue, Tongue> = { de: "fr", fr: "de" };
const perPage = 6;
type Tab = "notice" | "papers" | "corrections";

/**
 * A portal of two banks of a river, every notice under an address in German and one in French with the buyer's own words in both: definition
 * lists, closing dates in words, tabs that the server draws, all documents in one archive.
 */
export const oberrhein: Skin = {
  plan: {
    country: "de",
    zone,
    listed: {
      firstId: 4_810,
      drafts: oberrheinDrafts,
      also: [
        {
          index: 20,
          draft: germanDrafts[20],
          words: {
            title: "Gutachten zur Krankenhausplanung",
            reference: "10.3-061/26",
            details: {
              kind: "Verhandlungsverfahren mit Teilnahmewettbewerb",
              codes: "79411000-8",
              place: "landesweit",
            },
          },
        },
        {
          index: 21,
          draft: germanDrafts[21],
          words: {
            title: "Kanalinspektion und Rohrreinigung (74 km)",
            buyer: "Stadtwerke Lübkenow",
            details: { kind: "Offenes Verfahren", codes: "90470000-2", place: "Lübkenow" },
          },
        },
      ],
    },
  },
  listingPath: lists.de,
  detailPath: (notice) => addressOf(notice, "de"),
  answer: ({ path, query }, register) => {
    if (path === "/") return { status: 302, headers: { location: lists.de }, body: "" };
    const tongue: Tongue = path.startsWith("/fr/") ? "fr" : "de";
    if (path === lists[tongue])
      return { body: listing(register, tongue, query.get("stand") === "beendet", Number(query.get("seite"))) };
    const packed = /^\/dokumente\/(\d+)\/unterlagen\.zip$/.exec(path)?.[1];
    const notice = register.all().find((one) => addressOf(one, tongue) === path || String(one.id) === packed);
    if (!notice) return null;
    if (packed) return notice.isPrior ? null : archive(notice);
    const asked = query.get("tab");
    const tab = asked === "papers" || asked === "corrections" ? asked : "notice";
    return { body: detail(notice, register, tongue, tab) };
  },
};

const plainLetters: Record<string, string> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };

function addressOf({ title, id }: PortalNotice, tongue: Tongue): string {
  const slug = title
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => plainLetters[letter] ?? letter)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return `${lists[tongue]}/${slug}-${id}`;
}

function frame(title: string, tongue: Tongue, twin: string, own: string, main: Markup): string {
  const words = wordings[tongue];
  return documentOf(
    `<title>${html`${title} · ${words.site}`.markup}</title><link rel="alternate" hreflang="${other[tongue]}" href="${html`${twin}`.markup}"><link rel="canonical" href="${html`${own}`.markup}">`,
    html`<div class="page"><div class="page__head"><a class="logo" href="${lists[tongue]}">${words.site}</a><a class="lang" hreflang="${other[tongue]}" lang="${other[tongue]}" href="${twin}">${words.switch}</a></div><div class="page__body">${main}</div><div class="page__foot"><a href="/impressum">Impressum / Mentions légales</a><p>${tongue === "de" ? "Die Geschäftsstelle ist vom 24. Dezember 2026 bis zum 6. Januar 2027 geschlossen." : "Le secrétariat est fermé du 24 décembre 2026 au 6 janvier 2027."}</p></div></div>`,
    tongue,
  );
}

function listing(register: ProcurementRegister, tongue: Tongue, isOver: boolean, wanted: number): string {
  const words = wordings[tongue];
  const now = register.now();
  const isPast = (notice: PortalNotice) => !["open", "prior"].includes(standingOf(notice, now));
  const here = register
    .all()
    .filter((notice) => isPast(notice) === isOver)
    .sort((a, b) => a.deadline.getTime() - b.deadline.getTime() || a.id - b.id);
  const count = Math.max(1, Math.ceil(here.length / perPage));
  const number = Math.min(count, Math.max(1, Math.trunc(wanted) || 1));
  const address = (of: Tongue, over: boolean, page: number) => {
    const query = [...(over ? ["stand=beendet"] : []), ...(page > 1 ? [`seite=${page}`] : [])].join("&");
    return lists[of] + (query && `?${query}`);
  };
  const facts = (notice: PortalNotice): [string, string][] => [
    [words.buyer, notice.buyer],
    [words.limit, notice.isPrior ? "–" : deadlineInWords(notice.deadline, tongue)],
    [words.state, words.states[standingOf(notice, now)]],
  ];
  const link = (notice: PortalNotice) => html`<a href="${addressOf(notice, tongue)}">${notice.title}</a>`;
  const entry = (notice: PortalNotice) =>
    register.isRedesigned()
      ? html`<article class="hit"><header><h3>${link(notice)}</h3></header>${facts(notice).map(([label, value]) => html`<p><small>${label}</small> ${value}</p>`)}</article>`
      : html`<dt>${link(notice)}</dt>${facts(notice).map(([label, value]) => html`<dd><span>${label}:</span> ${value}</dd>`)}`;
  const entries = here.slice((number - 1) * perPage, number * perPage).map(entry);
  const tab = (over: boolean) =>
    html`<li${over === isOver && html` class="is-active"`}><a href="${address(tongue, over, 1)}">${over ? words.over : words.current}</a></li>`;
  return frame(
    words.list,
    tongue,
    address(other[tongue], isOver, number),
    address(tongue, isOver, number),
    html`<h1>${words.list}</h1><ul class="tabs">${tab(false)}${tab(true)}</ul>${register.isRedesigned() ? html`<div class="hits">${entries}</div>` : html`<dl class="hits">${entries}</dl>`}<p class="turn">${number > 1 && html`<a rel="prev" href="${address(tongue, isOver, number - 1)}">${words.previous}</a>`} ${number < count && html`<a rel="next" href="${address(tongue, isOver, number + 1)}">${words.next}</a>`}</p>`,
  );
}

function detail(notice: PortalNotice, register: ProcurementRegister, tongue: Tongue, tab: Tab): string {
  const words = wordings[tongue];
  const own = addressOf(notice, tongue);
  const of = (name: Tab) => (name === "notice" ? own : `${own}?tab=${name}`);
  const panels = { notice: facts, papers, corrections: corrected };
  const tabs = (["notice", "papers", "corrections"] as const).map(
    (name) => html`<li${name === tab && html` class="is-active"`}><a href="${of(name)}">${words[name]}</a></li>`,
  );
  return frame(
    notice.title,
    tongue,
    addressOf(notice, other[tongue]) + (tab === "notice" ? "" : `?tab=${tab}`),
    of(tab),
    html`<p><a href="${lists[tongue]}">${words.back}</a></p><h1>${notice.title}</h1><ul class="tabs">${tabs}</ul><div class="panel">${panels[tab](notice, register, tongue)}</div>`,
  );
}

function facts(notice: PortalNotice, register: ProcurementRegister, tongue: Tongue): Markup {
  const words = wordings[tongue];
  const { title, buyer, reference, deadline, publishedAt, details, isPrior, summary, needs } = notice;
  const lines: [string, string][] = [
    [words.subject, title],
    [words.buyer, buyer],
    [words.number, reference],
    [words.procedure, details?.kind ?? ""],
    [words.state, words.states[standingOf(notice, register.now())]],
    [words.codes, details?.codes ?? ""],
    [words.place, details?.place ?? ""],
    [words.published, dayInWords(publishedAt, tongue)],
    ...(isPrior
      ? [[words.start, dayInWords(deadline, tongue)] as [string, string]]
      : [
          [words.questions, dayInWords(daysFrom(deadline, -7, 12, zone), tongue)] as [string, string],
          [words.limit, deadlineInWords(deadline, tongue)] as [string, string],
        ]),
  ];
  const list = register.isRedesigned()
    ? html`<table class="data">${lines.map(([label, value]) => html`<tr><th>${label}</th><td>${value}</td></tr>`)}</table>`
    : html`<dl class="data">${lines.map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>`;
  return html`${list}<h2>${words.description}</h2><p lang="de">${summary}</p>${needs.length > 0 && html`<h2>${words.conditions}</h2><ul lang="de">${needs.map((need) => html`<li>${need}</li>`)}</ul>`}`;
}

function papers(notice: PortalNotice, _: ProcurementRegister, tongue: Tongue): Markup {
  const words = wordings[tongue];
  if (notice.isPrior) return html`<p>${words.noPapers}</p>`;
  const changed = notice.corrections.at(-1)?.at ?? notice.publishedAt;
  return html`<dl class="files"><dt><a href="/dokumente/${notice.id}/unterlagen.zip">${words.archive}</a></dt><dd>${dayInWords(changed, tongue)}</dd></dl>`;
}

function corrected({ corrections }: PortalNotice, _: ProcurementRegister, tongue: Tongue): Markup {
  const words = wordings[tongue];
  if (corrections.length === 0) return html`<p>${words.none}</p>`;
  return html`<dl>${corrections.map(({ at, what, was }) => html`<dt>${dayInWords(at, tongue)}</dt><dd>${words.events[what]}${was && ` ${words.moved}: ${deadlineInWords(was, tongue)}.`}</dd>`)}</dl>`;
}

function archive(notice: PortalNotice): Reply {
  const paper = tenderPaper(notice, {
    head: "Aufforderung zur Abgabe eines Angebots",
    scope: "Leistung",
    term: "Schlusstermin",
    demands: "Anforderungen",
    lots: "Lose",
    closing: `Angebote müssen bis ${deadlineInWords(notice.deadline, "de")} eingegangen sein.`,
  });
  const prices = csvPaper([
    ["Position", "Menge", "Einheitspreis netto"],
    [notice.reference, "1", ""],
  ]);
  return {
    body: zip({
      "01 Aufforderung und Leistungsbeschreibung.pdf": paper.body ?? "",
      "02 Preisblatt.csv": prices.body ?? "",
    }),
    headers: { "content-type": "application/zip", "content-disposition": 'attachment; filename="unterlagen.zip"' },
  };
}

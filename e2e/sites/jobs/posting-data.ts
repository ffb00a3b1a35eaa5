import { html, type Markup, raw } from "../ground/html";
import type { Noise, SiteDay, SiteMake } from "../vendors/watched-site";
import { boardTruth, type Opening, openingsOf, registers } from "./openings";

const titles = [
  "Second Engineer",
  "Deck Cadet",
  "Crew Payroll Officer",
  "Fleet Data Analyst",
  "Port Agent",
  "Galley Hand",
  "Group Sales Manager",
  "Nautical Inspector",
  "Bosun",
];

const all = registers.coldStores.map((one, index) => ({
  ...one,
  id: one.id.split("-").reverse().join("-"),
  title: titles[index] ?? one.title,
}));
const pathOf = ({ id }: Opening) => `/jobs/view/${id}`;

/** Openings whose facts stand in JSON-LD only: the page shows a name and a text, the list shows names. */
export const postingData: SiteMake = {
  pasted: "/jobs",
  answer: ({ path }, day, noise) => {
    const open = openingsOf(all, day);
    if (path === "/sitemap.xml") return null;
    if (path === "/jobs")
      return {
        body: frame(
          "Jobs",
          html`<h1>Jobs at Pelagia Ferries</h1><ol class="${day === 3 ? "b" : "a"}">${open.map((one) => html`<li><a href="${pathOf(one)}?src=list&amp;rid=${noise.token}">${one.title}</a></li>`)}</ol>`,
          noise,
        ),
      };
    const one = open.find((candidate) => pathOf(candidate) === path);
    return one ? { body: frame(one.title, single(one, day), noise, dataOf(one)) } : null;
  },
  truth: (day) => {
    const truth = boardTruth(all, day, { lists: ["/jobs"], pathOf });
    const moved = truth.changes.map((change) =>
      change.was && change.is ? { ...change, pages: change.pages.filter((page) => page !== "/jobs") } : change,
    );
    return { ...truth, changes: moved };
  },
};

function single(one: Opening, day: SiteDay): Markup {
  const text = one.text.map((words) => html`<p>${words}</p>`);
  return day === 3
    ? html`<article><h1>${one.title}</h1>${text}<a class="cta" href="mailto:jobs@pelagia.example">Apply by mail</a></article>`
    : html`<div class="job"><div class="job-head"><h1>${one.title}</h1></div><div class="job-text">${text}</div><a href="mailto:jobs@pelagia.example">Apply by mail</a></div>`;
}

const dataOf = (one: Opening): Markup =>
  html`<script type="application/ld+json">${raw(
    JSON.stringify({
      "@context": "https://schema.org/",
      "@type": "JobPosting",
      title: one.title,
      datePosted: one.posted,
      employmentType: one.terms,
      occupationalCategory: one.team,
      hiringOrganization: { "@type": "Organization", name: "Pelagia Ferries" },
      jobLocation: { "@type": "Place", address: { "@type": "PostalAddress", addressLocality: one.place } },
      description: one.text.map((words) => `<p>${words}</p>`).join(""),
    }),
  )}</script>`;

function frame(title: string, main: Markup, noise: Noise, head?: Markup): string {
  return html`${raw("<!doctype html>")}<html lang="en"><head><meta charset="utf-8"><title>${title} | Pelagia Ferries</title>${head}<script nonce="${noise.token}">void ${noise.turn}</script></head><body><header><a href="/jobs">Jobs</a></header>${main}<footer>Pelagia Ferries AE</footer></body></html>`
    .markup;
}

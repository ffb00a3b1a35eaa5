import { html, type Markup, raw } from "../ground/html";
import type { Noise, SiteDay, SiteMake } from "../vendors/watched-site";
import { boardTruth, type Opening, openingsOf, registers } from "./openings";

const all = registers.coldStores;
const pathOf = ({ id }: Opening) => `/careers/${id}`;

/** A careers page in plain HTML: openings under the headings of their departments, each with a page of its own. */
export const careers: SiteMake = {
  pasted: "/careers",
  answer: ({ path }, day, noise) => {
    const open = openingsOf(all, day);
    if (path === "/" || path === "/careers") return { body: frame("Careers", list(open, day), day, noise) };
    if (path === "/careers/how-we-hire") return { body: frame("How we hire", howWeHire, day, noise) };
    const one = open.find((candidate) => pathOf(candidate) === path);
    return one ? { body: frame(one.title, single(one, day, noise), day, noise) } : null;
  },
  truth: (day) => {
    const truth = boardTruth(all, day, { lists: ["/careers"], others: ["/careers/how-we-hire"], pathOf });
    return day === 2 ? { ...truth, emptied: [{ pages: ["/careers"], value: "Hamburg" }] } : truth;
  },
};

const howWeHire = html`<h1>How we hire</h1><p>A call of twenty minutes, a visit of half a day, an answer within a week. Nobody is asked to solve riddles.</p><p>We pay for the journey and for the lunch, and we tell you who else will be in the room.</p>`;

/** The template of the second day has lost one town. */
const placeOf = ({ place, title }: Opening, day: SiteDay) =>
  day === 2 && title === "Key Account Manager" ? "" : place;

function list(open: Opening[], day: SiteDay): Markup {
  const teams = [...new Set(open.map(({ team }) => team))];
  const body =
    day === 3
      ? html`<table class="jobs-table"><thead><tr><th>Position</th><th>Department</th><th>Location</th><th>Type</th></tr></thead><tbody>${teams.flatMap((team) => open.filter((one) => one.team === team)).map((one) => html`<tr><td><a href="${pathOf(one)}">${one.title}</a></td><td>${one.team}</td><td>${one.place}</td><td>${one.terms}</td></tr>`)}</tbody></table>`
      : html`${teams.map((team) => html`<section class="department"><h3>${team}</h3>${open.filter((one) => one.team === team).map((one) => html`<div class="opening"><a href="${pathOf(one)}">${one.title}</a><br><span class="location">${placeOf(one, day)}</span> <span class="type">${one.terms}</span></div>`)}</section>`)}`;
  return html`<h1>Work in the cold</h1><p>Norrkyl runs eleven cold stores between Antwerp and Hamburg. <a href="/careers/how-we-hire">How we hire</a></p><h2>${open.length} open positions</h2>${body}`;
}

function single(one: Opening, day: SiteDay, noise: Noise): Markup {
  const facts = [
    ["Department", one.team],
    ["Location", one.place],
    ["Type", one.terms],
  ];
  const box =
    day === 3
      ? html`<ul class="meta">${facts.map(([label, value]) => html`<li><strong>${label}</strong> ${value}</li>`)}</ul>`
      : html`<div class="job-meta">${facts.map(([label, value]) => html`<div><span class="label">${label}</span><span class="value">${value}</span></div>`)}</div>`;
  return html`<h1>${one.title}</h1>${box}${one.text.map((words) => html`<p>${words}</p>`)}<p class="applicants">${noise.visitors} people looked at this opening today. Seen ${noise.ago}.</p><form action="https://apply.invalid/${one.id}?token=${noise.token}" method="post"><input type="file" name="cv"><button>Apply now</button></form><p><a href="/careers">All openings</a></p>`;
}

function frame(title: string, main: Markup, day: SiteDay, noise: Noise): string {
  return html`${raw("<!doctype html>")}<html lang="en"><head><meta charset="utf-8"><title>${title} · Norrkyl</title><meta name="csrf" content="${noise.token}"></head><body><div class="${day === 3 ? "shell" : "wrapper"}"><div class="masthead"><a href="/careers">Norrkyl careers</a></div>${main}<div class="bottom">Norrkyl NV, Antwerp</div></div></body></html>`
    .markup;
}

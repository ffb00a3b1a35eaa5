import { html, type Markup, raw } from "../ground/html";
import { type Noise, rotated, type SiteDay, type SiteMake } from "../vendors/watched-site";
import { boardTruth, type Opening, openingsOf, registers } from "./openings";

const all = registers.clinics;
const board = "/embed/job_board?for=larkspur";
const pathOf = ({ id }: Opening) => `/embed/job_app?for=larkspur&token=${id}`;
const outer = ({ id }: Opening) => `/company/careers?gh_jid=${id}`;
const lost = "Head of Sterile Services";

/** A company's careers page that holds a board in a frame, grouped by department; its links lead to the outer page, which frames the opening. */
export const embeddedBoard: SiteMake = {
  pasted: "/company/careers",
  answer: ({ path, query }, day, noise) => {
    const open = openingsOf(all, day);
    if (path === "/" || path === "/company") return { body: frame("Company", company(noise), day, noise) };
    if (path === "/company/careers") {
      const one = open.find(({ id }) => id === query.get("gh_jid"));
      if (query.get("gh_jid") && !one) return null;
      return { body: frame("Careers", one ? framed(pathOf(one)) : careers(noise), day, noise) };
    }
    if (query.get("for") !== "larkspur") return null;
    if (path === "/embed/job_board") return { body: inner("Larkspur Clinics", list(open, day), noise) };
    const one = path === "/embed/job_app" ? open.find(({ id }) => id === query.get("token")) : undefined;
    return one ? { body: inner(`${one.title} at Larkspur Clinics`, single(one, day, noise), noise) } : null;
  },
  truth: (day) => {
    const truth = boardTruth(all, day, { lists: [board], others: ["/company/careers", "/company"], pathOf });
    const gone = all.find(({ title }) => title === lost)?.place ?? "";
    return day === 2 ? { ...truth, emptied: [{ pages: [board], value: gone }] } : truth;
  },
};

const company = (noise: Noise) =>
  html`<h1>Small clinics, long hours</h1><p>Larkspur runs nineteen clinics in old post offices. They open at six and close when nobody waits.</p><p class="fact">${rotated(["31,000 patients last year", "19 towns", "No waiting list"], noise.turn, 1)}</p>`;

const careers = (noise: Noise) =>
  html`<h1>Careers</h1><p>We hire people who stay calm and tell the truth. <a href="/company">About the company</a></p><h2>Open roles</h2>${framed(board)}<p class="quote">${rotated(["I cycle home before dark.", "My rota is known six weeks ahead.", "The coffee is awful and the people are not."], noise.turn, 1)}</p>`;

/** As the vendor's script sets it into the page. */
const framed = (address: string) =>
  html`<div id="board_app"><iframe id="board_iframe" src="${address}" width="100%" height="900" frameborder="0" scrolling="no" title="Job board"></iframe></div>`;

function list(open: Opening[], day: SiteDay): Markup {
  const place = (one: Opening) => (day === 2 && one.title === lost ? "" : one.place);
  return html`${[...new Set(open.map(({ team }) => team))].map((team) => {
    const rows = open.filter((one) => one.team === team);
    return day === 3
      ? html`<div class="job-posts"><h3 class="section-header">${team}</h3><table><tbody>${rows.map((one) => html`<tr class="job-post"><td class="cell"><a href="${outer(one)}" target="_top"><p class="body">${one.title}</p><p class="body__secondary">${place(one)}</p></a></td><td>${one.terms}</td></tr>`)}</tbody></table></div>`
      : html`<section class="level-0"><h3 id="${team.toLowerCase().replaceAll(" ", "-")}">${team}</h3>${rows.map((one) => html`<div class="opening" data-opening="true" department_id="${team.length}"><a data-mapped="true" href="${outer(one)}" target="_parent">${one.title}</a><br><span class="location">${place(one)}</span> <span class="time">${one.terms}</span></div>`)}</section>`;
  })}`;
}

function single(one: Opening, day: SiteDay, noise: Noise): Markup {
  const facts = html`<p class="facts">${one.team} · ${one.place} · ${one.terms}</p>`;
  const top =
    day === 3
      ? html`<div class="job__header"><div class="job__title"><h1>${one.title}</h1></div><div>at Larkspur Clinics</div>${facts}</div>`
      : html`<div id="header"><h1 class="app-title">${one.title}</h1><span class="company-name">at Larkspur Clinics</span>${facts}</div>`;
  return html`${top}<div id="content">${one.text.map((words) => html`<p>${words}</p>`)}</div><div id="application"><h2>Apply for this job</h2><form action="/embed/apply" method="post"><input type="hidden" name="authenticity_token" value="${noise.token}"><label>First name <input name="first"></label><label>Email <input name="email"></label><button>Submit application</button></form></div>`;
}

const inner = (title: string, main: Markup, noise: Noise) =>
  html`${raw("<!DOCTYPE html>")}<html lang="en"><head><meta charset="utf-8"><title>${title}</title><meta name="csrf-token" content="${noise.token}"></head><body><div id="wrapper">${main}</div><div id="footer">Powered by Boardroom</div></body></html>`
    .markup;

const frame = (title: string, main: Markup, day: SiteDay, noise: Noise) =>
  html`${raw("<!doctype html>")}<html lang="en"><head><meta charset="utf-8"><title>${title} | Larkspur Clinics</title></head><body class="${day === 3 ? "next" : "now"}"><header><a href="/company">Larkspur Clinics</a> <a href="/company/careers">Careers</a></header><main>${main}</main><footer>Larkspur Clinics. ${noise.visitors} patients are waiting right now.</footer></body></html>`
    .markup;

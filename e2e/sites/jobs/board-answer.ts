import { html, raw } from "../ground/html";
import { asJson, type Noise, type SiteDay, type SiteMake } from "../vendors/watched-site";
import { boardTruth, type Opening, openingsOf, registers } from "./openings";

const all = registers.maps.map((one, index) => ({
  ...one,
  id: String(70_110 + index * 7),
  title: `${one.title}, ${index % 2 === 0 ? "Alpine" : "Coast"}`,
}));
const pathOf = ({ id }: Opening) => `/brinefjord/jobs/${id}`;

const boardPath = "/v1/boards/brinefjord/jobs?content=true";

/** The answer of a job board's public interface, with pages for applicants beside it. */
export const boardAnswer: SiteMake = {
  pasted: boardPath,
  answer: ({ path, url }, day, noise) => {
    const open = openingsOf(all, day);
    if (path === "/v1/boards/brinefjord/jobs")
      return asJson({
        jobs: (noise.isVariant ? open : [...open].reverse()).map((one) => answerOf(one, url.origin, noise)),
        meta: { total: open.length },
      });
    const one = open.find((candidate) => pathOf(candidate) === path);
    return one ? { body: page(one, day, noise) } : null;
  },
  truth: (day) => boardTruth(all, day, { lists: [boardPath], pathOf }),
};

function answerOf(one: Opening, origin: string, noise: Noise) {
  return {
    id: Number(one.id),
    internal_job_id: Number(one.id) + 9,
    title: one.title,
    absolute_url: `${origin}${pathOf(one)}`,
    location: { name: one.place },
    updated_at: `2026-11-27T0${noise.turn % 9}:00:00-05:00`,
    departments: [{ id: 4, name: one.team, child_ids: [], parent_id: null }],
    offices: [],
    content: one.text.map((words) => `&lt;p&gt;${words}&lt;/p&gt;`).join(""),
  };
}

function page(one: Opening, day: SiteDay, noise: Noise): string {
  const facts = html`<div class="${day === 3 ? "post-header" : "app-title"}"><h1>${one.title}</h1><div class="location">${one.place}</div></div>`;
  return html`${raw("<!doctype html>")}<html lang="en"><head><meta charset="utf-8"><title>Job Application for ${one.title} at Brinefjord</title></head><body><div id="main">${facts}<div class="content"><p>${one.team}, ${one.terms}</p>${one.text.map((words) => html`<p>${words}</p>`)}</div><form action="/apply" method="post"><input type="hidden" name="token" value="${noise.token}"><button>Submit application</button></form></div></body></html>`
    .markup;
}

import { html, type Markup, raw } from "../ground/html";
import type { SiteRequest } from "../ground/start-site";
import type { DayTruth, Noise, SiteDay, SiteMake } from "../vendors/watched-site";
import {
  emptied,
  moved,
  type Posting,
  postingCalled,
  postingsOf,
  raised,
  reworded,
  swinging,
  workplaces,
} from "./hosted-board-content";

const board = "/brackwater";
const pathOf = ({ id }: Posting) => `${board}/${id}`;

/** A company's board as a vendor of boards hosts it: groups by department and team, filters as links, a page for each opening with data for search engines and a form to apply. */
export const hostedBoard: SiteMake = {
  pasted: board,
  answer: (request, day, noise) => {
    const { path } = request;
    const postings = postingsOf(day);
    if (path === board) return { body: frame("Brackwater", list(postings, request, day, noise), null, day, noise) };
    const one = postings.find((candidate) => path === pathOf(candidate) || path === `${pathOf(candidate)}/apply`);
    if (!one) return null;
    if (path.endsWith("/apply"))
      return { body: frame(`${one.title} - Apply`, applyPage(one, noise), null, day, noise) };
    return { body: frame(`Brackwater - ${one.title}`, single(one, day), one, day, noise) };
  },
  truth,
};

function truth(day: SiteDay): DayTruth {
  const postings = postingsOf(day);
  return {
    pages: [board, ...postings.map(pathOf)],
    records: postings.map((one) => ({
      page: pathOf(one),
      title: one.title,
      values: [one.team, one.place, one.commitment, one.salary, ...(one.title === swinging ? [] : [one.workplace])],
    })),
    changes: changesOf(day),
    emptied: day === 2 ? [{ pages: [pathOf(postingCalled(emptied.title)), board], value: emptied.value }] : [],
    flapping: day >= 2 ? [{ pages: [pathOf(postingCalled(swinging)), board], values: [...workplaces] }] : [],
  };
}

function changesOf(day: SiteDay): DayTruth["changes"] {
  const own = (title: string) => pathOf(postingCalled(title));
  if (day === 2)
    return [
      { pages: [board, own("Winter Forecaster")], is: "Winter Forecaster" },
      { pages: [board], was: "Accounts Assistant" },
    ];
  if (day !== 1) return [];
  return [
    { pages: [own(moved.title), board], was: moved.was, is: moved.is },
    { pages: [own(raised.title)], was: raised.was, is: raised.is },
    { pages: [own(reworded.title)], was: reworded.was, is: reworded.is },
    { pages: [own(swinging), board], was: workplaces[0], is: workplaces[1] },
    { pages: [board], was: "Logistics Coordinator" },
    { pages: [board, own("Data Steward")], is: "Data Steward" },
    { pages: [board, own("Accounts Assistant")], is: "Accounts Assistant" },
  ];
}

const commitmentOf = (one: Posting, day: SiteDay) => (day === 2 && one.title === emptied.title ? "" : one.commitment);
const distinct = (all: string[]) => [...new Set(all)].sort();

function filters(postings: Posting[], { query }: SiteRequest): Markup {
  const kinds = [
    ["location", "Location", distinct(postings.map(({ place }) => place))],
    ["department", "Department", distinct(postings.map(({ department }) => department))],
    ["commitment", "Work Type", distinct(postings.map(({ commitment }) => commitment))],
  ] as const;
  const hrefOf = (kind: string, value: string | null) => {
    const next = new URLSearchParams(query);
    if (value === null) next.delete(kind);
    else next.set(kind, value);
    return `${board}?${next}`;
  };
  return html`<div class="filter-bar" aria-label="Filters"><div class="filter-button-wrapper">Filter by:</div>${kinds.map(([kind, label, values]) => html`<div class="filter-button-wrapper"><div aria-haspopup="true" class="filter-button" tabindex="0" role="button">${query.get(kind) ?? label}<div class="filter-button-mlp-caret"></div></div><div class="filter-popup"><ul><li><a class="category-link" href="${hrefOf(kind, null)}">All</a></li>${values.map((value) => html`<li><a class="category-link" href="${hrefOf(kind, value)}">${value}</a></li>`)}</ul></div></div>`)}</div>`;
}

function list(all: Posting[], request: SiteRequest, day: SiteDay, noise: Noise): Markup {
  const asked = (kind: string, value: string) => (request.query.get(kind) ?? value) === value;
  const postings = all.filter(
    (one) => asked("location", one.place) && asked("department", one.department) && asked("commitment", one.commitment),
  );
  if (day === 3) {
    const boxes = postings.map(
      (one) =>
        html`<a class="job-box-link job-box" href="${pathOf(one)}"><div class="job-box__title jb-title">${one.title}</div><div class="job-box__meta jb-description"><span>${commitmentOf(one, day)}</span><span>${one.place}</span><span>${one.workplace}</span><span>${one.department}</span><span>${one.team}</span></div></a>`,
    );
    return html`<div class="page-header"><h1>Jobs at Brackwater</h1><p>We tell rivers apart.</p></div>${filters(all, request)}<div id="job-list" class="job-list">${boxes}</div>`;
  }
  const groups = distinct(postings.map(({ department }) => department)).map((department) => {
    const teams = distinct(postings.filter((one) => one.department === department).map(({ team }) => team));
    return html`<div class="large-category-header">${department}</div>${teams.map((team) => html`<div class="postings-group"><div class="posting-category-title large-category-label">${team}</div>${postings.filter((one) => one.department === department && one.team === team).map((one) => html`<div class="posting" data-qa-posting-id="${one.id}"><div class="posting-apply" data-qa="btn-apply"><a href="${pathOf(one)}"><div class="posting-btn-submit template-btn-submit">Apply</div></a></div><a class="posting-title" href="${pathOf(one)}"><h5 data-qa="posting-name">${one.title}</h5><div class="posting-categories"><span class="display-inline-block small-category-label workplaceTypes">${one.workplace} — </span><span class="sort-by-commitment posting-category small-category-label commitment">${commitmentOf(one, day)}</span><span class="sort-by-location posting-category small-category-label location">${one.place}</span></div></a></div>`)}</div>`)}`;
  });
  return html`<div class="section-wrapper page-full-width">${filters(all, request)}<div class="postings-wrapper" data-v="${noise.build}">${groups}</div></div>`;
}

function single(one: Posting, day: SiteDay): Markup {
  const commitment = commitmentOf(one, day);
  const bullets = (items: string[]) =>
    html`<ul class="posting-requirements plain-list"><ul>${items.map((item) => html`<li>${item}</li>`)}</ul></ul>`;
  if (day === 3)
    return html`<div class="job-detail"><h1 class="job-detail__title">${one.title}</h1><ul class="job-detail__meta"><li>${one.place}</li><li>${one.department}, ${one.team}</li><li>${commitment}</li><li>${one.workplace}</li></ul><h2>Your mission</h2>${bullets(one.duties)}<h2>Your profile</h2>${bullets(one.wishes)}<h2>What we pay</h2><p>${one.salary}</p><a class="btn btn--apply" href="${pathOf(one)}/apply">Apply for this job</a></div>`;
  return html`<div class="section-wrapper accent-section page-full-width"><div class="section page-centered posting-header"><div class="posting-headline"><h2>${one.title}</h2><div class="posting-categories"><div class="sort-by-location posting-category medium-category-label width-full capitalize-labels location">${one.place}</div><div class="sort-by-team posting-category medium-category-label capitalize-labels department">${one.department} – ${one.team}</div><div class="sort-by-commitment posting-category medium-category-label capitalize-labels commitment">${commitment} /</div><div class="posting-category medium-category-label workplaceTypes">${one.workplace}</div></div></div><div class="postings-btn-wrapper"><a class="postings-btn template-btn-submit" href="${pathOf(one)}/apply">Apply for this job</a></div></div></div><div class="section-wrapper page-full-width"><div class="section page-centered" data-qa="job-description"><div>Brackwater measures rivers and tells towns what they will do tomorrow. We are 120 people in three harbours.</div></div><div class="section page-centered"><div><h3>What you will do</h3>${bullets(one.duties)}</div></div><div class="section page-centered"><div><h3>What you bring</h3>${bullets(one.wishes)}</div></div><div class="section page-centered" data-qa="salary-range"><div>${one.salary}</div></div><div class="section page-centered" data-qa="closing-description"><div>We answer everybody within two weeks, also with a no.</div></div><div class="section page-centered last-section-apply"><a class="postings-btn template-btn-submit" href="${pathOf(one)}/apply">Apply for this job</a></div></div>`;
}

const applyPage = (one: Posting, noise: Noise) =>
  html`<div class="section page-centered application-form"><h2>${one.title}</h2><h4>Submit your application</h4><form id="application-form" method="POST" enctype="multipart/form-data" action="${pathOf(one)}/apply"><input type="hidden" name="csrf" value="${noise.token}"><ul>${["Resume/CV", "Full name", "Email", "Phone", "Current company"].map((label) => html`<li class="application-question"><label><div class="application-label">${label}<span class="required">✱</span></div><input name="${label.toLowerCase()}"></label></li>`)}</ul><label>Additional information<textarea name="comments"></textarea></label><button type="submit">Submit application</button></form></div>`;

function ldOf(one: Posting, day: SiteDay): string {
  return JSON.stringify({
    "@context": "http://schema.org",
    "@type": "JobPosting",
    datePosted: one.posted,
    title: one.title,
    hiringOrganization: { "@type": "Organization", name: "Brackwater" },
    jobLocation: { "@type": "Place", address: { "@type": "PostalAddress", addressLocality: one.place } },
    employmentType: commitmentOf(one, day),
    description: `<p>${one.duties.join("</p><p>")}</p>`,
  });
}

function frame(title: string, main: Markup, one: Posting | null, day: SiteDay, noise: Noise): string {
  const data = one && html`<script type="application/ld+json">${raw(ldOf(one, day))}</script>`;
  const consent =
    noise.isVariant &&
    html`<div class="cc-window cc-banner" role="dialog" aria-label="cookieconsent"><span class="cc-message">By using this site you agree to the use of cookies for the purpose of hiring.</span><a tabindex="0" class="cc-btn cc-dismiss">Dismiss</a></div>`;
  return html`${raw("<!DOCTYPE html>")}<html lang="en"><head><title>${title}</title><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta property="og:title" content="${title}"><meta name="twitter:label1" value="Location"><link rel="stylesheet" href="/css/${noise.build}/external.css"></head><body class="${one ? "show" : "list"}${day === 3 ? " cp-next" : ""}"><div class="page ${one ? "show" : "list"}"><div class="main-header page-full-width section-wrapper"><a class="main-header-logo" href="${board}"><img alt="Brackwater logo" src="/logos/brackwater.png?${noise.token.slice(0, 6)}"></a></div><div class="content">${main}</div><div class="main-footer page-full-width"><div class="main-footer-text page-centered"><p><a href="https://brackwater.invalid/">Brackwater Home Page</a></p><a class="image-link" href="https://board.invalid/">Jobs powered by <img alt="Boardline logo" src="/img/boardline.svg"></a></div></div></div>${data}${consent}<script>window.__pv={id:"${noise.token}",at:${1_795_700_000 + noise.turn}}</script></body></html>`
    .markup;
}

import { html, type Markup } from "../ground/html";
import type { Reply } from "../ground/start-site";
import {
  lostTurnaround,
  type Meeting,
  meetingsOf,
  type Post,
  phoneOf,
  postsOf,
  questionsOf,
  type Service,
  servicesOf,
  slots,
  teamOf,
} from "./positioned-builder-content";
import { accordions, article, cards, facts, framed, rich, teasers } from "./positioned-builder-parts";
import { asText, sitemapIndexOf, sitemapOf } from "./sitemap";
import { type DayTruth, type Noise, rotated, type SiteDay, type SiteMake } from "./watched-site";

const perPage = 3;
const servicePath = ({ slug }: Pick<Service, "slug">) => `/service-page/${slug}`;
const postPath = ({ slug }: Pick<Post, "slug">) => `/post/${slug}`;
const meetingPath = ({ slug }: Pick<Meeting, "slug">) => `/event-details/${slug}`;
const blogPath = (page: number) => (page === 1 ? "/blog" : `/blog/page/${page}`);
const blogPages = (day: SiteDay) =>
  Array.from({ length: Math.ceil(postsOf(day).length / perPage) }, (_, index) => blogPath(index + 1));
/** Of this year the day and the month are enough, as such builders think. */
const shownDay = (date: string) =>
  new Intl.DateTimeFormat("en-US", { month: "short", day: "numeric", timeZone: "UTC" }).format(new Date(date));

/** A laboratory on a builder whose parts are placed by hand: every text an element of its own among guards without width, repeaters, absolute links, ages of reading, views and likes, an apps' blog and events, a voice by lot, all of it once more as data for its scripts. The redesign comes from another builder of sections and blocks. */
export const positionedBuilder: SiteMake = {
  pasted: "/",
  answer: ({ path, url }, day, noise) => {
    const mapped = mapOf(path, url.origin, day);
    if (mapped) return mapped;
    const shown = bodyOf(path, url.origin, day, noise);
    return shown && { body: framed(shown.title, shown.main, url.origin, day, noise) };
  },
  truth,
};

function mapOf(path: string, origin: string, day: SiteDay): Reply | null {
  const built = `2026-11-${25 + day}`;
  if (path === "/robots.txt") return asText(`User-agent: *\nAllow: /\nSitemap: ${origin}/sitemap.xml\n`);
  if (path === "/sitemap.xml")
    return sitemapIndexOf(origin, ["/pages-sitemap.xml", "/blog-posts-sitemap.xml", "/event-pages-sitemap.xml"]);
  if (path === "/pages-sitemap.xml") return sitemapOf(origin, [...fixed, ...servicesOf(day).map(servicePath)], built);
  if (path === "/blog-posts-sitemap.xml") return sitemapOf(origin, postsOf(day).map(postPath), built);
  if (path === "/event-pages-sitemap.xml") return sitemapOf(origin, meetingsOf(day).map(meetingPath), built);
  return null;
}

const fixed = ["/", "/price-list", "/our-team", "/faq", "/events", "/blog"];

function truth(day: SiteDay): DayTruth {
  return {
    pages: [
      ...fixed,
      ...blogPages(day).slice(1),
      ...servicesOf(day).map(servicePath),
      ...postsOf(day).map(postPath),
      ...meetingsOf(day).map(meetingPath),
    ],
    records: [
      ...servicesOf(day).map((one) => ({
        page: "/price-list",
        title: one.name,
        values: [one.price, ...(day === 2 && one.slug === lostTurnaround.slug ? [] : [one.turnaround])],
      })),
      ...teamOf(day).map(({ name, role }) => ({ page: "/our-team", title: name, values: [role] })),
      ...postsOf(day).map((one) => ({ page: postPath(one), title: one.title, values: [shownDay(one.date)] })),
      ...meetingsOf(day).map((one) => ({ page: meetingPath(one), title: one.name, values: [one.when, one.place] })),
    ],
    changes: changesOf(day),
    emptied: day === 2 ? [{ pages: ["/price-list"], value: lostTurnaround.value }] : [],
    flapping: day >= 2 ? [{ pages: ["/"], values: [...slots] }] : [],
  };
}

function changesOf(day: SiteDay): DayTruth["changes"] {
  if (day === 1)
    return [
      { pages: ["/price-list", "/service-page/pressure-gauges"], was: "$145", is: "$155" },
      { pages: ["/price-list", "/service-page/torque-wrenches"], was: "3 business days", is: "2 business days" },
      { pages: ["/our-team"], was: "Clement Varga", is: "Philippa Onyango" },
      { pages: ["/post/new-dead-weight-tester", "/blog", "/"], is: "A new dead-weight tester has arrived" },
      {
        pages: ["/event-details/uncertainty-for-beginners", "/events"],
        was: "9:00 AM – 4:00 PM",
        is: "8:30 AM – 4:00 PM",
      },
      { pages: ["/faq"], was: "$5,000", is: "$8,000" },
      { pages: ["/"], was: slots[0], is: slots[1] },
    ];
  if (day !== 2) return [];
  return [
    {
      pages: ["/service-page/pressure-gauges"],
      was: "five points up and down",
      is: "ten points, five up and five down",
    },
    { pages: ["/our-team"], was: "Metrologist, pressure", is: "Lead metrologist" },
    { pages: ["/service-page/humidity-loggers", "/price-list", "/"], is: "Humidity loggers" },
    {
      pages: ["/event-details/gauge-maintenance-evening", "/events"],
      was: "Registration is open",
      is: "Registration is closed",
    },
    { pages: ["/faq"], was: "(555) 0147-220", is: "(555) 0147-300" },
  ];
}

interface Shown {
  title: string;
  main: Markup;
}

function bodyOf(path: string, origin: string, day: SiteDay, noise: Noise): Shown | null {
  const posts = postsOf(day);
  if (path === "/") return { title: "Brackwater Calibration", main: home(origin, day, noise) };
  if (path === "/price-list") return { title: "Price list", main: prices(origin, day, noise) };
  if (path === "/our-team")
    return {
      title: "Our team",
      main: html`${rich("h1", "The people at the bench", day, noise)}${cards(
        teamOf(day).map(({ name, role }) => [
          ["h3", name],
          ["p", role],
        ]),
        day,
        noise,
      )}`,
    };
  if (path === "/faq")
    return {
      title: "FAQ",
      main: html`${rich("h1", "Questions", day, noise)}${accordions(questionsOf(day), day, noise)}${rich("p", `Anything else? Call the desk at ${phoneOf(day)}.`, day, noise)}`,
    };
  if (path === "/events") return { title: "Events", main: events(origin, day, noise) };
  const page = blogPages(day).indexOf(path);
  if (page >= 0) return { title: "Blog", main: blog(page, origin, day, noise) };
  const service = servicesOf(day).find((one) => servicePath(one) === path);
  if (service) return { title: service.name, main: servicePage(service, day, noise) };
  const post = posts.find((one) => postPath(one) === path);
  if (post)
    return {
      title: post.title,
      main: article(
        { title: post.title, day: shownDay(post.date), minutes: post.text.length + 1, text: post.text },
        rotated(
          posts.filter(({ slug }) => slug !== post.slug),
          noise.turn,
          3,
        ).map((one) => ({
          href: origin + postPath(one),
          title: one.title,
        })),
        day,
        noise,
      ),
    };
  const meeting = meetingsOf(day).find((one) => meetingPath(one) === path);
  return meeting ? { title: meeting.name, main: meetingPage(meeting, day, noise) } : null;
}

function home(origin: string, day: SiteDay, noise: Noise): Markup {
  const offers = servicesOf(day).map((one) => ({
    href: origin + servicePath(one),
    title: one.name,
    lines: [one.line],
  }));
  const news = postsOf(day)
    .slice(0, 2)
    .map((one) => ({ href: origin + postPath(one), title: one.title, lines: [shownDay(one.date)] }));
  return html`${rich("h1", "Instruments that tell the truth", day, noise)}${rich("p", "Brackwater reads, compares and certifies. What you measure with it is up to you.", day, noise)}${rich("p", slots[day % 2] ?? "", day, noise)}${rich("h2", "What we calibrate", day, noise)}${teasers(offers, day, noise)}${rich("h2", "From the blog", day, noise)}${teasers(news, day, noise)}`;
}

function prices(origin: string, day: SiteDay, noise: Noise): Markup {
  const lines = servicesOf(day).map((one): [tag: "h3" | "p", words: string][] => [
    ["h3", one.name],
    ["p", one.line],
    ["p", one.price],
    ["p", one.unit],
    ["p", `Turnaround: ${day === 2 && one.slug === lostTurnaround.slug ? "" : one.turnaround}`],
  ]);
  return html`${rich("h1", "Price list", day, noise)}${rich("p", "Valid for the first point of calibration. Further points on request.", day, noise)}${cards(lines, day, noise)}<a href="${origin}/faq" target="_self">How to send instruments</a>`;
}

function servicePage(one: Service, day: SiteDay, noise: Noise): Markup {
  const about = facts([one.price, one.unit, one.turnaround], day, noise);
  return html`${rich("h1", one.name, day, noise)}${rich("p", one.line, day, noise)}${about}${rich("h2", "Service Description", day, noise)}${one.text.map((words) => rich("p", words, day, noise))}`;
}

function events(origin: string, day: SiteDay, noise: Noise): Markup {
  const all = meetingsOf(day).map((one) => ({
    href: origin + meetingPath(one),
    title: one.name,
    lines: [one.when, one.place, one.state],
  }));
  return html`${rich("h1", "Events", day, noise)}${teasers(all, day, noise)}`;
}

const meetingPage = (one: Meeting, day: SiteDay, noise: Noise): Markup =>
  html`${rich("h1", one.name, day, noise)}${facts([one.when, one.place], day, noise)}${rich("p", one.state, day, noise)}${rich("h2", "About the event", day, noise)}${rich("p", one.text, day, noise)}`;

function blog(page: number, origin: string, day: SiteDay, noise: Noise): Markup {
  const shown = postsOf(day)
    .slice(page * perPage, (page + 1) * perPage)
    .map((one) => ({
      href: origin + postPath(one),
      title: one.title,
      lines: [shownDay(one.date), `${one.text.length + 1} min read`, one.text[0] ?? ""],
    }));
  const turns = blogPages(day).map((path, index) =>
    index === page
      ? html`<span aria-current="page" data-hook="pagination__${index + 1}">${index + 1}</span>`
      : html`<a href="${origin}${path}" data-hook="pagination__${index + 1}" aria-label="Page ${index + 1}">${index + 1}</a>`,
  );
  return html`${rich("h1", "Blog", day, noise)}${teasers(shown, day, noise, true)}<nav aria-label="Pagination">${turns}</nav>`;
}

import { html, type Markup, raw } from "../ground/html";
import { voices } from "./positioned-builder-content";
import { type Noise, rotated, type SiteDay } from "./watched-site";

/** The first builder places elements by hand; the second, on the last day, stacks sections of blocks. */
const isNext = (day: SiteDay) => day === 3;
type Tag = "h1" | "h2" | "h3" | "p";
const fonts: Record<Tag, string> = { h1: "font_0", h2: "font_2", h3: "font_4", p: "font_8" };
/** Names of elements are those of the build. */
const idOf = (words: string, { build }: Noise) => `comp-${build}${words.length.toString(36)}`;
const guard = raw(`<span class="wixGuard">\u200b</span>`);

export function rich(tag: Tag, words: string, day: SiteDay, noise: Noise): Markup {
  const inner = html`<span style="letter-spacing:0em" class="wixui-rich-text__text">${words}${guard}</span>`;
  const named = raw(`<${tag} class="${fonts[tag]} wixui-rich-text__text" style="line-height:1.4em">`);
  return isNext(day)
    ? html`<div class="sqs-block html-block sqs-block-html" data-block-type="2"><div class="sqs-html-content">${raw(`<${tag} style="white-space:pre-wrap;">`)}${words}${raw(`</${tag}>`)}</div></div>`
    : html`<div id="${idOf(words, noise)}" class="HcOXKn SxM0TO ${idOf(words, noise)} wixui-rich-text" data-testid="richTextElement">${named}${inner}${raw(`</${tag}>`)}</div>`;
}

/** Entries without links. */
export function cards(
  items: readonly (readonly [tag: "h3" | "p", words: string])[][],
  day: SiteDay,
  noise: Noise,
): Markup {
  return isNext(day)
    ? html`<ul class="user-items-list-simple" data-section-id="${noise.build}">${items.map((lines) => html`<li class="list-item"><div class="list-item-content">${lines.map(([tag, words]) => (tag === "h3" ? html`<h2 class="list-item-content__title">${words}</h2>` : html`<div class="list-item-content__description"><p>${words}</p></div>`))}</div></li>`)}</ul>`
    : html`<div id="comp-${noise.build}rp" class="wixui-repeater"><div role="list" class="Exmq9">${items.map((lines, index) => html`<div id="comp-${noise.build}__item${index}" role="listitem" class="T7n0L6"><div class="MW5IWV" data-testid="container-bg"></div><div data-mesh-id="item${index}inlineContent">${lines.map(([tag, words]) => rich(tag, words, day, noise))}</div></div>`)}</div></div>`;
}

export interface Teaser {
  href: string;
  title: string;
  lines: string[];
}

export function teasers(items: Teaser[], day: SiteDay, noise: Noise, isBlog = false): Markup {
  if (isNext(day))
    return html`<div class="summary-item-list" data-block-json="${noise.token}">${items.map(({ href, title, lines }) => html`<div class="summary-item summary-item-record-type-text"><div class="summary-content"><div class="summary-title"><a href="${href}" class="summary-title-link">${title}</a></div>${lines.map((line) => html`<div class="summary-metadata-item">${line}</div>`)}</div></div>`)}</div>`;
  const counts = (index: number) =>
    isBlog &&
    html`<div class="post-footer"><span class="eYQJQu" aria-hidden="true">${noise.visitors + index * 17}</span> <span>views</span> <span>${index} comments</span><button type="button" data-hook="like-button" aria-label="${noise.turn % 9} likes. Post not marked as liked">${noise.turn % 9}</button></div>`;
  return html`<div class="wixui-repeater" data-hook="${isBlog ? "post-list" : "repeater"}"><div role="list">${items.map(({ href, title, lines }, index) => html`<div role="listitem" data-hook="post-list-item" id="comp-${noise.build}_${index}"><a href="${href}" target="_self" class="O16KGI"><h2 class="bD0vt9">${title}</h2></a>${lines.map((line) => rich("p", line, day, noise))}${counts(index)}<a data-testid="linkElement" href="${href}" target="_self" class="uUxqWY" aria-label="More"><span class="StylableButton__label">More</span></a></div>`)}</div></div>`;
}

/** Facts that stand beside each other, each by itself. */
export const facts = (values: string[], day: SiteDay, noise: Noise): Markup =>
  isNext(day)
    ? html`<div class="fluid-engine" data-grid="${noise.build}">${values.map((value) => rich("p", value, day, noise))}</div>`
    : html`<section data-hook="service-info"><ul class="kQ3yO">${values.map((value) => html`<li class="sLq8x"><span>${value}</span></li>`)}</ul></section>`;

export const accordions = (items: readonly [string, string][], day: SiteDay, noise: Noise): Markup =>
  isNext(day)
    ? html`<ul class="accordion-items-container">${items.map(([question, answer]) => html`<li class="accordion-item"><h4 class="accordion-item__title-wrapper"><button class="accordion-item__click-target" aria-expanded="false"><span class="accordion-item__title">${question}</span></button></h4><div class="accordion-item__dropdown" role="region"><div class="accordion-item__description"><p>${answer}</p></div></div></li>`)}</ul>`
    : html`<div class="wixui-accordion">${items.map(([question, answer], index) => html`<div class="wixui-accordion__item" data-hook="item-${index}"><button type="button" aria-expanded="false" aria-controls="${idOf(question, noise)}c" class="wixui-accordion__item-header"><span>${question}</span></button><div id="${idOf(question, noise)}c" role="region" style="height:0;overflow:hidden"><div>${rich("p", answer, day, noise)}</div></div></div>`)}</div>`;

interface Story {
  title: string;
  day: string;
  minutes: number;
  text: string[];
}

export function article(story: Story, others: { href: string; title: string }[], day: SiteDay, noise: Noise): Markup {
  const more = others.map(({ href, title }) => html`<div role="listitem"><a href="${href}">${title}</a></div>`);
  if (isNext(day))
    return html`<article class="h-entry entry blog-item"><div class="blog-item-title"><h1 class="entry-title">${story.title}</h1></div><div class="blog-item-meta-wrapper"><time class="dt-published">${story.day}</time></div><div class="sqs-layout">${story.text.map((words) => rich("p", words, day, noise))}</div></article><section class="item-pagination"><h2>Related</h2>${more}</section>`;
  return html`<article data-hook="post"><h1 data-hook="post-title" class="UbhFJ7"><span class="post-title__text">${story.title}</span></h1><ul class="post-metadata"><li data-hook="post-metadata__date">${story.day}</li><li data-hook="time-to-read">${story.minutes} min read</li></ul><div data-hook="post-description">${story.text.map((words) => html`<p id="viewer-${noise.token.slice(0, 5)}${words.length}" class="_2UCEm"><span>${words}</span></p><div class="_3Hz8x" data-breakout="normal"><br></div>`)}</div><div class="post-footer">${noise.visitors} views ${noise.turn % 5} comments</div></article><div data-hook="related-posts"><h2>Recent Posts</h2><a href="/blog">See All</a><div role="list">${more}</div></div>`;
}

const links: [path: string, words: string][] = [
  ["", "Home"],
  ["/price-list", "Price list"],
  ["/our-team", "Our team"],
  ["/events", "Events"],
  ["/blog", "Blog"],
  ["/faq", "FAQ"],
];

export function framed(title: string, main: Markup, origin: string, day: SiteDay, noise: Noise): string {
  const menu = links.map(
    ([path, words]) => html`<li><a href="${origin}${path || "/"}" target="_self">${words}</a></li>`,
  );
  const [voice = ["", ""]] = rotated(voices, noise.turn, 1);
  const warm = JSON.stringify({
    platform: { pageTitle: title, requestId: noise.token },
    appsWarmupData: { seen: noise.visitors },
  });
  const head = html`<head><meta charset="utf-8"><meta name="generator" content="${isNext(day) ? "Sections 7.1" : "Placed by hand"}"><title>${title}${title.startsWith("Brackwater") ? "" : " | Brackwater"}</title><meta name="viewport" content="width=device-width"></head>`;
  const said = html`<div role="region" aria-label="Testimonials slideshow"><div><p>“${voice[0]}”</p><p>${voice[1]}</p></div></div>`;
  const body = isNext(day)
    ? html`<body id="collection-${noise.build}" class="header-width-full"><div id="siteWrapper"><header id="header" class="header"><a href="${origin}/">Brackwater</a><nav class="header-nav-list"><ul>${menu}</ul></nav></header><main id="page" role="main"><article class="sections"><section class="page-section" data-section-id="${noise.token}"><div class="content-wrapper">${main}</div></section><section class="page-section testimonials" data-test="${noise.build}">${said}</section></article></main><footer class="sections" id="footer-sections"><p>© Brackwater Calibration LLC</p></footer></div></body>`
    : html`<body class="responsive"><div id="SITE_CONTAINER"><div id="main_MF"><div id="SCROLL_TO_TOP" tabindex="-1" class="ignore-focus"><span class="_1U65c">top of page</span></div><div id="site-root"><div id="masterPage"><header id="SITE_HEADER_WRAPPER"><nav id="comp-menu" aria-label="Site"><ul>${menu}</ul></nav></header><main id="PAGES_CONTAINER" tabindex="-1" data-main-content="true"><div id="SITE_PAGES"><div id="c1${noise.build}" class="dBAkHi"><div class="mesh">${main}</div><div class="strip">${said}</div></div></div></main><footer id="SITE_FOOTER_WRAPPER"><p>© 2026 by Brackwater Calibration LLC</p></footer></div></div><div id="SCROLL_TO_BOTTOM" tabindex="-1"><span class="_1U65c">bottom of page</span></div></div><div data-hook="consent-banner-root"><p>We use cookies on our website to see how you interact with it.</p><button>Settings</button><button>Accept</button></div></div><script type="application/json" id="wix-warmup-data">${raw(warm)}</script></body>`;
  return html`${raw("<!DOCTYPE html>\n")}<html lang="en">${head}${body}</html>`.markup;
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}

/** Tag for HTML: strings are escaped, arrays joined, and what `raw` or `html` made stays as it is. */
export function html(parts: TemplateStringsArray, ...values: HtmlValue[]): Markup {
  return { markup: parts.map((part, index) => part + (index < values.length ? write(values[index]) : "")).join("") };
}

export interface Markup {
  markup: string;
}
type HtmlValue = string | number | Markup | false | null | undefined | HtmlValue[];

export const raw = (markup: string): Markup => ({ markup });

function write(value: HtmlValue): string {
  if (value === undefined || value === null || value === false) return "";
  if (Array.isArray(value)) return value.map(write).join("");
  if (typeof value === "object") return value.markup;
  return escapeHtml(String(value));
}

export interface PageParts {
  title: string;
  siteName: string;
  tagline?: string;
  nav: { text: string; href: string }[];
  main: Markup;
  footer?: Markup;
  head?: Markup;
  language?: string;
  accent?: string;
}

/** A whole page in the look that all sample sites share; `accent` tells them apart. */
export function page(parts: PageParts): string {
  return `<!doctype html>\n${
    html`<html lang="${parts.language ?? "en"}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${parts.title} · ${parts.siteName}</title>
<link rel="icon" href="data:,">
<style>${raw(styles(parts.accent ?? "#1f5d57"))}</style>
${parts.head}
</head>
<body>
<header class="top"><div class="wrap"><a class="brand" href="/">${parts.siteName}</a><span class="tagline">${parts.tagline}</span>
<nav aria-label="Main">${parts.nav.map(({ text, href }) => html`<a href="${href}">${text}</a>`)}</nav></div></header>
<main class="wrap">${parts.main}</main>
<footer class="foot"><div class="wrap">${parts.footer ?? html`<p>${parts.siteName} is invented. It exists to be watched.</p>`}</div></footer>
</body>
</html>
`.markup
  }`;
}

const styles = (accent: string) => `
:root{--accent:${accent};--ink:#1d2429;--soft:#5c6870;--line:#dde3e6;--paper:#fff;--ground:#f4f6f6}
*{box-sizing:border-box}body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.55 system-ui,sans-serif}
a{color:var(--accent)}.wrap{max-width:64rem;margin:0 auto;padding:0 1.25rem}
.top{background:var(--paper);border-bottom:3px solid var(--accent)}.top .wrap{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;align-items:baseline;padding-block:1rem}
.brand{font-weight:700;font-size:1.2rem;text-decoration:none}.tagline{color:var(--soft);flex:1}.top nav{display:flex;gap:1.25rem}
main.wrap{padding-block:1.75rem 3rem}h1{font-size:1.7rem;line-height:1.25;margin:.2rem 0 1rem}h2{font-size:1.15rem;margin:2rem 0 .5rem}
table{width:100%;border-collapse:collapse;background:var(--paper);border:1px solid var(--line)}th,td{padding:.6rem .75rem;text-align:left;border-bottom:1px solid var(--line);vertical-align:top}th{font-size:.85rem;color:var(--soft)}
dl.facts{display:grid;grid-template-columns:max-content 1fr;gap:.4rem 1.5rem;background:var(--paper);border:1px solid var(--line);padding:1rem 1.25rem}dt{color:var(--soft)}dd{margin:0}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(15rem,1fr));gap:1rem}.card h2{margin-top:0}.button{display:inline-block;margin-right:.75rem;padding:.5rem 1rem;border:1px solid var(--accent);border-radius:.3rem;text-decoration:none}td:first-child{white-space:nowrap}.card{background:var(--paper);border:1px solid var(--line);border-radius:.5rem;padding:1.25rem}
.price{font-size:1.8rem;font-weight:700;margin:.25rem 0}.pager{display:flex;gap:.75rem;margin-top:1rem}.pager .current{font-weight:700}
.badge{font-size:.8rem;border:1px solid var(--line);border-radius:1rem;padding:.1rem .6rem;background:var(--paper)}.notice{border-left:4px solid var(--accent);background:var(--paper);padding:.75rem 1rem}
form.search{display:flex;flex-wrap:wrap;gap:.5rem;margin-bottom:1.25rem}input,select,button{font:inherit;padding:.45rem .7rem;border:1px solid var(--line);border-radius:.3rem}button{background:var(--accent);color:#fff;border-color:var(--accent)}
.foot{border-top:1px solid var(--line);color:var(--soft);font-size:.9rem;padding-block:1rem}.soft{color:var(--soft)}
.consent{position:fixed;inset:auto 1rem 1rem;background:#20282c;color:#fff;padding:1rem 1.25rem;border-radius:.5rem}
`;

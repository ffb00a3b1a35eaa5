/** Sentences for pages of tests: each is prose of ten words or more and different from the others. */
export function sentence(about: string, number: number): string {
  return `The ${about} report number ${number} says that the committee met, weighed the offers and then decided.`;
}

export function paragraphs(about: string, count: number): string {
  return Array.from({ length: count }, (_, index) => `<p>${sentence(about, index + 1)}</p>`).join("\n");
}

export const siteHeader = `<header><a href="/">Acme</a><nav><ul><li><a href="/products">Products</a></li>
<li><a href="/pricing">Pricing</a></li><li><a href="/company">Company</a></li></ul></nav></header>`;

export const siteFooter = `<footer><p>Acme Ltd is registered in England and Wales under number 123456, all rights reserved.</p></footer>`;

/** A whole page around a body; title and head as given. */
export function page(body: string, { title = "Harbour plans", head = "" } = {}): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>${head}</head>
<body>${siteHeader}${body}${siteFooter}</body></html>`;
}

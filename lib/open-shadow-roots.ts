const edge = /<(\/?)template\b([^>]{0,2000})>/gi;
const isOpenRoot = /\bshadowrootmode\s*=\s*["']?open\b/i;

/**
 * The markup with what stands in open shadow roots as part of the page, as its readers see it: `<template shadowrootmode="open">` becomes an
 * ordinary element. Other templates are left as they are. Linear; markup without shadow roots comes back as it is.
 */
export function openShadowRoots(html: string): string {
  if (!/shadowrootmode/i.test(html)) return html;
  const open: boolean[] = [];
  return html.replace(edge, (tag: string, slash: string, attributes: string) => {
    if (slash === "") {
      const isShown = isOpenRoot.test(attributes);
      open.push(isShown);
      return isShown ? "<div data-shadow-root>" : tag;
    }
    return open.pop() ? "</div>" : tag;
  });
}

const mostParts = 100;

/**
 * The markup of a page that was streamed, with the parts that came late in the places that wait for them, as its script would put them: the page holds
 * `<template id="B:1">` where the part belongs, and behind everything else a hidden element with `id="S:1"` and the call that moves it. Markup
 * without such parts comes back as it is.
 */
export function placeStreamedParts(html: string): string {
  if (!html.includes('id="S:')) return html;
  let placed = html;
  for (const [, number] of [...html.matchAll(/\$RC\("B:([\da-f]{1,8})","S:\1"\)/g)].slice(0, mostParts)) {
    const part = partOf(placed, number ?? "");
    const place = new RegExp(`<template id="B:${number}"></template>`).exec(placed);
    if (!part || !place || place.index > part.start) continue;
    const content = placed.slice(part.from, part.to);
    const without = placed.slice(0, part.start) + placed.slice(part.end);
    placed = without.slice(0, place.index) + content + without.slice(place.index + place[0].length);
  }
  return placed;
}

/** Where the hidden element begins and ends, and its content within it. */
function partOf(html: string, number: string): { start: number; from: number; to: number; end: number } | null {
  const open = new RegExp(`<div hidden(?:="")? id="S:${number}">`).exec(html);
  const call = html.indexOf(`$RC("B:${number}"`);
  if (!open || call < open.index) return null;
  const script = html.lastIndexOf("<script", call);
  const to = html.lastIndexOf("</div>", script);
  const from = open.index + open[0].length;
  return to < from ? null : { start: open.index, from, to, end: to + "</div>".length };
}

const pageNames =
  /^(?:page|p|pg|pageno|page_?num(?:ber)?|paged|pagina|página|seite|sivu|side|sida|strona|strana|oldal|currentpage|pageindex|page_?id)$/i;
const offsetNames = /^(?:offset|start|from|first|skip|begin|startindex|start_?row|startat|s)$/i;

/** Whether a parameter or a field is called like the number of a page: `page`, `ctl00$pager$PageNum`, `tx_list[currentPage]`. */
export function namesPage(name: string): boolean {
  return pageNames.test(name) || pageNames.test(name.split(/[[\].:_$-]/).findLast(Boolean) ?? name);
}

/** Which page an address asks for, by parameter or by path. */
export interface PageNumber {
  /** The address with the number taken out: equal for the pages of one listing. */
  rest: string;
  /** Number of the page, or of its first record. */
  value: number;
  isOffset: boolean;
}

/** Every reading of an address as one of numbered pages. */
export function pageNumbersOf(address: string): PageNumber[] {
  const url = new URL(address);
  const found: PageNumber[] = [];
  for (const [name, value] of url.searchParams) {
    const isOffset = offsetNames.test(name);
    if (!/^\d{1,6}$/.test(value) || !(isOffset || namesPage(name))) continue;
    const rest = new URL(url);
    rest.searchParams.delete(name);
    found.push({ rest: `${normal(rest)}#${name}`, value: Number(value), isOffset });
  }
  const inPath = /^(.*?\/(?:page|seite|pagina|p|strona|sida|side))[/-](\d{1,6})\/?$/i.exec(url.pathname);
  if (inPath) {
    const rest = new URL(url);
    rest.pathname = (inPath[1] ?? "").replace(/\/[^/]*$/, "");
    found.push({ rest: `${normal(rest)}#path`, value: Number(inPath[2]), isOffset: false });
  }
  return found;
}

/** The address as the first page's would be, in each way in which `pageNumbersOf` could have taken a number out. */
export function firstPageOf(address: string, marker: string): string {
  const url = new URL(address);
  return `${normal(url)}#${marker}`;
}

function normal(url: URL): string {
  const copy = new URL(url);
  copy.searchParams.sort();
  copy.hash = "";
  return copy.href.replace(/\?$/, "").replace(/\/(?=\?|$)/, "");
}

import { withoutPathSession } from "@/lib/canonical-url";

/** So many links must carry a value for it to be the visit's. */
const enoughLinks = 3;
/** Words by which lists are ordered and shown, not what they hold. */
const orders =
  /^(?:sort|sort[_-]?(?:by|order|col(?:umn)?|field|key|dir(?:ection)?|type)|order|order_?by|order_?dir|dir|direction|ordering|view|view_?mode|display|layout|product_list_(?:order|dir|mode)|tri|sortierung)$/i;

/** By which link somebody came: each link may have a value of its own. */
const linkParameters =
  /^(?:src|source|ref|refid|ref_?id|referr?er|trk|track|track(?:ing)?_?id|origin|from|via|click_?id|campaign|rid|srsltid)$/i;
/** Short, and in letters and figures: no word that anybody would read ("source=list"). */
const isMixed = (value: string) => /^(?=.*\d)(?=.*[a-z])[\w-]{5,64}$/i.test(value);

/** Names of link parameters with another value on each link, where the paths tell the pages apart. */
function ofLinks(urls: readonly string[]): string[] {
  const values = new Map<string, Map<string, Set<string>>>();
  for (const address of urls) {
    const url = URL.parse(address);
    for (const [name, value] of url?.searchParams ?? []) {
      if (!url || !linkParameters.test(name)) continue;
      const paths = values.get(name) ?? new Map<string, Set<string>>();
      values.set(name, paths.set(url.pathname, (paths.get(url.pathname) ?? new Set()).add(value)));
    }
  }
  return [...values].flatMap(([name, paths]) => {
    const all = [...paths.values()].flatMap((given) => [...given]);
    // Of short random values one or two may happen to be a word or a number.
    const isRandomOnEach = new Set(all).size === all.length && all.filter(isMixed).length >= all.length / 2;
    return paths.size >= enoughLinks && isRandomOnEach ? [name] : [];
  });
}

/**
 * Names of parameters that carry one random value on every link of a page: a number of the visit, which is another at the next, so that no page would
 * be met twice; and of those that say by which link one came, with a random value on each. Values that say something (`source=list`) are left alone.
 */
export function visitParameters(urls: readonly string[]): Set<string> {
  const values = new Map<string, { value: string; paths: Set<string>; isOne: boolean }>();
  for (const address of urls) {
    const url = URL.parse(address);
    for (const [name, value] of url?.searchParams ?? []) {
      const known = values.get(name);
      if (!known) values.set(name, { value, paths: new Set([url?.pathname ?? ""]), isOne: true });
      else {
        known.paths.add(url?.pathname ?? "");
        if (known.value !== value) known.isOne = false;
      }
    }
  }
  const ofVisit = [...values].flatMap(([name, { value, paths, isOne }]) =>
    isOne && paths.size >= enoughLinks && isRandom(value) ? [name] : [],
  );
  return new Set([...ofVisit, ...ofLinks(urls)]);
}

/** Letters and figures in no order that anybody would write. */
export function isRandom(value: string): boolean {
  if (!/^[\w-]{8,200}$/.test(value) || !/\d/.test(value) || !/[a-z]/i.test(value)) return false;
  const turns = value.match(/\d(?=[a-z])|[a-z](?=\d)/gi)?.length ?? 0;
  return turns >= 3;
}

/** Whether an address carries what is another at each visit, so that it is not met again. */
export function carriesVisit(address: string): boolean {
  return [...(URL.parse(address)?.searchParams.values() ?? [])].some(isRandom);
}

/** Numbers, or letters and figures in no order: what names one thing of many, and no way to look at them. */
function areKeys(values: readonly string[]): boolean {
  return values.length >= enoughLinks && values.every((value) => /^\d{3,}$/.test(value) || isRandom(value));
}

export function withoutParameters(address: string, names: ReadonlySet<string>): string {
  const url = names.size > 0 ? URL.parse(address) : null;
  if (!url || ![...url.searchParams.keys()].some((name) => names.has(name))) return address;
  for (const name of names) url.searchParams.delete(name);
  return url.href;
}

/** The address without what is another at every visit. */
export function withoutVisit(address: string, names: ReadonlySet<string>): string {
  return withoutParameters(withoutPathSession(address), names);
}

/** Nobody offers more orders and forms of one list. */
const mostOrders = 8;

/** Names by which lists are ordered elsewhere and that here name what is shown: each link has a value of its own, and there are many. */
export function namesOfThings(urls: Iterable<string>): Set<string> {
  const values = new Map<string, Set<string>>();
  for (const address of urls)
    for (const [name, value] of URL.parse(address)?.searchParams ?? [])
      if (orders.test(name)) values.set(name, (values.get(name) ?? new Set()).add(value));
  return new Set(
    [...values].flatMap(([name, given]) => (given.size > mostOrders || areKeys([...given]) ? [name] : [])),
  );
}

/** Whether an address shows in another order or form what one of the others shows as it is. */
export function isReordered(
  address: string,
  others: ReadonlySet<string>,
  things: ReadonlySet<string> = new Set(),
): boolean {
  const names = [...(URL.parse(address)?.searchParams.keys() ?? [])].filter(
    (name) => orders.test(name) && !things.has(name),
  );
  if (names.length === 0) return false;
  const plain = withoutParameters(address, new Set(names));
  return others.has(plain) || others.has(withoutEmpty(plain));
}

/** What is asked for with no value is not asked for. */
function withoutEmpty(address: string): string {
  const empty = [...(URL.parse(address)?.searchParams ?? [])].flatMap(([name, value]) => (value === "" ? [name] : []));
  return withoutParameters(address, new Set(empty));
}

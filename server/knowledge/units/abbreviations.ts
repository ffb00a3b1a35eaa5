const words = (list: string) => new Set(list.trim().split(/\s+/));

/** Lower case, without the last point. After these a sentence never ends. */
export const neverEnding = words(`
  e.g i.e cf vs viz approx incl excl esp resp dept div est fig figs sec secs para paras ch vol vols ed eds pp pt
  rs mr mrs ms dr prof rev hon gen col lt sgt capt gov sen rep st ste mt ft messrs
  art arts reg regs cl att attn ext tel no nos nr nrs ref refs rm bldg apt blvd ave
  z.b d.h u.a u.u i.d.r i.s.d i.v.m o.ä s.o s.u v.a z.t z.zt bzw ggf evtl ca vgl abs nr ziff lit str hr fr dipl ing
  einschl zzgl abzgl gem lfd mind max min mwst sog bspw insb tel telefonnr hrsg aufl
  p.ex c.-à-d m mm mme mlle mmes cf env chap al réf art n° éd sté ets
`);

/** These end a sentence only when the next word plainly begins one ("at 5 p.m. The ..." but "5 p.m. Eastern"). */
export const rarelyEnding = words(`
  u.s u.k u.n e.u d.c u.s.c u.s.a jr sr ph.d m.sc b.sc al o.g
`);

/** Forms of firms: as those, or when what follows has a verb of its own ("Acme Inc. Payment is monthly"). */
export const firms = words("inc ltd co corp llc l.l.c bros");

/** Days and months: they end a sentence before a capital letter that is no day, month or zone ("by 1 Jan. Bids open"). */
export const calendar = words(`
  jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri
`);

export const hours = words("a.m p.m");
/** What still belongs to a time of day or a date. */
export const ofTime = words(`
  eastern central mountain pacific atlantic alaska hawaii greenwich western european local standard daylight prevailing time uhr
  monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun
  january february march april may june july august september october november december
  jan feb mar apr jun jul aug sep sept oct nov dec
`);
/** "EDT", "CET", "MESZ", "UTC", "GMT", "ET". */
export const isZone = /^(?:[A-Z]{1,4}TZ?|[A-Z]{0,2}ESZ|MEZ|UTC|Z)$/;

/** Words that begin a sentence far more often than they stand capitalised inside one. */
export const sentenceOpeners = words(`
  the this that these those it its a an all any each every no if when where while after before once upon during in on at
  for from by with without to as see note please such there their they we our you your he she his her i who what which how
  however therefore additionally furthermore moreover also otherwise unless although failure only both either neither
  bids offers proposals quotes quotations tenders submissions responses questions late
  offerors offeror bidders bidder contractors contractor vendors vendor quoters quoter suppliers supplier tenderers
  der die das dies diese dieser dieses ein eine es wir sie wenn falls bei im in auf mit nach für bitte alle
  le la les l un une des ce cette ces il elle ils elles nous vous si en pour avec dans tout toute tous
`);

/** German ordinals: "am 15. März", "die 3. Auflage". */
export const beforeOrdinal = words("am der die das dem den des zum zur vom bis ab im seit spätestens");
export const germanMonths = words("januar februar märz april mai juni juli august september oktober november dezember");

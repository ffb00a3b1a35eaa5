declare global {
  var __zod_globalConfig: { jitless?: boolean } | undefined;
}

/**
 * Zod tries `new Function` once to see whether it may compile its parsers; the page's policy refuses and reports it.
 * Same as `z.config({ jitless: true })`, without bringing zod to pages that do not use it.
 */
export function keepZodFromEval(): void {
  globalThis.__zod_globalConfig = Object.assign(globalThis.__zod_globalConfig ?? {}, { jitless: true });
}

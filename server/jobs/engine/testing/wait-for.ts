/** Polls until `read` gives something other than undefined, null or false. Throws naming what was waited for. */
export async function waitFor<T>(
  what: string,
  read: () => T | Promise<T>,
  timeoutMs = 20_000,
): Promise<Exclude<T, undefined | null | false>> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const value = await read();
    if (value !== undefined && value !== null && value !== false) return value as Exclude<T, undefined | null | false>;
    if (Date.now() > end) throw new Error(`waited ${timeoutMs} ms in vain for ${what}`);
    await new Promise((fulfil) => setTimeout(fulfil, 5));
  }
}

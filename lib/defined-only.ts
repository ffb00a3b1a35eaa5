/** What is left without keys that hold undefined: Zod sets those for optional keys that were not given, and spreading them would overwrite a value. */
export function definedOnly<T extends object>(given: T | undefined): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(given ?? {}).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

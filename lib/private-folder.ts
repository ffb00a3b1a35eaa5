import { existsSync, mkdirSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";

/**
 * Makes a folder, with those above it, that only its owner reads. Step by step from the first that is missing: the `recursive` of Node
 * goes on for ever where a file system says of every new name that its parent is not there, as /proc does. Throws an Error that names
 * the folder.
 */
export function makePrivateFolder(path: string): void {
  const folder = resolve(/* turbopackIgnore: true */ path);
  try {
    const missing: string[] = [];
    for (let at = folder; !existsSync(at) && at !== dirname(at); at = dirname(at)) missing.unshift(at);
    for (const one of missing) makeOne(one);
  } catch (cause) {
    throw new Error(`The folder ${folder} cannot be made (${(cause as NodeJS.ErrnoException).code}).`, { cause });
  }
  if (!statSync(folder).isDirectory()) throw new Error(`${folder} is a file, not a folder.`);
}

/** Another process may have made it since it was missed. */
function makeOne(folder: string): void {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
}

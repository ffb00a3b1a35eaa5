// Mends libraries whose faults we cannot work around from outside, as their authors have not yet. Plain JavaScript without
// dependencies: it runs before anything else does, after each installation, and costs two readings when all is as it should be.
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { postgresPatch } from "./patches/postgres.mjs";

const patches = [postgresPatch];

/** Brings every library to the state its patch tells. Throws when a library is not the one that the patch was made for. */
export function patchLibraries(root) {
  for (const patch of patches) {
    for (const [name, changes] of Object.entries(patch.files)) {
      const file = join(root, "node_modules", patch.library, name);
      if (!existsSync(file)) throw new Error(`${file} is missing, and scripts/patches has changes for it`);
      const before = readFileSync(file, "utf8");
      const after = changes.reduce((text, change) => apply(text, change, file), before);
      if (after === before) continue;
      // A new file, never the old one's bytes: package managers and copies of a folder may share those.
      const part = `${file}.${process.pid}`;
      writeFileSync(part, after);
      renameSync(part, file);
    }
  }
}

function apply(text, { from, to }, file) {
  if (text.includes(to)) return text;
  const parts = text.split(from);
  if (parts.length === 2) return parts.join(to);
  throw new Error(`${file} is not as scripts/patches knows it (another version?): ${JSON.stringify(from.trim())}`);
}

import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";

const compress = promisify(brotliCompress);

/**
 * Leaves a Brotli copy beside every script and style sheet of a build; app/compressed hands them out.
 * @param {string} distDir the folder of the build
 */
export async function compressStatic(distDir) {
  const root = join(distDir, "static");
  const files = (await readdir(root, { recursive: true })).filter((file) => /\.(js|mjs|css)$/.test(file));
  // Four at a time: as many as there are threads for it.
  for (let at = 0; at < files.length; at += 4) {
    await Promise.all(
      files.slice(at, at + 4).map(async (file) => {
        const bytes = await readFile(join(root, file));
        const small = await compress(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });
        await writeFile(join(root, `${file}.br`), small);
      }),
    );
  }
}

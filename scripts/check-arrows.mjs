// Holds the house's import arrows and the few rules that lint cannot say. Prints what to do instead.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { readSource } from "./arrows/read-source.mjs";
import { checkSource } from "./arrows/rules.mjs";

const listed = spawnSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "*.ts", "*.tsx"], {
  encoding: "utf8",
});
if (listed.status !== 0) throw new Error(`git could not list the sources: ${listed.stderr}`);
const files = [...new Set(listed.stdout.split("\n"))].filter(
  (file) => file && !/^(e2e|scripts)\//.test(file) && existsSync(file),
);

const violations = files.flatMap((file) => checkSource(readSource(file, readFileSync(file, "utf8"))));
for (const { path, line, message } of violations) console.error(`${path}:${line}  ${message}`);
if (violations.length > 0) {
  console.error(`${violations.length} in ${files.length} files`);
  process.exit(1);
}
console.log(`${files.length} files, every import goes down`);

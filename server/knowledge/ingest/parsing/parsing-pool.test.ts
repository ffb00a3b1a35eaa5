import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { createCanvas } from "@napi-rs/canvas";
import { afterAll, beforeAll, expect, test } from "vitest";
import { defaultParseLimits } from "./limits";
import { paragraphLines, scannedPdf, textPdf } from "./testing/make-pdf";
import { makeDocx, makeZip } from "./testing/make-zip";
import { outline } from "./testing/outline";
import { startTestPool } from "./testing/test-pool";

/** Fonts by name: the first one that a machine lists may have no letters at all. */
const drawn = '30px "DejaVu Sans", "Liberation Sans", Arial, sans-serif';

let files: Awaited<ReturnType<typeof startTestPool>>;

beforeAll(async () => {
  files = await startTestPool();
}, 240_000);

afterAll(async () => {
  await files.close();
});

async function read(bytes: Uint8Array | string, name: string, options: Parameters<typeof files.pool.read>[1] = {}) {
  return files.pool.read({ path: await files.put(bytes), name }, options);
}

async function stillReads() {
  expect(await read("Still here.", "a.txt")).toMatchObject({ kind: "document", rendition: { text: "Still here." } });
}

test("tells the type by content, whatever the name says", async () => {
  expect(await read(textPdf([paragraphLines(["Hello there"], 72, 100)]), "notes.txt")).toMatchObject({
    mime: "application/pdf",
    extension: "pdf",
  });
  expect(await read("# Title", "a.md")).toMatchObject({ extension: "markdown" });
  expect(await read("# Title", `${"x".repeat(10_000)}.txt`)).toMatchObject({ extension: "text" });
  const old = Buffer.concat([
    Buffer.from("d0cf11e0a1b11ae1", "hex"),
    Buffer.alloc(600),
    Buffer.from("WordDocument", "utf16le"),
  ]);
  await expect(read(old, "offer.docx")).rejects.toMatchObject({
    reason: "unsupported",
    message: expect.stringContaining("Save it as DOCX or PDF"),
  });
  const locked = Buffer.concat([
    Buffer.from("d0cf11e0a1b11ae1", "hex"),
    Buffer.alloc(600),
    Buffer.from("EncryptedPackage", "utf16le"),
  ]);
  await expect(read(locked, "offer.docx")).rejects.toMatchObject({ reason: "encrypted" });
  await expect(read("", "a.pdf")).rejects.toMatchObject({ reason: "empty" });
  await expect(read(randomBytes(5000), "a.txt")).rejects.toMatchObject({ reason: "unsupported" });
});

test("unpacks archives in archives into files with safe, unique paths", async () => {
  const inner = makeZip({ "deep.md": "# Deep" });
  const outer = makeZip({
    "../../etc/passwd": "a",
    "C:\\win\\evil.txt": "b",
    "a\u202etxt.exe.md": "c",
    "x.txt": "1",
    "X.txt": "2",
    "inner.zip": inner,
    "__MACOSX/._x": "no",
    [`${"n".repeat(10_000)}.md`]: "d",
  });
  const file = await read(outer, "package.zip");
  if (file.kind !== "container") throw new Error("not a container");
  expect(file.members.map((member) => member.path)).toEqual([
    "etc/passwd",
    "win/evil.txt",
    "atxt.exe.md",
    "x.txt",
    "X (2).txt",
    "inner/deep.md",
    `${"n".repeat(197)}.md`,
  ]);
  const deep = file.members.find((member) => member.name === "deep.md");
  expect(await readFile(deep?.bytesPath ?? "", "utf8")).toBe("# Deep");
});

test("counts inflated bytes while inflating, so that neither size nor nesting can lie, and keeps the server's memory out of it", async () => {
  const limits = { inflatedBytes: 4 * 1024 * 1024, depth: 2, entries: 200 };
  const bomb = makeZip({ "bomb.txt": new Uint8Array(24 * 1024 * 1024) });
  // The central directory may claim one byte: what comes out is what counts.
  const lying = Buffer.from(bomb);
  lying.writeUInt32LE(1, lying.lastIndexOf(Buffer.from("504b0102", "hex")) + 24);
  let nested = makeZip({ "a.txt": "x" });
  for (let depth = 0; depth < 3; depth++) nested = makeZip({ "a.zip": nested });
  const split = makeZip({
    "a.zip": makeZip({ "a.txt": new Uint8Array(3_000_000) }),
    "b.zip": makeZip({ "b.txt": new Uint8Array(3_000_000) }),
  });
  const many = makeZip(Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`${index}.txt`, "x"])));
  const word = makeDocx(`<w:p><w:r><w:t>${"a".repeat(6 * 1024 * 1024)}</w:t></w:r></w:p>`);
  const hostile = await Promise.all([bomb, lying, nested, split, many, word].map((bytes) => files.put(bytes)));
  await stillReads();
  const before = process.memoryUsage.rss();
  for (const path of hostile) {
    await expect(files.pool.read({ path, name: "package.zip" }, { limits })).rejects.toMatchObject({
      reason: "too_large",
    });
  }
  expect(process.memoryUsage.rss() - before).toBeLessThan(64 * 1024 * 1024);
  await stillReads();
}, 240_000);

test("ends a process that takes too much memory or time, and fails that file alone", async () => {
  const html = `<p>${"<b>x</b>".repeat(4_000_000)}`;
  await expect(read(html, "a.html", { limits: { memoryMb: 220 } })).rejects.toMatchObject({ reason: "out_of_memory" });
  await expect(
    read(textPdf([paragraphLines(["a"], 72, 100)], "q ".repeat(20_000)), "a.pdf", { limits: { stallMs: 1_500 } }),
  ).rejects.toMatchObject({ reason: "timeout" });
  await stillReads();
}, 240_000);

test("stops reading when called off", async () => {
  const stop = new AbortController();
  const reading = read(textPdf([paragraphLines(["a"], 72, 100)], "q ".repeat(20_000)), "a.pdf", {
    signal: stop.signal,
  });
  setTimeout(() => stop.abort(new Error("called off")), 300);
  await expect(reading).rejects.toThrow("called off");
  await expect(read("x", "a.txt", { signal: AbortSignal.abort(new Error("too late")) })).rejects.toThrow("too late");
  await stillReads();
}, 240_000);

test("leaves no members behind when a container is refused", async () => {
  const { tmpdir } = await import("node:os");
  const count = async () => (await readdir(tmpdir())).filter((name) => /^outrider-parsing-(?!test)/.test(name)).length;
  const before = await count();
  const bomb = makeZip({ "a.txt": "fine", "b.txt": new Uint8Array(8 * 1024 * 1024) });
  await expect(read(bomb, "a.zip", { limits: { inflatedBytes: 1024 * 1024 } })).rejects.toMatchObject({
    reason: "too_large",
  });
  expect(await count()).toBeLessThanOrEqual(before);
});

test("reads a scanned page by OCR, without network, with the places of its lines", async () => {
  const canvas = createCanvas(1240, 1754);
  const context = canvas.getContext("2d");
  context.fillStyle = "#fff";
  context.fillRect(0, 0, 1240, 1754);
  context.fillStyle = "#111";
  context.font = drawn;
  context.fillText("Offers are due on January 4, 2017 at noon.", 150, 300);
  const bytes = scannedPdf(await canvas.encode("jpeg", 90), 1240, 1754);
  expect((await stat(await files.put(bytes))).size).toBe(bytes.length);
  const pages: number[] = [];
  const file = await read(bytes, "scan.pdf", { onProgress: (progress) => pages.push(progress.page) });
  if (file.kind !== "document") throw new Error("not a document");
  expect(file.rendition.extractor).toBe("pdf-ocr");
  expect(outline(file.rendition)).toEqual(["Offers are due on January 4, 2017 at noon."]);
  expect(file.rendition.warnings).toEqual(["Page 1 has no text layer and was read by OCR."]);
  expect(file.rendition.lines[0]?.y).toBeGreaterThan(110);
  expect(file.rendition.lines[0]?.y).toBeLessThan(150);
  expect(pages).toContain(1);
}, 90_000);

test("reads a scan in the language that its words show, umlauts and accents too", async () => {
  const scan = async (lines: string[]) => {
    const canvas = createCanvas(1240, 1754);
    const context = canvas.getContext("2d");
    context.fillStyle = "#fff";
    context.fillRect(0, 0, 1240, 1754);
    context.fillStyle = "#111";
    context.font = drawn;
    for (const [at, line] of lines.entries()) context.fillText(line, 120, 300 + at * 60);
    const file = await read(scannedPdf(await canvas.encode("jpeg", 90), 1240, 1754), "scan.pdf");
    if (file.kind !== "document") throw new Error("not a document");
    return file.rendition.text;
  };
  const german = [
    "Die Angebote für die Wärmedämmung der Grundschule müssen bis zum",
    "4. März bei der Vergabestelle der Stadt eingegangen sein.",
    "Der Auftragnehmer hat die Maßnahmen gemäß Anlage durchzuführen.",
  ];
  const french = [
    "Les offres pour la rénovation énergétique de l'école doivent être",
    "déposées avant le 4 février auprès du service de la commune.",
    "Le titulaire exécute les prestations prévues à l'article précédent.",
  ];
  expect((await scan(german)).replace(/\s+/g, " ")).toBe(german.join(" "));
  expect((await scan(french)).replace(/\s+/g, " ")).toBe(french.join(" "));
}, 90_000);

test("leaves no process behind when the server is killed while one is busy", async () => {
  const script = `
    import { fork } from "node:child_process";
    const child = fork(process.argv[1], [], { env: {}, serialization: "advanced", stdio: ["ignore", "ignore", "ignore", "ipc"] });
    child.send(JSON.parse(process.argv[2]));
    setTimeout(() => { console.log(child.pid); }, 1500);
  `;
  const request = {
    path: await files.put(textPdf([paragraphLines(["a"], 72, 100)], "q ".repeat(20_000))),
    name: "a.pdf",
    folder: files.folder,
    limits: defaultParseLimits,
  };
  const server = spawn(
    process.execPath,
    ["--input-type=module", "-e", script, files.childPath, JSON.stringify(request)],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const pid = await new Promise<number>((resolve) =>
    server.stdout.once("data", (line: Buffer) => resolve(Number(line.toString()))),
  );
  server.kill("SIGKILL");
  await expect.poll(() => isRunning(pid), { timeout: 120_000, interval: 200 }).toBe(false);
}, 240_000);

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

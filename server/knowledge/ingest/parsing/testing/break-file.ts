import { unzipSync, zipSync } from "fflate";
import { seededRandom } from "@/e2e/sites/ground/random";

type Random = () => number;
type Breaker = (bytes: Buffer, random: Random) => Buffer;

const between = (random: Random, low: number, high: number) => low + Math.floor(random() * (high - low));

const anyFile: Record<string, Breaker> = {
  "end cut off": (bytes, random) => bytes.subarray(0, between(random, 1, bytes.length)),
  "beginning cut off": (bytes, random) => bytes.subarray(between(random, 1, Math.min(bytes.length, 2_000))),
  "bytes flipped": (bytes, random) => {
    for (let times = between(random, 1, 200); times > 0; times--)
      bytes[between(random, 0, bytes.length)] = between(random, 0, 256);
    return bytes;
  },
  "block zeroed": (bytes, random) => {
    const at = between(random, 0, bytes.length);
    return bytes.fill(0, at, Math.min(bytes.length, at + between(random, 1, 8_192)));
  },
  "block doubled": (bytes, random) => {
    const at = between(random, 0, bytes.length);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(Math.max(0, at - 4_096))]);
  },
};

const zipOnly: Record<string, Breaker> = {
  // Its sizes, methods, places, counts and names, as a program writes them that does not know better, or that means harm.
  "directory altered": (bytes, random) => {
    const begin = bytes.indexOf(Buffer.from("504b0102", "hex"));
    if (begin < 0) return bytes;
    for (let times = between(random, 1, 12); times > 0; times--)
      bytes[between(random, begin, bytes.length)] = between(random, 0, 256);
    return bytes;
  },
  "part emptied": (bytes, random) => withPart(bytes, random, () => new Uint8Array()),
  "part cut": (bytes, random) => withPart(bytes, random, (part) => part.subarray(0, between(random, 0, part.length))),
  "part garbled": (bytes, random) =>
    withPart(bytes, random, (part) => new Uint8Array(anyFile["bytes flipped"]?.(Buffer.from(part), random) ?? part)),
  "parts swapped": (bytes, random) => {
    const parts = unzipSync(bytes);
    const names = Object.keys(parts);
    const one = names[between(random, 0, names.length)] ?? "";
    const other = names[between(random, 0, names.length)] ?? "";
    return Buffer.from(
      zipSync({ ...parts, [one]: parts[other] ?? new Uint8Array(), [other]: parts[one] ?? new Uint8Array() }),
    );
  },
};

const pdfOnly: Record<string, Breaker> = {
  // Lengths, references, places of objects, counts.
  "numbers changed": (bytes, random) => {
    for (let tries = 0, left = between(random, 1, 60); left > 0 && tries < 20_000; tries++) {
      const at = between(random, 0, bytes.length);
      const letter = bytes[at] ?? 0;
      if (letter < 0x30 || letter > 0x39) continue;
      bytes[at] = 0x30 + between(random, 0, 10);
      left--;
    }
    return bytes;
  },
  "streams emptied": (bytes, random) => {
    for (let at = bytes.indexOf("stream\n"); at >= 0; at = bytes.indexOf("stream\n", at + 20)) {
      const end = bytes.indexOf("endstream", at + 7);
      if (end > 0 && random() < 0.3) bytes.fill(0x20, at + 7, end);
    }
    return bytes;
  },
};

export interface BrokenFile {
  /** In what way it was broken. */
  way: string;
  bytes: Buffer;
}

/** So many broken copies of a file, each in another way as far as there are ways for its kind. The same for the same seed. */
export function breakFile(whole: Uint8Array, copies: number, seed: number): BrokenFile[] {
  const random = seededRandom(seed);
  const kind = Buffer.from(whole.subarray(0, 5)).toString("latin1");
  const ways = Object.entries({
    ...anyFile,
    ...(kind.startsWith("PK") ? zipOnly : {}),
    ...(kind === "%PDF-" ? pdfOnly : {}),
  });
  const first = between(random, 0, ways.length);
  return Array.from({ length: copies }, (_none, copy) => {
    const [way, breaker] = ways[(first + copy) % ways.length] ?? ["whole", (bytes: Buffer) => bytes];
    return { way, bytes: breaker(Buffer.from(whole), random) };
  });
}

function withPart(bytes: Buffer, random: Random, change: (part: Uint8Array) => Uint8Array): Buffer {
  const parts = unzipSync(bytes);
  const names = Object.keys(parts);
  const name = names[between(random, 0, names.length)] ?? "";
  return Buffer.from(zipSync({ ...parts, [name]: change(parts[name] ?? new Uint8Array()) }));
}

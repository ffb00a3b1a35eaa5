import { hash, verify } from "@node-rs/argon2";
import { InvalidInputError } from "@/server/platform/errors";
import { commonPieces } from "./common-passwords";

// Argon2id (RFC 9106), the library's default kind, at 19 MiB and 2 passes.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), cost);
}

let stranger: Promise<string> | undefined;

/** Compares with a hash or, for an account that does not exist (null), does the same work and says no. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  stranger ??= hashPassword("an account that nobody has");
  const isRight = await verify(passwordHash ?? (await stranger), password.normalize("NFKC")).catch(() => false);
  return passwordHash !== null && isRight;
}

const swaps: Record<string, string> = {
  "0": "o",
  "1": "l",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};
const longestFirst = [...commonPieces].sort((a, b) => b.length - a.length);

/** Throws InvalidInputError for a password that is among the first guesses: common words, runs, repetitions, one's own address. */
export function assertPasswordIsNotCommon(password: string, email: string): void {
  const plain = password.normalize("NFKC").toLowerCase();
  const local = email.split("@")[0] ?? "";
  const swapped = plain.replace(/[013457@$!]/g, (sign) => swaps[sign] ?? sign);
  const isGuessable =
    new Set(plain).size < 5 ||
    isRun(plain) ||
    isMadeOf(plain, local) ||
    isMadeOf(swapped, local) ||
    /^(.{1,6}?)\1+$/.test(plain);
  if (isGuessable) {
    throw new InvalidInputError(
      "This password is among those that are guessed first. Take four or more unrelated words, or let a password manager make one.",
    );
  }
}

/** Whether next to nothing is left once common words, the address and signs are taken out. */
function isMadeOf(text: string, local: string): boolean {
  let rest = text;
  for (const piece of local.length >= 3 ? [local, ...longestFirst] : longestFirst) rest = rest.replaceAll(piece, " ");
  return rest.replace(/[^a-z]/g, "").length < 4 && /[a-z]/.test(text);
}

/** Mostly neighbours, as in 123456789012 or abcdefghijkl. */
function isRun(text: string): boolean {
  let steps = 0;
  for (let at = 1; at < text.length; at++) {
    if (Math.abs(text.charCodeAt(at) - text.charCodeAt(at - 1)) <= 1) steps++;
  }
  return steps >= (text.length - 1) * 0.8;
}

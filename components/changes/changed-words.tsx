import type { Words } from "./change-types";

interface ChangedWordsProps {
  words: Words;
  /** Which version is shown; both: what went and what came stand in one sentence. */
  side: "before" | "after" | "both";
}

/** Words that came are green and underlined, words that went are red and struck, and both are named to those who listen. */
export function ChangedWords({ words, side }: ChangedWordsProps) {
  return (
    <>
      {words.map((word, index) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: a comparison is written once and never reordered
        if (word.op === "same") return <span key={index}>{word.text}</span>;
        if (word.op === "added") {
          if (side === "before") return null;
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          return <Added key={index}>{word.text}</Added>;
        }
        if (side === "after") return null;
        // biome-ignore lint/suspicious/noArrayIndexKey: as above
        return <Removed key={index}>{word.text}</Removed>;
      })}
    </>
  );
}

export function Added({ children }: { children: string }) {
  const [words, space] = splitSpace(children);
  return (
    <>
      <ins className="rounded-sm bg-ok-soft text-ok underline decoration-2 underline-offset-2">{words}</ins>
      {space}
    </>
  );
}

export function Removed({ children }: { children: string }) {
  const [words, space] = splitSpace(children);
  return (
    <>
      <del className="rounded-sm bg-danger-soft text-danger line-through">{words}</del>
      {space}
    </>
  );
}

/** A mark that runs on over the space behind the word looks like a mistake. */
function splitSpace(text: string): [words: string, space: string] {
  const words = text.trimEnd();
  return words === "" ? [text, ""] : [words, text.slice(words.length)];
}

import { type Parser, QuoteType, Tokenizer } from "htmlparser2";

/** The states that are gone through here, by the numbers that the original gives them. */
const text = 1;
const beforeTagName = 2;
const inSelfClosingTag = 4;
const afterClosingTagName = 7;
const beforeAttributeName = 8;
const inAttributeName = 9;
const valueInDoubleQuotes = 12;
const valueInSingleQuotes = 13;

type Callbacks = Pick<
  Parser,
  "ontext" | "onopentagname" | "onopentagend" | "onclosetag" | "onattribname" | "onattribdata" | "onattribend"
> & { attribs: Record<string, string> | null };

/** Members of the original that its types call private; they are there at run time, in the version that the project pins. */
interface Inside {
  cbs: Callbacks;
  state: number;
  buffer: string;
  sectionStart: number;
  index: number;
  offset: number;
  running: boolean;
  isSpecial: boolean;
  xmlMode: boolean;
  currentSequence: Uint8Array;
  sequenceIndex: number;
  startEntity(): void;
  enterTagBody(): void;
  stateBeforeTagName(code: number): void;
  cleanup(): void;
  shouldContinue(): boolean;
  parse(): void;
}

/**
 * htmlparser2's tokenizer for whole HTML pages, in half the time: where the original puts each character through a state machine, this one
 * jumps to the next character that matters, and leaves what is rare (entities, comments, scripts, what is never closed) to the original.
 * A test compares the events of both. `attributes`: the names (lower case) that the handler asks for; others may be left out.
 */
export function fastTokenizer(attributes: ReadonlySet<string>): typeof Tokenizer {
  class FastTokenizer extends Tokenizer {}
  // Names cut out of a page are new strings each time; handed out are always these, which makes asking for them cheap.
  const names = new Map([...attributes].map((name) => [name, name]));
  Object.assign(FastTokenizer.prototype, fastWays, { attributes: names });
  return FastTokenizer;
}

type Attributes = ReadonlyMap<string, string>;

const original = Tokenizer.prototype as unknown as Inside;

const fastWays = {
  parse(this: Inside & { attributes: Attributes }): void {
    const pace = new Pace(this, this.attributes);
    while (this.running && this.index < this.buffer.length) {
      if (isFast(this.state)) pace.step();
      else original.parse.call(this);
    }
    original.cleanup.call(this);
  },
  // The original goes on until there is something to jump over again.
  shouldContinue(this: Inside): boolean {
    return original.shouldContinue.call(this) && !isFast(this.state);
  },
  cleanup(): void {},
  fastForwardTo(this: Inside, code: number): boolean {
    const at = this.buffer.indexOf(String.fromCharCode(code), this.index + 1);
    this.index = at === -1 ? this.buffer.length - 1 : at;
    return at !== -1;
  },
};

function isFast(state: number): boolean {
  return (
    state === text ||
    state === beforeTagName ||
    state === beforeAttributeName ||
    state === valueInDoubleQuotes ||
    state === valueInSingleQuotes
  );
}

const greaterThan = 62;
const slash = 47;
const equals = 61;
const doubleQuote = 34;
const singleQuote = 39;

class Pace {
  private readonly buffer: string;
  private readonly ampersands: Places;
  private readonly tags: Places;
  private readonly doubleQuotes: Places;
  private readonly singleQuotes: Places;

  constructor(
    private readonly at: Inside,
    private readonly attributes: Attributes,
  ) {
    const { buffer, offset, xmlMode } = at;
    if (offset !== 0 || xmlMode) throw new Error("This tokenizer reads whole HTML pages only.");
    this.buffer = buffer;
    this.ampersands = new Places(buffer, "&");
    this.tags = new Places(buffer, "<");
    this.doubleQuotes = new Places(buffer, '"');
    this.singleQuotes = new Places(buffer, "'");
  }

  step(): void {
    const { at } = this;
    if (at.state === text) this.readText();
    else if (at.state === beforeTagName) this.readTag();
    else if (at.state === beforeAttributeName) this.readAttribute();
    else this.readValue();
  }

  private readText(): void {
    const { at } = this;
    const tag = this.tags.from(at.index);
    const entity = this.ampersands.from(at.index);
    if (entity < tag) {
      at.index = entity;
      at.startEntity();
      at.index++;
      return;
    }
    at.index = tag;
    if (tag === this.buffer.length) return;
    if (tag > at.sectionStart) at.cbs.ontext(at.sectionStart, tag);
    at.state = beforeTagName;
    at.sectionStart = tag;
    at.index++;
  }

  private readTag(): void {
    const { at, buffer } = this;
    const isClosing = buffer.charCodeAt(at.index) === slash;
    const start = isClosing ? at.index + 1 : at.index;
    const end = isLetter(buffer.charCodeAt(start)) ? endOfName(buffer, start) : buffer.length;
    if (end === buffer.length || (!isClosing && mayBeSpecial(buffer, start, end))) {
      at.stateBeforeTagName(buffer.charCodeAt(at.index));
      at.index++;
    } else if (isClosing) {
      at.cbs.onclosetag(start, end);
      at.sectionStart = -1;
      const close = buffer.charCodeAt(end) === greaterThan ? end : buffer.indexOf(">", end);
      at.state = close === -1 ? afterClosingTagName : text;
      at.index = close === -1 ? buffer.length : close + 1;
      if (close !== -1) at.sectionStart = at.index;
    } else {
      at.cbs.onopentagname(start, end);
      at.sectionStart = -1;
      at.state = beforeAttributeName;
      at.index = end;
    }
  }

  private readAttribute(): void {
    const { at, buffer } = this;
    while (at.index < buffer.length && isSpace(buffer.charCodeAt(at.index))) at.index++;
    if (at.index === buffer.length) return;
    const code = buffer.charCodeAt(at.index);
    if (code === greaterThan) {
      at.cbs.onopentagend(at.index);
      at.enterTagBody();
      at.sectionStart = at.index + 1;
      at.index++;
      return;
    }
    const start = at.index;
    let end = start;
    if (code !== slash) while (end < buffer.length && !endsAttributeName(buffer.charCodeAt(end))) end++;
    const quote = buffer.charCodeAt(end) === equals ? buffer.charCodeAt(end + 1) : 0;
    if (end > start && (quote === doubleQuote || quote === singleQuote)) {
      const places = quote === doubleQuote ? this.doubleQuotes : this.singleQuotes;
      const close = places.from(end + 2);
      if (close < buffer.length && this.ampersands.from(end + 2) > close) {
        this.keepAttribute(start, end, close);
        at.index = close + 1;
        return;
      }
      at.cbs.onattribname(start, end);
      at.state = quote === doubleQuote ? valueInDoubleQuotes : valueInSingleQuotes;
      at.sectionStart = end + 2;
      at.index = end + 2;
      return;
    }
    // Without a value, without quotes, with spaces around "=", or the end of a tag that closes itself.
    at.state = code === slash ? inSelfClosingTag : inAttributeName;
    if (code !== slash) at.sectionStart = start;
    at.index++;
  }

  /** One that is written as nearly all are goes straight to its element. */
  private keepAttribute(start: number, end: number, close: number): void {
    const written = this.buffer.slice(start, end);
    const name = this.attributes.get(written) ?? this.attributes.get(written.toLowerCase());
    const kept = this.at.cbs.attribs;
    if (name === undefined || kept === null || Object.hasOwn(kept, name)) return;
    kept[name] = this.buffer.slice(end + 2, close);
  }

  private readValue(): void {
    const { at } = this;
    const isDouble = at.state === valueInDoubleQuotes;
    const end = (isDouble ? this.doubleQuotes : this.singleQuotes).from(at.index);
    const entity = this.ampersands.from(at.index);
    if (entity < end) {
      at.index = entity;
      at.startEntity();
      at.index++;
      return;
    }
    at.index = end;
    if (end === this.buffer.length) return;
    at.cbs.onattribdata(at.sectionStart, end);
    at.sectionStart = -1;
    at.cbs.onattribend(isDouble ? QuoteType.Double : QuoteType.Single, end + 1);
    at.state = beforeAttributeName;
    at.index++;
  }
}

/** Where one character stands next; asked from left to right, the page is gone through once. */
class Places {
  private next = -1;

  constructor(
    private readonly buffer: string,
    private readonly character: string,
  ) {}

  from(index: number): number {
    if (this.next < index) {
      const at = this.buffer.indexOf(this.character, index);
      this.next = at === -1 ? this.buffer.length : at;
    }
    return this.next;
  }
}

function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 9 || code === 12 || code === 13;
}

function isLetter(code: number): boolean {
  const lower = code | 32;
  return lower >= 97 && lower <= 122;
}

function endOfName(buffer: string, start: number): number {
  let end = start + 1;
  while (end < buffer.length) {
    const code = buffer.charCodeAt(end);
    if (code === greaterThan || code === slash || isSpace(code)) break;
    end++;
  }
  return end;
}

function endsAttributeName(code: number): boolean {
  return code === equals || code === greaterThan || code === slash || isSpace(code);
}

/** First two letters and length of the elements whose content is not HTML: iframe, noembed, noframes, plaintext, script, style, title, textarea, xmp. */
const special = new Set(["if6", "no7", "no8", "pl9", "sc6", "st5", "ti5", "te8", "xm3"]);

function mayBeSpecial(buffer: string, start: number, end: number): boolean {
  const length = end - start;
  if (length < 3 || length > 9) return false;
  const first = buffer.charCodeAt(start) | 32;
  // i, n, p, s, t, x
  if (first !== 105 && first !== 110 && first !== 112 && first !== 115 && first !== 116 && first !== 120) return false;
  return special.has(String.fromCharCode(first, buffer.charCodeAt(start + 1) | 32) + length);
}

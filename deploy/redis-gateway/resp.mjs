// The Redis serialisation protocol, version 2 (https://redis.io/docs/latest/develop/reference/protocol-spec/): only
// what a gateway needs. Replies keep their shape: flat arrays, buffers, numbers, null.

/** A command as an array of bulk strings. */
export function encodeCommand(parts) {
  const chunks = [Buffer.from(`*${parts.length}\r\n`)];
  for (const part of parts) {
    const bytes = Buffer.from(typeof part === "string" ? part : String(part));
    chunks.push(Buffer.from(`$${bytes.length}\r\n`), bytes, Buffer.from("\r\n"));
  }
  return Buffer.concat(chunks);
}

export class RedisError extends Error {}

/** A status line such as OK or QUEUED, told apart from a string value. */
export class Status {
  constructor(text) {
    this.text = text;
  }
}

/** Feed it bytes, and it hands over each complete reply. */
export class ReplyReader {
  #bytes = Buffer.alloc(0);
  #onReply;

  constructor(onReply) {
    this.#onReply = onReply;
  }

  push(chunk) {
    this.#bytes = this.#bytes.length ? Buffer.concat([this.#bytes, chunk]) : chunk;
    let at = 0;
    for (;;) {
      const parsed = parse(this.#bytes, at);
      if (!parsed) break;
      at = parsed.next;
      this.#onReply(parsed.value);
    }
    this.#bytes = this.#bytes.subarray(at);
  }
}

/** One reply from `at`, or undefined while it is incomplete. */
function parse(bytes, at) {
  const end = bytes.indexOf("\r\n", at);
  if (end < 0) return undefined;
  const line = bytes.toString("utf8", at + 1, end);
  const next = end + 2;
  switch (bytes[at]) {
    case 0x2b: // +
      return { value: new Status(line), next };
    case 0x2d: // -
      return { value: new RedisError(line), next };
    case 0x3a: // :
      return { value: Number(line), next };
    case 0x24: {
      // $
      const length = Number(line);
      if (length < 0) return { value: null, next };
      if (bytes.length < next + length + 2) return undefined;
      return { value: bytes.subarray(next, next + length), next: next + length + 2 };
    }
    case 0x2a: {
      // *
      const count = Number(line);
      if (count < 0) return { value: null, next };
      const items = [];
      let cursor = next;
      for (let i = 0; i < count; i++) {
        const item = parse(bytes, cursor);
        if (!item) return undefined;
        items.push(item.value);
        cursor = item.next;
      }
      return { value: items, next: cursor };
    }
    default:
      throw new Error(`not a RESP2 reply: byte ${bytes[at]}`);
  }
}

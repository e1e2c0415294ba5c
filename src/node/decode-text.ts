import type { Issue } from "../errors/index.js";
import { fileFault } from "./file-fault.js";

/** How the bytes of a text file are read (文本编码). */
export interface TextEncoding {
  readonly label: "utf-8" | "gb18030" | "utf-16le" | "utf-16be";
  /** Whether some bytes belong to no encoding and become U+FFFD. */
  readonly lossy: boolean;
}

type Chunks = () => AsyncIterable<Uint8Array>;

/** Whether every byte fits an encoding; stops at the first that does not. */
async function fits(chunks: Chunks, label: TextEncoding["label"]): Promise<boolean> {
  const decoder = new TextDecoder(label, { fatal: true });
  try {
    for await (const chunk of chunks()) decoder.decode(chunk, { stream: true });
    decoder.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** Whether the first chunk looks like UTF-16 without a mark: a NUL in most even or odd places. */
function bareUtf16(head: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  const pairs = Math.min(200, head.length >> 1);
  let low = 0;
  let high = 0;
  for (let i = 0; i < pairs; i++) {
    if (head[2 * i] === 0) high++;
    if (head[2 * i + 1] === 0) low++;
  }
  if (pairs < 4) return undefined;
  return low > pairs * 0.4 && high === 0 ? "utf-16le" : high > pairs * 0.4 && low === 0 ? "utf-16be" : undefined;
}

/**
 * Finds the encoding of a text (识别编码): byte-order mark, else strict UTF-8, else strict GB18030, else UTF-8 with replacement.
 *
 * The whole text is checked, so that a file which breaks UTF-8 in its last line is still read as GB18030 from its first.
 * @complexity O(bytes), one pass a try
 */
export async function detectEncoding(chunks: Chunks): Promise<TextEncoding> {
  for await (const head of chunks()) {
    if (head[0] === 0xff && head[1] === 0xfe) return { label: "utf-16le", lossy: false };
    if (head[0] === 0xfe && head[1] === 0xff) return { label: "utf-16be", lossy: false };
    const bare = bareUtf16(head);
    if (bare !== undefined) return { label: bare, lossy: false };
    break;
  }
  if (await fits(chunks, "utf-8")) return { label: "utf-8", lossy: false };
  return (await fits(chunks, "gb18030")) ? { label: "gb18030", lossy: false } : { label: "utf-8", lossy: true };
}

/** Whether a text is none: more than a tenth of its first signs are control characters. A lone NUL is dirt. */
function isBinary(text: string): boolean {
  const head = text.slice(0, 4096);
  return (head.match(/(?![\t\n\r])\p{Cc}/gu)?.length ?? 0) * 10 > head.length;
}

/**
 * Decodes a text chunk by chunk (解码文本), byte-order marks removed, the ones inside too.
 * @throws GuiyanError `adapter-unsupported-format` on a binary file
 */
export async function* decodeText(path: string, chunks: Chunks, { label }: TextEncoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(label);
  let checked = false;
  for await (const chunk of chunks()) {
    const text = decoder.decode(chunk, { stream: true }).replaceAll("\ufeff", "");
    if (text === "") continue;
    if (!checked && isBinary(text)) throw fileFault("adapter-unsupported-format", path, "expected .xlsx or .csv, found a binary file");
    checked = true;
    yield text;
  }
  const rest = decoder.decode();
  if (rest !== "") yield rest;
}

/** Tells that bytes were replaced. */
export function replacementIssue(table: string): Issue {
  return {
    code: "encoding-replaced",
    severity: "warning",
    message: "bytes that are neither UTF-8 nor GB18030 were replaced by U+FFFD",
    messageZh: "部分字节既非 UTF-8 也非 GB18030，已替换为 U+FFFD",
    source: { table },
  };
}

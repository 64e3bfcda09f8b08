export const encodings = ['utf-8', 'windows-1252', 'utf-16le', 'utf-16be'] as const;
export type Encoding = (typeof encodings)[number];

/** The first bytes of a file that say how its text is written. */
const marks: [Encoding, number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** What Windows-1252 has where Latin-1 has control characters. Node 20 reads the one as the other. */
const windowsOwn = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

function decoded(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    if (encoding !== 'windows-1252') return text;
    return text.replace(/[\x80-\x9f]/g, (control) => windowsOwn[control.charCodeAt(0) - 0x80]!);
  } catch {
    return null;
  }
}

/**
 * The text of a file: in the encoding that was chosen, or else in what its mark says, UTF-8 where it is that, and
 * Windows-1252 for what spreadsheets of Western Europe write. Its lines end with `\n`, whatever they ended with.
 * @returns `null` for what is no text, such as a workbook
 */
export function decodeFile(
  bytes: Uint8Array,
  chosen?: Encoding,
): { encoding: Encoding; text: string } | null {
  const marked = marks.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte))?.[0];
  const tried: readonly Encoding[] = chosen ? [chosen] : marked ? [marked] : ['utf-8', 'windows-1252'];
  for (const encoding of tried) {
    const text = decoded(bytes, encoding);
    // No text has a NUL in it; every workbook and picture does.
    if (text !== null) return text.includes('\0') ? null : { encoding, text: text.replace(/\r\n?/g, '\n') };
  }
  return null;
}

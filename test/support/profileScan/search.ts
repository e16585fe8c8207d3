/** Where any of very many needles stands in bytes, in one pass over them. */

/** A needle in one of the ways in which a program may have written it. */
export interface Form {
  readonly needle: string;
  readonly how: string;
  readonly bytes: Buffer;
}

/** Shorter texts stand somewhere in random bytes by chance: looked for must be at least so much of both. */
const FEWEST_CHARACTERS = 3;
const FEWEST_BYTES = 6;
/** A form is looked up by its first bytes. */
const HEAD_BYTES = 4;

/** @throws when a needle is so short that finding it means nothing */
export function formsOf(needle: string): Form[] {
  const utf8 = Buffer.from(needle);
  if ([...needle].length < FEWEST_CHARACTERS || utf8.length < FEWEST_BYTES)
    throw new Error(`“${needle}” is too short to be looked for`);
  const utf16 = Buffer.from(needle, 'utf16le');
  const plain: [string, Buffer][] = [
    ['utf-8', utf8],
    ['utf-16le', utf16],
    // The keys of IndexedDB are written so.
    ['utf-16be', Buffer.from(utf16).swap16()],
  ];
  const percent = encodeURIComponent(needle);
  if (percent !== needle) plain.push(['in an address', Buffer.from(percent)]);
  const coded = [...base64Of('base64', utf8), ...base64Of('base64 of utf-16', utf16)];
  const wide = coded.map(([how, text]): [string, Buffer] => [
    `${how}, utf-16le`,
    Buffer.from(text, 'utf16le'),
  ]);
  const forms = [
    ...plain,
    ...coded.map(([how, text]): [string, Buffer] => [how, Buffer.from(text)]),
    ...wide,
  ];
  return forms.map(([how, bytes]) => ({ needle, how, bytes }));
}

/** What stands in base64 whatever stood before and after, for each of the three ways to begin, in both alphabets. */
function base64Of(how: string, bytes: Buffer): [string, string][] {
  const texts = [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
    // Characters that also hold bits of a neighbour are left out.
    return text.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6));
  });
  const url = texts.map((text) => text.replaceAll('+', '-').replaceAll('/', '_'));
  return [...new Set([...texts, ...url])].map((text) => [how, text]);
}

export class Searcher {
  readonly #byHead = new Map<number, Form[]>();
  /** A bit for the low 24 bits of each head: nearly every place is passed by with one look. */
  readonly #heads = new Uint8Array(1 << 21);

  constructor(needles: Iterable<string>) {
    for (const needle of new Set(needles)) for (const form of formsOf(needle)) this.#add(form);
  }

  #add(form: Form): void {
    const head = form.bytes.readUInt32LE(0);
    const low = head & 0xff_ffff;
    this.#heads[low >> 3] = (this.#heads[low >> 3] ?? 0) | (1 << (low & 7));
    this.#byHead.set(head, [...(this.#byHead.get(head) ?? []), form]);
  }

  /** Each form that occurs, once. */
  in(bytes: Buffer): Form[] {
    const found = new Set<Form>();
    const heads = this.#heads;
    let head = 0;
    for (let end = 0; end < bytes.length; end += 1) {
      head = (head >>> 8) | ((bytes[end] ?? 0) << 24);
      const low = head & 0xff_ffff;
      if (((heads[low >> 3] ?? 0) & (1 << (low & 7))) === 0) continue;
      const start = end - HEAD_BYTES + 1;
      for (const form of this.#byHead.get(head >>> 0) ?? [])
        if (start >= 0 && bytes.subarray(start, start + form.bytes.length).equals(form.bytes))
          found.add(form);
    }
    return [...found];
  }
}

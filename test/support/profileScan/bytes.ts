/** Reads little-endian numbers of LevelDB from bytes; throws where the bytes end too early. */
export class Reader {
  readonly #bytes: Buffer;

  constructor(
    bytes: Uint8Array,
    public at = 0,
  ) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get left(): number {
    return this.#bytes.length - this.at;
  }

  byte(): number {
    return this.take(1)[0] ?? 0;
  }

  uint16(): number {
    return this.take(2).readUInt16LE();
  }

  uint32(): number {
    return this.take(4).readUInt32LE();
  }

  /** Up to 2^53: seven bits a byte, the lowest first. */
  varint(): number {
    let value = 0;
    for (let scale = 1; scale < Number.MAX_SAFE_INTEGER; scale *= 128) {
      const byte = this.byte();
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
    throw new Error('a number that does not end');
  }

  take(count: number): Buffer {
    if (count > this.left) throw new Error(`${count} bytes are wanted, and ${this.left} are left`);
    this.at += count;
    return this.#bytes.subarray(this.at - count, this.at);
  }

  /** A length and as many bytes. */
  slice(): Buffer {
    return this.take(this.varint());
  }
}

/** A row of a LevelDB: a deletion has no value. */
export interface Entry {
  readonly key: Buffer;
  readonly value: Buffer;
}

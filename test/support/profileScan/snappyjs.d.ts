declare module 'snappyjs' {
  /** @throws when the bytes are not a Snappy stream, or unpack to more than `maxLength` */
  export function uncompress(compressed: Uint8Array, maxLength?: number): Uint8Array;
  export function compress(bytes: Uint8Array): Uint8Array;
}

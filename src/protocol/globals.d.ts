/**
 * The few globals that browsers and Node share and that `src/domain/tsconfig.json`, which knows neither, lets the
 * protocol use. Other configurations have the real declarations and do not read this file.
 */

declare class TextEncoder {
  encode(text?: string): Uint8Array<ArrayBuffer>;
}

declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(bytes?: ArrayBuffer | ArrayBufferView): string;
}

/** Base64 of a string whose characters are bytes; throws on a character above U+00FF. */
declare function btoa(bytes: string): string;

/** The inverse of `btoa`; throws on anything that is not base64. */
declare function atob(base64: string): string;

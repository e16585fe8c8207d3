/** What browsers that read codes themselves offer (Shape Detection API); TypeScript does not know it. */
interface Detector {
  detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>;
}
interface DetectorClass {
  new (options: { readonly formats: readonly string[] }): Detector;
  getSupportedFormats(): Promise<readonly string[]>;
}

const QR = 'qr_code';

/** Reads the QR in what a video shows now; nothing when there is none. */
export type CodeReader = (video: HTMLVideoElement) => Promise<string | undefined>;

/**
 * The browser's own reader where it works. Windows and Linux have none, and on Android it is a part of Google's
 * services, which tablets here often lack: there the class exists and supports nothing. For those the app brings one.
 */
export async function codeReader(): Promise<CodeReader> {
  const own = (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector;
  const supported = (await own?.getSupportedFormats().catch(() => [])) ?? [];
  const detector: Detector =
    own && supported.includes(QR)
      ? new own({ formats: [QR] })
      : new (await import('qr/decode.js')).BarcodeDetector({ formats: [QR] });
  return async (video) => {
    // A frame that is not there yet is refused; the next one comes.
    const [found] = await detector.detect(video).catch(() => []);
    return found?.rawValue || undefined;
  };
}

/** Whether a page may ask for a camera here at all: never on plain http. */
export const mayUseCamera = (): boolean => 'mediaDevices' in navigator;

import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { Dialog } from '../../parts/dialog.tsx';
import { Notice } from '../../parts/notice.tsx';
import styles from './scan.module.css';

/** What browsers that read codes themselves offer (Shape Detection API); TypeScript does not know it. */
interface Detector {
  detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>;
}
declare const BarcodeDetector: new (options: { readonly formats: readonly string[] }) => Detector;

interface ScanCameraProps {
  readonly onText: (text: string) => void;
  readonly onClose: () => void;
}

/** Looks through the camera until a QR is read or the dialog is closed; no picture is kept. */
export function ScanCamera({ onText, onClose }: ScanCameraProps) {
  const video = useRef<HTMLVideoElement>(null);
  const told = useRef(onText);
  told.current = onText;
  const failed = useSignal(false);
  useEffect(() => {
    if (!video.current) return;
    return watch(
      video.current,
      (text) => told.current(text),
      () => {
        failed.value = true;
      },
    );
  }, [failed]);
  return (
    <Dialog open heading="把二维码对准镜头" onClose={onClose}>
      {failed.value ? (
        <Notice
          kind="problem"
          heading="摄像头打不开"
          kept="填写的内容都在本机，没有丢失。"
          todo="请在浏览器里允许使用摄像头，或者改用扫码枪。"
        />
      ) : (
        <video ref={video} class={styles.camera} autoplay muted playsInline aria-label="镜头里的画面" />
      )}
    </Dialog>
  );
}

/** @returns ends the watching and lets the camera go */
function watch(video: HTMLVideoElement, onText: (text: string) => void, onFail: () => void): () => void {
  let ended = false;
  let stream: MediaStream | undefined;
  const release = () => {
    for (const track of stream?.getTracks() ?? []) track.stop();
  };
  const look = async (detector: Detector) => {
    // A frame that is not there yet is refused; the next one comes.
    const found = await detector.detect(video).catch(() => []);
    if (ended) return;
    const text = found[0]?.rawValue;
    if (text) onText(text);
    else requestAnimationFrame(() => void look(detector));
  };
  const open = async () => {
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
    if (ended) return release();
    video.srcObject = stream;
    await look(new BarcodeDetector({ formats: ['qr_code'] }));
  };
  open().catch(() => {
    if (!ended) onFail();
  });
  return () => {
    ended = true;
    release();
  };
}

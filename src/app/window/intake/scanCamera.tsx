import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Timer } from '../../local/ports.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Notice } from '../../parts/notice.tsx';
import { useBench } from '../desk.tsx';
import { type CodeReader, codeReader } from './codeReader.ts';
import styles from './scan.module.css';

/** Between two looks, in milliseconds: a slow counter has to draw the picture as well. */
const PAUSE_MS = 80;
/** A tablet's back, and fine enough for a long checklist's code at arm's length. */
const WANTED = { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } };

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
  const { timer } = useBench().desk;
  useEffect(() => {
    if (!video.current) return;
    return watch(video.current, timer, {
      onText: (text) => told.current(text),
      onFail: () => {
        failed.value = true;
      },
    });
  }, [failed, timer]);
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

interface Watcher {
  readonly onText: (text: string) => void;
  readonly onFail: () => void;
}

/** @returns ends the watching and lets the camera go */
function watch(video: HTMLVideoElement, timer: Timer, { onText, onFail }: Watcher): () => void {
  let ended = false;
  let stream: MediaStream | undefined;
  let stopWaiting = () => {};
  const release = () => {
    for (const track of stream?.getTracks() ?? []) track.stop();
  };
  const look = async (read: CodeReader) => {
    const text = await read(video);
    if (ended) return;
    if (text) onText(text);
    else stopWaiting = timer.after(PAUSE_MS, () => void look(read));
  };
  const open = async () => {
    const reader = codeReader();
    // Refused while the person still answers whether the camera may be used: told below, when it is awaited.
    reader.catch(() => undefined);
    stream = await navigator.mediaDevices.getUserMedia({ video: WANTED });
    if (ended) return release();
    video.srcObject = stream;
    await look(await reader);
  };
  open().catch(() => {
    release();
    if (!ended) onFail();
  });
  return () => {
    ended = true;
    stopWaiting();
    release();
  };
}

import { Camera, Maximize, RotateCcw, RotateCw } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import type { Result } from '../../../domain/result.ts';
import { inWords } from '../../../protocol/errors.ts';
import { plus, type Turn, turned, turnedSize, type Unit, WHOLE } from '../../local/photo/shape.ts';
import type { HowToPrepare, PhotoWork, Preview } from '../../local/photos.ts';
import { Button } from '../button.tsx';
import { Checkbox } from '../checkbox.tsx';
import { Dialog } from '../dialog.tsx';
import { Notice } from '../notice.tsx';
import { CropFrame } from './cropFrame.tsx';
import { isWhole } from './frame.ts';
import styles from './pageEditor.module.css';
import type { Trouble } from './pages.ts';
import { useFilePicker } from './picker.tsx';
import { Tool, Tools } from './tool.tsx';
import { useSize } from './useSize.ts';
import { Watermark } from './watermark.tsx';
import { fitted } from './zoom.ts';

export interface PageEditorProps {
  /** Which page of which paper: 「身份证，第 2 页」. */
  readonly label: string;
  /** What the camera or a file gave. Another one (重拍) begins anew. */
  readonly source: Blob;
  readonly photos: Pick<PhotoWork, 'preview'>;
  /** The words that may be written across the page: 「仅限办理设立登记使用」. Absent: not offered. */
  readonly watermark?: string | undefined;
  /** The page is being prepared and kept. */
  readonly busy: boolean;
  /** Why it could not be. */
  readonly trouble?: Trouble | null | undefined;
  readonly onUse: (how: HowToPrepare) => void;
  /** Another photo in the place of this one. */
  readonly onRetake: (photo: File) => void;
  /** 取消, Esc. */
  readonly onClose: () => void;
}

/** A photo just taken: turned, cut out, used, or taken again. Nothing is kept until 使用这张. */
export function PageEditor(props: PageEditorProps) {
  const { label, source, watermark, busy, trouble, onUse, onRetake, onClose } = props;
  const [picture, url] = usePicture(source, props.photos);
  const [turn, setTurn] = useState<Turn>(0);
  /** Of the upright picture, however it is turned: a turn takes the frame along. */
  const [crop, setCrop] = useState<Unit>(WHOLE);
  const [marked, setMarked] = useState(false);
  const camera = useFilePicker({ camera: true, onFiles: ([photo]) => photo && onRetake(photo) });
  useEffect(() => {
    setTurn(0);
    setCrop(WHOLE);
  }, [source]);

  const use = () =>
    onUse({ turn, crop: isWhole(crop) ? null : crop, watermark: marked && watermark ? watermark : null });
  const open = picture?.ok === true;
  const failed = picture && !picture.ok ? inWords(picture.refusal.code, picture.refusal.facts) : trouble;
  return (
    <Dialog
      open
      full
      heading={`裁好再用：${label}`}
      onClose={onClose}
      actions={
        <>
          <Button kind="quiet" onClick={onClose}>
            取消
          </Button>
          <Button icon={Camera} disabled={busy} onClick={camera.open}>
            重拍
          </Button>
          <Button kind="primary" busy={busy} disabled={!open} onClick={use}>
            使用这张
          </Button>
        </>
      }
    >
      {camera.input}
      {failed && <Notice kind="problem" heading={failed.what} todo={failed.todo} />}
      {picture?.ok && url && (
        <>
          <Bar
            whole={isWhole(crop)}
            watermark={watermark}
            marked={marked}
            onTurn={(by) => setTurn(plus(turn, by))}
            onWhole={() => setCrop(WHOLE)}
            onMarked={setMarked}
          />
          <Stage
            url={url}
            picture={picture.value}
            turn={turn}
            frame={turned(crop, turn)}
            watermark={marked ? watermark : undefined}
            onFrame={(frame) => setCrop(turned(frame, plus(0, -turn)))}
          />
        </>
      )}
      {!picture && (
        <p class={styles.waiting} role="status">
          正在打开照片……
        </p>
      )}
    </Dialog>
  );
}

interface BarProps {
  readonly whole: boolean;
  readonly watermark: string | undefined;
  readonly marked: boolean;
  readonly onTurn: (by: number) => void;
  readonly onWhole: () => void;
  readonly onMarked: (marked: boolean) => void;
}

function Bar({ whole, watermark, marked, onTurn, onWhole, onMarked }: BarProps) {
  return (
    <div class={styles.bar}>
      <Tools label="整理照片">
        <Tool icon={RotateCcw} onClick={() => onTurn(-90)}>
          左转
        </Tool>
        <Tool icon={RotateCw} onClick={() => onTurn(90)}>
          右转
        </Tool>
        <Tool icon={Maximize} disabled={whole} onClick={onWhole}>
          不裁剪
        </Tool>
      </Tools>
      {watermark && (
        <div class={styles.mark}>
          <Checkbox label="加水印" hint={watermark} checked={marked} onChange={onMarked} />
        </div>
      )}
    </div>
  );
}

interface StageProps {
  readonly url: string;
  readonly picture: Preview;
  readonly turn: Turn;
  readonly frame: Unit;
  readonly watermark: string | undefined;
  readonly onFrame: (frame: Unit) => void;
}

function Stage({ url, picture, turn, frame, watermark, onFrame }: StageProps) {
  const { ref, size: room } = useSize<HTMLDivElement>();
  const shown = fitted(turnedSize(picture, turn), room);
  const drawn = turnedSize(shown, turn);
  return (
    <div class={styles.stage}>
      <div class={styles.room} ref={ref}>
        {room.width > 0 && (
          <div class={styles.picture} style={{ width: `${shown.width}px`, height: `${shown.height}px` }}>
            <img
              class={styles.image}
              src={url}
              alt="刚拍的照片"
              draggable={false}
              style={{
                width: `${drawn.width}px`,
                height: `${drawn.height}px`,
                transform: `translate(-50%, -50%) rotate(${turn}deg)`,
              }}
            />
            {watermark && <Watermark words={watermark} frame={frame} page={shown} />}
            <CropFrame frame={frame} onFrame={onFrame} />
          </div>
        )}
      </div>
    </div>
  );
}

/** The small picture of a source, and an address for it while it is shown. */
function usePicture(
  source: Blob,
  photos: Pick<PhotoWork, 'preview'>,
): [Result<Preview> | undefined, string | undefined] {
  const [opened, setOpened] = useState<{ source: Blob; result: Result<Preview>; url: string | undefined }>();
  useEffect(() => {
    let left = false;
    let url: string | undefined;
    photos.preview(source).then((result) => {
      if (left) return;
      url = result.ok ? URL.createObjectURL(result.value.picture) : undefined;
      setOpened({ source, result, url });
    });
    return () => {
      left = true;
      if (url !== undefined) URL.revokeObjectURL(url);
    };
  }, [source, photos]);
  return opened?.source === source ? [opened.result, opened.url] : [undefined, undefined];
}

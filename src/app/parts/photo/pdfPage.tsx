import { Download } from 'lucide';
import { Button } from '../button.tsx';
import styles from './pageViewer.module.css';

export interface PdfPageProps {
  readonly url: string;
  readonly label: string;
}

/** Shown where the browser can; elsewhere taken along. */
export function PdfPage({ url, label }: PdfPageProps) {
  if (navigator.pdfViewerEnabled) return <iframe class={styles.pdf} src={url} title={label} />;
  return (
    <div class={styles.waiting}>
      <p>{label}是 PDF 文件，这个浏览器不能直接显示。</p>
      <p>可以下载后用别的软件打开。下载的文件会留在这台设备上，看完请删除。</p>
      <Button icon={Download} href={url} download={`${label}.pdf`}>
        下载这份 PDF
      </Button>
    </div>
  );
}

import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';

export interface FilePickerProps {
  /** Opens the camera where there is one; otherwise files are chosen. */
  readonly camera: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

export interface FilePicker {
  /** Only from within a press: browsers open no camera by themselves. */
  readonly open: () => void;
  /** Stands somewhere beside the button; nobody sees or reaches it. */
  readonly input: VNode;
}

/** The browser's way to photograph or choose files, behind a button of our own with a word on it. */
export function useFilePicker({ camera, onFiles }: FilePickerProps): FilePicker {
  const input = useRef<HTMLInputElement>(null);
  const chosen = (event: { currentTarget: HTMLInputElement }) => {
    const files = [...(event.currentTarget.files ?? [])];
    // So that the same file can be chosen once more.
    event.currentTarget.value = '';
    if (files.length > 0) onFiles(files);
  };
  const kind = camera
    ? { accept: 'image/*', capture: 'environment' as const }
    : { accept: 'image/jpeg,image/png,image/heic,application/pdf', multiple: true };
  return {
    open: () => input.current?.click(),
    input: (
      <input
        ref={input}
        type="file"
        hidden
        autocomplete="off"
        tabIndex={-1}
        aria-hidden="true"
        onChange={chosen}
        {...kind}
      />
    ),
  };
}

import { partLater } from '../later.tsx';

/** For tours: a counter with a printer never needs it. */
export const StickerField = partLater(async () => (await import('./stickerField.tsx')).StickerField);

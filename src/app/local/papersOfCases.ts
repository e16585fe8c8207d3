import type { CaseDocuments } from '../../protocol/documents.ts';
import { print } from './accessActs.ts';
import type { Core } from './core.ts';
import { getMeta } from './meta.ts';
import { documentsRowName, type PapersOfCases } from './papers.ts';
import { type Printed, printRowName } from './prints.ts';
import { readRegister, registerHere } from './sealRegister.ts';
import { newStickers, stickerRefusal } from './stickers.ts';
import { verifyHere } from './verifyHere.ts';

const NONE: CaseDocuments = { signed: [], prints: [] };

/** @param onSaved an act was saved, and is to be sent */
export function papersOfCases(core: Core, onSaved: () => void): PapersOfCases {
  return {
    async documentsOf(caseId) {
      const found = await core.store.guard(() => documentsIn(core, caseId));
      return found.ok ? found.value : NONE;
    },
    async print(view, document) {
      const result = await print(core, view, document);
      if (result.ok) onSaved();
      return result;
    },
    stickers: (count) => newStickers(core, count),
    stickerRefusal: (caseId, sticker) => stickerRefusal(core, caseId, sticker),
    async registerHere(office, year) {
      const found = await core.store.guard(() => registerHere(core, office, year));
      return found.ok ? found.value : null;
    },
    readRegister: (office, year) => readRegister(core, office, year),
    verifyDocument: async (text) => verifyHere(text, (await getMeta(core.db, 'device'))?.documentKeys ?? []),
  };
}

/** What came with the case, and this device's own printings that have not come back with it yet. */
async function documentsIn({ db, vault, lock }: Core, caseId: string): Promise<CaseDocuments> {
  if (!lock.open.value) return NONE;
  const [row, own] = await Promise.all([
    db.cases.get(caseId),
    db.prints.where('case').equals(caseId).toArray(),
  ]);
  const held = row?.documents
    ? ((await vault.open(documentsRowName(caseId), row.documents)) as CaseDocuments)
    : NONE;
  const known = new Set(held.prints.map((one) => one.id));
  const mine = await Promise.all(
    own
      .filter((one) => !known.has(one.id))
      .map(async ({ id, body }) => ({ id, ...((await vault.open(printRowName(id), body)) as Printed) })),
  );
  return { signed: held.signed, prints: [...held.prints, ...mine] };
}

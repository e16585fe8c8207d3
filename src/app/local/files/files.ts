import { computed, type ReadonlySignal } from '@preact/signals-core';
import type { CaseFile } from '../../../domain/files.ts';
import { ok } from '../../../domain/result.ts';
import { askAsMember } from '../asking.ts';
import type { Core } from '../core.ts';
import { refusalOf } from '../line.ts';
import type { Membership } from '../session.ts';
import { keysOf } from './named.ts';
import type { FileRow } from './rows.ts';
import type { CaseUploads, FilesOfCases } from './types.ts';
import type { Arriving, Uploader } from './uploader.ts';

export function filesOfCases(core: Core, membership: Membership, uploader: Uploader): FilesOfCases {
  const { files, line, ports } = core;
  return {
    uploads: computed(() => uploadsOf(files.rows.value, uploader.arriving.value)),
    capture: async (caseId, captured) => {
      const kept = await files.capture(caseId, captured);
      if (kept.ok) ports.tabs.tell({ about: 'files' });
      const full = !kept.ok && kept.refusal.code === 'store.noRoomForFile';
      void core.store.guard(() => core.storage.kept(full));
      return kept;
    },
    dropFile: async (hash) => {
      await files.drop(hash);
      ports.tabs.tell({ about: 'files' });
    },
    async readFile(file, key) {
      const own = await readHere(core, file, key);
      if (own) return ok(own);
      const reply = await askAsMember(line, membership, () => ports.transport.file(file.hash));
      return reply.kind === 'answer' ? ok(reply.value) : refusalOf(reply);
    },
  };
}

/** From this device, while it still has the file and what opens it. */
async function readHere(core: Core, { hash, type }: CaseFile, key?: string): Promise<Blob | undefined> {
  const command = core.outbox.commands.value.find((one) => one.row.files?.includes(hash));
  const opening = key ?? keysOf(command ?? null)[hash];
  const content = opening && (await core.files.read(hash, opening));
  return content ? new Blob([content], { type }) : undefined;
}

/** What each case still has to send. */
function uploadsOf(rows: readonly FileRow[], arriving: Arriving): ReadonlyMap<string, CaseUploads> {
  const found = new Map<string, CaseUploads>();
  for (const row of rows) {
    if (row.state === 'draft') continue;
    const before = found.get(row.stream) ?? NONE;
    const arrived = row.state === 'held' ? row.size : (arriving.get(row.hash) ?? 0);
    found.set(row.stream, {
      files: before.files + 1,
      done: before.done + (row.state === 'held' ? 1 : 0),
      refused: before.refused + (row.state === 'refused' ? 1 : 0),
      bytes: before.bytes + row.size,
      arrived: before.arrived + arrived,
    });
  }
  return new Map([...found].filter(([, one]) => one.done < one.files));
}

const NONE: CaseUploads = { files: 0, done: 0, refused: 0, bytes: 0, arrived: 0 };

/** Files of a case that the district does not have yet, as far as this device knows. */
export function awaitingOf(
  stream: string,
  recorded: readonly string[] | undefined,
  rows: ReadonlySignal<readonly FileRow[]>,
): readonly string[] {
  const own = rows.value.filter((row) => row.stream === stream && row.command !== null);
  const held = new Set(own.filter((row) => row.state === 'held').map((row) => row.hash));
  const waiting = own.filter((row) => row.state !== 'held').map((row) => row.hash);
  return [...new Set([...(recorded ?? []).filter((hash) => !held.has(hash)), ...waiting])];
}

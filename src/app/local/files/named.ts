import type { CaseFile } from '../../../domain/files.ts';
import type { Core } from '../core.ts';
import type { HeldCommand } from '../outbox.ts';
import type { Act } from '../types.ts';
import { areHere } from './rows.ts';
import type { HeldFile } from './shelf.ts';

/** What opens files, by hash. */
export type FileKeys = Readonly<Record<string, string>>;

/** The files that a payload names, where its kind has any. */
export const filesNamed = (payload: unknown): readonly CaseFile[] | undefined =>
  (payload as { readonly files?: readonly CaseFile[] }).files;

/**
 * The files of a payload together with what opens each.
 * @throws when there is no key for one: nothing may be sent that nobody can ever open
 */
export function withKeys(payload: unknown, keys: FileKeys): readonly HeldFile[] | undefined {
  return filesNamed(payload)?.map((file) => {
    const key = keys[file.hash];
    if (key === undefined) throw new Error(`no key for file ${file.hash}`);
    return { ...file, key };
  });
}

/** What opens the files of a command that was made here. */
export function keysOf(command: HeldCommand | null): FileKeys {
  const keys = command?.body.wire.fileKeys ?? [];
  return Object.fromEntries(
    (command?.header.files ?? []).map((file, index) => [file.hash, keys[index] ?? '']),
  );
}

/** Whether every file that these acts name lies on this device: a page that is gone is to be photographed again. */
export async function filesAreHere({ db }: Pick<Core, 'db'>, acts: readonly Act[]): Promise<boolean> {
  const hashes = acts.flatMap((act) => ('payload' in act ? (filesNamed(act.payload) ?? []) : []));
  return await areHere(
    db,
    hashes.map((one) => one.hash),
  );
}

/** Pages photographed for a case on a device of the hall of units, and where they lie. */
import { databaseAt } from '../../src/app/local/database.ts';
import type { OpenLocal } from '../../src/app/local/local.ts';
import type { HeldFile } from '../../src/app/local/types.ts';
import { utf8 } from '../../src/protocol/bytes.ts';
import type { Profile } from './devicePorts.ts';
import { ACCEPT, type Hall, intake, must, OFFLINE, receiving } from './hall.ts';

export const TEXT = '身份证 370406199001011234';

export const caseFile = ({ key: _, ...file }: HeldFile) => file;

export async function photograph(local: OpenLocal, caseId: string, pages: number): Promise<HeldFile[]> {
  const files: HeldFile[] = [];
  for (let page = 0; page < pages; page += 1) {
    const bytes = utf8(`${TEXT} ${page}`);
    files.push(must(await local.capture(caseId, { bytes, type: 'image/jpeg', for: 'form' })));
  }
  return files;
}

/** Takes in a case with photographed pages. */
export async function submitWith(local: OpenLocal, pages: number) {
  const plain = intake();
  const files = await photograph(local, plain.caseId, pages);
  const receive = receiving();
  const acts = [{ ...receive, payload: { ...receive.payload, files: files.map(caseFile) } }, ACCEPT];
  const fileKeys = Object.fromEntries(files.map((one) => [one.hash, one.key]));
  const saved = must(await local.submit({ ...plain, acts, fileKeys }));
  return { saved, files };
}

/** States of the files that a profile holds, and how many of them with their bytes. */
export async function fileRows(profile: Profile) {
  const db = databaseAt(profile.ports().store);
  const found = await db.files.toArray();
  const bytes = await db.fileBytes.count();
  db.close();
  return { states: found.map((one) => one.state).sort(), bytes };
}

/** Nothing answers for these any more. */
export function cutOff(hall: Hall, ...resources: string[]): void {
  hall.instead = (resource) => (resources.includes(resource) ? OFFLINE : undefined);
}

export function backOnLine(hall: Hall): void {
  hall.instead = () => undefined;
}

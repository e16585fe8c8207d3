import { afterEach, describe, expect, it } from 'vitest';
import type { ReaderService } from '../../../../src/app/local/cardReader.ts';
import { readCard } from '../../../../src/app/local/edges/cardReader.ts';
import {
  cardAnswer,
  READER_FIELDS,
  type ReaderMood,
  type SimulatedReader,
  simulatedReader,
} from '../../../support/cardReader.ts';

const TODAY = '2026-11-24';

describe('asking the service of a card reader', () => {
  let reader: SimulatedReader | undefined;
  afterEach(() => reader?.end());

  const service = (address: string): ReaderService => ({
    way: 'service',
    address,
    method: 'POST',
    fields: READER_FIELDS,
    success: { field: 'retcode', value: '0' },
  });
  const ask = async (mood: ReaderMood) => {
    reader = await simulatedReader(mood);
    const result = await readCard(service(reader.address), TODAY, 300);
    return result.ok ? result.value.name : result.refusal.code;
  };

  it('reads a card', async () => {
    expect(await ask({ does: 'answer', body: cardAnswer({}) })).toBe('王秀兰');
    expect(reader?.asked).toEqual(['POST /api/read']);
  });

  it.each<[ReaderMood, string]>([
    [{ does: 'babble', text: '<html>' }, 'reader.nonsense'],
    [{ does: 'babble', text: `"${'9'.repeat(1_000_001)}"` }, 'reader.nonsense'],
    [{ does: 'fail', status: 500 }, 'reader.nonsense'],
    [{ does: 'answer', body: 'OK' }, 'reader.nonsense'],
    [{ does: 'answer', body: { retcode: '-1' } }, 'reader.noCard'],
    [{ does: 'hangUp' }, 'reader.unreachable'],
    [{ does: 'hang' }, 'reader.timeout'],
  ])('refuses what is no card: %o', async (mood, code) => {
    expect(await ask(mood)).toBe(code);
  });

  it('says that nothing answers where no service runs', async () => {
    const gone = await simulatedReader({ does: 'hang' });
    await gone.end();
    const result = await readCard(service(gone.address), TODAY, 300);
    expect(result).toMatchObject({ ok: false, refusal: { code: 'reader.unreachable' } });
  });
});

import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { seedCatalogue } from '../../src/catalogue/index.ts';
import { rulesOf } from '../../src/domain/rules.ts';
import { catalogueSince } from '../../src/protocol/catalogue.ts';
import { CatalogueAnswer } from '../../src/protocol/catalogueAnswer.ts';

describe('the seed catalogue', () => {
  it('is version 1 and can be looked up', () => {
    const rules = rulesOf(seedCatalogue);
    expect(rules.version).toBe(1);
    expect(rules.item('13')?.name).toBe('不动产登记');
    expect(rules.guide('7b')?.item).toBe('7');
    expect(rules.office('370406102')?.name).toBe('西集镇便民服务中心');
  });

  it('passes the schema of the wire', () => {
    expect(v.safeParse(CatalogueAnswer, catalogueSince(null, seedCatalogue)).issues).toBeUndefined();
  });

  it('survives JSON unchanged', () => {
    expect(JSON.parse(JSON.stringify(seedCatalogue))).toEqual(seedCatalogue);
  });
});

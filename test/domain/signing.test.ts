import { describe, expect, it } from 'vitest';
import { checkSigning } from '../../src/domain/signing.ts';
import { person } from '../catalogue/samples.ts';

const codeOf = (witness: string, parties = [person('applicant'), { ...person('agent'), name: '村会计' }]) =>
  checkSigning({ way: 'fingerprint', witness }, parties)?.code;

describe('a fingerprint on paper', () => {
  it('needs a witness, who is not the person', () => {
    expect(codeOf(' ')).toBe('signing.witnessMissing');
    expect(codeOf('王 秀兰')).toBe('signing.witnessIsParty');
    expect(codeOf('王秀兰（西集村三组）')).toBeUndefined();
  });

  it('may be witnessed by whoever brings the papers', () => {
    expect(codeOf('村会计')).toBeUndefined();
  });

  it('is nothing that a signature needs', () => {
    expect(checkSigning(undefined, [person('applicant')])).toBeUndefined();
  });
});

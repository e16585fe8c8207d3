import type { Party, PartyProblem } from '../../domain/parties.ts';

const identity: Readonly<Record<string, string>> = {
  length: '身份证号应当是 18 位，请数一数',
  characters: '只能是数字，末位可以是 X',
  birthDate: '第 7 到 14 位不是真实的出生日期，请对照证件',
  checkCharacter: '末位校验对不上，请对照证件逐位再看',
};

const creditCode: Readonly<Record<string, string>> = {
  length: '统一社会信用代码应当是 18 位，请数一数',
  characters: '只能是数字和大写字母，没有 I、O、S、V、Z',
  checkCharacter: '末位校验对不上，请对照证照逐位再看',
};

/** What is wrong with a field of a party, in the words beside it. */
export function problemInWords(problem: PartyProblem, party: Party | undefined): string {
  switch (problem.code) {
    case 'party.nameMissing':
      return party?.kind === 'organisation' ? '请填写单位名称' : '请填写姓名';
    case 'party.idInvalid':
      if (!party || party.idNumber.trim() === '') return '请填写证件号码';
      return (party.idKind === 'creditCode' ? creditCode : identity)[problem.detail ?? ''] ?? '证件号码不对';
    case 'party.telephoneInvalid':
      return '请填写 11 位手机号，或者带区号的固定电话';
    case 'party.kindWrong':
      return '这里只能选列出的一种';
    case 'party.tooFew':
      return '还没有填全';
    case 'party.tooMany':
      return '超过了允许的人数，请删去多余的';
    case 'party.roleUnknown':
      return '这种情形下没有这类当事人';
  }
}

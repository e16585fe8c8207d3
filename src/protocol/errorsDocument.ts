import type { ErrorEntry } from './errors.ts';

const refusal = (what: string, todo: string, status = 422): ErrorEntry => ({ status, what, todo });

/** What is said of the code on a document that is not what it should be. */
export const DOCUMENT_ERRORS = {
  'document.notOurs': refusal('这不是文书上的验证码。', '请扫文书右下角标着“扫码验真伪”的二维码。'),
  'document.damaged': refusal(
    '验证码不完整，或者不是按规定的格式做的。',
    '请把二维码拍全、抹平再扫一次；还是不行的，请按文书上的单位和文号打电话核实。',
  ),
  'document.keyUnknown': refusal(
    '验证码不是用本区的密钥签的，或者本机还没有收到新密钥。',
    '请连网后再扫一次；还是这样的，这份文书不能认，请向落款单位核实。',
  ),
  'document.forged': refusal(
    '验证码的签名不对：文号、日期或者内容被改过，或者是伪造的。',
    '这份文书不能认。请向落款单位核实，并留下原件。',
  ),
  'document.unknown': refusal(
    '签名是真的，但是区里没有登记这份文书。',
    '请向落款单位核实；刚登记的，过一会儿再扫。',
    404,
  ),
} as const satisfies Record<string, ErrorEntry>;

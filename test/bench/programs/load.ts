/**
 * Sends commands to an endpoint, one in each request, over connections that stay open. Everything is signed and packed
 * before the clock starts. Plain sockets: whatever the generator spends, the endpoint on the same cores does not get.
 */
import { connect, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { DemoStaff } from '../../../src/endpoint/demoStaff.ts';
import { receive, XIJI } from '../../support/intake.ts';
import { signedBatch, type TestHand } from '../../support/signing.ts';
import { enrolHands } from '../recordCases.ts';

export interface LoadOrder {
  readonly url: string;
  readonly clerk: DemoStaff;
  readonly admin: DemoStaff;
  readonly connections: number;
  /** Commands on each connection before the clock starts, and while it runs. */
  readonly warmUp: number;
  readonly measured: number;
}

export interface LoadReport {
  readonly seconds: number;
  /** What each request took, in milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly bodyBytes: number;
  readonly sentBytes: number;
}

interface Request {
  readonly bytes: Buffer;
  readonly bodyBytes: number;
}

/** Says `ready`, begins when told anything, then reports. */
export async function run(): Promise<void> {
  const order = JSON.parse(process.env.ORDER ?? '') as LoadOrder;
  // A device of its own for each connection.
  const hands = await enrolHands(order, XIJI, order.connections);
  const count = order.warmUp + order.measured;
  const queues = await Promise.all(hands.map((hand) => requestsOf(hand, order.url, count)));
  const lines = await Promise.all(queues.map(() => openLine(order.url)));
  const drive = (from: number, to: number): Promise<number[][]> =>
    Promise.all(lines.map((line, index) => sendAll(line, queues[index]?.slice(from, to) ?? [])));
  await drive(0, order.warmUp);
  process.send?.('ready');
  await new Promise((resolve) => process.once('message', resolve));
  const begun = performance.now();
  const times = (await drive(order.warmUp, count)).flat().sort((a, b) => a - b);
  const seconds = (performance.now() - begun) / 1_000;
  const at = (share: number): number => times[Math.floor(share * (times.length - 1))] ?? Number.NaN;
  const [sample] = queues.flat();
  const sizes = { bodyBytes: sample?.bodyBytes ?? 0, sentBytes: sample?.bytes.length ?? 0 };
  const report: LoadReport = { seconds, p50: at(0.5), p99: at(0.99), ...sizes };
  process.send?.(report);
  for (const line of lines) line.socket.destroy();
  process.disconnect?.();
}

/** Packed as a device packs it (`src/app/local/edges/transport.ts`). */
async function requestsOf(hand: TestHand, url: string, count: number): Promise<Request[]> {
  const { host } = new URL(url);
  const requests: Request[] = [];
  for (let index = 0; index < count; index += 1) {
    const at = new Date().toISOString();
    const { body, authorization } = await signedBatch(hand, [await receive(hand, at)], at);
    const packed = gzipSync(body);
    const head = [
      'POST /api/commands HTTP/1.1',
      `host: ${host}`,
      'accept: application/json',
      'accept-encoding: gzip',
      'content-type: application/json',
      'content-encoding: gzip',
      `authorization: ${authorization}`,
      `content-length: ${packed.length}`,
    ];
    const bytes = Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), packed]);
    requests.push({ bytes, bodyBytes: Buffer.byteLength(body) });
  }
  return requests;
}

interface Line {
  readonly socket: Socket;
  /** The next answer, whole. */
  answer(): Promise<string>;
}

async function openLine(url: string): Promise<Line> {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port), noDelay: true });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('error', reject);
  });
  let text = '';
  let take: (() => void) | undefined;
  socket.setEncoding('latin1').on('data', (chunk: string) => {
    text += chunk;
    take?.();
  });
  const answer = (): Promise<string> =>
    new Promise((resolve, reject) => {
      const onClose = (): void => reject(new Error(`the endpoint closed the connection after: ${text}`));
      socket.once('close', onClose);
      take = () => {
        const end = endOfAnswer(text);
        if (end === undefined) return;
        const whole = text.slice(0, end);
        text = text.slice(end);
        socket.off('close', onClose);
        resolve(whole);
      };
      take();
    });
  return { socket, answer };
}

/** Where the first answer ends. @throws when it does not say how long it is */
function endOfAnswer(text: string): number | undefined {
  const head = text.indexOf('\r\n\r\n');
  if (head < 0) return undefined;
  const length = /\r\ncontent-length: (\d+)\r\n/i.exec(text.slice(0, head + 2))?.[1];
  if (length === undefined) throw new Error(`an answer without a length: ${text}`);
  const end = head + 4 + Number(length);
  return text.length >= end ? end : undefined;
}

async function sendAll(line: Line, requests: readonly Request[]): Promise<number[]> {
  const times: number[] = [];
  for (const { bytes } of requests) {
    const begun = performance.now();
    line.socket.write(bytes);
    const answer = await line.answer();
    times.push(performance.now() - begun);
    if (!answer.includes('"outcome":"recorded"')) throw new Error(`not recorded: ${answer}`);
  }
  return times;
}

import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A way to a server on which every byte is counted, with the frames of HTTP and all, alike for whoever uses it. */
export interface CountingLine {
  readonly port: number;
  /** Bytes to the server and back since the last call. */
  /** Breaks every connection once, as soon as so many bytes have gone to the server since the last `take`. */
  cutAfter(bytes: number): void;
  take(): { readonly sent: number; readonly received: number };
  close(): Promise<void>;
}

export async function countingLineTo(target: number): Promise<CountingLine> {
  let [sent, received] = [0, 0];
  let cutAt = Number.POSITIVE_INFINITY;
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const there = connect({ host: 'localhost', port: target, noDelay: true });
    client.setNoDelay(true);
    for (const [one, other] of [
      [client, there],
      [there, client],
    ] as const) {
      open.add(one);
      // Whatever ends one side ends the other; browsers drop connections all the time.
      one.on('error', () => other.destroy());
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
    }
    client.on('data', (bytes) => {
      sent += bytes.length;
      if (sent < cutAt) return;
      cutAt = Number.POSITIVE_INFINITY;
      for (const socket of open) socket.destroy();
    });
    there.on('data', (bytes) => {
      received += bytes.length;
    });
    client.pipe(there);
    there.pipe(client);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    cutAfter: (bytes) => {
      cutAt = bytes;
    },
    take: () => {
      const taken = { sent, received };
      [sent, received] = [0, 0];
      return taken;
    },
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}

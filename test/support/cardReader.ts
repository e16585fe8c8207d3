/** The service that a maker of card readers ships: an HTTP server on loopback, well or badly behaved. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How it answers the next time it is asked. */
export type ReaderMood =
  | { readonly does: 'answer'; readonly body: unknown }
  /** Something that is no JSON. */
  | { readonly does: 'babble'; readonly text: string }
  | { readonly does: 'fail'; readonly status: number }
  | { readonly does: 'hang' }
  | { readonly does: 'hangUp' };

export interface SimulatedReader {
  readonly address: string;
  /** Method and path of each request. */
  readonly asked: readonly string[];
  mood: ReaderMood;
  end(): Promise<void>;
}

/** What such a service says of a card, in the field names of one maker. */
export const cardAnswer = (card: Readonly<Record<string, string>>) => ({
  retcode: '0',
  data: {
    partyName: '王 秀 兰',
    certNumber: '370406198001010025',
    bornDay: '19800101',
    certAddress: '山东省枣庄市山亭区西集镇西集村 8 号',
    expDate: '20300101',
    ...card,
  },
});

/** The settings that find their way in such an answer. */
export const READER_FIELDS = {
  name: 'data.partyName',
  idNumber: 'data.certNumber',
  address: 'data.certAddress',
  birth: 'data.bornDay',
  validUntil: 'data.expDate',
} as const;

export async function simulatedReader(mood: ReaderMood): Promise<SimulatedReader> {
  const asked: string[] = [];
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    asked.push(`${request.method} ${request.url}`);
    // Every page may ask it: that is how such services are made.
    response.setHeader('access-control-allow-origin', '*');
    respond(reader.mood, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const reader: SimulatedReader = {
    address: `http://127.0.0.1:${port}/api/read`,
    asked,
    mood,
    end: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return reader;
}

function respond(mood: ReaderMood, response: ServerResponse): void {
  switch (mood.does) {
    case 'answer':
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(mood.body));
      return;
    case 'babble':
      response.end(mood.text);
      return;
    case 'fail':
      response.writeHead(mood.status).end();
      return;
    case 'hangUp':
      response.destroy();
      return;
    case 'hang':
      return;
  }
}

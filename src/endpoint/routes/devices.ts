import type { FastifyInstance } from 'fastify';
import { DeviceChange, Enrolment, NewEnrolmentCode } from '../../protocol/resources.ts';
import { changeDevice, listDevices } from '../access/devices.ts';
import { enrol, makeEnrolmentCode } from '../access/enrolment.ts';
import type { Context } from '../context.ts';
import { readAs } from '../problems.ts';
import { requireSameOrigin } from './sameOrigin.ts';
import { LIMITED } from './session.ts';
import { requireRole } from './staff.ts';

/** Devices: the codes that enrol them, enrolment itself, and the administrator's list. */
export function deviceRoutes(app: FastifyInstance, context: Context): void {
  const { store } = context;
  const guarded = { onRequest: requireSameOrigin(context) };

  app.post('/api/devices/codes', guarded, async (request, reply) => {
    const { by } = await requireRole('admin', request, reply, context);
    const shown = await makeEnrolmentCode(readAs(NewEnrolmentCode, request.body), by, context);
    return reply.code(201).send(shown);
  });

  // The code is all that it takes: whoever sets the device up need not be signed in.
  app.post('/api/devices', { ...guarded, config: LIMITED }, async (request, reply) => {
    reply.header('cache-control', 'no-store');
    return enrol(readAs(Enrolment, request.body), request.ip, context);
  });

  app.get('/api/devices', async (request, reply) => {
    await requireRole('admin', request, reply, context);
    return { devices: await listDevices(store.read) };
  });

  app.patch<{ Params: { id: string } }>('/api/devices/:id', guarded, async (request, reply) => {
    const { by } = await requireRole('admin', request, reply, context);
    const change = readAs(DeviceChange, request.body);
    return store.write((tx) => changeDevice(tx, request.params.id, change, by, context));
  });
}

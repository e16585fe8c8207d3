/** Everything that may go wrong between two steps of a run, by kind. */

/** What befalls a request, or its answer. */
export const NETWORK_FAULTS = [
  /** It never arrives. */
  'drop',
  /** It is acted on, and nobody hears the answer. */
  'loseAnswer',
  /** The body of the request ends in the middle, and so it is handed on. */
  'cutRequest',
  /** The body of the answer ends in the middle. */
  'cutAnswer',
  /** The sender gives up; it arrives some steps later. */
  'delay',
  /** It arrives, and a copy of it some steps later. */
  'double',
  /** It lies still while others overtake it. */
  'hold',
  /** Its commands arrive in the opposite order, as one request. */
  'reverse',
  /** Its commands arrive one by one, the last one first. */
  'scatter',
  /** A gateway says that there is too much to do. */
  'busy',
] as const;
export type NetworkFault = (typeof NETWORK_FAULTS)[number];

/** What befalls a transaction of a device's store. */
export const STORE_FAULTS = [
  /** The browser dies when everything is written and nothing is committed. */
  'crashBeforeCommit',
  /** It dies when everything is committed and nobody has been told. */
  'crashAfterCommit',
  /** The disk is full. */
  'quota',
  /** The write fails. */
  'failedWrite',
] as const;
export type StoreFault = (typeof STORE_FAULTS)[number];

/** What befalls a transaction of the endpoint's store. */
export const ENDPOINT_FAULTS = [
  'endpointCrashBeforeCommit',
  'endpointCrashAfterCommit',
  'endpointFailedWrite',
] as const;
export type EndpointFault = (typeof ENDPOINT_FAULTS)[number];

/** What people and machines do meanwhile. */
export const EVENTS = [
  'killed',
  'offline',
  'locked',
  'secondTab',
  'clockJump',
  'upgrade',
  'itemSuspended',
  'guideChanged',
  'deviceRevoked',
  'personDisabled',
  'keyRotated',
  'quarantineReleasedLate',
] as const;

export const ALL_FAULTS = [...NETWORK_FAULTS, ...STORE_FAULTS, ...ENDPOINT_FAULTS, ...EVENTS] as const;
export type FaultKind = (typeof ALL_FAULTS)[number];

/** How often each has really happened: what was planned and found no occasion does not count. */
export class Tally {
  readonly counts = new Map<FaultKind, number>(ALL_FAULTS.map((kind) => [kind, 0]));

  add(kind: FaultKind, times = 1): void {
    this.counts.set(kind, (this.counts.get(kind) ?? 0) + times);
  }

  addAll(other: Iterable<readonly [FaultKind, number]>): void {
    for (const [kind, times] of other) this.add(kind, times);
  }
}

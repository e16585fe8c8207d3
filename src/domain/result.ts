/** A refusal that was expected: a stable code, the facts behind it, and nothing recorded. */
export interface Refusal {
  readonly code: string;
  /** What the words of the refusal need: names, dates, material ids. Never a person's data. */
  readonly facts: Facts;
}

export type Facts = Readonly<Record<string, string | number | boolean | readonly string[]>>;

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

export const refuse = (code: string, facts: Facts = {}): { ok: false; refusal: Refusal } => ({
  ok: false,
  refusal: { code, facts },
});

/** Ends a switch over a union: a new member that nobody handled fails to compile, and throws if it ever runs. */
export function never(value: never): never {
  throw new Error(`unhandled variant: ${JSON.stringify(value)}`);
}

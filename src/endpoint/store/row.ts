/** Spreads slots by name: a slot source lists nothing by itself. */
export function row<T extends object, K extends keyof T>(slots: T, names: readonly K[]): Pick<T, K> {
  return Object.fromEntries(names.map((name) => [name, slots[name]])) as Pick<T, K>;
}

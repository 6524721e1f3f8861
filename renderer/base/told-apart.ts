/** Each name as it can be told apart by ear: one that several have gets its number among them, “Bo, 2 of 2”. */
export function toldApart(names: readonly string[]): readonly string[] {
  const totals = new Map<string, number>();
  for (const name of names) totals.set(name, (totals.get(name) ?? 0) + 1);
  const seen = new Map<string, number>();
  return names.map((name) => {
    const total = totals.get(name) ?? 1;
    if (total === 1) return name;
    const number = (seen.get(name) ?? 0) + 1;
    seen.set(name, number);
    return `${name}, ${number} of ${total}`;
  });
}

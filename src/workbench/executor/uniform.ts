/** What many things have in common: the value itself where all agree, null where they do not, as Excel reads properties of blocks. */
export function uniform<V>(first: number, last: number, read: (index: number) => V): V | null {
  const value = read(first);
  for (let index = first + 1; index <= last; index++) if (read(index) !== value) return null;
  return value;
}

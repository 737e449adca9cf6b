/** The client's way to switch events on and off. Events are always sent; the client drops what nobody listens to. */
export function noEvents(names: readonly string[]): Record<string, () => null> {
  const methods: Record<string, () => null> = {};
  for (const name of names) {
    methods[`_Register${name}Event`] = () => null;
    methods[`_Unregister${name}Event`] = () => null;
  }
  return methods;
}

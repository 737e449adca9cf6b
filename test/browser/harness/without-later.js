/* Run before each script of the add-in for WPS: takes away what came to the web platform after Chromium 88, once a page or worker. */
(() => {
  if (globalThis.laterIsGone) return;
  globalThis.laterIsGone = true;
  const drop = (owner, names) => names.split(" ").forEach((name) => Reflect.deleteProperty(owner, name));
  const typed = Object.getPrototypeOf(Int8Array.prototype);
  drop(Array.prototype, "at findLast findLastIndex toSorted toReversed toSpliced with");
  drop(typed, "at findLast findLastIndex toSorted toReversed with");
  drop(Array, "fromAsync");
  drop(String.prototype, "at isWellFormed toWellFormed");
  drop(Object, "hasOwn groupBy");
  drop(Map, "groupBy");
  drop(Promise, "withResolvers try");
  drop(Set.prototype, "union intersection difference symmetricDifference isSubsetOf isSupersetOf isDisjointFrom");
  drop(
    Object.getPrototypeOf(Object.getPrototypeOf([].values())),
    "map filter take drop flatMap reduce toArray forEach some every find",
  );
  drop(globalThis, "structuredClone Iterator reportError scheduler");
  drop(globalThis.Crypto.prototype, "randomUUID");
  drop(URL, "canParse parse");
  drop(globalThis.AbortSignal, "abort any timeout");
  drop(globalThis.AbortSignal.prototype, "throwIfAborted reason");
  drop(Intl, "supportedValuesOf DurationFormat");
  if (globalThis.Element === undefined) return;
  drop(globalThis.Element.prototype, "checkVisibility getHTML setHTMLUnsafe");
  drop(globalThis.HTMLElement.prototype, "showPopover hidePopover togglePopover");
})();

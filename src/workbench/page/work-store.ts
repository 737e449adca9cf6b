/**
 * Works in the browser's own database; a lock that ends with the page tells those of open pages. Pages that come by plain HTTP from another
 * machine have no locks: there nothing is kept, since nobody could tell what is still open.
 */
import { z } from "zod";
import type { KeptWork, WorkStore } from "./work-keeper";

const NAME = "zjtx-work";
const STORE = "works";
const LOCK = "zjtx-work:";

const workSchema = z.object({
  id: z.string(),
  name: z.string(),
  at: z.number(),
  bytes: z.instanceof(Uint8Array).transform((bytes) => new Uint8Array(bytes)),
});

function database(): Promise<IDBDatabase> {
  if (!window.isSecureContext) return Promise.reject(new Error("there are no locks by plain HTTP"));
  return new Promise((resolve, reject) => {
    const request = window.indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: "id" });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("the database can't be opened"));
    request.onblocked = () => reject(new Error("the database is blocked"));
  });
}

/** One request in a transaction of its own; done once it is on the disk. */
async function within<T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const db = await database();
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = db.transaction(STORE, mode);
      const request = ask(transaction.objectStore(STORE));
      const fail = (): void => reject(transaction.error ?? request.error ?? new Error("not kept"));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onerror = fail;
      transaction.onabort = fail;
    });
  } finally {
    db.close();
  }
}

export const browserStore: WorkStore = {
  all: async () =>
    (await within("readonly", (store) => store.getAll())).flatMap((one): KeptWork[] => {
      const work = workSchema.safeParse(one);
      return work.success ? [work.data] : [];
    }),
  put: async (work) => {
    await within("readwrite", (store) => store.put(work));
  },
  remove: async (id) => {
    await within("readwrite", (store) => store.delete(id));
  },
  hold: (id) => {
    if (!window.isSecureContext) return;
    // The lock is never given back: it ends with the page.
    void navigator.locks.request(LOCK + id, () => new Promise(() => undefined)).catch(() => undefined);
  },
  held: async () => {
    const { held = [] } = await navigator.locks.query();
    return new Set(held.flatMap(({ name }) => (name?.startsWith(LOCK) === true ? [name.slice(LOCK.length)] : [])));
  },
};

/** What can be wrong with a file in another format. */

/** Cut, or inconsistent in itself. The message is for logs; a person is told that the file is damaged. */
export class DamagedFile extends Error {
  override name = "DamagedFile";
}

/** Behind a password. */
export class LockedFile extends Error {
  override name = "LockedFile";
}

/** Name of the file with the licences of third parties, beside the pages and the command line. */
export const NOTICE_FILE = "third-party-licences.txt";

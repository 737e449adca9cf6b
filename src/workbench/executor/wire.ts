/**
 * What Microsoft's Excel client and its request executor say to one another, parsed at the border. Numbers and names are those of
 * `OfficeExtension` in `excel-web-16.00.debug.js` (ObjectPathType, ActionType, QueryInfo).
 */
import { z } from "zod";

export const PATH = { global: 1, newObject: 2, method: 3, property: 4, indexer: 5, reference: 6, null: 7 } as const;
export const ACTION = {
  instantiate: 1,
  query: 2,
  method: 3,
  set: 4,
  trace: 5,
  recursiveQuery: 6,
  queryAsJson: 7,
  ensureUnchanged: 8,
  update: 9,
} as const;

const argumentInfo = z.object({
  Arguments: z.array(z.unknown()).nullish(),
  /** 0 where the argument is a plain value, an object path's id where it is an object, an array of them for arrays. */
  ReferencedObjectPathIds: z.array(z.unknown()).nullish(),
});

const objectPath = z.object({
  Id: z.number(),
  ObjectPathType: z.number(),
  Name: z.string().default(""),
  ParentObjectPathId: z.number().nullish(),
  ArgumentInfo: argumentInfo.nullish(),
  /** The client will not use the object again: no reference needs to be kept. */
  D: z.boolean().nullish(),
});

const queryInfo = z.object({
  Select: z.array(z.string()).nullish(),
  Expand: z.array(z.string()).nullish(),
  Top: z.number().nullish(),
  Skip: z.number().nullish(),
});

const action = z.object({
  Id: z.number(),
  ActionType: z.number(),
  Name: z.string().default(""),
  ObjectPathId: z.number(),
  ArgumentInfo: argumentInfo.nullish(),
  QueryInfo: queryInfo.nullish(),
  ObjectState: z.record(z.string(), z.unknown()).nullish(),
});

const body = z.object({
  AutoKeepReference: z.boolean().nullish(),
  Actions: z.array(action),
  ObjectPaths: z.record(z.string(), objectPath),
});

export type WireArguments = z.infer<typeof argumentInfo>;
export type WirePath = z.infer<typeof objectPath>;
export type WireQuery = z.infer<typeof queryInfo>;
export type WireAction = z.infer<typeof action>;
export type WireBody = z.infer<typeof body>;

/** Reads a request body's JSON text; throws on anything that no client would send. */
export function parseBody(json: string): WireBody {
  const data: unknown = JSON.parse(json);
  return body.parse(data);
}

export interface WireResult {
  readonly ActionId: number;
  readonly Value: unknown;
}

export interface WireError {
  readonly Code: string;
  readonly Message: string;
  readonly Location: string;
  readonly ActionIndex: number;
  readonly HttpStatusCode: number;
}

/** `RowIndex` and `rowIndex` are the same member; the client's private ones begin with `_`. */
export function memberName(wireName: string): string {
  return wireName.slice(0, 1).toLowerCase() + wireName.slice(1);
}

export function wireName(member: string): string {
  return member.slice(0, 1).toUpperCase() + member.slice(1);
}

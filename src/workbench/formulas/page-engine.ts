/** Univer's formula engine for the page, the same instance that the spreadsheet runs on. Does not load in Node, see node-engine. */
import { BooleanNumber } from "@univerjs/core";
import {
  ArrayValueObject,
  BaseFunction,
  BooleanValueObject,
  ErrorType,
  ErrorValueObject,
  FunctionType,
  NumberValueObject,
  RangeReferenceObject,
  StringValueObject,
} from "@univerjs/engine-formula";
import type { UniverEngine } from "./univer-engine";

export const pageEngine: UniverEngine = {
  ArrayValueObject,
  BaseFunction,
  BooleanNumber,
  BooleanValueObject,
  ErrorType,
  ErrorValueObject,
  FunctionType,
  NumberValueObject,
  RangeReferenceObject,
  StringValueObject,
};

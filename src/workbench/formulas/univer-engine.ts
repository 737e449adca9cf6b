/** What is used of Univer's formula engine. The page imports it, Node must `require` it: whoever starts Univer hands it in. */
import type * as Core from "@univerjs/core";
import type * as Engine from "@univerjs/engine-formula";

export type UniverEngine = Pick<
  typeof Engine,
  | "ArrayValueObject"
  | "BaseFunction"
  | "BooleanValueObject"
  | "ErrorType"
  | "ErrorValueObject"
  | "FunctionType"
  | "NumberValueObject"
  | "RangeReferenceObject"
  | "StringValueObject"
> &
  Pick<typeof Core, "BooleanNumber">;

/** Univer's list of functions, which its facade keeps to itself; a release of Univer that keeps it elsewhere must be noticed. */
import type { FUniver } from "@univerjs/core/facade";
import type { IFunctionService } from "@univerjs/engine-formula";
import type {} from "@univerjs/engine-formula/facade";

type FunctionService = Pick<IFunctionService, "registerExecutors" | "getExecutor" | "deleteFormulaAstCacheKey">;

export function functionService(univerAPI: FUniver): FunctionService {
  const service: unknown = Reflect.get(univerAPI.getFormula(), "_functionService");
  if (!isFunctionService(service)) throw new TypeError("Univer's formula facade has no function service");
  return service;
}

function isFunctionService(service: unknown): service is FunctionService {
  return (
    typeof service === "object" &&
    service !== null &&
    typeof Reflect.get(service, "registerExecutors") === "function" &&
    typeof Reflect.get(service, "getExecutor") === "function" &&
    typeof Reflect.get(service, "deleteFormulaAstCacheKey") === "function"
  );
}

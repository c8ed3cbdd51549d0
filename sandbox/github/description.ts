import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Document, OpenAPIBackend, type ParsedRequest, type Request } from 'openapi-backend';

const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;
const isTimestamp = (value: string) => DATE_TIME.test(value) && !Number.isNaN(Date.parse(value));
const FORMATS: Record<string, (value: string) => boolean> = {
  'date-time': isTimestamp,
  timestamp: isTimestamp,
  // GitHub's own default of a status's address is empty.
  uri: (value) => value === '' || URL.canParse(value),
};

/** A request that has an operation, parsed and with numbers for numbers. */
export interface Matched {
  readonly operation: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: unknown;
  /** What the description has against it; empty for a good request. */
  readonly complaints: readonly string[];
  /** Whether the description lets the client choose a page. */
  readonly paged: boolean;
}

/** GitHub's published description, as far as the sandbox speaks it. */
export class ApiDescription {
  readonly #backend: OpenAPIBackend;

  private constructor(backend: OpenAPIBackend) {
    this.#backend = backend;
  }

  /** Reads the description beside this file. */
  static async load(): Promise<ApiDescription> {
    const definition = JSON.parse(await readFile(join(import.meta.dirname, 'openapi.json'), 'utf8')) as Document;
    const backend = new OpenAPIBackend({
      definition,
      // Compiles a validator when it is first needed.
      quick: true,
      strict: true,
      coerceTypes: true,
      ajvOpts: { allErrors: true, formats: FORMATS },
    });
    return new ApiDescription(await backend.init());
  }

  /** Finds the operation of a request and checks it; undefined when there is none. */
  match(request: Request): Matched | undefined {
    const { router, validator } = this.#backend;
    const found = router.matchOperation(request);
    if (found?.operationId === undefined) return undefined;
    const { errors, coerced } = validator.validateRequest(request, found);
    const parsed: ParsedRequest<unknown, Record<string, string>, Record<string, unknown>> = router.parseRequest(
      (coerced as Request | undefined) ?? request,
      found,
    );
    const parameters = (found.parameters ?? []) as readonly { name?: string }[];
    return {
      operation: found.operationId,
      params: Object.fromEntries(Object.entries(parsed.params).map(([name, value]) => [name, String(value)])),
      query: parsed.query,
      body: parsed.requestBody,
      complaints: (errors ?? []).map(complaint),
      paged: parameters.some(({ name }) => name === 'per_page'),
    };
  }

  /** What the description has against an answer; empty for a good one. */
  complaintsAbout(operation: string, status: number, body: unknown): readonly string[] {
    const declared: Readonly<Record<string, object>> = this.#backend.getOperation(operation)?.responses ?? {};
    const response = declared[status];
    if (response === undefined) return status < 400 ? [`the status ${status} is not described`] : [];
    if (body === undefined) return 'content' in response ? ['a body is described and there is none'] : [];
    const { errors } = this.#backend.validator.validateResponse(body, operation, status);
    return (errors ?? []).map(complaint);
  }
}

interface Fault {
  readonly keyword: string;
  readonly instancePath: string;
  readonly message?: string;
  readonly params: object;
}

/** Words a violation as GitHub does. */
function complaint({ keyword, instancePath, message, params }: Fault): string {
  const place = instancePath.replace(/^\/(?:requestBody|query|path)(?=\/|$)/, '').slice(1);
  const { additionalProperty, missingProperty } = params as { additionalProperty?: string; missingProperty?: string };
  if (keyword === 'additionalProperties') return `"${additionalProperty}" is not a permitted key.`;
  if (keyword === 'required') return `"${missingProperty}" wasn't supplied.`;
  if (keyword === 'parse') return 'Problems parsing JSON';
  return place === '' ? `${message ?? keyword}.` : `For '${place}', ${message ?? keyword}.`;
}

let loaded: Promise<ApiDescription> | undefined;

/** The description, read once per process and not before it is needed. */
export function apiDescription(): Promise<ApiDescription> {
  loaded ??= ApiDescription.load();
  return loaded;
}

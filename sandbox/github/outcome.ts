/** What an operation leads to, before it is an answer over HTTP. */
export interface Outcome {
  readonly status: number;
  /** Becomes JSON; absent for an answer without a body. */
  readonly data?: unknown;
  /** All of a list, of which one page is answered. */
  readonly list?: readonly unknown[];
  /** Bytes answered as they are, for GitHub's raw media type. */
  readonly raw?: Uint8Array;
}

/** One entry of GitHub's list of what failed to validate. */
export interface FieldError {
  readonly resource: string;
  readonly field: string;
  readonly code: string;
  readonly value?: string;
  readonly message?: string;
}

const DOCUMENTATION = 'https://docs.github.com/rest';

/** A refusal in the shape GitHub gives it. */
export class Refusal extends Error {
  readonly status: number;
  readonly errors: readonly FieldError[] | undefined;

  constructor(status: number, message: string, errors?: readonly FieldError[]) {
    super(message);
    this.name = 'Refusal';
    this.status = status;
    this.errors = errors;
  }

  /** The body GitHub would send. */
  get outcome(): Outcome {
    const errors = this.errors === undefined ? {} : { errors: this.errors };
    const { status, message } = this;
    return { status, data: { message, ...errors, documentation_url: DOCUMENTATION, status: String(status) } };
  }
}

/** Nothing here, or nothing the token may see. */
export function notFound(): Refusal {
  return new Refusal(404, 'Not Found');
}

/** A request of the right shape that cannot be carried out. */
export function validationFailed(error: FieldError): Refusal {
  return new Refusal(422, 'Validation Failed', [error]);
}

/** Something GitHub does and the sandbox does not. */
export function notSimulated(what: string): Refusal {
  return new Refusal(501, `The sandbox does not simulate ${what}`);
}

/** Fails on fields the sandbox would have to leave out of account. */
export function refuseBeyond(simulated: readonly string[], given: object): void {
  for (const [name, value] of Object.entries(given)) {
    if (value !== undefined && !simulated.includes(name)) throw notSimulated(`"${name}" here`);
  }
}

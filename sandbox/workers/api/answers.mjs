/** An error in the form Cloudflare's API answers. */
export class ApiError extends Error {
  /**
   * @param {number} status HTTP status
   * @param {number} code Cloudflare's error code
   * @param {string} message
   */
  constructor(status, code, message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  /** @returns {Response} */
  toResponse() {
    const errors = [{ code: this.code, message: this.message }];
    return Response.json({ result: null, success: false, errors, messages: [] }, { status: this.status });
  }
}

/**
 * A successful answer in Cloudflare's envelope.
 * @param {unknown} result
 * @param {object} [extra] further members of the envelope, such as result_info
 * @returns {Response}
 */
export function success(result, extra = {}) {
  return Response.json({ result, success: true, errors: [], messages: [], ...extra });
}

/** @param {string} operation what was tried, as Cloudflare's messages start with it */
export const errors = {
  invalid: (operation, why) => new ApiError(400, 10029, `${operation}: 'invalid request': ${why}`),
  keyNotFound: (operation) => new ApiError(404, 10009, `${operation}: 'key not found'`),
  malformedValue: (operation, why) => new ApiError(400, 10012, `${operation}: 'malformed value': ${why}`),
  namespaceNotFound: (operation) => new ApiError(404, 10013, `${operation}: 'namespace not found'`),
  tooLarge: (operation, why, status = 413) => new ApiError(status, 10024, `${operation}: 'payload too large': ${why}`),
  invalidLimit: (operation) => new ApiError(400, 10028, `${operation}: 'invalid limit argument'`),
  invalidPage: (operation) => new ApiError(400, 10007, `${operation}: 'malformed page argument'`),
  invalidPerPage: (operation) => new ApiError(400, 10008, `${operation}: 'malformed per_page argument'`),
  keyTooLong: (operation, why) => new ApiError(400, 10030, `${operation}: 'key too long': ${why}`),
  invalidExpiration: (operation) => new ApiError(400, 10033, `${operation}: 'invalid expiration'`),
  invalidExpirationTtl: (operation) => new ApiError(400, 10034, `${operation}: 'invalid expiration ttl'`),
  invalidCursor: (operation) => new ApiError(400, 10041, `${operation}: 'invalid "list keys" cursor'`),
  illegalKey: (operation, why) => new ApiError(400, 10042, `${operation}: 'illegal key name': ${why}`),
  invalidMetadata: (operation, why) => new ApiError(400, 10047, `${operation}: 'invalid metadata': ${why}`),
};

/**
 * Reads a request body, refusing more than `limit` bytes.
 * @param {Request} request
 * @param {number} limit
 * @param {string} operation
 * @returns {Promise<ArrayBuffer>}
 */
export async function readBody(request, limit, operation) {
  const announced = Number(request.headers.get('content-length') ?? 0);
  if (announced > limit) throw errors.tooLarge(operation, `the request has ${announced} bytes, the limit is ${limit}`);
  return request.arrayBuffer();
}

/**
 * Reads a request body as JSON.
 * @param {Request} request
 * @param {number} limit bytes
 * @param {string} operation
 * @returns {Promise<unknown>}
 */
export async function readJson(request, limit, operation) {
  const bytes = await readBody(request, limit, operation);
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw errors.invalid(operation, 'the body is not JSON');
  }
}

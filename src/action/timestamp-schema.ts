import * as z from 'zod';

/** A point in time as inputs have it: ISO 8601 with a zone. */
export const moment = z.iso.datetime({ offset: true });

import * as z from 'zod';

/** How long the line may be, in characters. */
const MAX_LINE = 4_000;

const finite = z.number().refine(Number.isFinite);

const recordSchema = z.object({
  verdict: z.enum(['healthy', 'breached', 'inconclusive']),
  plots: z
    .array(
      z.object({
        name: z.string().max(200),
        unit: z.string().max(50),
        titles: z.array(z.string().max(50)).min(1).max(5),
        points: z.array(z.array(finite).min(2).max(6)).max(100),
      }),
    )
    .max(10),
});

/** What a gate concluded, and what it measured, as the ledger keeps it. */
export type GateRecord = Readonly<z.output<typeof recordSchema>>;

/** The record as one line; without its charts where they would be too long. */
export function gateRecordText(record: GateRecord): string {
  const text = JSON.stringify(record);
  return text.length > MAX_LINE ? JSON.stringify({ verdict: record.verdict, plots: [] }) : text;
}

/** Reads such a line, which anybody may have written; undefined for what is none. */
export function parseGateRecord(line: string): GateRecord | undefined {
  if (line.length > MAX_LINE) {
    return undefined;
  }
  try {
    return recordSchema.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

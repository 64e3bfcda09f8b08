/**
 * Why something failed, for the log: what kind of error, and where. Its message stays out, since it may repeat what
 * somebody wrote.
 */
export function causeOf(error: unknown): { cause: string; code?: string; at: string[] } {
  if (!(error instanceof Error)) return { cause: typeof error, at: [] };
  const lines = error.stack?.split('\n') ?? [];
  return {
    cause: error.name,
    ...('code' in error && { code: String(error.code) }),
    at: lines
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 5)
      .map((line) => line.trim()),
  };
}

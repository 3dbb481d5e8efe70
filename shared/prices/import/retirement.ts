/** The day on which a vendor takes a model out of service, as a price feed says it; undefined when it says none. */
export function retirementOf(entry: Readonly<Record<string, unknown>>): string | undefined {
  const on = entry['deprecation_date']
  return typeof on === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(on) ? on : undefined
}

import type { Family } from '../../kinds/kind.ts'

/** One simple sign per family, as strokes in a box of 24 by 24. */
export const familyGlyphs: Readonly<Record<Family, string>> = {
  // A head and shoulders.
  people: 'M12 4a4 4 0 1 0 0 8a4 4 0 1 0 0-8M4 21c0-4.5 3.6-7 8-7s8 2.5 8 7',
  // Two ways through one door.
  gateways: 'M5 3v18M19 3v18M8 9h7M12 6l3 3l-3 3M16 15H9M12 12l-3 3l3 3',
  // Four points of a star: a spark.
  models: 'M12 3l2.2 6.8L21 12l-6.8 2.2L12 21l-2.2-6.8L3 12l6.8-2.2Z',
  // A head with an antenna.
  agents: 'M5 9h14v10H5ZM12 9V5M12 5a1 1 0 1 0 0-2a1 1 0 1 0 0 2M9 13v2M15 13v2M2 13v3M22 13v3',
  // A cylinder.
  data: 'M4 6c0-1.7 3.6-3 8-3s8 1.3 8 3s-3.6 3-8 3s-8-1.3-8-3v12c0 1.7 3.6 3 8 3s8-1.3 8-3V6M4 12c0 1.7 3.6 3 8 3s8-1.3 8-3',
  // A curve under axes.
  training: 'M4 3v18h17M7 16c4 0 4-9 13-10',
  // A shield with a tick.
  safety: 'M12 3l8 3v6c0 5-3.5 8-8 9c-4.5-1-8-4-8-9V6ZM8.5 12l2.5 2.5l4.5-5',
  // A pulse.
  operations: 'M2 12h5l3-8l4 16l3-8h5',
}

/** Utilisation from which waiting begins to show, is long, and has no end. Machines are planned for the first. */
export const knees = { amber: 0.7, red: 0.85, unstable: 1 } as const

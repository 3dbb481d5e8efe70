/** The workbench comes after the library: canvas and panels are most of the page, and the first screen needs neither. */
export const loadWorkbench = async () => ({ default: (await import('./Workbench.tsx')).Workbench })

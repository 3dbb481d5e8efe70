/** Endings of the files of each foreign format: known without loading what reads them. */
export const foreignEndings = {
  openThreatModel: ['.otm', '.otm.json', '.yaml', '.yml'],
  threatDragon: ['.json'],
  mermaid: ['.mmd', '.mermaid'],
  drawIo: ['.drawio', '.drawio.xml', '.xml', '.drawio.svg', '.drawio.png'],
} as const

/** What the last ending of a file may be that Lintel opens: its own files, and those of other tools. */
export const openableEndings: readonly string[] = [
  ...new Set(['.json', ...Object.values(foreignEndings).flat()].map((ending) => ending.slice(ending.lastIndexOf('.')))),
]

/** Whether a name ends as a file does that can be opened: what is in it decides, once it is read. */
export function isOpenable(fileName: string): boolean {
  return openableEndings.some((ending) => fileName.toLowerCase().endsWith(ending))
}

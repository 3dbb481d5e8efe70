/** What a design is called before anybody gives it a name. */
export const unnamedDesign = 'Untitled design'

/** What a design is called that was read of a file which names none; the name of the file says more, where there is one. */
export const unnamedDrawing = 'Imported drawing'

/** Whether nobody has named a design yet: a second one without a name is told apart by a number. */
export function isUnnamed(name: string): boolean {
  return name === '' || name.startsWith(unnamedDesign)
}

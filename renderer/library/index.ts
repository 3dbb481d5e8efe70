import './library.css'

export { LibraryScreen } from './LibraryScreen.tsx'
export { openLibrary, startBlank, startFromTemplate, switchWorkspace, takeIn } from './library-actions.ts'
export { templates } from './templates.ts'
export type { Template } from './templates.ts'

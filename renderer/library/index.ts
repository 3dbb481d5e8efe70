import './library.css'

export { LibraryScreen } from './LibraryScreen.tsx'
export { startFromTemplate, switchWorkspace } from './library-actions.ts'
export { templates } from './templates.ts'
export type { Template } from './templates.ts'

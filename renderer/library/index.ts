import './library.css'

export { LibraryScreen } from './LibraryScreen.tsx'

import './ui/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { audienceQuery } from '../shared/ipc.ts'
import { startStudio } from './app/start.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no root element')

if (location.search === `?${audienceQuery}`) {
  // A page of its own: no library, no engines, nothing that could be shown by mistake.
  void import('./audience/open-audience-page.ts').then(({ openAudiencePage }) => openAudiencePage(root))
} else {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
  void startStudio()
}

import './ui/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { startStudio } from './app/start.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no root element')

createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
void startStudio()

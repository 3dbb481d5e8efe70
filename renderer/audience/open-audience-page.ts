import { createElement, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { viewStore } from '../store/view-store.ts'
import { AudiencePage } from './AudiencePage.tsx'

/** The page of the window on the projector: room mode without anything around the drawing. */
export function openAudiencePage(root: HTMLElement): void {
  viewStore.getState().set({ roomMode: true, minimapOpen: false, overlay: 'none', inkShown: true })
  document.documentElement.toggleAttribute('data-room-mode', true)
  createRoot(root).render(createElement(StrictMode, null, createElement(AudiencePage)))
}

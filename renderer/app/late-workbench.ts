import { createElement, type ReactElement, useEffect } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

const late = createStore<{ readonly workbench: ReactElement | undefined }>(() => ({ workbench: undefined }))

/** The workbench comes after the library: canvas and panels are most of the page, and the first screen needs neither. */
export async function loadWorkbench(): Promise<void> {
  const { Workbench } = await import('./Workbench.tsx')
  late.setState({ workbench: createElement(Workbench) })
}

/** Undefined for the moment until it is there. Not lazy as dialogs are: once loaded it must stand with the next frame. */
export function useWorkbench(): ReactElement | undefined {
  const workbench = useStore(late, (state) => state.workbench)
  useEffect(() => {
    if (workbench === undefined) void loadWorkbench()
  }, [workbench])
  return workbench
}

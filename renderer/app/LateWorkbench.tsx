import { useWorkbench } from './late-workbench.ts'

/** The workbench as soon as it is there. */
export function LateWorkbench() {
  return useWorkbench() ?? null
}
